import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recognise } from '../../../read/recognise/recognise.ts';
import { textReader } from '../../../read/text.ts';
import { matchProjects } from './matching.ts';

const document = readFileSync(
  new URL('../../../../corpus/project.amount/valid.txt', import.meta.url),
  'utf8',
);

async function matchingOf(text: string) {
  const read = await textReader.read({ name: 'document.txt', bytes: new TextEncoder().encode(text) });
  if (!read.ok) throw new Error(read.problem.code);
  const { named, nearly, rowsOnly, sheetsOnly } = matchProjects(recognise(read.source));
  return [named.length, nearly.length, rowsOnly.length, sheetsOnly.length];
}

const onSheet = (from: string, to: string): string =>
  document.replace(`项目名称\t\t${from}`, `项目名称\t\t${to}`);

test.each([
  ['as it is', document, [4, 0, 0, 0]],
  [
    'full-width brackets and spaces are folded',
    onSheet('青石河道清淤工程', '青石 河道清淤工程'),
    [4, 0, 0, 0],
  ],
  ['one character differs', onSheet('东岭泵站维修项目', '东岭泵站维护项目'), [3, 1, 0, 0]],
  [
    'another phase with the same money is a slip',
    onSheet('城区排水管网改造一期', '城区排水管网改造二期'),
    [3, 1, 0, 0],
  ],
  [
    'another phase with other money is another project',
    onSheet('城区排水管网改造一期', '城区排水管网改造二期').replaceAll('2,000,000', '3,000,000'),
    [3, 0, 1, 1],
  ],
  [
    'a wholly different name with the same money',
    onSheet('东岭泵站维修项目', '农村饮水安全巩固提升'),
    [3, 0, 1, 1],
  ],
])('%s', async (_, text, counts) => {
  expect(await matchingOf(text)).toEqual(counts);
});
