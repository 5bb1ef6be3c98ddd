import type { Disclosure, NarrativeParagraph, NarrativeSection } from '../../../model/disclosure.ts';
import type { Claim } from '../../../model/narrative/claim.ts';
import { plainText, type PlainText } from '../../../model/narrative/plainText.ts';
import { narrativeText } from '../../documentTexts.ts';
import type { Observation, Rule } from '../../rule.ts';
import { culpritAt, observe, textEvidence } from '../performance/observation.ts';
import { levelMark } from './functionPaths.ts';
import { isMisspelling, misspeltIn, shortMisspeltAt } from './misspelling.ts';
import { isListedName, prints, tableNames, type TableName } from './tableNames.ts';

const id = 'narrative.name';

/**
 * A name in a sentence that is almost one of the tables' names and stands before an amount of that row; or a
 * step of a function path (…（类）…（款）) that is almost a class, or a division whose items the path goes on to.
 */
export const name: Rule = {
  id,
  severity: 'warning',
  authority: '政府收支分类科目',
  check: ({ disclosure }) => {
    const names = tableNames(disclosure);
    if (names.length === 0) return { observations: [], pass: 0, notApplicable: 1 };
    const looked = disclosure.narrative.flatMap((section) =>
      section.paragraphs.flatMap((paragraph) => misspellings({ section, paragraph, disclosure, names })),
    );
    const observations = looked.flatMap((found) => found ?? []);
    return { observations, pass: looked.length - observations.length };
  },
};

interface Reading {
  readonly section: NarrativeSection;
  readonly paragraph: NarrativeParagraph;
  readonly disclosure: Disclosure;
  readonly names: readonly TableName[];
}

interface Misspelt {
  readonly written: string;
  readonly meant: TableName;
  /** Offset in the plain text. */
  readonly at: number;
}

/** One entry for each name that was looked at; null where nothing is wrong with it. */
function misspellings(reading: Reading): readonly (Observation | null)[] {
  const { claims, text } = reading.paragraph;
  if (claims.length === 0 && !/[（(](?:类|款|项)/.test(text)) return [];
  const plain = plainText(text);
  const told = new Set<number>();
  const found = [
    ...claims.map((claim) => beforeAmount(claim, plain, reading)),
    ...inPaths(plain.text, reading),
  ];
  return found.map((misspelt) => {
    if (misspelt === null || told.has(misspelt.at)) return null;
    told.add(misspelt.at);
    return observationOf(misspelt, plain, reading);
  });
}

/**
 * The clause before a figure names almost the row that prints the amount, or a whole class of functions, whose
 * names are few and far apart, and nothing that is known.
 */
function beforeAmount(claim: Claim, plain: PlainText, { names, disclosure }: Reading): Misspelt | null {
  if (!spoken.has(claim.kind) || !claim.fen) return null;
  const end = plain.offsets.indexOf(claim.start);
  const words = wordsBefore(plain.text, end);
  const near: Misspelt[] = [];
  for (const meant of names) {
    if (meant.codes.has(claim.subject?.function ?? '')) continue;
    const isPrinted = prints(meant, claim);
    if (!isPrinted && !meant.isDistinct) continue;
    const short = isPrinted ? shortMisspeltAt(words, meant.name) : null;
    const written = short ?? misspeltIn(words, meant.name);
    if (written === null || isKnown(written, words, names, disclosure.year)) continue;
    near.push({ written, meant, at: end - words.length + words.lastIndexOf(written) });
  }
  const [only, ...others] = near;
  return only !== undefined && others.every(({ meant }) => meant.name === only.meant.name) ? only : null;
}

const spoken: ReadonlySet<Claim['kind']> = new Set(['amount', 'pair', 'change']);

/** What the clause says before its figure; brackets of levels stay, a figure before it ends it, a year does not. */
function wordsBefore(text: string, end: number): string {
  const before = text.slice(Math.max(0, end - 80), end).replace(/(?:19|20)\d\d(?=年)/g, '    ');
  // Backwards: a pattern that ends with the text would be tried from every character.
  let from = before.length;
  while (from > 0 && !clauseEnd.test(before.charAt(from - 1))) from -= 1;
  return before.slice(from).replace(/^[.)\s]+/, '');
}

