import type { ProjectSheet } from '../../model/disclosure.ts';
import { fold } from '../../model/fold.ts';
import { note, type ImportNote } from '../note.ts';
import type { ProjectRow } from './projectRows.ts';

export interface MatchedSheets {
  /** By the project's key: its id, else its name. */
  readonly sheets: ReadonlyMap<string, ProjectSheet>;
  readonly notes: readonly ImportNote[];
}

/** The performance sheet of each project row, by name, then by a name that nearly is the same. */
export function matchSheets(rows: readonly ProjectRow[], sheets: readonly ProjectSheet[]): MatchedSheets {
  const found = new Map<string, ProjectSheet>();
  const notes: ImportNote[] = [];
  const left = new Set(sheets);
  const take = (row: ProjectRow, isMeant: (sheet: ProjectSheet) => boolean): void => {
    const key = row.id ?? row.name;
    const sheet = found.has(key) ? undefined : [...left].find(isMeant);
    if (sheet === undefined) return;
    found.set(key, sheet);
    left.delete(sheet);
    if (fold(sheet.name) !== fold(row.name)) notes.push(note('sheetRenamed', sheet.name, row.name));
  };
  for (const row of rows) take(row, (sheet) => fold(sheet.name) === fold(row.name));
  for (const row of rows) take(row, (sheet) => isNear(fold(sheet.name), fold(row.name)));
  for (const sheet of left) notes.push(note('sheetAlone', sheet.name));
  return { sheets: found, notes };
}

/** At most one character in eight differs. */
function isNear(a: string, b: string): boolean {
  const allowed = Math.max(1, Math.floor(Math.max(a.length, b.length) / 8));
  return Math.abs(a.length - b.length) <= allowed && distance(a.toLowerCase(), b.toLowerCase()) <= allowed;
}

/** How many characters have to be changed, added or left out. */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row.push(Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + same));
    }
    above = row;
  }
  return above[b.length] ?? 0;
}
