import type { Disclosure, DisclosureTable } from '../../../model/disclosure.ts';
import { fold } from '../../../model/fold.ts';
import type { Observation, Rule } from '../../rule.ts';
import { culpritAt, observe, textEvidence } from '../performance/observation.ts';
import { tablePlace } from './form.ts';

const authority = '财预〔2016〕143号';

interface Label {
  readonly table: DisclosureTable;
  readonly printed: string;
  /** What stands before the number: 预算公开表. */
  readonly series: string;
  /** As printed: 9, 1-1. */
  readonly number: string;
  /** For the order: 9 → 9, 1-1 → 1.01. */
  readonly rank: number;
}

const digits = '一二三四五六七八九';

function chineseNumber(text: string): number {
  const [tens, units] = text.includes('十') ? text.split('十') : ['', text];
  const of = (digit: string | undefined): number => digits.indexOf(digit ?? '') + 1;
  return (text.includes('十') ? 10 * (tens === '' ? 1 : of(tens)) : 0) + (units === '' ? 0 : of(units));
}

function labelOf(table: DisclosureTable): Label | null {
  const match = /^(.*?)(?:(\d+)(?:-(\d+))?|([一二三四五六七八九十]+))$/.exec(fold(table.label ?? ''));
  if (match === null) return null;
  const [, series = '', main, part, chinese] = match;
  const whole = main === undefined ? chineseNumber(chinese ?? '') : Number(main);
  const number = part === undefined ? String(whole) : `${whole}-${part}`;
  return { table, printed: table.label ?? '', series, number, rank: whole + Number(part ?? 0) / 100 };
}

function labelsOf({ tables }: Disclosure): readonly Label[] {
  return tables.flatMap((table) => labelOf(table) ?? []);
}

/** Some tables bear a label and others do not: one finding that lists the others. */
export const labelMissing: Rule = {
  id: 'document.labelMissing',
  severity: 'warning',
  authority,
  check: ({ disclosure }) => {
    const labels = labelsOf(disclosure);
    const missing = disclosure.tables.filter((table) => labelOf(table) === null);
    const [first] = missing;
    if (labels.length < 2) return { observations: [], pass: 0, notApplicable: 1 };
    if (first === undefined) return { observations: [], pass: labels.length };
    const params = {
      count: missing.length,
      tables: missing.map((table) => `表${table.number}`).join('、'),
      tablesEn: missing.map((table) => String(table.number)).join(', '),
      labels: labels.map(({ printed }) => printed).join('、'),
    };
    const expected = { text: `${usualSeries(labels)}${first.number}`, fen: null };
    const evidence = missing.slice(1).map((table) => textEvidence(tablePlace(table), table.title));
    const culprit = culpritAt(tablePlace(first), null, expected);
    const observation = observe('document.labelMissing', 'warning', culprit, { params, evidence });
    return { observations: [observation], pass: labels.length };
  },
};

function usualSeries(labels: readonly Label[]): string {
  const count = (series: string): number => labels.filter((label) => label.series === series).length;
  return labels.reduce(
    (best, { series }) => (count(series) > count(best) ? series : best),
    labels[0]?.series ?? '',
  );
}

/** A label of another series than the rest: 部门公开表9 among 预算公开表. */
export const labelOfOtherSeries: Rule = {
  id: 'document.labelOfOtherSeries',
  severity: 'warning',
  authority,
  check: ({ disclosure }) => {
    const labels = labelsOf(disclosure);
    const usual = usualSeries(labels);
    const same = labels.filter(({ series }) => series === usual);
    if (same.length < 2) return { observations: [], pass: 0, notApplicable: 1 };
    const observations = labels
      .filter(({ series }) => series !== usual)
      .map((label) => {
        const expected = { text: `${usual}${label.number}`, fen: null };
        const params = { label: label.printed, usual, others: same.map(({ printed }) => printed).join('、') };
        const culprit = culpritAt(tablePlace(label.table), label.printed, expected);
        return observe('document.labelOfOtherSeries', 'warning', culprit, { params });
      });
    return { observations, pass: same.length };
  },
};

/** Two tables with one label, or labels that do not rise. */
export const labelOrder: Rule = {
  id: 'document.labelOrder',
  severity: 'warning',
  authority,
  check: ({ disclosure }) => {
    const labels = labelsOf(disclosure);
    const rising = longestRise(labels);
    const wrong = labels.filter((label) => !rising.has(label));
    const observations = wrong.map((label) => {
      const twin = labels.find((other) => other !== label && other.number === label.number);
      return misplaced(
        label,
        twin ?? labels[labels.indexOf(label) - 1] ?? label,
        twin !== undefined,
        disclosure,
      );
    });
    return { observations, pass: rising.size };
  },
};

/** The largest set of labels that rise from table to table: the others are out of order. */
function longestRise(labels: readonly Label[]): ReadonlySet<Label> {
  const rises: Label[][] = [];
  for (const label of labels) {
    const before = rises.filter((rise) => (rise.at(-1)?.rank ?? 0) < label.rank);
    rises.push([...longest(before), label]);
  }
  return new Set(longest(rises));
}

function longest(rises: readonly Label[][]): readonly Label[] {
  return rises.reduce<readonly Label[]>((best, rise) => (rise.length > best.length ? rise : best), []);
}

function misplaced(label: Label, other: Label, repeated: boolean, { tables }: Disclosure): Observation {
  const position = tables.indexOf(label.table) + 1;
  const expected = label.number.includes('-') ? null : { text: `${label.series}${position}`, fen: null };
  const params = { label: label.printed, other: other.printed, position };
  const evidence = [textEvidence(tablePlace(other.table), other.printed)];
  const culprit = culpritAt(tablePlace(label.table), label.printed, expected);
  const variant = repeated ? 'repeated' : '';
  return observe('document.labelOrder', 'warning', culprit, { variant, params, evidence });
}
