import { gramsOf, wantedGrams } from '../grams.ts';

/** A record of a publication, as far as it is counted. */
export interface Countable {
  readonly kind: string;
  readonly code: string | null;
  readonly functionClass: string | null;
  readonly fen: number | null;
  /** As titles are compared. */
  readonly titleKey: string;
  /** The searchable text. */
  readonly body: string;
}

/** A row of search_counts for one publication. */
export interface WordCount {
  readonly word: string;
  readonly kind: string;
  readonly functionClass: string | null;
  readonly records: number;
  readonly is_fit: number;
  readonly begins: number;
  readonly has: number;
  readonly counted: number;
  readonly leftOut: number;
  readonly fen: number;
  readonly classLabel: string | null;
}

/** What a word of search_words stands for. */
export function wordsOf(word: string): readonly string[] {
  return word === '' ? [] : word.split(' ');
}

/** Counts each of the searches in the records of one publication. */
export function countsOf(
  records: readonly Countable[],
  searches: readonly (readonly string[])[],
): readonly WordCount[] {
  const byGram = new Map<string, Countable[]>();
  for (const record of records) {
    for (const gram of gramsOf(record.body)) {
      const others = byGram.get(gram);
      if (others === undefined) byGram.set(gram, [record]);
      else others.push(record);
    }
  }
  return searches.flatMap((words) => countsOfOne(found(records, byGram, words), words));
}

/** The records with all words: only those with the rarest pair are looked at. */
function found(
  records: readonly Countable[],
  byGram: ReadonlyMap<string, readonly Countable[]>,
  words: readonly string[],
): readonly Countable[] {
  let fewest = records;
  for (const gram of words.flatMap(wantedGrams)) {
    const having = byGram.get(gram) ?? [];
    if (having.length < fewest.length) fewest = having;
  }
  return fewest.filter(({ body }) => words.every((word) => body.includes(word)));
}

function countsOfOne(records: readonly Countable[], words: readonly string[]): readonly WordCount[] {
  const lines = new Set(
    records.flatMap(({ kind, code }) => (kind === 'line' && code !== null ? [code] : [])),
  );
  const groups = new Map<string, { kind: string; functionClass: string | null; of: Countable[] }>();
  const put = (record: Countable, functionClass: string | null): void => {
    const key = `${record.kind} ${functionClass ?? ''}`;
    const group = groups.get(key) ?? { kind: record.kind, functionClass, of: [] };
    group.of.push(record);
    groups.set(key, group);
  };
  for (const record of records) {
    put(record, null);
    if (record.functionClass !== null) put(record, record.functionClass);
  }
  return [...groups.values()].map(({ kind, functionClass, of }) => {
    return { word: words.join(' '), kind, functionClass, ...countedIn(of, lines, words) };
  });
}

function countedIn(
  records: readonly Countable[],
  lines: ReadonlySet<string>,
  words: readonly string[],
): Omit<WordCount, 'word' | 'kind' | 'functionClass'> {
  const fits = records.map(({ titleKey }) => titleFit(titleKey, words));
  const count = (fit: string): number => fits.filter((each) => each === fit).length;
  const amounts = records.filter(({ fen }) => fen !== null);
  const counted = amounts.filter((record) => !isBelow(record, lines));
  const labels = records.flatMap(({ code, functionClass, titleKey }) =>
    code !== null && code === functionClass ? [titleKey] : [],
  );
  return {
    ...{ records: records.length, is_fit: count('is'), begins: count('begins'), has: count('has') },
    ...{ counted: counted.length, leftOut: amounts.length - counted.length },
    fen: counted.reduce((sum, { fen }) => sum + (fen ?? 0), 0),
    classLabel: labels.sort()[0] ?? null,
  };
}

function isBelow({ kind, code }: Countable, lines: ReadonlySet<string>): boolean {
  if (kind !== 'line' || code === null) return false;
  return (code.length > 3 && lines.has(code.slice(0, 3))) || (code.length > 5 && lines.has(code.slice(0, 5)));
}

/** How well the title fits, as fitOf says it to the database. */
function titleFit(title: string, words: readonly string[]): 'is' | 'begins' | 'has' | 'not' {
  const [first] = words;
  if (first === undefined) return 'not';
  if (title === words.join('')) return 'is';
  if (title.startsWith(first)) return 'begins';
  return words.every((word) => title.includes(word)) ? 'has' : 'not';
}