const clauseEnd = /[,;。:、%\d]/;

/** The stretch, or a longer one around it, is a name of its own: another row, or one of the classification. */
function isKnown(written: string, words: string, names: readonly TableName[], year: number | null): boolean {
  if (isListedName(written, year)) return true;
  return names.some(
    (row) => words.includes(row.name) && (row.name.includes(written) || overlaps(words, row.name, written)),
  );
}

function overlaps(words: string, a: string, b: string): boolean {
  const [first, second] = [words.indexOf(a), words.lastIndexOf(b)];
  return first < second + b.length && second < first + a.length;
}

const digitsOf: Readonly<Record<string, number>> = { 类: 3, 款: 5, 项: 7 };

/** Steps of a path that are almost a row's name at their level, where the next step is a row below it. */
function inPaths(text: string, { names, disclosure }: Reading): readonly (Misspelt | null)[] {
  const steps = [...text.matchAll(levelMark)].map((mark) => ({
    level: digitsOf[mark[1] ?? ''] ?? 0,
    end: mark.index,
    after: mark.index + mark[0].length,
  }));
  return steps.flatMap((step, i): readonly (Misspelt | null)[] => {
    const words =
      /[^,;。:、()\d\s.]{2,40}$/.exec(text.slice(Math.max(0, step.end - 40), step.end))?.[0] ?? '';
    const next = steps[i + 1];
    const goesOn = next !== undefined && next.level > step.level;
    if (words.length < (step.level === 3 ? 3 : 4) || (!goesOn && step.level !== 3)) return [];
    const below = goesOn ? text.slice(step.after, next.end) : null;
    return [pathStep({ words, below, end: step.end, level: step.level }, names, disclosure.year)];
  });
}

interface Step {
  readonly words: string;
  /** The name of the next step; null where the path ends with a class. */
  readonly below: string | null;
  readonly end: number;
  readonly level: number;
}

function pathStep(step: Step, names: readonly TableName[], year: number | null): Misspelt | null {
  const { words, below, end, level } = step;
  const own = names.filter(({ codes }) => [...codes].some((code) => code.length === level));
  if (endsKnown(words, own, year)) return null;
  const near = own.flatMap((meant): readonly Misspelt[] => {
    const written = [0, 1, -1]
      .map((more) => words.slice(-(meant.name.length + more)))
      .find((ending) => isMisspelling(ending, meant.name));
    const holds = below === null || names.some((row) => row.name === below && isBelow(row, meant));
    return written === undefined || !holds ? [] : [{ written, meant, at: end - written.length }];
  });
  const [only, another] = near;
  return only !== undefined && another === undefined ? only : null;
}

function isBelow({ codes }: TableName, above: TableName): boolean {
  return [...codes].some((code) =>
    [...above.codes].some((parent) => parent !== code && code.startsWith(parent)),
  );
}

/** Do the words end with a name that the tables or a classification know? */
function endsKnown(words: string, own: readonly TableName[], year: number | null): boolean {
  if (own.some(({ name: row }) => words.endsWith(row))) return true;
  for (let from = 0; from <= words.length - 4; from += 1)
    if (isListedName(words.slice(from), year)) return true;
  return false;
}

function observationOf({ written, meant, at }: Misspelt, plain: PlainText, reading: Reading): Observation {
  const { section, paragraph } = reading;
  const place = narrativeText(paragraph, section.section, '').placeAt(plain.offsets[at] ?? 0);
  const culprit = culpritAt(place, written, { text: meant.name, fen: null });
  return observe(id, 'warning', culprit, { evidence: [textEvidence(meant.place, meant.name)] });
}
