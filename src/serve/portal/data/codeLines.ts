import { codeList } from '../../../model/codes/codes.ts';
import type { Disclosure } from '../../../model/disclosure.ts';
import type { Figure } from '../../../model/figure.ts';
import { scopeKey, withNode, type Scope } from '../../../model/scope.ts';
import { amountsOf, timeless, type Checked } from './amountIndex.ts';

export type CodeDimension = 'function' | 'deptEconomic';

/** A function or an economic class with its published amount. */
export interface CodeLine {
  readonly code: string;
  readonly name: string;
  /** 类 1, 款 2, 项 3. */
  readonly level: number;
  readonly figure: Figure;
}

/** The lines of one classification, all over the same scope. */
export interface CodeLines {
  readonly dimension: CodeDimension;
  /** What all lines have in common, without year and stage. */
  readonly base: Scope;
  /** By code. */
  readonly lines: readonly CodeLine[];
  line(code: string): CodeLine | null;
  /** The lines right below a code ('' for the classes). */
  below(code: string): readonly CodeLine[];
}

/** Scopes that make good pages, the widest first. */
const preferred: Readonly<Record<CodeDimension, readonly Scope[]>> = {
  function: [
    { flow: 'expenditure', use: 'spent' },
    { flow: 'expenditure', use: 'spent', fund: 'fiscal' },
    { flow: 'expenditure', use: 'spent', fund: 'general' },
    { flow: 'expenditure', use: 'spent', fund: 'general', vintage: 'current' },
  ],
  deptEconomic: [
    { flow: 'expenditure', use: 'spent', nature: 'basic' },
    { flow: 'expenditure', use: 'spent', nature: 'basic', fund: 'fiscal' },
    { flow: 'expenditure', use: 'spent', nature: 'basic', fund: 'general' },
    { flow: 'expenditure', use: 'spent', nature: 'basic', fund: 'general', vintage: 'current' },
  ],
};

const known = new WeakMap<Disclosure, Map<CodeDimension, CodeLines | null>>();

/** The published lines of a classification; null where the disclosure prints none. */
export function codeLinesOf(checked: Checked, dimension: CodeDimension): CodeLines | null {
  const made = known.get(checked.disclosure) ?? new Map<CodeDimension, CodeLines | null>();
  known.set(checked.disclosure, made);
  const found = made.get(dimension);
  if (found !== undefined) return found;
  const lines = readLines(checked, dimension);
  made.set(dimension, lines);
  return lines;
}

function readLines(checked: Checked, dimension: CodeDimension): CodeLines | null {
  const groups = new Map<string, { base: Scope; figures: Map<string, Figure> }>();
  for (const figure of amountsOf(checked).figures) {
    const { [dimension]: code } = figure.scope;
    if (code === undefined || !/^\d{3,7}$/.test(code)) continue;
    const base = withNode(timeless(figure.scope), dimension, '');
    const group = groups.get(scopeKey(base)) ?? { base, figures: new Map<string, Figure>() };
    groups.set(scopeKey(base), group);
    const best = amountsOf(checked).find(timeless(figure.scope)) ?? figure;
    if (!group.figures.has(code)) group.figures.set(code, best);
  }
  const best = preferred[dimension]
    .map((base) => groups.get(scopeKey(base)))
    .find((group) => group !== undefined);
  return best === undefined ? null : linesOver(best.base, best.figures, checked, dimension);
}

function linesOver(
  base: Scope,
  figures: ReadonlyMap<string, Figure>,
  checked: Checked,
  dimension: CodeDimension,
): CodeLines {
  const lines = [...figures]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, figure]) => ({
      code,
      name: nameOf(code, figure, checked, dimension),
      level: (code.length - 1) / 2,
      figure,
    }));
  const byCode = new Map(lines.map((line) => [line.code, line]));
  return {
    dimension,
    base,
    lines,
    line: (code) => byCode.get(code) ?? null,
    below: (code) => lines.filter((line) => parentIn(line.code, byCode) === code),
  };
}

/** The nearest printed line above; '' where none is printed. */
function parentIn(code: string, lines: ReadonlyMap<string, CodeLine>): string {
  for (let above = code.slice(0, -2); above.length >= 3; above = above.slice(0, -2))
    if (lines.has(above)) return above;
  return '';
}

function nameOf(code: string, { place }: Figure, checked: Checked, dimension: CodeDimension): string {
  const printed = amountsOf(checked).rowName(place);
  if (printed !== null && !/^\d*$/.test(printed)) return printed;
  return codeList(dimension, checked.disclosure.year).find(code)?.name ?? code;
}
