import type { Book, BookFund, BookPreviousYear, PublicItem } from '../../model/book.ts';
import { fiscalFunds, ownFunds, publicItems } from '../../model/book.ts';
import { sumFen } from '../../model/bookAmounts.ts';
import type { Disclosure } from '../../model/disclosure.ts';
import { nodeContains, type Scope } from '../../model/scope.ts';
import { amountOf, type Telling } from '../facts.ts';
import { inWan } from '../sentences.ts';
import { note, type ImportNote } from '../note.ts';
import { claimsOf, previousAmount, type PlacedClaim } from './claims.ts';

export interface PreviousReading {
  readonly previous: BookPreviousYear | null;
  readonly notes: readonly ImportNote[];
}

/** Last year's figures that the sentences state or imply; null where they do not make up a whole. */
export function previousYearOf(telling: Telling, disclosure: Disclosure): PreviousReading {
  const { year } = telling.book;
  const claims = claimsOf(disclosure);
  const of = (isMeant: (subject: Scope) => boolean, scope: Scope): number | null =>
    previousAmount(claims, isMeant, amountOf(telling, scope), year);
  const spent: Scope = { flow: 'expenditure', use: 'spent' };
  const [basic, project] = (['basic', 'project'] as const).map((nature) =>
    of((subject) => isOnly(subject, { nature }), { ...spent, nature }),
  );
  const total =
    of((subject) => isOnly(subject, {}), { flow: 'revenue' }) ??
    (basic !== null && basic !== undefined && project !== null && project !== undefined
      ? basic + project
      : null);
  if (total === null || total < 0) {
    return { previous: null, notes: [note('previousMissing')] };
  }
  const classes = classesOf(telling, claims, year);
  const byNature = natures(basic ?? null, project ?? null, total);
  const { byFund, carriedOver } = fundsOf(telling, claims, year);
  const balanced = balancedClasses(classes, byNature.basic + byNature.project);
  const stated = Object.values(byFund).reduce<number>((sum, fen) => sum + fen, 0) + carriedOver;
  const missing = byNature.basic + byNature.project - stated;
  const operating = of((subject) => subject.unitKind === 'administrative', {
    ...spent,
    nature: 'operating',
    unitKind: 'administrative',
  });
  const previous: BookPreviousYear = {
    byClass: balanced.byClass,
    byNature,
    byFund: missing > 0 ? { ...byFund, general: (byFund.general ?? 0) + missing } : byFund,
    carriedOver,
    operating: Math.max(0, operating ?? 0),
    threePublic: publicOf(telling.book, claims, year),
  };
  const notes = [
    note('previousSource'),
    ...balanced.notes,
    ...(missing > 0 ? [note('previousFunds', inWan(missing))] : []),
  ];
  return { previous, notes };
}

/** Does the subject speak of these nodes and of nothing narrower? */
function isOnly(subject: Scope, nodes: Scope): boolean {
  const dimensions = [
    'function',
    'nature',
    'fund',
    'vintage',
    'item',
    'unit',
    'deptEconomic',
    'project',
  ] as const;
  return subject.use !== 'carriedForward' && dimensions.every((key) => subject[key] === nodes[key]);
}

function natures(basic: number | null, project: number | null, total: number): BookPreviousYear['byNature'] {
  if (basic !== null && basic >= 0 && basic <= total) return { basic, project: total - basic };
  if (project !== null && project >= 0 && project <= total) return { basic: total - project, project };
  return { basic: 0, project: total };
}

/** 类 that this year or last year has money in. */
function classesOf(
  telling: Telling,
  claims: readonly PlacedClaim[],
  year: number,
): ReadonlyMap<string, number> {
  const codes = new Set([
    ...telling.book.facts.map((fact) => fact.function.slice(0, 3)),
    ...claims.flatMap(({ claim }) =>
      /^\d{3}$/.test(claim.subject?.function ?? '') ? [claim.subject?.function ?? ''] : [],
    ),
  ]);
  const found = [...codes].sort().flatMap((code): readonly (readonly [string, number])[] => {
    const meant = (subject: Scope): boolean =>
      isOnly(subject, { function: code }) ||
      (subject.function === code && isOnly(subject, { function: code, vintage: 'carriedOver' }));
    const current = amountOf(telling, { flow: 'expenditure', use: 'spent', function: code });
    const fen = previousAmount(claims, meant, current, year);
    return fen === null || fen <= 0 ? [] : [[code, fen]];
  });
  return new Map(found);
}

/** Classes that sum to the total: where they do not, the largest takes what is left, and that is told. */
function balancedClasses(
  classes: ReadonlyMap<string, number>,
  total: number,
): { readonly byClass: Readonly<Record<string, number>>; readonly notes: readonly ImportNote[] } {
  const sum = [...classes.values()].reduce((all, fen) => all + fen, 0);
  if (sum === total) return { byClass: Object.fromEntries(classes), notes: [] };
  const [largest] = [...classes].sort((a, b) => b[1] - a[1]);
  const rest = total - sum + (largest?.[1] ?? 0);
  if (largest === undefined || rest < 0) {
    return { byClass: { '201': total }, notes: [note('previousClassesMissing')] };
  }
  const notes = [note('previousClasses', inWan(sum), inWan(total), largest[0], inWan(rest))];
  return { byClass: Object.fromEntries([...classes, [largest[0], rest]]), notes };
}

function fundsOf(
  telling: Telling,
  claims: readonly PlacedClaim[],
  year: number,
): { readonly byFund: Readonly<Partial<Record<BookFund, number>>>; readonly carriedOver: number } {
  const found = [...fiscalFunds, ...ownFunds].flatMap((fund): readonly (readonly [BookFund, number])[] => {
    const scope: Scope = { flow: 'revenue', fund, vintage: 'current' };
    const meant = (subject: Scope): boolean =>
      isOnly(subject, { fund }) || isOnly(subject, { fund, vintage: 'current' });
    const fen = previousAmount(claims, meant, amountOf(telling, scope), year);
    return fen === null || fen <= 0 ? [] : [[fund, fen]];
  });
  const carried = previousAmount(
    claims,
    (subject) => isOnly(subject, { vintage: 'carriedOver' }),
    amountOf(telling, { flow: 'revenue', vintage: 'carriedOver' }),
    year,
  );
  return { byFund: Object.fromEntries(found), carriedOver: Math.max(0, carried ?? 0) };
}

function publicOf(book: Book, claims: readonly PlacedClaim[], year: number): BookPreviousYear['threePublic'] {
  const items = publicItems.flatMap((item): readonly (readonly [PublicItem, number])[] => {
    const current = sumFen(book.threePublic.filter((line) => line.item === item));
    const fen = previousAmount(
      claims,
      (subject) => nodeContains('item', item, subject.item ?? ''),
      current,
      year,
    );
    return fen === null || fen <= 0 ? [] : [[item, fen]];
  });
  return Object.fromEntries(items);
}
