import type { Language } from '../../model/language.ts';
import type { Stage } from '../../model/scope.ts';
import type { DisclosureKey } from './source.ts';

/** What an address shows. Every page has one, readable in Chinese, with an English twin below /en. */
export type Route =
  | { readonly kind: 'home' | 'search' | 'compare' | 'data' | 'help' | 'catalogue' }
  /** What is new, everywhere or in one region. */
  | { readonly kind: 'feed'; readonly region?: string }
  | { readonly kind: 'region'; readonly region: string }
  | YearRoute
  | {
      readonly kind: 'disclosure';
      readonly key: DisclosureKey;
      /** Null: the newest. */
      readonly version: number | null;
      readonly part: Part;
    };

export interface YearRoute {
  readonly kind: 'year';
  readonly region: string;
  readonly year: number;
  readonly stage: Stage;
  /** Departments beside each other on one scope. */
  readonly compared?: Compared;
}

/** A scope that addresses can name: all expenditure, a function, an economic class … */
export interface Compared {
  readonly axis: ComparedAxis;
  readonly node: string;
}

export const comparedAxes = ['total', 'projectSpending', 'function', 'economic'] as const;
export type ComparedAxis = (typeof comparedAxes)[number];

/** A part of a disclosure that has a page of its own. */
export type Part =
  | {
      readonly kind:
        | 'overview'
        | 'tables'
        | 'narrative'
        | 'projects'
        | 'checks'
        | 'sources'
        | 'download'
        | 'question'
        | 'corrections';
    }
  | { readonly kind: 'table'; readonly number: number }
  | { readonly kind: 'function' | 'economic'; readonly code: string }
  | { readonly kind: 'project'; readonly slug: string }
  | {
      readonly kind: 'check';
      readonly of: 'table' | 'narrative' | 'project';
      readonly name: string;
    }
  | { readonly kind: 'source'; readonly file: number; readonly page: number }
  | { readonly kind: 'file'; readonly file: number }
  | { readonly kind: 'chart' };

/** Format by the ending of an address; a page has none. */
export interface Address {
  readonly route: Route;
  readonly language: Language;
  /** html, or json, csv, embed, svg, png, xml, zip; a csv or an embed names one of the data sets: flows.csv. */
  readonly format: string;
}

/** Words of addresses: Chinese and English. */
const words = {
  search: ['搜索', 'search'],
  compare: ['比较', 'compare'],
  data: ['数据', 'data'],
  help: ['说明', 'help'],
  feed: ['更新', 'updates'],
  catalogue: ['目录', 'catalogue'],
  tables: ['表', 'table'],
  narrative: ['正文', 'text'],
  projects: ['项目', 'project'],
  checks: ['核对', 'check'],
  sources: ['原文', 'source'],
  download: ['下载', 'download'],
  function: ['功能', 'function'],
  economic: ['经济', 'economic'],
  total: ['总额', 'total'],
  projectSpending: ['项目支出', 'project-spending'],
  file: ['文件', 'file'],
  chart: ['图', 'chart'],
  question: ['看不懂', 'unclear'],
  corrections: ['更正', 'corrections'],
} as const satisfies Record<string, readonly [string, string]>;
type Word = keyof typeof words;

const stageWords: Readonly<Record<Stage, readonly [string, string]>> = {
  budget: ['', ''],
  finalAccounts: ['决算', '-final'],
  adjusted: ['调整', '-adjusted'],
};

const formats = /^(.*?)\.((?:[a-z]+\.)?(?:csv|embed)|json|svg|png|xml|zip)$/;

/** The address of a route as a path that begins with /, percent-encoded. */
export function addressOf(route: Route, language: Language, format = 'html'): string {
  const segments = segmentsOf(route, (word) => words[word][language === 'zh' ? 0 : 1], language);
  const path = [...(language === 'zh' ? [] : ['en']), ...segments].map(encodeURIComponent);
  if (format === 'html') return `/${path.join('/')}`.replaceAll('%40', '@');
  const named = segments.length === 0 ? [...path, 'index'] : path;
  return `/${named.join('/')}.${format}`.replaceAll('%40', '@');
}

function segmentsOf(route: Route, say: (word: Word) => string, language: Language): readonly string[] {
  switch (route.kind) {
    case 'home':
      return [];
    case 'region':
      return [route.region];
    case 'feed':
      return [...(route.region === undefined ? [] : [route.region]), say('feed')];
    case 'year':
      return [route.region, yearSegment(route, language), ...comparedSegments(route.compared, say)];
    case 'disclosure': {
      const { key, version, part } = route;
      const department = key.department + (version === null ? '' : `@${version}`);
      return [key.region, yearSegment(key, language), department, ...partSegments(part, say)];
    }
    default:
      return [say(route.kind)];
  }
}

function yearSegment({ year, stage }: { year: number; stage: Stage }, language: Language): string {
  return `${year}${stageWords[stage][language === 'zh' ? 0 : 1]}`;
}

function comparedSegments(compared: Compared | undefined, say: (word: Word) => string): readonly string[] {
  if (compared === undefined) return [];
  return [say('compare'), say(compared.axis), ...(compared.node === '' ? [] : [compared.node])];
}

