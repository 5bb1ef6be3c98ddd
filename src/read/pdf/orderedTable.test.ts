import { describe, expect, test } from 'vitest';
import { text } from '../../file/pdfFixture.ts';
import { gridsOf, page, read, textsOf } from './readerFixture.ts';

/** Cells in the order in which office programs write them: by rows, all lines of a cell after each other. */
type Written = readonly (readonly [x: number, y: number, value: string])[];
const written = (cells: Written): string => cells.map(([x, y, value]) => text(x, y, value)).join('');

const captions: Written = [
  [250, 80, '收支情况表'],
  [400, 100, '单位：万元'],
];
/** Columns 100–200, 200–260, 260–400, 400–460: titles in the middle, amounts at the right, names at the left. */
const head: Written = [
  [165, 120, '收入'],
  [350, 120, '支出'],
  [140, 140, '项目'],
  [220, 140, '金额'],
  [320, 140, '项目'],
  [420, 140, '金额'],
];
const heads = ['收入|<|支出|<', '项目|金额|项目|金额'];

describe('tables without lines, by the order of the file', () => {
  test('an amount that touches the name behind it; a name of two lines beside its amount', async () => {
    const body: Written = [
      [103, 160, '一、一般公共预算'],
      [230, 160, '738.14'],
      [260.5, 160, '一、一般公共服务支出'],
      [103, 180, '二、政府性基金'],
      [235, 180, '35.55'],
      [260.5, 174, '二、文化旅游体育与传媒'],
      [260.5, 186, '支出'],
      [430, 180, '35.55'],
      [103, 206, '三、单位资金'],
      [260.5, 206, '三、教育支出'],
    ];
    const source = await read(page(written([...captions, ...head, ...body])));
    expect(gridsOf(source)).toEqual([
      [
        ...heads,
        '一、一般公共预算|738.14|一、一般公共服务支出|',
        '二、政府性基金|35.55|二、文化旅游体育与传媒\n支出|35.55',
        '三、单位资金||三、教育支出|',
      ],
    ]);
  });

  test('amounts stand under the title that they are right of, where no row has both', async () => {
    const cells: Written = [
      [140, 120, '项目'],
      [240, 120, '合计'],
      [340, 120, '基本'],
      [440, 120, '项目支出'],
      ...['合计', '教育', '卫生'].flatMap((name, at): Written => [
        [103, 140 + at * 20, name],
        [267, 140 + at * 20, '35.55'],
        [472, 140 + at * 20, '35.55'],
      ]),
    ];
    expect(gridsOf(await read(page(written([...captions, ...cells]))))).toEqual([
      ['项目|合计|基本|项目支出', '合计|35.55||35.55', '教育|35.55||35.55', '卫生|35.55||35.55'],
    ]);
  });

  test('a next page without titles, and with them, has the columns of the page before', async () => {
    const first: Written = [
      [103, 160, '一、财政拨款'],
      [230, 160, '10.00'],
      [263, 160, '一、教育支出'],
      [430, 160, '10.00'],
    ];
    const rest: Written = [
      [263, 60, '二、科学支出'],
      [130, 80, '合计'],
      [230, 80, '10.00'],
      [310, 80, '合计'],
      [430, 80, '10.00'],
    ];
    const repeated = head.map(([x, y, value]) => [x, y - 80, value] as const);
    const rows = [
      ...heads,
      '一、财政拨款|10.00|一、教育支出|10.00',
      '||二、科学支出|',
      '合计|10.00|合计|10.00',
    ];
    const begun = page(written([...captions, ...head, ...first]));
    const plain = await read(begun, page(written(rest)));
    expect(gridsOf(plain)).toEqual([rows]);
    const again = rest.map(([x, y, value]) => [x, y + 20, value] as const);
    expect(gridsOf(await read(begun, page(written([...repeated, ...again]))))).toEqual([rows]);
  });

  test('text that follows is not of the table', async () => {
    const body: Written = [
      [103, 160, '一、财政拨款'],
      [230, 160, '10.00'],
      [263, 160, '一、教育支出'],
      [430, 160, '10.00'],
      [120, 200, '第三部分 部门预算情况说明及其他需要说明的事项'],
    ];
    const source = await read(page(written([...captions, ...head, ...body])));
    expect(textsOf(source).at(-1)).toContain('第三部分');
    expect(gridsOf(source)[0]).toHaveLength(3);
  });
});
