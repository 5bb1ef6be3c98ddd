import type { Disclosure, NarrativeParagraph, NarrativeSection } from '../../../model/disclosure.ts';
import type { Figure } from '../../../model/figure.ts';
import type { Claim } from '../../../model/narrative/claim.ts';
import { excerpt, narrativeText } from '../../documentTexts.ts';
import { readingsOf } from '../../narrative/claimFigures.ts';
import type { Observation, Rule } from '../../rule.ts';
import { tableIndex, type ScopeIndex } from '../../scopeIndex.ts';
import { culpritAt, observe, textEvidence } from '../performance/observation.ts';

const id = 'narrative.staleYear';

/** Sections whose sentences speak of this year's figures. */
const budgetSections = new Set([
  'changes',
  'revenue',
  'expenditure',
  'appropriation',
  'generalExpenditure',
  'basic',
  'governmentFund',
  'stateCapital',
  'threePublic',
  'operating',
  'procurement',
]);

/** Year words that were left in from another year's document, where no other meaning is possible. */
export const staleYear: Rule = {
  id,
  severity: 'warning',
  authority: '财预〔2016〕143号',
  check: ({ disclosure }) => {
    const { year } = disclosure;
    if (year === null) return { observations: [], pass: 0, notApplicable: 1 };
    const tables = tableIndex(disclosure);
    const found = disclosure.narrative.map((section) =>
      section.paragraphs.flatMap((paragraph) => {
        const words = { section, paragraph, year, disclosure };
        const figures = thisYearsFigure(words, tables);
        return [
          ...wrongBase(words),
          ...wrongDate(words),
          ...wrongYearEnd(words),
          ...(figures.length > 0 ? figures : wrongHead(words, tables)),
        ];
      }),
    );
    return { observations: found.flat(), pass: found.filter((list) => list.length === 0).length };
  },
};

interface Words {
  readonly section: NarrativeSection;
  readonly paragraph: NarrativeParagraph;
  readonly year: number;
  readonly disclosure: Disclosure;
}

const comparedWith =
  /(?:比|较|与|同)\s*(20\d\d)\s*年(?:度)?(?:(?:部门|年初|当年|批复)?(?:预算|决算|执行)数?)?(?:相比|对比|[，,]?\s*(?:增|减|上升|下降|持平|一致|提高|降低))/g;

/** This year compared with itself, a later one, or one shortly before last year's: 比2024年预算增加 in 2026. */
function wrongBase({ section, paragraph, year, disclosure }: Words): readonly Observation[] {
  if (!budgetSections.has(section.section)) return [];
  return [...paragraph.text.matchAll(comparedWith)].flatMap((match) => {
    const base = Number(match[1]);
    const before = paragraph.text.slice(0, match.index);
    const isStale = (base < year - 1 && base >= year - 3) || base >= year;
    // What was spent is held against the budget of its own year.
    const right = disclosure.stage !== 'budget' && match[0].includes('预算') ? year : year - 1;
    if (!isStale || base === right || speaksOf(base, before)) return [];
    const end = match.index + match[0].length;
    const printed = excerpt(paragraph.text, match.index, end, 0);
    return [
      observation({ section, paragraph }, match.index, printed, `${right}年`, {
        variant: 'base',
        year: base,
      }),
    ];
  });
}

/** A reason may compare with any year; the same sentence may speak of the year after the base (2025年执行数比2024年增加), or compares budget and accounts of one. */
function speaksOf(base: number, before: string): boolean {
  const sentence = before.split(/[。；;]/).at(-1) ?? '';
  if (/原因|由于|因为|主要是/.test(sentence)) return true;
  const years = [...sentence.matchAll(/(20\d\d)\s*年/g)].map((match) => Number(match[1]));
  return years.some((year) => year === base + 1 || (year === base && /决算|执行/.test(sentence)));
}

/** 截至 a day that does not exist, that lies after the budget year, or years before it. */
function wrongDate({ section, paragraph, year, disclosure }: Words): readonly Observation[] {
  return [
    ...paragraph.text.matchAll(/截[至止]到?\s*(20\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]/g),
  ].flatMap((match) => {
    const [stated, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
    const last = new Date(Date.UTC(stated, month, 0)).getUTCDate();
    if (month < 1 || month > 12 || day < 1 || day > last)
      return [
        observation({ section, paragraph }, match.index, match[0], null, {
          variant: 'impossible',
          year: stated,
        }),
      ];
    if (section.section !== 'assets') return [];
    const earliest = disclosure.stage === 'budget' ? year - 2 : year;
    if (stated >= earliest && stated <= year + 1) return [];
    return [
      observation({ section, paragraph }, match.index, match[0], null, { variant: 'date', year: stated }),
    ];
  });
}

/** 截至 the end of a year that lies years before this one. */
function wrongYearEnd({ section, paragraph, year, disclosure }: Words): readonly Observation[] {
  if (section.section !== 'assets') return [];
  const earliest = disclosure.stage === 'budget' ? year - 2 : year;
  return [...paragraph.text.matchAll(/截[至止]到?\s*(20\d\d)\s*年(?:度)?(?:年)?[底末]/g)].flatMap((match) => {
    const stated = Number(match[1]);
    if (stated >= earliest && stated <= year + 1) return [];
    return [
      observation({ section, paragraph }, match.index, match[0], null, { variant: 'date', year: stated }),
    ];
  });
}

const sentenceHead =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.]+)?\s*([^\d，。；：、]{0,30}?)(20\d\d)\s*年/;

