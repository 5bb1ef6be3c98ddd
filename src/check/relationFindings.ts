import type { Culprit, Evidence, Finding } from '../model/finding.ts';
import { fenPerUnit } from '../model/money.ts';
import type { Change } from './explanation.ts';
import { formulaOf } from './formula.ts';
import type { Localised } from './localise.ts';
import { ownValues, type Network } from './network.ts';
import { impliedInRatio } from './ratio.ts';
import { isSame, residual, slack, type Relation } from './relation.ts';
import type { Term } from './term.ts';
import { reportedOf, type Variable } from './variable.ts';

/**
 * The finding that a contradicted group of relations is told by.
 * `changes`: one for a certain culprit, several for alternatives. `shared`: the name of the group of findings that
 * must be put right together. Amounts in the document's printed units.
 */
export function findingOfRelations(
  network: Network,
  group: readonly number[],
  changes: readonly Change[],
  shared: string | null,
): Finding {
  const main = mainRelation(network, group, changes[0]?.figure ?? -1);
  const culprits = changes.map((change) => culpritOf(network, change));
  const unit = changes.length === 1 ? wrongUnit(network, changes[0]) : null;
  const turned = changes.length === 1 ? otherDirection(network, changes[0]) : null;
  const figure = variableOf(network, changes[0]?.figure ?? -1);
  return {
    rule: main?.rule ?? 'table.across',
    severity: 'error',
    ...(unit !== null && main?.rule.startsWith('narrative.') === true ? { variant: 'unit' } : {}),
    ...(turned !== null ? { variant: turned.direction } : {}),
    params: {
      ...paramsOf(network, main, changes[0]),
      ...unit,
      ...(turned !== null && { size: turned.size }),
    },
    culprits,
    tied: culprits.length > 1,
    group: shared,
    evidence:
      main === null ? [] : [...evidenceOf(network, main, changes), ...agreeing(network, main, changes)],
    ...distance(network, main, figure),
    waiver: null,
  };
}

/** How far the printed figures lie from the relation, and how far rounding lets them. */
function distance(
  network: Network,
  main: Relation | null,
  figure: Variable | null,
): Pick<Finding, 'difference' | 'allowed'> {
  if (main === null || figure === null) return { difference: null, allowed: null };
  const values = ownValues(network);
  return {
    difference: figure.decimals(2 * Math.abs(residual(main, values))),
    allowed: figure.decimals(slack(main, values)),
  };
}

/** Words for the message: the sentence around the figure, and the sum that it should satisfy. */
function paramsOf(network: Network, main: Relation | null, change: Change | undefined): Finding['params'] {
  const quote = network.variables[change?.figure ?? -1]?.quote;
  const formula = main === null ? null : formulaOf(main, (id) => variableOf(network, id));
  const tail = main === null || change === undefined ? '' : quotientTail(network, main, change);
  return {
    ...(main?.says ?? {}),
    ...(quote === undefined ? {} : { quote }),
    ...(formula === null ? {} : { formula: `${formula}${tail}` }),
  };
}

/** How far rounded amounts leave their quotient open, where what is expected is not just its rounding. */
function quotientTail(network: Network, { ratio }: Relation, { figure, expected }: Change): string {
  const implied = ratio?.rate === figure ? impliedInRatio(ratio, figure, ownValues(network)) : null;
  if (implied === null) return '';
  const { text } = network.variables[figure]?.express(expected) ?? { text: '' };
  const half = (implied.high - implied.low) / 4;
  const decimals = (/\.(\d+)/.exec(text)?.[1] ?? '').length;
  const middle = ((implied.low + implied.high) / 4 / perPercent).toFixed(decimals);
  return `${middle}%` === text || !text.endsWith('%') ? '' : ` ± ${(half / perPercent).toFixed(2)}%`;
}

/** Millionths in one percent. */
const perPercent = 10_000;

/** The unit that a sentence's amount was meant in, where only its unit is wrong. */
function wrongUnit(
  network: Network,
  change: Change | undefined,
): { readonly unit: string; readonly rightUnit: string } | null {
  const { moneyUnit, value = 0, origin } = network.variables[change?.figure ?? -1] ?? {};
  if (change?.slip !== 'unit' || moneyUnit === undefined || origin !== 'text') return null;
  const wanted = Math.round((fenPerUnit[moneyUnit] * change.expected) / value);
  const right = moneyUnits.find((unit) => fenPerUnit[unit] === wanted);
  return right === undefined ? null : { unit: moneyUnit, rightUnit: right };
}

const moneyUnits = ['元', '千元', '万元', '亿元'] as const;

/** 增加3.84% that is a fall of 2.09%: a change or a rate that goes the other way once it is put right. */
function otherDirection(
  network: Network,
  change: Change | undefined,
): { readonly direction: 'rise' | 'fall'; readonly size: string } | null {
  const { kind, quote, value = 0, express } = network.variables[change?.figure ?? -1] ?? {};
  const says = /[增升]/.test(quote ?? '') ? 'fall' : /[减降]/.test(quote ?? '') ? 'rise' : null;
  if (change === undefined || express === undefined || says === null) return null;
  if (kind === 'count' || value < 0 || change.expected >= 0) return null;
  return { direction: says, size: express(-change.expected).text };
}

