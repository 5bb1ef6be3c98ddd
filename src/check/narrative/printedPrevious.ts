import type { Scope } from '../../model/scope.ts';
import { evaluate, type Relation } from '../relation.ts';
import type { Values } from '../term.ts';
import type { Variable } from '../variable.ts';
import { changeOf, changeRelation, contraryChange, type StatedChange } from './changes.ts';
import { readingsOf } from './claimFigures.ts';
import type { StatedNarrative } from './stated.ts';
import { figuresOf } from './tableReading.ts';

/**
 * current − the previous year's amount that a table prints = change. Where the words do not say whether the
 * year before means its budget or its accounts, most of the document's changes must fit what is printed.
 */
export function printedPrevious(narrative: StatedNarrative): readonly Relation[] {
  const stated = narrative.paragraphs.flatMap(({ claims }) =>
    claims.flatMap((claim) => {
      if (claim.claim.kind !== 'change' || claim.claim.roles.reason) return [];
      const change = changeOf(claim, claims, narrative);
      return change?.current == null || change.previous !== null ? [] : [change];
    }),
  );
  const said = stated.filter(({ stated: { claim } }) => claim.basis?.stage != null);
  const unsaid = stated.filter(({ stated: { claim } }) => claim.basis !== null && claim.basis.stage === null);
  const loose = unsaid.flatMap((change) => relationOf(change, narrative));
  const fitting = loose.filter((relation) => holds(relation, narrative)).length;
  const decided = fitting >= 2 && fitting * 3 >= loose.length * 2;
  return [
    ...said.flatMap((change) => relationOf(change, narrative)),
    ...(decided ? loose : loose.map((relation): Relation => ({ ...relation, holds: 'unknown' }))),
  ];
}

function relationOf(change: StatedChange, narrative: StatedNarrative): readonly Relation[] {
  const previous = previousInTables(change, narrative);
  if (previous === null || previous.text === '') return [];
  const whole = { ...change, previous };
  return contraryChange(whole) ? [] : changeRelation(whole);
}

/** The table's amount of the year before; null where none or different ones are printed. */
function previousInTables({ stated: { claim } }: StatedChange, narrative: StatedNarrative): Variable | null {
  const { basis, year } = claim;
  if (basis === null || year === null) return null;
  const stage = basis.execution ? 'executed' : (basis.stage ?? claim.stage);
  const before = { year: String(basis.year ?? year - 1), stage };
  if (before.year === String(year)) return null;
  const scopes = readingsOf(claim).strict.map((scope): Scope => ({ ...scope, ...before }));
  const [first, ...others] = figuresOf(scopes, narrative);
  return first !== undefined && others.every(({ value }) => value === first.value) ? first : null;
}

function holds(relation: Relation, { variableOf }: StatedNarrative): boolean {
  const values: Values = {
    value: (figure) => variableOf(figure)?.value ?? 0,
    unit: (figure) => variableOf(figure)?.unit ?? 0,
  };
  return evaluate(relation, values) !== 'fail';
}
