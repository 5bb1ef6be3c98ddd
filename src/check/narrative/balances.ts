import type { Scope } from '../../model/scope.ts';
import type { Relation } from '../relation.ts';
import type { Term } from '../term.ts';
import type { Variable } from '../variable.ts';
import { relation } from './references.ts';
import type { StatedNarrative } from './stated.ts';
import { figuresOf } from './tableReading.ts';
import { saysTotal } from './claimFigures.ts';

/**
 * The balance of final accounts that sentences state, for the department and for each fund: the total (of both
 * sides) = 本年收入 + 年初结转 (+ 使用非财政拨款结余) = 本年支出 + 年末结转 (+ 结余分配), and for fiscal funds without a total
 * 年初 + 收入 = 支出 + 年末. What a table prints itself is the table's business.
 */
export function balances(narrative: StatedNarrative): readonly Relation[] {
  const totals = totalsSaid(narrative);
  return basesOf(narrative).flatMap((base) => balanceOf(base, narrative, totals));
}

const balanceKeys: ReadonlySet<string> = new Set(['flow', 'fund', 'vintage', 'use', 'year', 'stage']);

/** The fund, year and stage of every amount that may belong to a balance. */
function basesOf({ paragraphs }: StatedNarrative): readonly Scope[] {
  const bases = new Map<string, Scope>();
  for (const { claim, scope } of paragraphs.flatMap(({ claims }) => claims)) {
    if (
      scope === null ||
      scope.stage !== 'finalAccounts' ||
      claim.roles.reason ||
      !Object.keys(scope).every((key) => balanceKeys.has(key))
    )
      continue;
    const { fund, year, stage } = scope;
    const base: Scope = {
      ...(fund === undefined ? {} : { fund }),
      ...(year === undefined ? {} : { year }),
      stage,
    };
    bases.set(JSON.stringify([fund, year, stage]), base);
  }
  return [...bases.values()];
}

/** Numbers that the sentence itself calls 总计: 总收入 and 总支出 may mean this year's alone. */
function totalsSaid({ paragraphs }: StatedNarrative): ReadonlySet<number> {
  return new Set(
    paragraphs.flatMap(({ text, claims }) =>
      claims.flatMap(({ claim, variable }) =>
        variable !== null && saysTotal(claim, text) ? [variable.id] : [],
      ),
    ),
  );
}

function balanceOf(
  base: Scope,
  narrative: StatedNarrative,
  totals: ReadonlySet<number>,
): readonly Relation[] {
  const find = (part: Scope): Variable | null => figuresOf([{ ...base, ...part }], narrative)[0] ?? null;
  const said = find({});
  const total = said?.origin === 'text' && !totals.has(said.id) ? null : said;
  const inflow = ['current', 'carriedOver', 'usedSurplus'].map((vintage) =>
    find({ flow: 'revenue', vintage }),
  );
  const outflow = ['spent', 'carriedForward', 'distributed'].map((use) => find({ flow: 'expenditure', use }));
  const fiscal = ['fiscal', 'general', 'governmentFund', 'stateCapital'].includes(base.fund ?? '');
  if (total === null) return closing(inflow, outflow, fiscal);
  return [...partsOf(total, inflow, fiscal), ...partsOf(total, outflow, fiscal)];
}

type Parts = readonly (Variable | null)[];

/** total = first + second (+ third): fiscal money knows no third; elsewhere it may be left unsaid. */
function partsOf(total: Variable, parts: Parts, fiscal: boolean): readonly Relation[] {
  const [first, second, third] = parts;
  if (first == null || second == null) return [];
  const known = parts.flatMap((part) => part ?? []);
  const sum = known.reduce((all, { value }) => all + value, 0);
  const open = !fiscal && third == null && sum < total.value;
  return sides([total], known).map((each) => (open ? { ...each, holds: 'unknown' } : each));
}

/** 年初 + 本年收入 = 本年支出 + 年末, where nothing else can stand between them. */
function closing(inflow: Parts, outflow: Parts, fiscal: boolean): readonly Relation[] {
  const complete = [inflow, outflow].every(
    ([first, second, third]) => first != null && second != null && (fiscal || third != null),
  );
  if (!complete) return [];
  return sides(
    inflow.flatMap((part) => part ?? []),
    outflow.flatMap((part) => part ?? []),
  );
}

/** Both sides are equal; where only tables speak there is nothing to add. */
function sides(left: readonly Variable[], right: readonly Variable[]): readonly Relation[] {
  const all = [...left, ...right];
  const distinct = new Set(all.map(({ id }) => id)).size === all.length;
  if (left.length === 0 || right.length === 0 || !distinct) return [];
  if (all.every(({ origin }) => origin !== 'text')) return [];
  const one = left.length === 1;
  const terms: readonly Term[] = [
    ...left.map(({ id }): Term => ({ figure: id, weight: -1, role: one ? 'total' : 'addend' })),
    ...right.map(({ id }): Term => ({ figure: id, weight: 1, role: 'addend' })),
  ];
  return [relation('narrative.list', terms)];
}
