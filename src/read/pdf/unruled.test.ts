import { describe, expect, test } from 'vitest';
import { fill, line, pdfOf, table, text, texts, type FixturePage } from '../../file/pdfFixture.ts';
import { cells, gridsOf, page, read, ruled, textsOf, xs, ys } from './readerFixture.ts';
import { pdfReader } from './reader.ts';

/** Text that ends at x; the fixture's digits and points are half as wide as the type is high. */
const right = (x: number, y: number, value: string): string => text(x - value.length * 5, y, value);

const captions = text(250, 80, '收支情况表') + text(400, 100, '单位：万元');
/** Names at the left of their column, amounts at the right borders 300, 400 and 500; the last column is blank. */
const body = [
  ['基本支出', '1,234.50', '1,000.00'],
  ['项目支出', '20.00', ''],
  ['经营支出', '3.10', '2.10'],
  ['其他支出', '', '7.10'],
];
const bodyText = (from: number, step: number): string =>
  body
    .map(([name = '', a = '', b = ''], index) => {
      const y = from + index * step;
      return text(103, y, name) + right(297, y, a) + right(397, y, b);
    })
    .join('');
/** Titles in the middle of their columns 100–200, 200–300, 300–400 and 400–500, with one above the last three. */
const head =
  text(140, 123, '项目') +
  text(340, 116, '本年') +
  text(240, 130, '合计') +
  text(340, 130, '当年') +
  text(440, 130, '结转');
const rows = [
  '项目|本年|<|<',
  '^|合计|当年|结转',
  '基本支出|1,234.50|1,000.00|',
  '项目支出|20.00||',
  '经营支出|3.10|2.10|',
  '其他支出||7.10|',
];

describe('tables without vertical lines', () => {
  test('the lines above and below and one under the head', async () => {
    const lines = [105, 136, 215].map((y) => line(100, y, 500, y)).join('');
    const source = await read(page(captions + lines + head + bodyText(150, 20)));
    expect(gridsOf(source)).toEqual([rows]);
    expect(textsOf(source)).toEqual(['收支情况表', '单位：万元', '#']);
  });

  test('no line at all', async () => {
    expect(gridsOf(await read(page(captions + head + bodyText(150, 20))))).toEqual([rows]);
  });

  test('lines between the rows: a name of two lines is one row', async () => {
    const lines = [105, 136, 160, 180, 200, 220].map((y) => line(100, y, 500, y)).join('');
    const two =
      text(103, 146, '基本支出和') +
      text(103, 158, '其他') +
      right(297, 152, '1.50') +
      right(397, 152, '1.00');
    const more = ['a', 'b', 'c'].map(
      (_, i) => text(103, 174 + i * 20, '名称') + right(297, 174 + i * 20, `${i}.10`),
    );
    expect(gridsOf(await read(page(captions + lines + head + two + more.join(''))))[0]?.slice(2)).toEqual([
      '基本支出和⏎其他|1.50|1.00|'.replace('⏎', '\n'),
      '名称|0.10||',
      '名称|1.10||',
      '名称|2.10||',
    ]);
  });

  test('an amount close to the name beside it parts their columns', async () => {
    const beside = ['一、收入', '二、拨款', '三、其他']
      .map(
        (name, i) =>
          text(103, 150 + i * 20, name) +
          right(297, 150 + i * 20, '1.50') +
          text(301.5, 150 + i * 20, `支出${i}`),
      )
      .join('');
    const titles = text(140, 130, '项目') + text(230, 130, '金额') + text(350, 130, '支出项目');
    expect(gridsOf(await read(page(captions + titles + beside)))).toEqual([
      ['项目|金额|支出项目', '一、收入|1.50|支出0', '二、拨款|1.50|支出1', '三、其他|1.50|支出2'],
    ]);
  });

  test('one row is enough under the line that states the unit', async () => {
    const one = text(103, 150, '基本支出') + right(297, 150, '1.50') + right(397, 150, '1.50');
    expect(gridsOf(await read(page(captions + head + one)))).toEqual([
      ['项目|本年|<|<', '^|合计|当年|结转', '基本支出|1.50|1.50|'],
    ]);
  });

  test('goes on over a page end, with its head and without it', async () => {
    const first = captions + head + bodyText(150, 20);
    const again = page(
      head +
        text(103, 150, '结余') +
        right(297, 150, '5.00') +
        text(103, 170, '合计') +
        right(297, 170, '8.00') +
        text(103, 190, '总计') +
        right(297, 190, '8.00'),
    );
    const bare = page(
      text(103, 50, '结余') +
        right(297, 50, '5.00') +
        text(103, 70, '合计') +
        right(297, 70, '8.00') +
        text(103, 90, '总计') +
        right(297, 90, '8.00'),
    );
    const whole = [...rows, '结余|5.00||', '合计|8.00||', '总计|8.00||'];
    expect(gridsOf(await read(page(first), again))).toEqual([whole]);
    expect(gridsOf(await read(page(first), bare))).toEqual([whole]);
  });

  test('titles in the middle beside one of two lines: a column that shows nothing else is kept', async () => {
    const titles =
      text(140, 123, '项目') +
      text(240, 123, '合计') +
      text(340, 117, '附属单位') +
      text(350, 129, '上缴') +
      text(440, 123, '结转');
    const names = ['基本支出', '项目支出', '经营支出'];
    const amounts = names
      .map((name, at) => text(103, 160 + at * 24, name) + right(297, 160 + at * 24, `${at}.10`))
      .join('');
    const [first] = gridsOf(await read(page(captions + titles + amounts)));
    expect(first).toEqual([
      '项目|合计|附属单位\n上缴|结转',
      '基本支出|0.10||',
      '项目支出|1.10||',
      '经营支出|2.10||',
    ]);
  });

  test('rules that reach over a part of the head part its levels there', async () => {
    const wide = [105, 160, 180, 200, 220].map((y) => line(100, y, 500, y)).join('');
    const part = line(200, 125, 500, 125) + line(300, 142, 500, 142);
    const titles =
      text(140, 135, '项目') +
      text(340, 118, '年度') +
      text(240, 148, '合计') +
      text(380, 137, '其中') +
      text(340, 154, '当年') +
      text(440, 154, '结转');
    const amounts = ['基本', '项目', '经营'].map(
      (name, at) => text(103, 175 + at * 20, name) + right(297, 175 + at * 20, `${at}.10`),
    );
    expect(gridsOf(await read(page(captions + wide + part + titles + amounts.join(''))))[0]).toEqual([
      '项目|年度|<|<',
      '^|合计|其中|<',
      '^|^|当年|结转',
      '基本|0.10||',
      '项目|1.10||',
      '经营|2.10||',
    ]);
  });

  test('the lines of a name stand between the rules of their row, beside its amounts', async () => {
    const lines = [105, 136, 170, 204, 238].map((y) => line(100, y, 500, y)).join('');
    const body = ['基本', '项目', '经营']
      .map((name, at) => {
        const y = 156 + at * 34;
        return (
          text(103, y - 6, `${name}支出和其他`) +
          text(103, y + 6, '支出') +
          right(397, y, `${at}.10`) +
          right(497, y, '1.00')
        );
      })
      .join('');
    const titles = text(140, 123, '项目') + text(340, 123, '当年') + text(440, 123, '结转');
    expect(gridsOf(await read(page(captions + lines + titles + body)))[0]?.slice(1)).toEqual([
      '基本支出和其他\n支出|0.10|1.00',
      '项目支出和其他\n支出|1.10|1.00',
      '经营支出和其他\n支出|2.10|1.00',
    ]);
  });

  test('sentences with figures at their ends are no table', async () => {
    const lines = [
      '本年收入为一百万元，比上年增加。 1.00',
      '支出与上年持平，没有变化。 2.00',
      '其他没有变化；说明完毕。 3.00',
    ];
    const content = lines.map((value, index) => text(100, 100 + index * 20, value)).join('');
    expect(gridsOf(await read(page(content)))).toEqual([]);
  });
});

