import { gather } from '../../../model/gather.ts';
import type { ProjectSheet, SheetText } from '../../../model/disclosure.ts';
import { fold } from '../../../model/fold.ts';
import type { Observation, Rule } from '../../rule.ts';
import { advice, culpritAt, observe, quoted, textEvidence } from './observation.ts';
import { comparable, textPlace, textsOf } from './sheetFacts.ts';
import { areSiblings, nameCoverage } from './similarity.ts';

const id = 'performance.copiedText';

/** Characters; a shorter text is common wording. */
const shortest = 20;
const shingleLength = 8;
/** The share of a text's shingles that stand in the other. */
const usuallyAlike = 0.7;
/** A text in more sheets than this is the department's standing formula. */
const mostCopies = 4;

interface Passage {
  readonly sheet: ProjectSheet;
  readonly field: SheetText;
  readonly text: string;
  /** The text for comparison. */
  readonly plain: string;
}

/** Paragraphs that stand in the sheets of unrelated projects, with the sheet they probably come from. */
export const copiedText: Rule = {
  id,
  severity: 'warning',
  authority: '财预〔2015〕88号',
  thresholds: {
    alike: {
      usual: usuallyAlike,
      least: 0.3,
      most: 1,
      meaning: {
        zh: '两段文字相同的部分达到此比例的，视为照抄',
        en: 'texts that share this part are copies',
      },
    },
  },
  check: ({ disclosure, thresholds }) => {
    const passages = gather(disclosure.projects, passagesOf);
    const groups = groupsOf(passages, thresholds?.['alike'] ?? usuallyAlike).filter(
      (group) => unrelated(group).length > 1,
    );
    const formulas = groups.filter((group) => unrelated(group).length > mostCopies);
    const copies = groups.filter((group) => !formulas.includes(group)).flatMap(copiesIn);
    const warnings = copies.filter((observation) => observation.severity === 'warning');
    const hints = copies.filter((observation) => observation.severity === 'info');
    const observations = [...warnings, ...advice(hints, 0, mostHints).observations, ...formulas.map(formula)];
    return { observations, pass: passages.length - copies.length };
  },
};

/** Copied texts that are told one by one, each with its source. */
const mostHints = 20;

/** When something is done is no text of its own; without it, 项目于…完成建设 is too short to be a copy. */
const dates =
  /20\d\d年?(?:\d{1,2}月?)?(?:\d{1,2}日)?|项目?(?:预计)?于|(?:完成|做好)(?:建设|前期准备工作)|至/g;

/** A sheet's own name is taken out, so that a formula around it is recognised. */
function passagesOf(sheet: ProjectSheet): Passage[] {
  const fields = new Set<string>();
  return gather(textsOf(sheet), ({ field, text }) => {
    if (field === 'basis') return [];
    const plain = comparable(text)
      .replaceAll(fold(sheet.name), '')
      .replace(/围绕[^,，。]{4,60}?需要/, '围绕');
    if (fields.has(plain) || plain.length < shortest || plain.replace(dates, '').length < shortest) return [];
    fields.add(plain);
    return [{ sheet, field, text, plain }];
  });
}

/** A rolling hash in 32 bits: two different stretches in four thousand million meet, and one alone decides nothing. */
function shinglesOf(text: string): Set<number> {
  const found = new Set<number>();
  let hash = 0;
  for (let index = 0; index < text.length; index++) {
    if (index >= shingleLength)
      hash = (hash - Math.imul(text.charCodeAt(index - shingleLength), leaving)) | 0;
    hash = (Math.imul(hash, factor) + text.charCodeAt(index)) | 0;
    if (index >= shingleLength - 1) found.add(hash);
  }
  return found;
}

const factor = 0x01000193;
/** What the oldest character of a stretch has been multiplied by. */
const leaving = Array.from({ length: shingleLength - 1 }).reduce<number>(
  (power) => Math.imul(power, factor),
  1,
);

/** Passages that share most of their shingles; each passage joins the first group it is like. */
function groupsOf(passages: readonly Passage[], alike: number): Passage[][] {
  const groups: Passage[][] = [];
  const index = groupIndex(alike);
  const byText = new Map<string, number>();
  for (const passage of passages) {
    const number = byText.get(passage.plain) ?? index.place(passage.plain);
    byText.set(passage.plain, number);
    const group = groups[number];
    if (group === undefined) groups[number] = [passage];
    else group.push(passage);
  }
  return groups;
}

