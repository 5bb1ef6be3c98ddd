import type { Disclosure, TableRow } from '../disclosure.ts';
import type { Figure } from '../figure.ts';
import { figuresByPlace } from '../figuresByPlace.ts';
import { fold, withoutNumbering } from '../fold.ts';
import { scopeKey, withNode } from '../scope.ts';
import type { FigureChange, ProjectChange } from './comparison.ts';

/** What renamed projects are called now, by their old names in plain. */
export type NewNames = ReadonlyMap<string, string>;

export function newName(name: string, renamed: NewNames): string {
  return renamed.get(plain(name)) ?? name;
}

/** The projects that bear another name now. */
export function newNamesIn(projects: readonly ProjectChange[]): NewNames {
  return new Map(
    projects.flatMap(({ oldName, name }) => (oldName === null ? [] : [[plain(oldName), name] as const])),
  );
}

/** An amount of a table with the words that name it. */
interface Printed {
  readonly figure: Figure;
  readonly part: string;
  readonly row: string;
  readonly column: string;
  /** The table, the row and the column as both years call them. */
  readonly key: string;
  /** What it speaks of, whatever the year. */
  readonly scope: string;
}

/**
 * The amounts that differ. In one form they are matched by table, row and column, and an amount that only one
 * document has is a change from or to nothing. In different forms they are matched by what they speak of, and
 * only what both print can be compared. A renamed project is the same one.
 */
export function changedFigures(
  before: Disclosure,
  after: Disclosure,
  renamed: NewNames,
): readonly FigureChange[] {
  const [old, fresh] = [printedIn(before, renamed), printedIn(after, new Map())];
  return before.form === after.form ? changedCells(old, fresh) : changedScopes(old, fresh);
}

function changedCells(old: readonly Printed[], fresh: readonly Printed[]): readonly FigureChange[] {
  const byKey = new Map(old.map((printed) => [printed.key, printed]));
  const keys = new Set(fresh.map(({ key }) => key));
  return [
    ...fresh.flatMap((printed) => change(byKey.get(printed.key) ?? null, printed)),
    ...old.filter(({ key }) => !keys.has(key)).flatMap((printed) => change(printed, null)),
  ];
}

/** Each scope once, where the new document prints it first. */
function changedScopes(old: readonly Printed[], fresh: readonly Printed[]): readonly FigureChange[] {
  const before = firstByScope(old);
  return [...firstByScope(fresh).values()].flatMap((printed) => {
    const match = before.get(printed.scope);
    return match === undefined ? [] : change(match, printed);
  });
}

function firstByScope(list: readonly Printed[]): ReadonlyMap<string, Printed> {
  const first = new Map<string, Printed>();
  for (const printed of list) {
    const isBlank = printed.figure.text === '';
    if (!isBlank && !first.has(printed.scope)) first.set(printed.scope, printed);
  }
  return first;
}

/** Blank and zero are the same amount. */
function change(old: Printed | null, fresh: Printed | null): readonly FigureChange[] {
  const shown = fresh ?? old;
  const changeFen = (fresh?.figure.fen ?? 0) - (old?.figure.fen ?? 0);
  if (shown === null || changeFen === 0) return [];
  const { part, row, column, figure } = shown;
  return [{ part, row, column, unit: figure.unit, old: value(old), new: value(fresh), changeFen }];
}

function value(printed: Printed | null): FigureChange['old'] {
  if (printed === null || printed.figure.text === '') return null;
  return { text: printed.figure.text, fen: printed.figure.fen };
}

function printedIn({ tables, figures }: Disclosure, renamed: NewNames): readonly Printed[] {
  const figureAt = figuresByPlace(figures);
  return tables.flatMap((table) => {
    const part = `${table.label === null ? '' : `${table.label} `}${table.title}`;
    const seen = new Map<string, number>();
    return table.rows.flatMap((row) => {
      const rowKey = repeated(`${row.side ?? ''}\n${row.code ?? plain(newName(row.name, renamed))}`, seen);
      return table.columns.flatMap(({ key, title }) => {
        const cell = row.cells[key];
        const figure = cell === undefined ? undefined : figureAt(cell.place);
        if (figure === undefined) return [];
        const column = title.join('/');
        const scope = scopeKey(withNode(withNode(figure.scope, 'year', ''), 'stage', ''));
        return [{ figure, part, row: wordsOf(row), column, key: `${table.key}\n${rowKey}\n${key}`, scope }];
      });
    });
  });
}

function wordsOf({ code, name }: TableRow): string {
  return code === null ? name : `${code} ${name}`;
}

/** The name without its number in a list and without years. */
export function plain(name: string): string {
  return withoutNumbering(fold(name)).replace(/20\d\d(?=年)/g, '');
}

/** The nth row of a key. */
function repeated(key: string, seen: Map<string, number>): string {
  const count = (seen.get(key) ?? 0) + 1;
  seen.set(key, count);
  return count === 1 ? key : `${key}#${count}`;
}