function culpritOf(network: Network, change: Change): Culprit {
  const figure = variableOf(network, change.figure);
  if (figure === null) throw new RangeError(`no figure ${change.figure}`);
  return {
    reported: reportedOf(figure),
    expected: figure.express(change.expected),
    support: change.support,
    slip: change.slip,
    place: figure.place,
  };
}

export function variableOf(network: Network, id: number): Variable | null {
  return network.variables[id] ?? null;
}

/** The contradicted relation that says most plainly what the figure should be: the shortest one. */
function mainRelation(network: Network, group: readonly number[], figure: number): Relation | null {
  const held = group
    .map((r) => network.relations[r])
    .filter((relation) => relation !== undefined)
    .filter((relation) => relation.terms.some((term) => term.figure === figure));
  const [first, ...rest] = held;
  if (first === undefined) return network.relations[group[0] ?? -1] ?? null;
  return rest.reduce((a, b) => (plainness(b) < plainness(a) ? b : a), first);
}

function plainness(relation: Relation): number {
  return relation.terms.length + (isSame(relation) ? 1 : 0);
}

export const MAX_EVIDENCE = 12;
const MAX_AGREEING = 4;

export function evidenceOf(
  network: Network,
  main: Relation,
  changes: readonly Change[],
): readonly Evidence[] {
  const culprits = new Set(changes.map((change) => change.figure));
  const terms = main.terms.filter((term) => culprits.size > 1 || !culprits.has(term.figure));
  const agreeing =
    isSame(main) && culprits.size === 1 ? agreeingWith(network, terms[0]?.figure ?? -1, culprits) : [];
  return [...terms, ...agreeing]
    .flatMap((term) => {
      const figure = variableOf(network, term.figure);
      if (figure === null || figure.text === '') return [];
      return [
        { role: term.role, text: figure.text, fen: reportedOf(figure)?.fen ?? null, place: figure.place },
      ];
    })
    .slice(0, MAX_EVIDENCE);
}

/** Other printings of a confirming figure that say the same. */
function agreeingWith(network: Network, figure: number, culprits: ReadonlySet<number>): readonly Term[] {
  const value = network.variables[figure]?.value;
  return network
    .relationsOf(figure)
    .map((r) => network.relations[r])
    .filter((relation) => relation !== undefined && isSame(relation))
    .flatMap((relation) => relation?.terms ?? [])
    .filter((term) => term.figure !== figure && !culprits.has(term.figure))
    .filter(
      (term) =>
        network.variables[term.figure]?.value === value && network.variables[term.figure]?.origin === 'cell',
    )
    .slice(0, MAX_AGREEING);
}

/** Other printings of the figure that bear the expected value. */
function agreeing(network: Network, main: Relation, changes: readonly Change[]): readonly Evidence[] {
  const [change, ...others] = changes;
  if (change === undefined || others.length > 0 || isSame(main)) return [];
  const shown = new Set(main.terms.map((term) => term.figure));
  const printings = network.relationsOf(change.figure).flatMap((r) => {
    const relation = network.relations[r];
    return relation === undefined || !isSame(relation) ? [] : relation.terms;
  });
  return printings.flatMap((term) => {
    const variable = variableOf(network, term.figure);
    if (variable === null || shown.has(term.figure) || variable.value !== change.expected) return [];
    shown.add(term.figure);
    const { text, place } = variable;
    return text === ''
      ? []
      : [{ role: 'same' as const, text, fen: reportedOf(variable)?.fen ?? null, place }];
  });
}

/** More changes than can be told apart: the group is named, nothing is guessed. */
export function undecidedFinding(network: Network, result: Localised): Finding {
  const relations = result.group
    .map((r) => network.relations[r])
    .filter((relation) => relation !== undefined);
  const main = relations[0] ?? null;
  const figure = variableOf(network, main?.terms[0]?.figure ?? -1);
  return {
    rule: main?.rule ?? 'table.across',
    severity: 'error',
    variant: 'undecided',
    params: { relations: relations.length },
    culprits:
      main === null
        ? []
        : main.terms.slice(0, MAX_EVIDENCE).flatMap((term) => undecidedCulprit(network, term.figure)),
    tied: true,
    group: null,
    evidence: relations
      .slice(1, 4)
      .flatMap((relation) => evidenceOf(network, relation, []))
      .slice(0, MAX_EVIDENCE),
    ...distance(network, main, figure),
    waiver: null,
  };
}

function undecidedCulprit(network: Network, id: number): readonly Culprit[] {
  const figure = variableOf(network, id);
  if (figure === null || figure.text === '') return [];
  return [{ reported: reportedOf(figure), expected: null, support: 0, slip: null, place: figure.place }];
}
