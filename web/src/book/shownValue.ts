import { yuanText } from '../words/money.ts';
import type { Fact } from './book.ts';
import type { SayBook } from './words.ts';

/** A value of the book as a clerk reads it: amounts in 元, a line by what it is for. */
export function shownValue(path: string, value: unknown, say: SayBook): string {
  if (value === undefined) return say('removed');
  if (value === null || value === '') return '—';
  if (typeof value === 'string') return value;
  if (typeof value === 'number')
    return path.startsWith('assets') ? String(value) : `${yuanText(value)} ${say('yuan')}`;
  if (Array.isArray(value)) return say('rowCount', value.length);
  return lineText(value as Readonly<Record<string, unknown>>, say);
}

function lineText(line: Readonly<Record<string, unknown>>, say: SayBook): string {
  const { function: code, deptEconomic, project, name, term, text } = line as Partial<Record<string, string>>;
  const fen = (line as Partial<Fact>).fen;
  const words = [code, deptEconomic, project, name, term, text].filter((word) => word !== undefined);
  return [...words, ...(typeof fen === 'number' ? [`${yuanText(fen)} ${say('yuan')}`] : [])].join(' · ');
}
