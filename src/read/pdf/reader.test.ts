import { describe, expect, test } from 'vitest';
import { fill, line, pdfOf, table, text, texts } from '../../file/pdfFixture.ts';
import { cells, gridsOf, page, read, ruled, textsOf, xs, ys } from './readerFixture.ts';
import { pdfReader } from './reader.ts';
import type { FixturePage } from '../../file/pdfFixture.ts';

describe('ruled tables', () => {
  test('strokes make cells; a blank does not shift a column', async () => {
    expect(gridsOf(await read(page(table(xs, ys, cells))))).toEqual([ruled]);
  });

  test('thin fills make the same cells', async () => {
    const lines = [...ys.map((y) => fill(100, y, 300, 0.6)), ...xs.map((x) => fill(x, 100, 0.6, 60))].join(
      '',
    );
    expect(gridsOf(await read(page(lines + texts(xs, ys, cells))))).toEqual([ruled]);
  });

  test('lines of short dashes and of pieces that stop at each cell', async () => {
    const dashes = ys.flatMap((y) =>
      Array.from({ length: 150 }, (_, index) => line(100 + index * 2, y, 101 + index * 2, y)),
    );
    const pieces = xs.flatMap((x) => ys.slice(1).map((y) => line(x, y - 19.4, x, y - 0.4)));
    expect(gridsOf(await read(page([...dashes, ...pieces].join('') + texts(xs, ys, cells))))).toEqual([
      ruled,
    ]);
  });

  test('outer lines may be missing', async () => {
    const lines = [
      ...ys.slice(1, 3).map((y) => line(100, y, 400, y)),
      ...xs.slice(1, 3).map((x) => line(x, 100, x, 160)),
    ];
    expect(gridsOf(await read(page(lines.join('') + texts(xs, ys, cells))))).toEqual([ruled]);
  });

  test('a missing piece of a line merges the cells beside it into one object', async () => {
    const lines = [
      ...[100, 160].map((y) => line(100, y, 400, y)),
      line(200, 120, 400, 120),
      line(100, 140, 400, 140),
      ...[100, 200, 400].map((x) => line(x, 100, x, 160)),
      line(300, 120, 300, 160),
    ];
    const content =
      lines.join('') +
      text(103, 125, '项目') +
      text(270, 114, '支出') +
      texts(xs, [0, 120, 140], [[], ['', '基本', '项目'], ['1', '2', '3']]);
    expect(gridsOf(await read(page(content)))).toEqual([['项目|支出|<', '^|基本|项目', '1|2|3']]);
  });

  test('two tables on a page, the text between them and the frame around the page apart', async () => {
    const frame = '1 w 20 20 760 560 re S\n';
    const second = table(
      xs,
      ys.map((y) => y + 200),
      cells,
    );
    const source = await read(page(frame + table(xs, ys, cells) + text(300, 250, '第二张表') + second));
    expect(textsOf(source)).toEqual(['#', '第二张表', '#']);
    expect(gridsOf(source)).toEqual([ruled, ruled]);
  });

  test('a table in a form XObject that is moved and scaled', async () => {
    const form = {
      dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 800 600] /Resources << /Font << /F1 3 0 R >> >>',
      content: table(xs, ys, cells),
    };
    const source = await read({ content: 'q 0.8 0 0 0.8 50 10 cm /X1 Do Q', forms: { X1: form } });
    expect(gridsOf(source)).toEqual([ruled]);
  });

  test('white lines do not count, but do on a coloured ground', async () => {
    const white = `q 1 1 1 RG ${line(250, 100, 250, 160)} Q\n`;
    expect(gridsOf(await read(page(table(xs, ys, cells) + white)))).toEqual([ruled]);
    const all = `q 0.2 0.4 0.8 rg ${fill(100, 100, 300, 60)} Q q 1 1 1 RG ${table(xs, ys, [])} Q ${texts(xs, ys, cells)}`;
    expect(gridsOf(await read(page(all)))).toEqual([ruled]);
  });

  test('### for an amount too wide for its column stands by itself beside the amount that it touches', async () => {
    const narrow = [100, 200, 300, 312, 400];
    const drawn = table(narrow, ys.slice(0, 2), []) + text(270, 114, '456.18###8.00');
    expect(gridsOf(await read(page(drawn)))).toEqual([['|456.18|###|8.00']]);
  });

  test('a number cut by the end of a line is whole; two numbers stay two', async () => {
    const content =
      table([100, 140, 300], [100, 140, 180], []) +
      text(103, 112, '12,345,') +
      text(103, 124, '678.90') +
      text(143, 112, '12.50') +
      text(143, 124, '8.00') +
      text(103, 152, '收') +
      text(103, 164, '入');
    expect(gridsOf(await read(page(content)))).toEqual([['12,345,678.90|12.50\n8.00', '收入|']]);
  });

  test('rows without lines between them are cut where two columns stack figures', async () => {
    const body = [
      ['基本支出', '1.00', '20.00'],
      ['项目支出', '3.00', ''],
      ['其他', '5.00', '60.00'],
    ];
    const lines = table(xs, [100, 120, 195], [['科目', '合计', '支出']]);
    const stacked = lines + texts(xs, [120, 135, 150, 165], [...body, ['合计', '9.00', '80.00']]);
    const cut = [
      '科目|合计|支出',
      '基本支出|1.00|20.00',
      '项目支出|3.00|',
      '其他|5.00|60.00',
      '合计|9.00|80.00',
    ];
    expect(gridsOf(await read(page(stacked)))).toEqual([cut]);
  });

  test('text that runs over its cell stays in the cell where it begins', async () => {
    const content = table(xs, ys, [['甲', '乙', '丙']]) + text(103, 134, '一二三四五六七八九十一二三');
    expect(gridsOf(await read(page(content)))[0]?.[1]).toBe('一二三四五六七八九十一二三||');
  });

  test('the outline of a letter is no table', async () => {
    const strokes = [
      ...[91, 95, 99].map((y) => line(101, y, 109, y)),
      ...[101, 105, 109].map((x) => line(x, 91, x, 99)),
    ].join('');
    const source = await read(page(text(100, 100, '田地') + strokes));
    expect(textsOf(source)).toEqual(['田地']);
  });

  test('clipped text is not there', async () => {
    const content =
      table(xs, ys, cells) +
      `q 0 0 800 200 re W n ${text(100, 300, '看不见')} Q\n` +
      text(100, 350, '看得见');
    expect(textsOf(await read(page(content)))).toEqual(['#', '看得见']);
  });
});