/** Finds the group that a text is like, or makes it the first of a new one. */
function groupIndex(alike: number): { place(text: string): number } {
  const groups: ReadonlySet<number>[] = [];
  const holders = new Map<number, readonly number[]>();
  const isLike = (shingles: ReadonlySet<number>, group: ReadonlySet<number>): boolean => {
    let common = 0;
    for (const shingle of shingles) if (group.has(shingle)) common += 1;
    return Math.max(shingles.size, group.size) <= common / alike;
  };
  const add = (shingles: ReadonlySet<number>): number => {
    const number = groups.push(shingles) - 1;
    const alone = [number];
    for (const shingle of shingles) {
      const others = holders.get(shingle);
      holders.set(shingle, others === undefined ? alone : [...others, number]);
    }
    return number;
  };
  return {
    place(text) {
      const shingles = shinglesOf(text);
      const tried = new Set<number>();
      // A text that is like a group has at most the other part of its shingles for itself: one of more is common.
      let left = shingles.size * (1 - alike) + 2;
      for (const shingle of shingles) {
        for (const group of holders.get(shingle) ?? []) {
          if (!tried.has(group) && isLike(shingles, groups[group] ?? tried)) return group;
          tried.add(group);
        }
        left -= 1;
        if (left < 0) break;
      }
      return add(shingles);
    },
  };
}

function sheetsIn(group: readonly Passage[]): ProjectSheet[] {
  return [...new Set(group.map((passage) => passage.sheet))];
}

/** One sheet of each project: the parts of one project rightly share their texts. */
function unrelated(group: readonly Passage[]): ProjectSheet[] {
  const found: ProjectSheet[] = [];
  for (const sheet of sheetsIn(group)) {
    if (!found.some((other) => areSiblings(other, sheet))) found.push(sheet);
  }
  return found;
}

/**
 * The sheet whose name the text fits best is the source. An overview describes its own project only, so
 * each copy of one is a finding; other texts give one finding for all copies.
 */
function copiesIn(group: readonly Passage[]): Observation[] {
  const fit = (passage: Passage): number => nameCoverage(passage.sheet.name, passage.text);
  const [first] = group;
  if (first === undefined) return [];
  const source = group.reduce((best, passage) => (fit(passage) > fit(best) ? passage : best), first);
  const seen = new Set<ProjectSheet>([source.sheet]);
  const copies = group.filter((passage) => {
    if (seen.has(passage.sheet) || areSiblings(passage.sheet, source.sheet)) return false;
    seen.add(passage.sheet);
    return true;
  });
  const overviews = copies.filter((passage) => passage.field === 'overview' && source.field === 'overview');
  const [other, ...more] = copies.filter((passage) => !overviews.includes(passage));
  const hints = other === undefined ? [] : [copy('info', other, source, more)];
  return [...overviews.map((passage) => copy('warning', passage, source, [])), ...hints];
}

function copy(
  severity: 'warning' | 'info',
  passage: Passage,
  source: Passage,
  more: readonly Passage[],
): Observation {
  const params = { project: passage.sheet.name, source: source.sheet.name, copies: more.length + 1 };
  const evidence = [source, ...more].map((entry) =>
    textEvidence(textPlace(entry.sheet, entry.field), quoted(entry.text)),
  );
  const culprit = culpritAt(textPlace(passage.sheet, passage.field), quoted(passage.text));
  return observe(id, severity, culprit, { params, evidence });
}

function formula(group: readonly Passage[]): Observation {
  const [first] = group;
  if (first === undefined) throw new Error('A group has at least one passage.');
  const params = { count: sheetsIn(group).length };
  const evidence = group.map((passage) =>
    textEvidence(textPlace(passage.sheet, passage.field), quoted(passage.text)),
  );
  const culprit = culpritAt(textPlace(first.sheet, first.field), quoted(first.text));
  return observe(id, 'info', culprit, { variant: 'formula', params, evidence });
}
