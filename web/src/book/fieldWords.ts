import { partOf } from './parts.ts';
import type { BookWord, SayBook } from './words.ts';

const fields: Readonly<Record<string, BookWord>> = {
  function: 'function',
  deptEconomic: 'deptEconomic',
  project: 'project',
  unit: 'unit',
  fen: 'sumOfAll',
  name: 'codeName',
  revenueCode: 'revenueCode',
  indicators: 'indicators',
  funds: 'annualFunds',
  filedAt: 'filedAt',
  term: 'term',
  attribute: 'attribute',
  duties: 'duties',
  definition: 'definition',
};

/** facts[3].function → 支出明细 第 4 行 功能分类. */
export function fieldWords(path: string, say: SayBook): string {
  const row = /\[(\d+)\]/.exec(path)?.[1];
  const field = fields[/(\w+)(?:\[\d+\])?$/.exec(path)?.[1] ?? ''];
  const words = [
    say(partOf(path)),
    ...(row === undefined ? [] : [say('lineNumber', Number(row) + 1)]),
    ...(field === undefined ? [] : [say(field)]),
  ];
  return words.join(' · ');
}