describe('places', () => {
  test('the box is that of the text in points from the top left, of the cell when it is blank', async () => {
    const grid = (await read(page(table(xs, ys, cells)))).blocks.find((block) => block.kind === 'grid');
    const [x = 0, y = 0, width = 0, height = 0] = grid?.rows[1]?.[1]?.place.box ?? [];
    expect(x).toBe(203);
    expect(Math.abs(width - 40)).toBeLessThan(2);
    expect(y).toBeGreaterThan(120);
    expect(y + height).toBeLessThan(142);
    expect(grid?.rows[2]?.[1]?.place).toEqual({ file: 'a.pdf', page: 1, box: [200, 140, 100, 20] });
  });

  const sideways = `q 0 1 -1 0 600 0 cm ${table(xs, ys, cells)} Q`;
  test.each([
    ['turned by 90', { content: sideways, width: 600, height: 800, rotate: 90 }, [200, 140, 100, 20]],
    [
      'turned by 180',
      { content: `q -1 0 0 -1 800 600 cm ${table(xs, ys, cells)} Q`, rotate: 180 },
      [200, 140, 100, 20],
    ],
    [
      'turned by 270',
      { content: `q 0 -1 1 0 0 800 cm ${table(xs, ys, cells)} Q`, width: 600, height: 800, rotate: 270 },
      [200, 140, 100, 20],
    ],
    [
      'printed sideways on an unturned page',
      { content: sideways, width: 600, height: 800 },
      [140, 500, 20, 100],
    ],
  ])('a page %s', async (_, turned, box) => {
    const source = await read(turned);
    expect(gridsOf(source)).toEqual([ruled]);
    const grid = source.blocks.find((block) => block.kind === 'grid');
    expect(grid?.rows[2]?.[1]?.place.box).toEqual(box);
  });
});

