import { fold, headWords } from '../../model/fold.ts';
import type { Form, HeadMeaning, TableForm } from '../../model/form.ts';
import { codeList } from '../../model/codes/codes.ts';
import { lexicon } from '../../model/forms.ts';
import { remembered } from '../../model/remembered.ts';
import { contains, intersect, type Scope } from '../../model/scope.ts';

const compiled = new Map<string, RegExp>();

/** A regular expression from form data, compiled once. */
export function pattern(source: string): RegExp {
  let regex = compiled.get(source);
  if (regex === undefined) {
    regex = new RegExp(source);
    compiled.set(source, regex);
  }
  return regex;
}

/** One column of a table by the meaning of its headers. */
export interface Column {
  readonly index: number;
  readonly role: HeadMeaning['role'] | 'unknown';
  readonly key: string;
  readonly titles: readonly string[];
  readonly scope: Scope;
  readonly year: 'current' | 'previous' | number;
  /** Headers that contradict each other: the column's amounts cannot be placed. */
  readonly conflict: boolean;
  /** Printed as 其中: a part that is shown beside others which are not. */
  readonly partOnly: boolean;
}

/** What a single header text means; table and form meanings go before the common lexicon. */
export function meaningOf(text: string, form: Form, table: TableForm | null): HeadMeaning | null {
  const words = headWords(text);
  if (words === '') return fold(text) === '' ? null : { pattern: '', role: 'neutral' };
  for (const list of [table?.heads, form.heads, lexicon.heads]) {
    const found = list === undefined ? null : firstMeaning(list, words);
    if (found !== null) return found;
  }
  return null;
}

/** Below 单位资金 事业支出 is what 事业收入 pays for, and 其他支出 no class. */
function unitFundHead(text: string, above: Scope): HeadMeaning | null {
  return above.fund === 'unitFunds' ? firstMeaning(lexicon.unitFundHeads, headWords(text)) : null;
}

const firstMeanings = new WeakMap<readonly HeadMeaning[], (words: string) => HeadMeaning | null>();

/** The tables of a form share their heads: each is tried against a list's patterns once. */
function firstMeaning(list: readonly HeadMeaning[], words: string): HeadMeaning | null {
  const known =
    firstMeanings.get(list) ??
    remembered((head) => list.find((meaning) => pattern(meaning.pattern).test(head)) ?? null);
  firstMeanings.set(list, known);
  return known(words);
}

/**
 * A head that is a class or item of the economic classification (基本工资): of 政府预算经济分类 where the table's
 * title or a head above says so, else of 部门预算经济分类; under another class's head it is one of that class's items.
 */
function economicHead(text: string, above: Scope, table: TableForm | null): HeadMeaning | null {
  const words = headWords(text).replace(/^(?:机关)?(?=会议费|培训费|公务接待费)/, '');
  const isGov =
    above.govEconomic !== undefined || /政府(?:预算)?(?:支出)?经济/.test(fold(table?.title ?? ''));
  const axis = isGov ? 'govEconomic' : 'deptEconomic';
  const list = codeList(axis, null);
  const [code] =
    isGov && above.govEconomic === undefined
      ? [...list.named(`机关${words}`), ...list.named(words)]
      : list.named(words, above[axis]);
  if (code === undefined || !/^[35]/.test(code)) return null;
  return { pattern: '', role: 'amount', key: `economic${code}`, scope: { [axis]: code } };
}

interface Reading {
  role: Column['role'];
  key: string | null;
  scope: Scope;
  year: Column['year'];
  conflict: boolean;
}

function combine(reading: Reading, text: string, meaning: HeadMeaning | null, leaf: boolean): Reading {
  const year = yearOf(text) ?? reading.year;
  // Whatever stands below 增减 or 占比 is no amount of a scope.
  if (reading.role === 'text' && meaning?.role !== 'skip') {
    // But 政府预算支出经济分类 may stand over codes, names and amounts of its own.
    return reading.key === 'govEconomic' && meaning !== null
      ? combine({ ...reading, role: 'neutral', key: null }, text, meaning, leaf)
      : { ...reading, key: meaning?.key ?? reading.key };
  }
  if (meaning === null) return { ...reading, year, role: leaf ? 'unknown' : reading.role };
  const scope = intersect(reading.scope, meaning.scope ?? {});
  const nothingNew = meaning.scope !== undefined && contains(meaning.scope, reading.scope);
  const ownKey = meaning.role === 'amount' && !nothingNew ? (meaning.key ?? null) : null;
  const own = ownKey === 'total' && reading.key !== null ? reading.key : (ownKey ?? reading.key);
  const key = own === null ? null : `${own}${meaning.suffix ?? ''}`;
  return {
    role: meaning.role,
    key: meaning.role === 'text' ? (meaning.key ?? null) : key,
    scope: scope ?? reading.scope,
    year: meaning.year ?? year,
    conflict: reading.conflict || scope === null,
  };
}

function yearOf(text: string): number | null {
  const match = /(20\d\d)年/.exec(fold(text));
  return match === null ? null : Number(match[1]);
}

/** The meaning of a column from its header texts, outermost first. */
export function readColumn(
  titles: readonly string[],
  index: number,
  form: Form,
  table: TableForm | null,
): Column {
  let reading: Reading = {
    role: 'unknown',
    key: null,
    scope: table?.scope ?? {},
    year: 'current',
    conflict: false,
  };
  const heads = wholeHeads(titles, form, table);
  heads.forEach((text, i) => {
    const listed = unitFundHead(text, reading.scope) ?? meaningOf(text, form, table);
    const known = listed?.scope?.deptEconomic === undefined ? listed : null;
    const meaning = known ?? economicHead(text, reading.scope, table) ?? listed;
    reading = combine(reading, text, meaning, i === heads.length - 1);
  });
  const role = reading.role === 'neutral' ? 'amount' : reading.role;
  const partOnly = titles.some((text) => fold(text).startsWith('其中'));
  return { ...reading, role, index, titles, partOnly, key: reading.key ?? defaultKey(role, titles, index) };
}

/** A head that a page end or a line cut in two (因公出国 | （境）费) is one, where only the whole means something. */
function wholeHeads(titles: readonly string[], form: Form, table: TableForm | null): readonly string[] {
  const [above = '', last = ''] = titles.slice(-2);
  if (titles.length < 2 || meaningOf(last, form, table) !== null) return titles;
  const whole = `${above}${last}`;
  return meaningOf(whole, form, table) === null ? titles : [...titles.slice(0, -2), whole];
}

function defaultKey(role: Column['role'], titles: readonly string[], index: number): string {
  if (role === 'amount') return 'amount';
  return titles.length === 0 ? `column${index + 1}` : headWords(titles.at(-1) ?? '');
}
