import { gather } from '../../../model/gather.ts';
import type { Indicator, ProjectSheet, SheetText } from '../../../model/disclosure.ts';
import { fold } from '../../../model/fold.ts';
import { parseIndicatorValue } from '../../../model/indicatorValue.ts';
import type { IndicatorValue } from '../../../model/indicatorValue.ts';
import { remembered } from '../../../model/remembered.ts';

export type IndicatorKind =
  | 'quantity'
  | 'quality'
  | 'time'
  | 'cost'
  | 'economic'
  | 'social'
  | 'ecological'
  | 'lasting'
  | 'satisfaction';

const kinds: readonly (readonly [RegExp, IndicatorKind])[] = [
  [/成本/, 'cost'],
  [/数量/, 'quantity'],
  [/质量/, 'quality'],
  [/时[效限]/, 'time'],
  [/满意|^服务对象/, 'satisfaction'],
  [/可持续/, 'lasting'],
  [/生态|环境/, 'ecological'],
  [/经济/, 'economic'],
  [/社会/, 'social'],
];

/** What an indicator measures, by the words of its second level; null for unknown words. */
export function kindOf({ level2 }: Indicator): IndicatorKind | null {
  const known = kindsByWords.get(level2);
  if (known !== undefined) return known;
  const kind = kinds.find(([pattern]) => pattern.test(level2))?.[1] ?? null;
  if (kindsByWords.size < MOST_REMEMBERED) kindsByWords.set(level2, kind);
  return kind;
}

/** Forms use a few words for the second level, a thousand times in one document. */
const kindsByWords = new Map<string, IndicatorKind | null>();
const MOST_REMEMBERED = 1_000;

/** An indicator with its twin of the other horizon, as one statement. */
export interface Statement {
  readonly indicator: Indicator;
  readonly kind: IndicatorKind | null;
  /** The name and the value at full length, where one horizon's column is cut off. */
  readonly name: string;
  readonly value: IndicatorValue;
}

/** Two printings of one text: equal, or one is the beginning of the other (a column cut off). */
export function sameText(a: string, b: string): boolean {
  if (a === b) return true;
  const [x, y] = [comparable(a), comparable(b)];
  return x.startsWith(y) || y.startsWith(x);
}

/** Folded, without the marks around and behind a text that authors add and drop. */
export const comparable = remembered((text) =>
  fold(text)
    .replace(/^目标:?/, '')
    .replace(/[。.,，;；、!！]+$/, ''),
);

const known = new WeakMap<ProjectSheet, readonly Statement[]>();

/** The printed statements of a sheet, each once: an annual indicator that repeats the period's is its twin. */
export function statementsOf(sheet: ProjectSheet): readonly Statement[] {
  const found = known.get(sheet) ?? readStatements(sheet);
  known.set(sheet, found);
  return found;
}

function readStatements(sheet: ProjectSheet): Statement[] {
  const printed = sheet.indicators.filter((indicator) => indicator.level3 !== '' || indicator.value !== '');
  const annual = printed.filter((indicator) => indicator.horizon === 'annual');
  const used = new Set<Indicator>();
  const statements = printed
    .filter((indicator) => indicator.horizon === 'period')
    .map((indicator) => {
      const twin = annual.find((other) => !used.has(other) && isTwin(indicator, other));
      if (twin !== undefined) used.add(twin);
      return statement(indicator, twin);
    });
  return [
    ...statements,
    ...annual.filter((indicator) => !used.has(indicator)).map((other) => statement(other, undefined)),
  ];
}

function isTwin(a: Indicator, b: Indicator): boolean {
  return kindOf(a) === kindOf(b) && sameText(a.level3, b.level3) && sameText(a.value, b.value);
}

function statement(indicator: Indicator, twin: Indicator | undefined): Statement {
  const longer = (a: string, b: string): string => (b.length > a.length ? b : a);
  const name = longer(indicator.level3, twin?.level3 ?? '');
  const value = longer(indicator.value, twin?.value ?? '');
  return { indicator, kind: kindOf(indicator), name, value: parseIndicatorValue(value) };
}

/** A project that begins and ends within one year: both horizons speak of the same thing. */
export function endsInOneYear(sheet: ProjectSheet): boolean {
  const oneYear = /^(?:1|一)年(?:期|度)?$/.test((sheet.term ?? '').replace(/\s/g, ''));
  return oneYear && !/经常|延续|多年/.test(sheet.attribute ?? '');
}

interface PrintedText {
  readonly field: SheetText;
  readonly text: string;
}

const printedTexts = new WeakMap<ProjectSheet, readonly PrintedText[]>();

/** The texts that a sheet prints, with their fields. */
export function textsOf(sheet: ProjectSheet): readonly PrintedText[] {
  const found = printedTexts.get(sheet) ?? findTexts(sheet);
  printedTexts.set(sheet, found);
  return found;
}

function findTexts(sheet: ProjectSheet): readonly PrintedText[] {
  return gather(Object.entries(sheet.texts), ([field, text]) =>
    text === null || text.trim() === '' ? [] : [{ field: field as SheetText, text }],
  );
}

/** The place of a text, or of the sheet where the reader kept none. */
export function textPlace(sheet: ProjectSheet, field: SheetText): ProjectSheet['place'] {
  return sheet.textPlaces[field] ?? { ...sheet.place, row: field };
}