/** Before the year nothing stands but who speaks. */
function isSpeaker(words: string, { department }: Disclosure): boolean {
  return words === '' || words === department.name || /^[我本].{1,3}$/.test(words);
}

/**
 * A sentence that begins with a year of long ago and speaks of this one's figures: it compares them with last year's,
 * or they are what the tables print of this year.
 */
function wrongHead(words: Words, tables: ScopeIndex): readonly Observation[] {
  const { section, paragraph, year } = words;
  if (!budgetSections.has(section.section)) return [];
  let start = 0;
  for (const sentence of paragraph.text.split(/(?<=。)/)) {
    const end = start + sentence.length;
    const head = sentenceHead.exec(sentence);
    const stated = Number(head?.[2] ?? year);
    const isFar = (stated < year - 1 || stated > year + 1) && isSpeaker(head?.[1] ?? '', words.disclosure);
    const figure = isFar ? figureOfThisYear({ start, end }, words, tables) : null;
    const comparesNow = isFar && comparesWith(sentence, year - 1);
    if (head !== null && !sentence.includes(String(year)) && (figure !== null || comparesNow)) {
      const params = { variant: 'head', year: stated };
      const offset = start + head[0].length - 5;
      const found = observation({ section, paragraph }, offset, `${stated}年`, `${year}年`, params);
      return [figure === null ? found : { ...found, evidence: [textEvidence(figure.place, figure.text)] }];
    }
    start = end;
  }
  return [];
}

function comparesWith(sentence: string, base: number): boolean {
  return [...sentence.matchAll(comparedWith)].some((match) => Number(match[1]) === base);
}

/** A figure of the tables for this year that an amount of the sentence is to the last digit. */
function figureOfThisYear(
  { start, end }: { readonly start: number; readonly end: number },
  { paragraph, year }: Words,
  tables: ScopeIndex,
): Figure | null {
  for (const claim of paragraph.claims) {
    const isOwn = claim.start >= start && claim.end <= end && claim.kind === 'amount' && !claim.roles.reason;
    const figure = isOwn && claim.fen ? printedNow(claim, year, tables) : null;
    if (figure !== null) return figure;
  }
  return null;
}

/** An amount that is said of another year and is to the last digit what the tables print of this year. */
function thisYearsFigure(words: Words, tables: ScopeIndex): readonly Observation[] {
  const { section, paragraph, year } = words;
  if (!budgetSections.has(section.section)) return [];
  const isFlat = /持平|一致|不变/.test(paragraph.text);
  return paragraph.claims.flatMap((claim) => {
    const figure =
      claim.year === year || (isFlat && claim.year === year - 1) || !printsYear(claim, paragraph.text)
        ? null
        : printedThisYear(claim, year, tables);
    if (figure === null || claim.year === null) return [];
    const printed = `${claim.year}年`;
    const evidence = [textEvidence(figure.place, figure.text)];
    const params = { variant: '', year: claim.year, amount: claim.text };
    return [{ ...observation({ section, paragraph }, claim.start, printed, `${year}年`, params), evidence }];
  });
}

/** The year is printed in the claim's own clause, and nothing in it says 上年. */
function printsYear({ year, start, kind, roles, fen }: Claim, text: string): boolean {
  if (kind !== 'amount' || year === null || !fen || roles.execution || roles.reason) return false;
  const clause =
    text
      .slice(0, start)
      .split(/[。；;，,]/)
      .at(-1) ?? '';
  return new RegExp(`${year}\\s*年`).test(clause) && !/上年|结转|去年|比|较/.test(clause);
}

function printedThisYear(
  claim: Claim,
  year: number,
  { byScope, coder }: Pick<ScopeIndex, 'byScope' | 'coder'>,
): Figure | null {
  const own = readingsOf(claim).strict.flatMap((scope) => byScope.get(coder.encode(scope)) ?? []);
  return own.length > 0 ? null : printedNow(claim, year, { byScope, coder });
}

function printedNow(
  claim: Claim,
  year: number,
  { byScope, coder }: Pick<ScopeIndex, 'byScope' | 'coder'>,
): Figure | null {
  const now = readingsOf({ ...claim, year }).strict.flatMap(
    (scope) => byScope.get(coder.encode(scope)) ?? [],
  );
  return (
    now.find(({ fen, unitFen }) => 2 * Math.abs(fen - (claim.fen ?? 0)) < unitFen + (claim.unitFen ?? 0)) ??
    null
  );
}

function observation(
  { section, paragraph }: Pick<Words, 'section' | 'paragraph'>,
  offset: number,
  printed: string,
  expected: string | null,
  { variant, ...params }: { readonly variant: string; readonly year: number; readonly amount?: string },
): Observation {
  const place = narrativeText(paragraph, section.section, '').placeAt(offset);
  const culprit = culpritAt(place, printed, expected === null ? null : { text: expected, fen: null });
  return observe(id, 'warning', culprit, { variant, params });
}
