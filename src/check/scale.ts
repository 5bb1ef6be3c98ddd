import { gather } from '../model/gather.ts';
import type { Finding } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import type { Network } from './network.ts';
import { evaluate, type Outcome, type Relation } from './relation.ts';
import { findingOf } from './rule.ts';
import type { Values } from './term.ts';
import type { Variable } from './variable.ts';

/** One cause of many contradictions: figures that are all wrong in the same way, and what they should be. */
export interface ScaleFault {
  /** The values and last digits that the figures should have. */
  readonly variables: readonly Variable[];
  readonly finding: Finding;
}

/** A printed unit too large or too small. */
const factors = [10_000, 1_000, 100, 10, 0.1, 0.01, 0.001, 0.0001] as const;

/** Fewer contradictions than this are better explained figure by figure. */
const fewest = 3;

/**
 * Looks for one cause of many contradictions: a whole table or one column printed in another unit, or a
 * row whose amounts slid by one column. Found causes are put right before single figures are looked at.
 */
export function scaleFaults(network: Network, states: readonly Outcome[]): readonly ScaleFault[] {
  const failing = gather(states, (state, r) => (state === 'fail' ? [r] : []));
  if (failing.length < 2) return [];
  const faults: ScaleFault[] = [];
  let left: ReadonlySet<number> = new Set(failing);
  for (const group of groupsOf(network, left)) {
    const explained = group.kind === 'row' ? shifted(network, group, left) : scaled(network, group, left);
    if (explained === null) continue;
    faults.push(explained.fault);
    left = new Set([...left].filter((r) => !explained.relations.has(r)));
  }
  return faults;
}

interface Group {
  readonly kind: 'table' | 'column' | 'row';
  readonly figures: readonly Variable[];
}

interface Explained {
  readonly fault: ScaleFault;
  readonly relations: ReadonlySet<number>;
}

/** Tables first, then columns, then rows: the cause that explains most. Only those with contradicted figures. */
function groupsOf(network: Network, failing: ReadonlySet<number>): readonly Group[] {
  const cells = network.variables.filter(
    ({ origin, place }) => origin === 'cell' && place.table !== undefined,
  );
  const accused = new Set(
    [...failing].flatMap((r) => network.relations[r]?.terms.map((term) => term.figure) ?? []),
  );
  const isAccused = (figures: readonly Variable[]): boolean => figures.some(({ id }) => accused.has(id));
  const tables = grouped(cells, ({ table }) => table).filter(isAccused);
  const columns = tables.flatMap((table) => grouped(table, ({ column }) => column)).filter(isAccused);
  const rows = tables.flatMap((table) => grouped(table, ({ row }) => row)).filter(isAccused);
  return [
    ...tables.map((figures): Group => ({ kind: 'table', figures })),
    ...columns.map((figures): Group => ({ kind: 'column', figures })),
    ...rows.map((figures): Group => ({ kind: 'row', figures })),
  ];
}

function grouped(
  cells: readonly Variable[],
  key: (place: Place) => string | number | undefined,
): readonly (readonly Variable[])[] {
  const groups = new Map<string | number | undefined, Variable[]>();
  for (const cell of cells) {
    const group = groups.get(key(cell.place));
    if (group === undefined) groups.set(key(cell.place), [cell]);
    else group.push(cell);
  }
  return [...groups.values()];
}

/** The printed values with those of some figures replaced. */
function valuesOf(network: Network, changed: ReadonlyMap<number, Variable>): Values {
  const at = (figure: number): Variable | undefined => changed.get(figure) ?? network.variables[figure];
  return { value: (figure) => at(figure)?.value ?? 0, unit: (figure) => at(figure)?.unit ?? 0 };
}

/** Relations that the figures stand in and that say something: not everything in them is zero. */
function telling(network: Network, figures: readonly Variable[]): readonly number[] {
  const relations = new Set(gather(figures, ({ id, value }) => (value === 0 ? [] : network.relationsOf(id))));
  return [...relations];
}

/** Does another scale of the whole group satisfy all its contradicted relations and break none? */
function scaled(network: Network, group: Group, failing: ReadonlySet<number>): Explained | null {
  const figures = group.figures.filter(({ kind }) => kind === 'amount');
  const own = new Set(figures.map(({ id }) => id));
  const relations = telling(network, figures);
  const contradicted = relations.filter((r) => failing.has(r));
  const outward = contradicted.filter((r) =>
    network.relations[r]?.terms.some(({ figure }) => !own.has(figure)),
  );
  if (outward.length < fewest || figures.filter(({ value }) => value !== 0).length < fewest) return null;
  for (const factor of factors) {
    const changed = new Map(figures.map((figure) => [figure.id, times(figure, factor)] as const));
    if (!explains(network, relations, changed)) continue;
    if (isOneFigure(network, contradicted, figures, changed)) continue;
    const variables = [...changed.values()];
    return {
      fault: { variables, finding: scaleFinding(group, factor, contradicted.length) },
      relations: new Set(contradicted),
    };
  }
  return null;
}

function times(figure: Variable, factor: number): Variable {
  return { ...figure, value: Math.round(figure.value * factor), unit: figure.unit * factor };
}

