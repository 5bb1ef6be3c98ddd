import { figureAt, notFigureEnd, type FigureToken, type ThresholdToken } from './figureTokens.ts';
import { phraseAt, type Phrase } from './lexicon.ts';
import { nameAt, type NameTable, type PathStep } from './names.ts';

interface Located {
  readonly start: number;
  readonly end: number;
}

export type Token =
  | FigureToken
  | ThresholdToken
  | (Located & { readonly is: 'phrase'; readonly phrase: Phrase })
  | (Located & { readonly is: 'name'; readonly name: string })
  | (Located & { readonly is: 'code'; readonly code: string })
  | (Located & { readonly is: 'path'; readonly steps: readonly PathStep[] })
  | (Located & { readonly is: 'year'; readonly year: number })
  | (Located & { readonly is: 'stop'; readonly sign: string })
  | (Located & { readonly is: 'unknown'; readonly words: string });

export interface Surroundings {
  readonly names: NameTable;
  readonly knowsFunction: (name: string) => boolean;
  readonly departmentNames: readonly string[];
  /** A word that is a name and a phrase of the grammar counts as a name (economic classes). */
  readonly preferNames: boolean;
}

const numbering =
  /(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}(?:\.(?!\d(?!\d{3}年))|、|\))|[①-⑳])/y;
const yearWords = /((?:19|20)\d{2})年(?!底|末(?!结))(?:度)?/y;
const levelMark = /\((\d*)(类|款|项)(?:级)?\)/g;
const levels = { 类: 3, 款: 5, 项: 7 } as const;
const stops = ',;:。、()!?';

/** Tokens of plain text in one pass; text that nothing explains becomes `unknown`. */
export function tokenize(text: string, around: Surroundings): readonly Token[] {
  const paths = pathsOf(text, around);
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const token = tokenAt(text, at, tokens, paths, around);
    if (token.is === 'unknown') joinUnknown(tokens, token);
    else tokens.push(token);
    at = token.end;
  }
  return tokens.filter((token) => token.is !== 'unknown' || token.words !== '');
}

function joinUnknown(tokens: Token[], token: Token & { is: 'unknown' }): void {
  const last = tokens.at(-1);
  if (last?.is !== 'unknown' || last.end !== token.start) tokens.push(token);
  else tokens[tokens.length - 1] = { ...last, words: last.words + token.words, end: token.end };
}

function skip(start: number, end: number): Token {
  return { is: 'unknown', words: '', start, end };
}

function tokenAt(
  text: string,
  at: number,
  before: readonly Token[],
  paths: ReadonlyMap<number, Token>,
  around: Surroundings,
): Token {
  const character = text.charAt(at);
  const path = paths.get(at);
  if (path !== undefined) return path;
  const item = startsSentence(before) ? sticky(numbering, text, at) : null;
  if (item !== null) return { is: 'stop', sign: '#', start: at, end: item };
  if (character === '(') return bracket(text, at);
  if (stops.includes(character)) return { is: 'stop', sign: character, start: at, end: at + 1 };
  return numberAt(text, at) ?? wordAt(text, at, around);
}

