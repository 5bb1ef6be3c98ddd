import type { DigestFigure, DocumentDigest } from '../../model/digest.ts';
import type { Culprit, Evidence, RuleCount } from '../../model/finding.ts';
import { printedAs } from '../printed.ts';
import type { Observation } from '../rule.ts';

/** What a rule finds between documents; each observation belongs to the document of its first culprit. */
export interface AcrossResult {
  readonly observations: readonly Observation[];
  readonly counts: readonly DocumentCount[];
}

/** What a rule did with a document. */
export interface DocumentCount {
  readonly file: string;
  readonly rule: string;
  readonly pass: number;
  readonly fail: number;
  readonly notApplicable: number;
}

export const nothing: AcrossResult = { observations: [], counts: [] };

export function together(results: readonly AcrossResult[]): AcrossResult {
  return {
    observations: results.flatMap(({ observations }) => observations),
    counts: results.flatMap(({ counts }) => counts),
  };
}

/** One count for each document and rule. */
export function ruleCounts(counts: readonly DocumentCount[], file: string): readonly RuleCount[] {
  const byRule = new Map<string, RuleCount>();
  for (const { rule, pass, fail, notApplicable } of counts.filter((count) => count.file === file)) {
    const count = byRule.get(rule) ?? {
      rule,
      pass: 0,
      rounding: 0,
      fail: 0,
      notApplicable: 0,
      unreadable: 0,
    };
    byRule.set(rule, {
      ...count,
      pass: count.pass + pass,
      fail: count.fail + fail,
      notApplicable: count.notApplicable + notApplicable,
    });
  }
  return [...byRule.values()];
}

/** A figure as a culprit; `expected` in 分, null where it cannot be said. */
export function culpritOf(figure: DigestFigure, expected: number | null): Culprit {
  return {
    reported: { text: figure.text, fen: figure.fen },
    expected: expected === null || expected < 0 ? null : printedAs(asFigure(figure), expected),
    support: 1,
    slip: null,
    place: figure.place,
  };
}

export function evidenceOf(figure: DigestFigure, role: Evidence['role']): Evidence {
  return { role, text: figure.text, fen: figure.fen, place: figure.place };
}

/** An amount of 分 as it would be printed beside the figure. */
export function printedBeside(figure: DigestFigure, fen: number): string {
  return printedAs(asFigure(figure), fen).text;
}

function asFigure({ text, fen, unitFen, money, place }: DigestFigure): Parameters<typeof printedAs>[0] {
  return { id: 0, origin: 'cell', scope: {}, text, fen, unitFen, unit: money, place };
}

const known = new WeakMap<DocumentDigest, Map<string | null, ReadonlyMap<string, DigestFigure>>>();

/** The figures of the whole document (''), of one of its units or of all (null), by facts; one for each. */
export function byKey(digest: DocumentDigest, unit: string | null = ''): ReadonlyMap<string, DigestFigure> {
  const own = known.get(digest) ?? new Map<string | null, ReadonlyMap<string, DigestFigure>>();
  known.set(digest, own);
  const found = own.get(unit) ?? keyed(digest.figures.filter((each) => unit === null || each.unit === unit));
  own.set(unit, found);
  return found;
}

function keyed(figures: readonly DigestFigure[]): ReadonlyMap<string, DigestFigure> {
  const found = new Map<string, DigestFigure>();
  for (const figure of figures) {
    const first = found.get(figure.key);
    if (first === undefined || (first.doubtful && !figure.doubtful)) found.set(figure.key, figure);
  }
  return found;
}

/** A figure that differs from others, in 分: by how much, and how much of it their last digits may explain. */
export interface Gap {
  readonly figure: DigestFigure;
  readonly difference: number;
  /** The last digits of all the figures added up. */
  readonly freedom: number;
}

/** A difference within the last digits of the figures is none. */
export function isWithin(difference: number, freedom: number): boolean {
  return 2 * Math.abs(difference) <= freedom;
}

/** Two differences may be one: they are apart by no more than their figures' last digits. */
export function isSameGap(a: Gap, b: Gap): boolean {
  return isWithin(a.difference - b.difference, a.freedom + b.freedom);
}

/** Contradictions of one size between the same documents have one cause: the narrowest is told. */
export function narrowest<T extends Gap>(
  failures: readonly T[],
): readonly (T & { readonly others: readonly T[] })[] {
  const bySize: T[][] = [];
  for (const failure of failures.toSorted((a, b) => b.figure.depth - a.figure.depth)) {
    const same = bySize.find(([first]) => first !== undefined && isSameGap(first, failure));
    if (same === undefined) bySize.push([failure]);
    else same.push(failure);
  }
  return bySize.flatMap(([first, ...others]) => (first === undefined ? [] : [{ ...first, others }]));
}
