import { expect, test } from 'vitest';
import { table, text } from '../../file/pdfFixture.ts';
import { gridsOf, page, read, xs, ys } from './readerFixture.ts';

const blank = [
  ['科目', '合计', '支出'],
  ['', '', ''],
  ['', '', ''],
];

/** The third row of a table of three columns with these texts in it. */
async function rowWith(...drawn: readonly string[]): Promise<string | undefined> {
  const source = await read(page(table(xs, ys, blank) + drawn.join('')));
  return gridsOf(source)[0]?.[1];
}

test('an amount wider than its column stays whole, in the column at whose border it stands', async () => {
  // Twenty digits of half a width: 110 points in a column of 100.
  const amount = '12345678901234567.00';
  expect(await rowWith(text(103, 134, '201'), text(198, 134, amount))).toBe(`201|${amount}|`);
});

test('an amount that covers the end of a name is not mixed with it', async () => {
  const name = '机关事业单位基本养老保险';
  expect(await rowWith(text(103, 134, name), text(210, 134, '1.00'))).toBe(`${name}|1.00|`);
});

test('amounts that touch each other are two', async () => {
  expect(await rowWith(text(250, 134, '1234567.89'), text(300, 134, '12345.67'))).toBe(
    '|1234567.89|12345.67',
  );
});

test('what a clip hides of a title stays with what is seen of it', async () => {
  const clipped = (x: number, width: number, drawn: string): string =>
    `q ${x} ${600 - 140} ${width} 20 re W n ${drawn} Q\n`;
  const row = await rowWith(
    clipped(200, 100, text(190, 134, '一般公共预算财政拨款收入')),
    clipped(300, 100, text(290, 134, '政府性基金预算财政拨款数')),
  );
  expect(row).toBe('|一般公共预算财政拨款收入|政府性基金预算财政拨款数');
});
