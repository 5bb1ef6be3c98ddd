import { expect, test } from 'vitest';
import type { Place } from '../model/place.ts';
import { networkOf, outcomes, valuesWith } from './network.ts';
import type { Relation } from './relation.ts';
import { same, sum } from './relationFixture.ts';
import { scaleFaults } from './scale.ts';
import { amountVariable, type Variable } from './variable.ts';

type Cell = readonly [table: number, row: string, column: string, text: string];

function variables(cells: readonly Cell[]): readonly Variable[] {
  return cells.map(([table, row, column, text], id) => {
    const place: Place = { file: 'document', table, row, column };
    const fen = text === '' ? 0 : Math.round(Number(text) * 1_000_000);
    const unitFen = text === '' ? 0 : 10_000;
    return amountVariable({ id, origin: 'cell', scope: {}, text, fen, unitFen, unit: '万元', place });
  });
}

function faults(cells: readonly Cell[], relations: readonly Relation[]) {
  const network = networkOf(variables(cells), relations);
  return scaleFaults(network, outcomes(network, valuesWith(network, new Map())));
}

const three = (table: number, texts: readonly [string, string, string]): readonly Cell[] =>
  texts.map((text, i) => [table, `row${i}`, 'total', text] as const);

test.each([
  ['10000', ['1.00', '2.00', '3.50'], 'Large', 10_000],
  ['0.1', ['1000.00', '2000.00', '3500.00'], 'Small', 10],
] as const)('a whole table at %s times the scale is one finding', (factor, others, variant, times) => {
  const wrong = others.map((text) => (Number(text) * Number(factor)).toFixed(2));
  const cells = [
    ...three(1, [...others]),
    ...three(2, [wrong[0] ?? '', wrong[1] ?? '', wrong[2] ?? '']),
    ...three(3, [...others]),
  ];
  const relations = [0, 1, 2].flatMap((i) => [same(i, i + 3), same(i + 3, i + 6), same(i, i + 6)]);
  const [fault, ...more] = faults(cells, relations);
  expect(more).toEqual([]);
  expect(fault?.finding).toMatchObject({
    rule: 'table.scale',
    variant,
    params: { table: 2, factor: times, count: 3 },
  });
  expect(fault?.variables.map(({ value }) => value)).toEqual(
    variables(three(2, [...others])).map(({ value }) => value),
  );
});

test('one wrong figure is no matter of scale', () => {
  const cells = [...three(1, ['1.00', '2.00', '3.50']), ...three(2, ['10.00', '2.00', '3.50'])];
  expect(faults(cells, [same(0, 3), same(1, 4), same(2, 5)])).toEqual([]);
});

test('a row that slid by one column is one finding', () => {
  const cells: readonly Cell[] = [
    [1, 'a', 'total', ''],
    [1, 'a', 'basic', '5.00'],
    [1, 'a', 'project', '5.00'],
    [2, 'a', 'total', '5.00'],
    [2, 'a', 'basic', '5.00'],
    [2, 'a', 'project', ''],
  ];
  const found = faults(cells, [sum(0, 1, 2), same(0, 3), same(1, 4), same(2, 5)]);
  expect(found.map(({ finding }) => [finding.rule, finding.culprits[0]?.expected?.text])).toEqual([
    ['table.shiftedRow', '5.00 | 5.00 | —'],
  ]);
});
