import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Disclosure } from '../../../model/disclosure.ts';
import { recognise } from '../../../read/recognise/recognise.ts';
import { textReader } from '../../../read/text.ts';
import { checkDisclosure } from '../../check.ts';
import { matchProjects } from './matching.ts';

const document = readFileSync(
  new URL('../../../../corpus/project.amount/valid.txt', import.meta.url),
  'utf8',
);

async function disclosureOf(text: string): Promise<Disclosure> {
  const read = await textReader.read({ name: 'document.txt', bytes: new TextEncoder().encode(text) });
  if (!read.ok) throw new Error(read.problem.code);
  return recognise(read.source);
}

async function matchingOf(text: string) {
  const { named, nearly, rowsOnly, sheetsOnly } = matchProjects(await disclosureOf(text));
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

const twoLines = (name: string, second: string): string =>
  document.replace(
    '东岭泵站维修项目\t60.00\t60.00',
    `东岭泵站维修项目\t20.00\t20.00\t\t\t\t\n${name}\t${second}\t${second}`,
  );

async function misprintsIn(text: string): Promise<readonly (readonly (string | undefined)[])[]> {
  const { misprinted } = matchProjects(await disclosureOf(text));
  return misprinted.map(({ row, owner }) => [row.rows[0]?.name, owner.sheets[0]?.name]);
}

test('a line whose money the sheet counts is the project’s under a misprinted name', async () => {
  expect(await misprintsIn(twoLines('东岭泵站护维项目', '40.00'))).toEqual([
    ['东岭泵站护维项目', '东岭泵站维修项目'],
  ]);
});

test.each([
  ['its money is not the sheet’s', '东岭泵站护维项目', '45.00'],
  ['its name is another', '农村饮水安全巩固', '40.00'],
])('a line is a project without a sheet where %s', async (_, name, amount) => {
  expect(await misprintsIn(twoLines(name, amount))).toEqual([]);
});

test('the misprinted name is put right, and its money counts', async () => {
  const { findings } = checkDisclosure(await disclosureOf(twoLines('东岭泵站护维项目', '40.00')));
  const told = findings.map(({ rule, culprits: [culprit] }) => [rule, culprit?.expected?.text]);
  expect(told).toContainEqual(['project.rowWithoutSheet', '东岭泵站维修项目']);
  expect(told.map(([rule]) => rule)).not.toContain('project.amount');
});
