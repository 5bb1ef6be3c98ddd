import { codeList } from '../../../model/codes/codes.ts';
import { renamedTerms } from '../../../model/codes/renamed.ts';
import type { Disclosure, DisclosureTable, TableRow } from '../../../model/disclosure.ts';
import { withoutNumbering } from '../../../model/fold.ts';
import type { Claim } from '../../../model/narrative/claim.ts';
import { plainText } from '../../../model/narrative/plainText.ts';
import type { Place } from '../../../model/place.ts';

/** A name that the document's own tables print, with the amounts beside it. */
export interface TableName {
  /** In the grammar's plain form. */
  readonly name: string;
  /** The codes that bear it; none for a project. */
  readonly codes: ReadonlySet<string>;
  readonly amounts: ReadonlySet<number>;
  readonly place: Place;
  /** A class of functions with a name of its own (城乡社区支出, not 教育支出). */
  readonly isDistinct: boolean;
}

interface GatheredName extends Omit<TableName, 'isDistinct'> {
  readonly codes: Set<string>;
  readonly amounts: Set<number>;
}

/** So few characters as 水利 may stand in any sentence. */
const shortest = 4;

/** Names of functions and projects from so many characters on; of balance tables only the classes of functions. */
export function tableNames({ tables, year }: Disclosure, least = shortest): readonly TableName[] {
  const names = new Map<string, GatheredName>();
  for (const table of tables) {
    for (const row of table.rows) {
      const name = nameOf(row, table, year);
      if (name === null || name.length < least) continue;
      const known = names.get(name) ?? { name, codes: new Set(), amounts: new Set(), place: row.place };
      if (row.code !== null) known.codes.add(row.code);
      for (const { fen } of Object.values(row.cells)) if (fen !== null && fen !== 0) known.amounts.add(fen);
      names.set(name, known);
    }
  }
  return Array.from(names.values(), (known) => ({ ...known, isDistinct: isDistinct(known) }));
}

function isDistinct({ name, codes }: GatheredName): boolean {
  return name.replace(/支出$/, '').length >= 4 && [...codes].some((code) => code.length === 3);
}

function nameOf(row: TableRow, table: DisclosureTable, year: number | null): string | null {
  const name = withoutNumbering(plainText(row.name).text);
  if (/^(?:合计|总计|小计)/.test(name)) return null;
  // Economic classes are called by many everyday words (公务用车运行费): only functions have one name.
  if (row.code !== null) return row.code.startsWith('2') ? name : null;
  if (table.key.startsWith('projects') && row.level === 3) return name;
  return isClass(name, year) ? name : null;
}

function isClass(name: string, year: number | null): boolean {
  return codeList('function', year)
    .named(name)
    .some((code) => code.length === 3);
}

/** Does a row of the name print the amount that the sentence states, as exactly as it states it? */
export function prints({ amounts }: TableName, claim: Claim): boolean {
  const fen = claim.fen ?? 0;
  if (amounts.has(fen)) return true;
  const unit = claim.unitFen ?? 0;
  for (const amount of amounts) if (2 * Math.abs(amount - fen) <= unit) return true;
  return false;
}

/** Does a classification know the name, now or in former years? */
export function isListedName(name: string, year: number | null): boolean {
  const forms = [name, `${name}支出`, name.replace(/支出$/, '')];
  return (
    renamedTerms.some(({ former }) => forms.includes(former)) ||
    (['function', 'deptEconomic', 'govEconomic'] as const).some((axis) =>
      forms.some((form) => form !== '' && codeList(axis, year).named(form).length > 0),
    )
  );
}