describe('cells shown without strokes', () => {
  test('grounds with gaps between them', async () => {
    const grounds = ys
      .slice(0, 3)
      .flatMap((y) => xs.slice(0, 3).map((x) => fill(x + 0.6, y + 0.6, 98.8, 18.8)))
      .join('');
    const content = `q 0.9 g ${grounds} Q ${texts(xs, ys, cells)}`;
    expect(gridsOf(await read(page(content)))).toEqual([ruled]);
  });

  test('lines of dots drawn one by one', async () => {
    const dots = (count: number, at: (i: number) => [number, number]): string =>
      Array.from({ length: count }, (_, i) => fill(...at(i), 0.7, 0.7)).join('');
    const content =
      ys.map((y) => dots(150, (i) => [100 + i * 2, y])).join('') +
      xs.map((x) => dots(30, (i) => [x, 100 + i * 2])).join('') +
      texts(xs, ys, cells);
    expect(gridsOf(await read(page(content)))).toEqual([ruled]);
  });
});

describe('type', () => {
  test('text across the page is a watermark', async () => {
    const mark = 'q 0.7 0.7 -0.7 0.7 150 420 cm BT /F1 40 Tf 0 0 Td <5F816C42610F89C1> Tj ET Q\n';
    const source = await read(page(mark + table(xs, ys, cells)));
    expect(gridsOf(source)).toEqual([ruled]);
    expect(textsOf(source)).toEqual(['#']);
  });

  test('a font whose box is several lines high keeps a note out of the row above it', async () => {
    const high = '/Ascent 1880/Descent -999';
    const bytes = Buffer.from(pdfOf([page(table(xs, ys, cells) + text(103, 169, '注：本表'))])).toString(
      'latin1',
    );
    expect(bytes).toContain('/Ascent 880 /Descent -120');
    const odd = Buffer.from(bytes.replace('/Ascent 880 /Descent -120', high), 'latin1');
    const result = await pdfReader.read({ name: 'a.pdf', bytes: new Uint8Array(odd) });
    if (!result.ok) throw new Error(result.problem.code);
    expect(gridsOf(result.source)).toEqual([ruled]);
  });
});

test('pages are read alike in whatever order they are given', async () => {
  const pages: FixturePage[] = [page(table(xs, ys, cells)), page(captions + head + bodyText(150, 20))];
  expect(gridsOf(await read(...pages.toReversed()))).toEqual([rows, ruled]);
});
