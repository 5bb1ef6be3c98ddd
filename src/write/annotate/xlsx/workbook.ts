import { attributeOf, relationshipsOf } from '../package.ts';
import type { OfficePackage } from '../package.ts';

export interface Workbook {
  readonly part: string;
  readonly styles: string | undefined;
  /** The part of each worksheet by its name, in the order of the tabs. */
  readonly sheets: ReadonlyMap<string, string>;
}

/** The parts of an xlsx; undefined when it has no worksheets. */
export function workbookOf(office: OfficePackage): Workbook | undefined {
  const part =
    relationshipsOf(office, '').find(({ kind }) => kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const source = office.read(part);
  if (source === undefined) return undefined;
  const related = relationshipsOf(office, part);
  const sheets = new Map<string, string>();
  for (const [tag] of source.matchAll(/<(?:[\w.-]+:)?sheet\s[^>]*>/g)) {
    const id = attributeOf(tag, '(?:[\\w.-]+:)?id');
    const name = attributeOf(tag, 'name');
    const target = related.find((relation) => relation.id === id && relation.kind === 'worksheet')?.target;
    if (name !== undefined && target !== undefined) sheets.set(name, target);
  }
  const styles = related.find(({ kind }) => kind === 'styles')?.target;
  return sheets.size === 0 ? undefined : { part, styles, sheets };
}

/** Column from 0 and row from 1 of an address such as "B12". */
export function cellOf(address: string): { column: number; row: number } | undefined {
  const parts = /^([A-Z]{1,3})(\d{1,7})$/.exec(address);
  if (parts === null) return undefined;
  const letters = Array.from(parts[1] ?? '');
  return {
    column: letters.reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1,
    row: Number(parts[2]),
  };
}
