import { expect, test } from 'vitest';
import { fill, line, text, texts } from '../../file/pdfFixture.ts';
import { gridsOf, page, read } from './readerFixture.ts';

const xs = [100, 200, 300, 400];
const ys = [100, 120, 140, 160];
const head = ['科目', '合计', '支出'];

/** All borders of a table of three columns and rows but these: [row, column] of the cell to their left. */
function upright(missing: readonly (readonly [number, number])[]): string {
  return ys
    .slice(1)
    .flatMap((bottom, row) =>
      xs.map((x, at) =>
        missing.some(([r, c]) => r === row && c + 1 === at) ? '' : line(x, ys[row] ?? 0, x, bottom),
      ),
    )
    .join('');
}

const level = ys.map((y) => line(100, y, 400, y)).join('');

test('amounts on both sides of a missing border stay in their columns', async () => {
  const rows = [head, ['201', '1.00', '2.00'], ['202', '3.00', '']];
  const source = await read(page(level + upright([[1, 1]]) + texts(xs, ys, rows)));
  expect(gridsOf(source)).toEqual([rows.map((row) => row.join('|'))]);
});

test('an amount at the border of its column leaves the blank cell beside it blank', async () => {
  const rows = [head, ['201', '1.00', '2.00'], ['202', '3.00', '']];
  const source = await read(page(level + upright([[2, 1]]) + texts(xs, ys, rows)));
  expect(gridsOf(source)).toEqual([rows.map((row) => row.join('|'))]);
});

test('an amount in the middle of a merged cell stands for all of it', async () => {
  const rows = [head, ['201', '1.00', '2.00'], ['202', '', '']];
  const source = await read(page(level + upright([[2, 1]]) + texts(xs, ys, rows) + text(290, 154, '3.00')));
  expect(gridsOf(source)[0]?.[2]).toBe('202|3.00|<');
});

test('names and amounts of two rows without a border between them stay in their rows', async () => {
  const rows = [head, ['一、教育支出', '1.00', '2.00'], ['二、卫生支出', '3.00', '']];
  const level = [100, 120, 160].map((y) => line(100, y, 400, y)).join('') + line(300, 140, 400, 140);
  const source = await read(page(level + upright([]) + texts(xs, ys, rows)));
  expect(gridsOf(source)).toEqual([rows.map((row) => row.join('|'))]);
});

test('a name that takes two lines beside two rows stays one', async () => {
  const rows = [head, ['', '1.00', '2.00'], ['', '3.00', '4.00']];
  const level = [100, 120, 160].map((y) => line(100, y, 400, y)).join('') + line(200, 140, 400, 140);
  const name = text(103, 137, '机关事业单位基本') + text(103, 150, '养老保险');
  const source = await read(page(level + upright([]) + texts(xs, ys, rows) + name));
  expect(gridsOf(source)[0]?.slice(1)).toEqual(['机关事业单位基本\n养老保险|1.00|2.00', '^|3.00|4.00']);
});

test('a cell with borders among blank ones without any belongs to the table around it', async () => {
  const tall = [100, 120, 140, 160, 180];
  const wide = [100, 200, 300, 400, 500];
  const box = (x: number, y: number): string =>
    [fill(x, y, 100, 0.6), fill(x, y + 20, 100, 0.6), fill(x, y, 0.6, 20), fill(x + 100, y, 0.6, 20)].join(
      '',
    );
  const heads = wide
    .slice(0, 4)
    .map((x) => box(x, 100))
    .join('');
  const names = tall
    .slice(1, 4)
    .map((y) => box(100, y))
    .join('');
  const rows = [
    ['科目', '合计', '基本', '项目'],
    ['201', '', '', ''],
    ['202', '', '5.00', ''],
    ['203', '', '', ''],
  ];
  const source = await read(page(heads + names + box(300, 140) + texts(wide, tall, rows)));
  const [grid] = source.blocks.flatMap((block) => (block.kind === 'grid' ? [block] : []));
  expect(grid?.rows.map((row) => row[2]?.text)).toEqual(['基本', '', '5.00', '']);
  expect(grid?.rows[1]?.[3]?.text).toBe('');
});
