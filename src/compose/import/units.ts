import type { BookUnit } from '../../model/book.ts';
import type { Disclosure } from '../../model/disclosure.ts';
import type { Figure } from '../../model/figure.ts';
import { fold } from '../../model/fold.ts';
import { note, type ImportNote } from '../note.ts';
import { isMoney } from './imported.ts';

/** Units with their folded names, as scopes have them. */
export interface UnitReading {
  readonly units: readonly BookUnit[];
  readonly notes: readonly ImportNote[];
}

/**
 * The units that tables name, else the department itself. A unit with 机关运行经费 is administrative; where
 * not all 公用经费 is 机关运行经费 there must be institutions too.
 */
export function unitsOf(disclosure: Disclosure, figures: readonly Figure[]): UnitReading {
  const department = disclosure.department.name ?? '';
  const named = namesIn(disclosure);
  const [operating, ownOperating] = [
    largest(figures.filter(isOperating)),
    largest(figures.filter(isAdministrative)),
  ];
  const stated = figures.some(isAdministrative);
  const names = named.length > 0 ? named : [department];
  const kind = (name: string): BookUnit['kind'] => {
    if (!stated) return 'administrative';
    const own = figures.filter((figure) => isAdministrative(figure) && figure.scope.unit === fold(name));
    const fen = names.length === 1 || own.length === 0 ? ownOperating : largest(own);
    return fen > 0 || operating === 0 ? 'administrative' : 'institution';
  };
  const units = names.map((name) => ({ name, kind: kind(name) }));
  const mixed = stated && ownOperating > 0 && operating - ownOperating > 5_000 * 4;
  if (!mixed || units.some((unit) => unit.kind === 'institution')) return { units, notes: unitNotes(units) };
  const others: BookUnit = { name: `${department}所属事业单位`, kind: 'institution' };
  return { units: [...units, others], notes: [...unitNotes(units), note('ownUnit', others.name)] };
}

function unitNotes(units: readonly BookUnit[]): readonly ImportNote[] {
  return units.length === 1 ? [] : [note('unitsWithoutBasic')];
}

/** Names of rows whose scope is a unit, in the order printed. */
function namesIn({ tables, department }: Disclosure): readonly string[] {
  const rows = tables
    .filter(({ key }) => key === 'operating' || key.startsWith('projects'))
    .flatMap((table) => table.rows.filter((row) => row.level === 2).map(({ name }) => name));
  const known = new Map(rows.map((name) => [fold(name), name]));
  const own = known.get(fold(department.name ?? ''));
  return own === undefined
    ? [...known.values()]
    : [own, ...[...known.values()].filter((name) => name !== own)];
}

function isOperating({ scope }: Figure): boolean {
  return scope.nature === 'operating' && scope.unitKind === undefined && scope.deptEconomic === undefined;
}

function isAdministrative(figure: Figure): boolean {
  return figure.scope.unitKind === 'administrative' && isMoney(figure);
}

function largest(figures: readonly Figure[]): number {
  return figures.reduce((most, { fen }) => Math.max(most, fen), 0);
}
