import type { Disclosure, DisclosureTable, TableRow } from '../../../model/disclosure.ts';
import type { CorrectedText } from './corrected.ts';

/** Words of tables that differ: the title, the note, the name beside a code, what a cell says in words. */
export function correctedLabels(before: Disclosure, after: Disclosure): readonly CorrectedText[] {
  const old = new Map(before.tables.map((table) => [table.key, table]));
  return after.tables.flatMap((fresh) => {
    const table = old.get(fresh.key);
    return table === undefined ? [] : tableLabels(table, fresh);
  });
}

function tableLabels(old: DisclosureTable, fresh: DisclosureTable): readonly CorrectedText[] {
  const rows = byCode(old.rows);
  return [
    ...changed([fresh.title], old.title, fresh.title),
    ...changed([fresh.title], old.note, fresh.note),
    ...[...byCode(fresh.rows)].flatMap(([key, row]) => {
      const twin = rows.get(key);
      return twin === undefined ? [] : rowLabels(twin, row, fresh.title);
    }),
  ];
}

function rowLabels(old: TableRow, fresh: TableRow, title: string): readonly CorrectedText[] {
  const where = fresh.code === null ? [title, fresh.name] : [title, fresh.code];
  const texts = Object.entries(fresh.cells).flatMap(([column, cell]) => {
    const twin = old.cells[column];
    if (twin === undefined || twin.fen !== null || cell.fen !== null) return [];
    return changed(where, twin.text, cell.text);
  });
  return [...changed(where, old.name, fresh.name), ...texts];
}

/** Rows by side and code, else by name; the second of a kind is another one. */
function byCode(rows: readonly TableRow[]): ReadonlyMap<string, TableRow> {
  const named = new Map<string, TableRow>();
  for (const row of rows) {
    const key = `${row.side ?? ''}\n${row.code ?? row.name}`;
    let nth = key;
    for (let count = 2; named.has(nth); count++) nth = `${key}#${String(count)}`;
    named.set(nth, row);
  }
  return named;
}

export function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}

function changed(
  where: readonly string[],
  before: string | null,
  after: string | null,
): readonly CorrectedText[] {
  return withoutSpace(before ?? '') === withoutSpace(after ?? '') ? [] : [{ where, before, after }];
}
