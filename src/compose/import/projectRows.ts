import type { Disclosure, TableRow } from '../../model/disclosure.ts';
import type { Figure } from '../../model/figure.ts';
import { fold } from '../../model/fold.ts';

/** A project as the tables name it. */
export interface ProjectRow {
  /** The project and the unit as scopes have them. */
  readonly node: string;
  readonly unit: string | null;
  readonly name: string;
  /** Tells it from others of its name. */
  readonly id: string | null;
}

/** The projects of all tables in the order printed; one that stands in two tables is one project. */
export function projectRowsOf({ tables }: Disclosure, figures: readonly Figure[]): readonly ProjectRow[] {
  const rows = new Map<string, ProjectRow>();
  const names = namesByPlace(tables.flatMap((table) => table.rows));
  for (const { scope, place } of figures) {
    if (scope.project === undefined) continue;
    const key = `${scope.unit ?? ''} ${scope.project}`;
    if (rows.has(key)) continue;
    const [, again = ''] = /#(\d+)$/.exec(scope.project) ?? [];
    const name = names.get(placeKey(place.table, place.row)) ?? scope.project.replace(/#\d+$/, '');
    rows.set(key, {
      node: scope.project,
      unit: scope.unit ?? null,
      name,
      id: again === '' ? null : `${name}（${again}）`,
    });
  }
  return [...rows.values()];
}

function namesByPlace(rows: readonly TableRow[]): ReadonlyMap<string, string> {
  return new Map(
    rows.map(({ place, name }) => [placeKey(place.table, place.row), name.replace(/\s+/g, ' ').trim()]),
  );
}

function placeKey(table: number | undefined, row: string | undefined): string {
  return `${table ?? ''} ${row ?? ''}`;
}

/** Does a performance sheet of this name belong to the project? */
export function isSameName(a: string, b: string): boolean {
  return fold(a).toLowerCase() === fold(b).toLowerCase();
}
