import { codeList } from '../../../model/codes/codes.ts';
import { renamedTerms } from '../../../model/codes/renamed.ts';
import type { Disclosure, NarrativeParagraph, NarrativeSection } from '../../../model/disclosure.ts';
import type { Claim } from '../../../model/narrative/claim.ts';
import { plainText, type PlainText } from '../../../model/narrative/plainText.ts';
import { narrativeText } from '../../documentTexts.ts';
import type { Observation, Rule } from '../../rule.ts';
import { culpritAt, observe, textEvidence } from '../performance/observation.ts';
import { pathsIn, type PathStep, type WrittenPath } from './functionPaths.ts';
import { isMisspelling, isSameName } from './misspelling.ts';
import { prints, tableNames, type TableName } from './tableNames.ts';

const id = 'narrative.functionName';

/**
 * A path “…（类）…（款）…（项）” whose amount is that of one row, of which the tables print another name, or under
 * another class or division. What differs by a slip of the keyboard, was renamed, or only shortens a name, is told
 * by other rules or not at all.
 */
export const functionName: Rule = {
  id,
  severity: 'warning',
  authority: '政府收支分类科目',
  check: ({ disclosure }) => {
    const names = tableNames(disclosure, 2).filter(({ codes }) => codes.size === 1);
    const looked = disclosure.narrative.flatMap((section) =>
      section.paragraphs.flatMap((paragraph) => differences({ section, paragraph, disclosure, names })),
    );
    if (looked.length === 0) return { observations: [], pass: 0, notApplicable: 1 };
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

interface Difference {
  readonly step: PathStep;
  readonly meant: TableName;
}

/** One entry for each path that ends with an item; null where nothing is wrong with it. */
function differences(reading: Reading): readonly (Observation | null)[] {
  const { claims, text } = reading.paragraph;
  if (claims.length === 0 || !/[（(]\d*项/.test(text)) return [];
  const plain = plainText(text);
  const paths = pathsIn(plain.text).filter(({ item }) => item !== undefined);
  return paths.map((path, p) => {
    const until = paths[p + 1]?.start ?? plain.text.length;
    const own = claims.filter(({ start, fen }) => {
      const at = plain.offsets.indexOf(start);
      return Boolean(fen) && at >= path.end && at < until;
    });
    const found = differenceIn(path, own, reading);
    return found === null ? null : observationOf(found, plain, reading);
  });
}

function differenceIn(path: WrittenPath, claims: readonly Claim[], reading: Reading): Difference | null {
  const { item } = path;
  if (item === undefined) return null;
  const leaf = longestNamed(item.words, atLevel(reading.names, 7));
  if (leaf === undefined) return otherItem(path, item, claims, reading);
  if (!claims.some((claim) => prints(leaf, claim))) return null;
  return otherStep(path.division, leaf, 5, reading) ?? otherStep(path.class, leaf, 3, reading);
}

/** The class or division of the path is another one than the row's. */
function otherStep(
  step: PathStep | undefined,
  leaf: TableName,
  level: 3 | 5,
  { names, disclosure }: Reading,
): Difference | null {
  const meant = atLevel(names, level).find((above) => codeOf(leaf).startsWith(codeOf(above)));
  if (step === undefined || meant === undefined || isMeant(step.words, meant, disclosure.year)) return null;
  return { step, meant };
}

/** The only row below the path's division that prints the amount has another name, which no other path says. */
function otherItem(
  { division }: WrittenPath,
  item: PathStep,
  claims: readonly Claim[],
  { names, disclosure }: Reading,
): Difference | null {
  const above = division && longestNamed(division.words, atLevel(names, 5));
  if (above === undefined || item.words.length < 4) return null;
  const [meant, another] = atLevel(names, 7).filter(
    (row) => codeOf(row).startsWith(codeOf(above)) && claims.some((claim) => prints(row, claim)),
  );
  if (meant === undefined || another !== undefined || isMeant(item.words, meant, disclosure.year))
    return null;
  return isSaid(meant, disclosure) ? null : { step: item, meant };
}

function isSaid({ name }: TableName, { narrative }: Disclosure): boolean {
  return narrative.some(({ paragraphs }) =>
    paragraphs.some(({ text }) =>
      pathsIn(plainText(text).text).some(({ item }) => item?.words.endsWith(name) === true),
    ),
  );
}

/** Do the words mean the row: its name, a part of it, a slip in it, a former name, or the classification’s own? */
function isMeant(words: string, { name, codes }: TableName, year: number | null): boolean {
  const bare = words.replace(/支出$/, '');
  if (bare.length < 2 || name.includes(bare)) return true;
  const endings = [0, 1, -1].map((more) => words.slice(-(name.length + more)));
  if (endings.some((ending) => isSameName(ending, name) || isMisspelling(ending, name))) return true;
  const isOf = (code: string): boolean => [...codes].some((each) => each.startsWith(code));
  if (renamedTerms.some(({ former, code }) => isOf(code) && words.includes(former))) return true;
  const listed = codeList('function', year);
  return [...codes].some(
    (code) => listed.named(words).includes(code) || listed.named(`${bare}支出`).includes(code),
  );
}

function atLevel(names: readonly TableName[], level: number): readonly TableName[] {
  return names.filter((each) => codeOf(each).length === level);
}

function codeOf({ codes }: TableName): string {
  return [...codes][0] ?? '';
}

function longestNamed(words: string, names: readonly TableName[]): TableName | undefined {
  return names
    .filter(({ name }) => words.endsWith(name))
    .reduce<TableName | undefined>(
      (a, b) => (a !== undefined && a.name.length >= b.name.length ? a : b),
      undefined,
    );
}

function observationOf({ step, meant }: Difference, plain: PlainText, reading: Reading): Observation {
  const { section, paragraph } = reading;
  const place = narrativeText(paragraph, section.section, '').placeAt(plain.offsets[step.start] ?? 0);
  const culprit = culpritAt(place, step.words, { text: meant.name, fen: null });
  return observe(id, 'warning', culprit, { evidence: [textEvidence(meant.place, meant.name)] });
}