/** At least nine in ten of the relations hold, so that one more mistake does not hide the cause. */
function explains(
  network: Network,
  relations: readonly number[],
  changed: ReadonlyMap<number, Variable>,
): boolean {
  const values = valuesOf(network, changed);
  const broken = relations.filter((r) => fails(network.relations[r], values));
  return broken.length * 10 <= relations.length;
}

/** One amount in another unit explains the same contradictions: then the others were printed right. */
function isOneFigure(
  network: Network,
  contradicted: readonly number[],
  figures: readonly Variable[],
  changed: ReadonlyMap<number, Variable>,
): boolean {
  return figures.some(({ id }) => {
    const own = changed.get(id);
    if (own === undefined || !contradicted.every((r) => holdsFigure(network.relations[r], id))) return false;
    const values = valuesOf(network, new Map([[id, own]]));
    return network.relationsOf(id).every((r) => !fails(network.relations[r], values));
  });
}

function holdsFigure(relation: Relation | undefined, figure: number): boolean {
  return relation?.terms.some((term) => term.figure === figure) ?? false;
}

function fails(relation: Relation | undefined, values: Values): boolean {
  return relation !== undefined && evaluate(relation, values) === 'fail';
}

function scaleFinding(group: Group, factor: number, relations: number): Finding {
  const first = group.figures.find(({ value }) => value !== 0) ?? group.figures[0];
  const place: Place = first === undefined ? { file: '' } : lineOf(first.place, group.kind);
  const times = factor >= 1 ? factor : Math.round(1 / factor);
  const variant = `${group.kind === 'column' ? 'column' : ''}${factor >= 1 ? 'Small' : 'Large'}`;
  const reported = first === undefined ? null : { text: first.text, fen: first.value };
  const expected = first === undefined ? null : first.express(Math.round(first.value * factor));
  const count = group.figures.filter(({ value }) => value !== 0).length;
  return findingOf({
    rule: 'table.scale',
    severity: 'error',
    variant,
    params: { table: place.table ?? '', factor: times, relations, count },
    culprits: [
      {
        reported,
        expected,
        support: relations,
        slip: factor === 1e4 || factor === 1e-4 ? 'unit' : 'decimal',
        place,
      },
    ],
  });
}

/** The place of the whole table, column or row. */
function lineOf(place: Place, kind: Group['kind']): Place {
  const { row, column, ...rest } = place;
  if (kind === 'column') return column === undefined ? rest : { ...rest, column };
  return kind === 'row' && row !== undefined ? { ...rest, row } : rest;
}

/** Do the amounts of a row satisfy everything once they all move one column to the left or the right? */
function shifted(network: Network, group: Group, failing: ReadonlySet<number>): Explained | null {
  const figures = group.figures.filter(({ kind }) => kind === 'amount');
  const relations = telling(network, figures);
  const contradicted = relations.filter((r) => failing.has(r));
  if (contradicted.length < 2 || figures.length < 2) return null;
  for (const step of [1, -1]) {
    const changed = moved(figures, step);
    if (changed === null || !explainsAll(network, figures, changed)) continue;
    const variables = [...changed.values()].filter((variable, i) => variable.value !== figures[i]?.value);
    if (variables.length < 2) continue;
    const finding = shiftFinding(group, step, contradicted.length, changed);
    return { fault: { variables, finding }, relations: new Set(contradicted) };
  }
  return null;
}

/** The figures with the values of their neighbours `step` columns back; null when an amount would fall off. */
function moved(figures: readonly Variable[], step: number): ReadonlyMap<number, Variable> | null {
  const lost = step > 0 ? figures.at(-1) : figures[0];
  if (lost === undefined || lost.value !== 0) return null;
  return new Map(
    figures.map((figure, i) => {
      const source = figures[i - step];
      return [figure.id, { ...figure, value: source?.value ?? 0, unit: source?.unit ?? 0 }] as const;
    }),
  );
}

function explainsAll(
  network: Network,
  figures: readonly Variable[],
  changed: ReadonlyMap<number, Variable>,
): boolean {
  const values = valuesOf(network, changed);
  const all = new Set(figures.flatMap(({ id }) => network.relationsOf(id)));
  return [...all].every((r) => !fails(network.relations[r], values));
}

function shiftFinding(
  group: Group,
  step: number,
  relations: number,
  changed: ReadonlyMap<number, Variable>,
): Finding {
  const [first] = group.figures.filter(({ id, value }) => changed.get(id)?.value !== value);
  const place = first === undefined ? { file: '' } : lineOf(first.place, 'row');
  const show = (values: readonly Variable[]): string =>
    values.map((figure) => (figure.value === 0 ? '—' : figure.express(figure.value).text)).join(' | ');
  const printed = group.figures.map(({ text }) => (text === '' ? '—' : text)).join(' | ');
  const expected = show(group.figures.map((figure) => ({ ...figure, ...pick(changed.get(figure.id)) })));
  return findingOf({
    rule: 'table.shiftedRow',
    severity: 'error',
    variant: step > 0 ? '' : 'right',
    params: { table: place.table ?? '', printed, shifted: expected, relations },
    culprits: [
      {
        reported: { text: printed, fen: null },
        expected: { text: expected, fen: null },
        support: relations,
        slip: 'neighbour',
        place,
      },
    ],
  });
}

function pick(variable: Variable | undefined): Partial<Pick<Variable, 'value' | 'unit'>> {
  return variable === undefined ? {} : { value: variable.value, unit: variable.unit };
}