describe('tables over pages', () => {
  const head = ['科目', '合计', '支出'];
  const first = text(300, 80, '支出表') + table(xs, ys, cells);
  const more = (...body: string[][]): FixturePage =>
    page(table(xs, [50, 70, 90, 110].slice(0, body.length + 1), body));

  test('a repeated head is dropped, an unrepeated one not missed', async () => {
    const again = more(head, ['203', '5.00', '6.00'], ['204', '', '7.00']);
    expect(gridsOf(await read(page(first), again))).toEqual([[...ruled, '203|5.00|6.00', '204||7.00']]);
    const source = await read(page(first), more(['203', '5.00', '6.00']));
    expect(gridsOf(source)).toEqual([[...ruled, '203|5.00|6.00']]);
    const grid = source.blocks.find((block) => block.kind === 'grid');
    expect(grid?.rows.map((row) => row[0]?.place.page)).toEqual([1, 1, 1, 2]);
  });

  test('a last page with merged cells keeps the columns', async () => {
    const lines = [
      ...[50, 70].map((y) => line(100, y, 400, y)),
      ...[100, 300, 400].map((x) => line(x, 50, x, 70)),
    ];
    const last = page(lines.join('') + text(150, 64, '合计') + text(303, 64, '9.00'));
    expect(gridsOf(await read(page(first), last))).toEqual([[...ruled, '合计|<|9.00']]);
  });

  test('a label that stands in the first row too, with blanks beside it, goes on with the table', async () => {
    const next = page(table(xs, ys, [head, ['201', '', ''], ['合计', '1.00', '']]));
    expect(gridsOf(await read(page(first), next))).toEqual([[...ruled, '201||', '合计|1.00|']]);
  });

  test('another title stops it, the same title above the same head does not', async () => {
    const next = (title: string): FixturePage =>
      page(text(300, 80, title) + table(xs, ys.slice(0, 3), [head, ['205', '1.00', '']]));
    expect(gridsOf(await read(page(first), next('收入表')))).toHaveLength(2);
    const source = await read(page(first), next('支出表（续）'));
    expect(gridsOf(source)).toEqual([[...ruled, '205|1.00|']]);
    expect(source.margins.map((margin) => margin.text)).toEqual(['支出表（续）']);
  });

  test('a row cut in two is one; a row with a figure of its own is not joined', async () => {
    const long = page(table(xs, ys, [head, ['201', '1.00', '2.00'], ['205', '一二三四五六七八九', '3.00']]));
    expect(gridsOf(await read(long, more(['', '十的名称', ''])))[0]?.[2]).toBe(
      '205|一二三四五六七八九\n十的名称|3.00',
    );
    expect(gridsOf(await read(long, more(['', '十的名称', '4.00'])))[0]).toHaveLength(4);
  });

  test('the last digits of a number cut by a page end belong to it', async () => {
    const long = page(table(xs, ys, [head, ['201', '1.00', '2.00'], ['205', '1,234,567,890,123.4', '3.00']]));
    expect(gridsOf(await read(long, more(['', '5', ''])))[0]?.[2]).toBe('205|1,234,567,890,123.45|3.00');
    expect(gridsOf(await read(long, more(['', '5.00', ''])))[0]).toHaveLength(4);
  });

  test('forms of one page each stay apart', async () => {
    const form = (name: string): FixturePage =>
      page(
        table(xs, ys, [
          ['绩效目标表', '', ''],
          ['项目名称', name, ''],
          ['金额', '1', '2'],
        ]),
      );
    expect(gridsOf(await read(form('道路'), form('桥梁')))).toHaveLength(2);
  });
});

test('columns held by alignment alone are a table', async () => {
  const right = (x: number, y: number, value: string): string => text(x - value.length * 5, y, value);
  const body = [
    ['基本支出', '1,234.50', '1,000.00'],
    ['项目支出', '20.00', ''],
    ['经营支出', '3.10', '2.10'],
  ].map(
    ([name = '', a = '', b = ''], index) =>
      text(100, 160 + index * 20, name) + right(300, 160 + index * 20, a) + right(400, 160 + index * 20, b),
  );
  const content =
    text(250, 100, '收支情况表') +
    text(100, 140, '项目') +
    text(270, 140, '合计') +
    text(370, 140, '本年') +
    body.join('');
  const source = await read(page(content));
  expect(gridsOf(source)).toEqual([
    ['项目|合计|本年', '基本支出|1,234.50|1,000.00', '项目支出|20.00|', '经营支出|3.10|2.10'],
  ]);
  expect(textsOf(source)[0]).toBe('收支情况表');
});

describe('files that cannot be read', () => {
  const code = async (bytes: Uint8Array): Promise<string> => {
    const result = await pdfReader.read({ name: 'a.pdf', bytes });
    return result.ok ? 'ok' : result.problem.code;
  };

  test('damaged, empty, encrypted, scanned', async () => {
    expect(await code(new Uint8Array())).toBe('empty');
    expect(await code(new TextEncoder().encode('%PDF-1.7 nothing'))).toBe('damaged');
    const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<00> <00>]`;
    expect(await code(pdfOf([page(text(100, 100, '密'))], lock))).toBe('encrypted');
    const dictionary =
      '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8';
    const picture: FixturePage = {
      content: 'q 800 0 0 600 0 0 cm /X1 Do Q',
      forms: { X1: { dictionary, content: 'A' } },
    };
    expect(await code(pdfOf([picture, picture, page(text(100, 100, '封面'))]))).toBe('scanned');
    expect(await code(pdfOf([page('')]))).toBe('empty');
    const source = await read(picture, page(text(100, 100, '一')), page(text(100, 100, '二')));
    expect(source.notes.map((note) => [note.code, note.place.page])).toEqual([['picturePage', 1]]);
  });
});