function sticky(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

function startsSentence(before: readonly Token[]): boolean {
  const last = before.at(-1);
  return last === undefined || (last.is === 'stop' && '。;:#'.includes(last.sign));
}

/** A bracket without digits is a remark on the words before it and is passed over. */
function bracket(text: string, at: number): Token {
  const close = text.indexOf(')', at);
  const named =
    close > 0
      ? (codeIn(text, at, close) ?? appositionIn(text, at, close) ?? directionIn(text, at, close))
      : null;
  if (named !== null) return named;
  const remark = close > 0 && close - at <= 60 && !/\d/.test(text.slice(at, close));
  if (remark) return skip(at, close + 1);
  const document = notFigureEnd(text, at);
  return document === null ? { is: 'stop', sign: '(', start: at, end: at + 1 } : skip(at, document);
}

/** “行政运行（2010601）”, “工资福利支出（科目301）”: the code of the name before it. */
function codeIn(text: string, at: number, close: number): Token | null {
  const [, code = ''] =
    /^(?:科目(?:编码|代码)?|编码|代码)?:?(\d{3}|\d{5}|\d{7})$/.exec(text.slice(at + 1, close)) ?? [];
  if (code === '' || !/[\u4e00-\u9fa5]/.test(text.charAt(at - 1))) return null;
  return code.startsWith('2') ? { is: 'code', code, start: at, end: close + 1 } : skip(at, close + 1);
}

/** “公务接待费、公车运行费（三公经费）总额”: the bracket says what the words before it are together. */
function appositionIn(text: string, at: number, close: number): Token | null {
  const inner = text.slice(at + 1, close).replace(/^(?:以下)?(?:统称|合称|简称)?|,?下同$/g, '');
  const phrase = phraseAt(inner, 0);
  const isTotal = phrase?.meanings.some((m) => m.is === 'subject' && m.subject.scope.item === 'threePublic');
  return phrase !== null && isTotal === true && phrase.words === inner
    ? { is: 'phrase', phrase, start: at, end: close + 1 }
    : null;
}

/** “较上年（减少）3万元”, “（减）幅5%”: the choice of a template, left in its brackets. */
function directionIn(text: string, at: number, close: number): Token | null {
  const inner = text.slice(at + 1, close);
  const words = { 增: '增加', 减: '减少', 升: '上升', 降: '下降' }[inner] ?? inner;
  const phrase = words.length <= 4 ? phraseAt(words, 0) : null;
  const isDirection = phrase?.meanings.some((meaning) => meaning.is === 'direction') === true;
  if (phrase === null || !isDirection || phrase.words !== words) return null;
  const width = text.startsWith('幅', close + 1) ? 1 : 0;
  return { is: 'phrase', phrase, start: at, end: close + 1 + width };
}

function numberAt(text: string, at: number): Token | null {
  if (!/[\d百+[-]/.test(text.charAt(at)) && !text.startsWith('第', at)) return null;
  const year = /[\d]/.test(text.charAt(at - 1)) ? null : yearAt(text, at);
  if (year !== null) return year;
  const end = notFigureEnd(text, at);
  if (end !== null) return skip(at, end);
  const figure = figureAt(text, at);
  if (figure === null) return null;
  return isFigure(text, figure) ? codeOrFigure(figure, text) : skip(at, figure.end);
}

function yearAt(text: string, at: number): Token | null {
  yearWords.lastIndex = at;
  const match = yearWords.exec(text);
  const end = yearWords.lastIndex;
  if (match === null || (/\d/.test(text.charAt(end)) && /^\d{1,2}月/.test(text.slice(end, end + 3))))
    return null;
  return { is: 'year', year: Number(match[1]), start: at, end };
}

/** A model number (A4) and a price per piece (元/人) are no figures. */
function isFigure(text: string, figure: FigureToken | ThresholdToken): boolean {
  return !/[A-Za-z]/.test(text.charAt(figure.start - 1)) && text.charAt(figure.end) !== '/';
}

function codeOrFigure(figure: FigureToken | ThresholdToken, text: string): Token {
  if (figure.is !== 'figure' || figure.sort !== 'bare') return figure;
  const code =
    /^2\d{2}(?:\d{2}){0,2}$/.test(figure.digits) && /[\u4e00-\u9fa5]/.test(text.charAt(figure.end));
  return code ? { is: 'code', code: figure.digits, start: figure.start, end: figure.end } : figure;
}

function wordAt(text: string, at: number, around: Surroundings): Token {
  const department = around.departmentNames.find((name) => text.startsWith(name, at));
  if (department !== undefined) return skip(at, at + department.length);
  const counted = countInWords(text, at);
  if (counted !== null) return skip(at, counted);
  const short = shortDirection(text, at);
  const phrase = short ?? phraseAt(text, at);
  const name = nameAt(around.names, text, at);
  const wins = (name?.words.length ?? 0) - (phrase?.words.length ?? 0);
  const isName = wins > 0 || (wins === 0 && (around.preferNames || phrase?.meanings[0]?.is === 'neutral'));
  if (name !== null && isName) return { is: 'name', name: name.name, start: at, end: at + name.words.length };
  const school = name === null ? schoolAt(text, at) : 0;
  if (school > 0) return { is: 'unknown', words: text.slice(at, at + school), start: at, end: at + school };
  if (phrase !== null)
    return { is: 'phrase', phrase, start: at, end: at + (short?.length ?? phrase.words.length) };
  const letter = text.charAt(at);
  return { is: 'unknown', words: /[\u4e00-\u9fa5A-Za-z]/.test(letter) ? letter : '', start: at, end: at + 1 };
}

const countWords = /[一二两三四五六七八九十百]{1,4}(?:个|项|辆|台|家|批次|批|人次|处|名|套|件)(?![性部别])/y;

/** 项目六个, 公务用车三辆: a number in words claims nothing that could be put right digit by digit. */
function countInWords(text: string, at: number): number | null {
  return '一二两三四五六七八九十百'.includes(text.charAt(at)) ? sticky(countWords, text, at) : null;
}

/** 初中教育支出 is no part of the grammar's 初, 中 and 教育支出: it narrows the name behind it. */
function schoolAt(text: string, at: number): number {
  return /^(?:初中|高中|初等|中等|高等)/.test(text.slice(at, at + 2)) ? 2 : 0;
}

/** 较上年增17.1万元 · 减5万元 · 节约2万元: words that say a direction only right before their figure. */
const shortDirections: readonly (readonly [words: string, meant: string])[] = [
  ['增', '增加'],
  ['减', '减少'],
  ['升', '上升'],
  ['节约', '减少'],
  ['节支', '减少'],
];

function shortDirection(text: string, at: number): (Phrase & { readonly length: number }) | null {
  if (!'增减升节'.includes(text.charAt(at))) return null;
  const [words, meant] = shortDirections.find(([each]) => text.startsWith(each, at)) ?? [];
  if (words === undefined || meant === undefined || !/\d/.test(text.charAt(at + words.length))) return null;
  const phrase = phraseAt(meant, 0);
  return phrase === null ? null : { ...phrase, length: words.length };
}

/** The function paths “…（类）…（款）…（项）” by the place where they begin. */
function pathsOf(text: string, around: Surroundings): ReadonlyMap<number, Token> {
  const paths = new Map<number, Token>();
  let steps: PathStep[] = [];
  let start = 0;
  let end = -1;
  for (const mark of text.matchAll(levelMark)) {
    const level = levels[mark[2] as keyof typeof levels];
    const follows =
      end >= 0 && level > (steps.at(-1)?.level ?? 7) && !/[,;。:\d]/.test(text.slice(end, mark.index));
    if (!follows) steps = [];
    const from = follows ? end : nameStart(text, mark.index, around);
    if (!follows) start = from;
    steps = [...steps, { name: text.slice(from, mark.index), level, code: mark[1] ?? '' }];
    end = mark.index + mark[0].length;
    paths.set(start, { is: 'path', steps, start, end });
  }
  return paths;
}

/** Where the name that ends at `end` begins: the longest ending that is a known name, else the clause. */
function nameStart(text: string, end: number, around: Surroundings): number {
  let from = end;
  while (from > 0 && !/[,;。:、.\d)(]/.test(text.charAt(from - 1)) && end - from < 40) from -= 1;
  for (let at = from; at < end - 1; at += 1) {
    if (around.knowsFunction(text.slice(at, end))) return at;
  }
  return from;
}
