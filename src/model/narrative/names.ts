import type { Scope } from '../scope.ts';
import type { NameIndex, Unresolved } from './claim.ts';
import { byOpening } from './lexicon.ts';
import { remembered } from '../remembered.ts';

export interface KnownName {
  /** As the text may write it. */
  readonly words: string;
  /** As the index knows it. */
  readonly name: string;
  /** Written without its last word 支出: only before a word that shows it is a name. */
  readonly shortened: boolean;
}

export type NameTable = ReadonlyMap<string, readonly KnownName[]>;

const tables = new WeakMap<NameIndex, NameTable>();

/** Names by opening, with class names shortened by 支出; built once per index. */
export function nameTable(names: NameIndex): NameTable {
  const known = tables.get(names);
  if (known !== undefined) return known;
  const all: KnownName[] = [];
  const full = new Set(names.longestNames.map(plainName));
  for (const name of names.longestNames) {
    const words = plainName(name);
    if (words.length < 2) continue;
    all.push({ words, name, shortened: false });
    const plain = words.length > 6 ? words.replace('的', '') : words;
    if (plain !== words && !full.has(plain)) all.push({ words: plain, name, shortened: false });
    const short = words.endsWith('支出') ? words.slice(0, -2) : '';
    if (short.length >= 2 && !full.has(short)) all.push({ words: short, name, shortened: true });
  }
  const table = byOpening(all);
  tables.set(names, table);
  return table;
}

const plainName = remembered((name) =>
  name
    .replaceAll('（', '(')
    .replaceAll('）', ')')
    .replace(/[\s“”"]/g, ''),
);

const afterName =
  /(?:[\d(),;:。、]|支出|预算|收入|年|本年|当年|上年|为|决算|执行|科目|类|款|项|等|增|减|比|较|下降|上升|持平|占|共|合计|金额|经费|资金|与|和|及|方面|安排|的|无|$)/y;
const afterShortened =
  /(?:预算|收入|支出|本年|当年|上年|方面|类|\((?:\d*)类\)|科目|决算|等支出|\d[\d,.]*(?:亿|万)?元)/y;

/** The longest known name at a place, where what follows allows a name to end. */
export function nameAt(table: NameTable, text: string, at: number): KnownName | null {
  for (const known of table.get(text.slice(at, at + 2)) ?? []) {
    if (!text.startsWith(known.words, at)) continue;
    const after = known.shortened ? afterShortened : afterName;
    after.lastIndex = at + known.words.length;
    if (after.test(text)) return known;
  }
  return null;
}

/** One step of “…（类）…（款）…（项）”: its name, its level in digits of the code, its printed code. */
export interface PathStep {
  readonly name: string;
  readonly level: 3 | 5 | 7;
  readonly code: string;
}

export type Resolution = Scope | Unresolved;

/** Spellings under which the index may know a name that the text writes. */
function spellings(name: string): readonly string[] {
  const other = name.replaceAll('其它', '其他');
  const forms = [name, other, `${other}支出`, other.replace(/支出$/, '')];
  return [...new Set(forms)].filter((form) => form !== '');
}

/** Nodes that bear the name in the first spelling under which one of the kind asked for is known. */
function candidates(
  names: NameIndex,
  name: string,
  parent: string,
  accepts: (node: string) => boolean = () => true,
): readonly string[] {
  for (const spelling of spellings(name)) {
    const all = parent === '' ? names.functions(spelling) : names.functionsUnder(spelling, parent);
    const found = all.filter(accepts);
    if (found.length > 0) return found;
  }
  return [];
}

/** The function that a path names; `within` is a function that earlier words named, or ''. */
export function resolvePath(names: NameIndex, path: readonly PathStep[], within: string): Resolution {
  const from = path[0]?.level === 3 ? '' : ancestorFor(within, path[0]?.level ?? 3);
  const found = resolveFrom(names, path, from);
  if (typeof found !== 'string' || from === '') return found;
  // “行政运行（项）…住房公积金（项）…”: a step that does not lie beside the last one stands alone.
  const alone = resolveFrom(names, path, '');
  return typeof alone === 'string' ? found : alone;
}

function resolveFrom(names: NameIndex, path: readonly PathStep[], from: string): Resolution {
  let node = from;
  for (const step of path) {
    const next = resolveStep(names, step, node);
    if (typeof next !== 'string') return next.problem;
    node = next;
  }
  return { function: node };
}

function ancestorFor(within: string, level: 3 | 5 | 7): string {
  return /^\d+$/.test(within) ? within.slice(0, level - 2) : within;
}

function resolveStep(names: NameIndex, step: PathStep, parent: string): string | { problem: Unresolved } {
  if (step.code.length === step.level) return step.code;
  if (step.code.length === 2 && parent.length === step.level - 2) return parent + step.code;
  const atLevel = (node: string): boolean => !/^\d+$/.test(node) || node.length === step.level;
  const [only, second] = candidates(names, step.name, parent, atLevel);
  if (only === undefined) return { problem: 'unknownName' };
  return second === undefined ? only : { problem: 'ambiguousName' };
}

/** What the words before a name say about it. */
export interface NameHints {
  readonly axis: 'function' | 'economic' | undefined;
  /** The function that the sentence is about, or ''. */
  readonly within: string;
  /** Digits of the codes in the same list, 0 when there are none. */
  readonly level: number;
}

/** The scope that a bare name stands for: one axis and one node, or the reason why not. */
export function resolveName(names: NameIndex, name: string, hints: NameHints): Resolution {
  const functions = withClassFirst(names, name);
  const economic = names.economic(name);
  const projects = names.projects?.(name) ?? [];
  const asFunction = functions.length > 0 && !(hints.axis === 'economic' && economic.length > 0);
  if (asFunction && economic.length > 0 && hints.axis === undefined) return 'ambiguousName';
  if (asFunction) return resolveFunction(names, name, functions, hints);
  if (economic.length > 0) return resolveEconomic(economic);
  const [project, another] = projects;
  if (project === undefined) return 'unknownName';
  return another === undefined ? { nature: 'project', project } : 'ambiguousName';
}

/**
 * A class written without its 支出 (卫生健康预算支出) means the class, though a division that hands money
 * to other regions may bear the short name.
 */
function withClassFirst(names: NameIndex, name: string): readonly string[] {
  const asClass = name.endsWith('支出')
    ? []
    : names.functions(`${name}支出`).filter((node) => node.length === 3);
  return asClass.length === 1 ? asClass : candidates(names, name, '');
}

function resolveFunction(
  names: NameIndex,
  name: string,
  found: readonly string[],
  hints: NameHints,
): Resolution {
  if (found.length === 1) return { function: found[0] ?? '' };
  const choices = [
    hints.within === '' ? [] : names.functionsUnder(name, hints.within),
    found.filter((node) => node.length === hints.level),
    found.filter((node) => found.every((other) => other.startsWith(node))),
  ];
  const single = choices.find((choice) => choice.length === 1)?.[0];
  return single === undefined ? 'ambiguousName' : { function: single };
}

/** One code on each economic axis at most: the department's axis is what disclosures print. */
function resolveEconomic(found: readonly string[]): Resolution {
  const department = found.filter((code) => !code.startsWith('5'));
  const government = found.filter((code) => code.startsWith('5'));
  const [code, another] = department.length > 0 ? department : government;
  if (code === undefined || another !== undefined) return 'ambiguousName';
  return department.length > 0 ? { deptEconomic: code } : { govEconomic: code };
}