function partSegments(part: Part, say: (word: Word) => string): readonly string[] {
  switch (part.kind) {
    case 'overview':
      return [];
    case 'table':
      return [say('tables'), String(part.number)];
    case 'function':
    case 'economic':
      return [say(part.kind), part.code];
    case 'project':
      return [say('projects'), part.slug];
    case 'check':
      return [say('checks'), say(checkWord[part.of]), part.name];
    case 'source':
      return [say('sources'), String(part.file), String(part.page)];
    case 'file':
      return [say('file'), String(part.file)];
    default:
      return [say(part.kind)];
  }
}

const checkWord = { table: 'tables', narrative: 'narrative', project: 'projects' } as const;

/** What a path asks for; null where no page can stand at it. Either language's words are understood. */
export function readAddress(path: string): Address | null {
  const decoded = path.split('/').map(decodedSegment);
  if (decoded.includes(null)) return null;
  const all = decoded.filter((segment) => segment !== null && segment !== '').map(String);
  const english = all[0] === 'en';
  const given = english ? all.slice(1) : all;
  const ending = formats.exec(given.at(-1) ?? '');
  const last = ending?.[1];
  const segments = last === undefined ? given : [...given.slice(0, -1), ...(last === 'index' ? [] : [last])];
  const route = routeOf(segments);
  return route === null ? null : { route, language: english ? 'en' : 'zh', format: ending?.[2] ?? 'html' };
}

/** Null where the percent-encoding is broken. */
function decodedSegment(segment: string): string | null {
  try {
    return decodeURIComponent(segment).normalize('NFC');
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

const single = ['search', 'compare', 'data', 'help', 'feed', 'catalogue'] as const;

function routeOf(segments: readonly string[]): Route | null {
  const [region, second, department, ...rest] = segments;
  if (region === undefined) return { kind: 'home' };
  const word = single.find((each) => isWord(each, region));
  if (word !== undefined) return segments.length === 1 ? { kind: word } : null;
  if (second === undefined) return { kind: 'region', region };
  if (isWord('feed', second)) return department === undefined ? { kind: 'feed', region } : null;
  const time = timeOf(second);
  if (time === null) return null;
  if (department === undefined) return { kind: 'year', region, ...time };
  if (isWord('compare', department)) {
    const compared = comparedOf(rest);
    return compared === null ? null : { kind: 'year', region, ...time, compared };
  }
  const [, name = department, version] = /^(.+)@(\d{1,4})$/.exec(department) ?? [];
  const part = partOf(rest);
  if (part === null) return null;
  const key = { region, ...time, department: name };
  return { kind: 'disclosure', key, version: version === undefined ? null : Number(version), part };
}

function isWord(word: Word, segment: string | undefined): boolean {
  return words[word].some((each) => each === segment);
}

function timeOf(segment: string): { readonly year: number; readonly stage: Stage } | null {
  const [, year, suffix] = /^(\d{4})(.*)$/.exec(segment) ?? [];
  const stages = Object.entries(stageWords) as [Stage, readonly string[]][];
  const stage = stages.find(([, each]) => each.includes(suffix ?? '?'))?.[0];
  return year === undefined || stage === undefined ? null : { year: Number(year), stage };
}

function comparedOf([first, node = '', ...more]: readonly string[]): Compared | null {
  const axis = comparedAxes.find((each) => isWord(each, first));
  if (axis === undefined || more.length > 0) return null;
  const fits = axis === 'total' || axis === 'projectSpending' ? node === '' : /^\d{3,7}$/.test(node);
  return fits ? { axis, node } : null;
}

const whole = [
  'narrative',
  'sources',
  'download',
  'chart',
  'tables',
  'projects',
  'checks',
  'question',
  'corrections',
] as const;

function partOf([first, second, third, ...more]: readonly string[]): Part | null {
  if (first === undefined) return { kind: 'overview' };
  if (more.length > 0) return null;
  if (second === undefined) {
    const kind = whole.find((each) => isWord(each, first));
    return kind === undefined ? null : { kind };
  }
  if (third !== undefined) return partOfThree(first, second, third);
  const number = /^\d{1,4}$/.test(second) ? Number(second) : null;
  if (isWord('projects', first)) return { kind: 'project', slug: second };
  const axis = (['function', 'economic'] as const).find((each) => isWord(each, first));
  if (axis !== undefined) return /^\d{3,7}$/.test(second) ? { kind: axis, code: second } : null;
  if (isWord('tables', first)) return number === null ? null : { kind: 'table', number };
  return isWord('file', first) && number !== null ? { kind: 'file', file: number } : null;
}

function partOfThree(first: string, second: string, third: string): Part | null {
  if (isWord('sources', first)) {
    const numbers = [second, third].every((each) => /^\d{1,5}$/.test(each));
    return numbers ? { kind: 'source', file: Number(second), page: Number(third) } : null;
  }
  if (!isWord('checks', first)) return null;
  const of = (['table', 'narrative', 'project'] as const).find((each) => isWord(checkWord[each], second));
  return of === undefined ? null : { kind: 'check', of, name: third };
}
