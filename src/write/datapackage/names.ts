import { codeList } from '../../model/codes/codes.ts';
import type { CodeAxis } from '../../model/codes/entries.ts';
import type { Disclosure } from '../../model/disclosure.ts';
import type { Scope } from '../../model/scope.ts';
import { fundTerms, itemTerms, natureTerms, sourceTerms, vintageTerms } from '../../model/words/terms.ts';

/** A code with what it is called. */
export interface Named {
  readonly code: string;
  readonly label: string;
}

/** The fund and the year it comes from: a source of money, never a phase. Null where the line says neither. */
export function finSource({ fund = '', vintage = '', source = '' }: Scope): Named | null {
  const parts = [fund, vintage, source].filter((part) => part !== '');
  if (parts.length === 0) return null;
  const words = [fundTerms[fund] ?? fund, vintageTerms[vintage] ?? vintage, sourceTerms[source] ?? source];
  return { code: parts.join('-'), label: words.filter((word) => word !== '').join('·') };
}

/** Basic or project expenditure; 年终结转 is what is not spent. */
export function expenditureType({ nature, use }: Scope): Named | null {
  const code = nature ?? (use === 'carriedForward' || use === 'distributed' ? use : undefined);
  return code === undefined ? null : { code, label: natureTerms[code] ?? code };
}

/** One of the three public expenses or of procurement. */
export function purposeOf({ item }: Scope): Named | null {
  return item === undefined ? null : { code: item, label: itemTerms[item] ?? item };
}

/** What codes are called: as the document prints it, else by the code lists. The axes share no code. */
export type CodeNames = (axis: CodeAxis, code: string) => string;

export function codeNamesOf({ tables, year }: Disclosure): CodeNames {
  const printed = new Map<string, string>();
  for (const { rows } of tables) {
    for (const { code, name } of rows) if (code !== null && !printed.has(code)) printed.set(code, name);
  }
  return (axis, code) => printed.get(code) ?? codeList(axis, year).find(code)?.name ?? code;
}

/** The levels of a node, outermost first: by the code's digits (3, 5, 7), or along the path a/b of names. */
export function levelsOf(node: string): readonly string[] {
  if (!/^\d+$/.test(node)) return node.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/'));
  return [3, 5, 7].filter((length) => length <= node.length).map((length) => node.slice(0, length));
}
