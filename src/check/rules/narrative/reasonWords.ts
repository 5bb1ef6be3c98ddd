/** A reason that a text gives for a change. */
export interface Reason {
  /** The words after 原因是, up to the end of the sentence. */
  readonly words: string;
  /** Offsets of the reason with the words that open it. */
  readonly start: number;
  readonly end: number;
  /** What the reason explains: the sentence before it. */
  readonly explained: string;
}

const openings =
  /(?:主要)?(?:变动|增减|增加|减少|增长|下降|变化)?(?:的)?(?:主要)?原因(?:主要)?(?:是|为|在于|系|：|:)+(?:因为|由于)?|主要(?:是)?(?:由于|因为)/g;

/** The reasons that a paragraph gives, in order. */
export function reasonsIn(text: string): readonly Reason[] {
  return [...text.matchAll(openings)].map((match) => {
    const from = match.index + match[0].length;
    const stop = text.slice(from).search(/[。；;]|(?:主要)?原因(?:是|为)/);
    const end = stop < 0 ? text.length : from + stop;
    return {
      words: text.slice(from, end).trim(),
      start: match.index,
      end: Math.min(text.length, end + 1),
      explained: explainedBy(text.slice(0, match.index)),
    };
  });
}

/** The sentence before the reason; with the one before where it only compares (“。比上年持平，主要原因是…”). */
function explainedBy(before: string): string {
  const sentences = before.split(/(?<=[。；;：:])/);
  const last = sentences.at(-1) ?? '';
  const compares = last.trim() === '' || /^\s*(?:比|较|与|同)/.test(last);
  return compares ? `${sentences.at(-2) ?? ''}${last}` : last;
}

export type ChangeDirection = 'up' | 'down' | 'flat';

const directions: readonly (readonly [ChangeDirection, RegExp])[] = [
  ['up', /增加|增长|上升|提高/],
  ['down', /减少|下降|降低/],
  ['flat', /持平|不变/],
];

/** Which way the words say that something changed; null where they say nothing, or more than one thing. */
export function directionOf(words: string): ChangeDirection | null {
  const said = directions.filter(([, pattern]) => pattern.test(words));
  return said.length === 1 ? (said[0]?.[0] ?? null) : null;
}

const self = /本部门|本单位|我单位|我部门|我局|我委|全年|本年度?|当年|今年|(?:20)?\d{2}年度?/g;
const comparison = /与|较|比|同|和|上年度?|去年|上一年度?|相比|对比|之前|以前年度/g;
const change =
  /略有|有所|大幅度?|小幅度?|明显|逐步|正常|相应|增长|增加|上升|提高|减少|下降|降低|变化|变动|增减|持平|保持|不变|一致|相同|基本(?=持平|不变|一致|相同|保持|没有|无)/g;
const generic =
  /预算|决算|安排|合计|总计|总额|总数|年初|金额|数(?!量)|了|的|是|为|因|由于|导致|所致|引起|所以/g;
const amounts = /\d[\d,，.]*\s*(?:万元|亿元|元|%|％|个百分点)?/g;

/** The nouns that remain once everything that any budget sentence says is left out. */
export function nounsOf(words: string): string {
  return words
    .replace(/[“”"'‘’《》]/g, '')
    .replace(amounts, '')
    .replace(self, '')
    .replace(comparison, '')
    .replace(change, '')
    .replace(generic, '')
    .replace(/[\s，、。；：:,;（）()]/g, '');
}

/** Does the reason only repeat what changed? Every clause of it has no noun, or that of the explained sentence. */
export function isCircular({ words, explained }: Reason, department: string | null): boolean {
  const own = (text: string): string =>
    department === null || department === '' ? text : text.replaceAll(department, '');
  const raw = own(subjectOf(explained));
  const subject = nounsOf(raw.replace(/财政拨款/g, ''));
  const isOne = !/[和及、]/.test(raw);
  const clauses = own(words)
    .split(/[，,、]/)
    .filter((clause) => clause.trim() !== '');
  if (clauses.length === 0 || !hasChange(words)) return false;
  return clauses.every((clause) => {
    const nouns = nounsOf(clause);
    if (nouns === '' || nouns.length < 2 || subject === '') return nouns === '';
    return subject === nouns || (isOne && subject.endsWith(nouns));
  });
}

/** A reason without any word of change (政策性调资) says something, however short. */
function hasChange(words: string): boolean {
  return /增|减|升|降|持平|不变|一致|变化|变动/.test(words);
}

/** The words before the first figure or comparison name what changed. */
function subjectOf(explained: string): string {
  const bare = explained
    .replace(/^.*(?:其中|：|:)(?=.*\d)/, '')
    .replace(/^\s*[（(][一二三四五六七八九十\d]+[）)]/, '');
  const withoutYear = bare.replace(/20\d\d年度?/g, '');
  return withoutYear.slice(0, end(withoutYear));
}

function end(text: string): number {
  const at = text.search(/\d|比上|较上|与上|同比|，/);
  return at < 0 ? text.length : at;
}
