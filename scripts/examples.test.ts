import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const examples = join(import.meta.dirname, '../examples');
const linesOf = (name: string): string[] => readFileSync(join(examples, name), 'utf8').split('\n');

/** The lines that a language's table of mistakes names: rows that begin with line numbers. */
function namedLines(section: string): number[] {
  const rows = section.split('\n').flatMap((line) => /^\| ([\d、, ]+) \|/.exec(line)?.[1] ?? []);
  return rows.flatMap((cell) => cell.split(/[、,]\s*/).map(Number));
}

test('the two examples differ in the lines that the README names, in both languages', () => {
  const [right, wrong] = [linesOf('disclosure.txt'), linesOf('disclosure-with-mistakes.txt')];
  const differing = right.flatMap((line, index) => (line === wrong[index] ? [] : [index + 1]));
  expect(wrong.length).toBe(right.length);
  const [, chinese = '', english = ''] = linesOf('README.md').join('\n').split('\n## ');
  expect(namedLines(chinese)).toEqual(differing);
  expect(namedLines(english)).toEqual(differing);
});
