import type { ContentsEntry, Disclosure, PrintedLine } from '../../../model/disclosure.ts';
import { fold } from '../../../model/fold.ts';
import type { Observation, Rule, RuleResult } from '../../rule.ts';
import { culpritAt, observe, textEvidence } from '../performance/observation.ts';
import { editDistance } from '../project/projectName.ts';
import { formOf, tablePlace, titleKey } from './form.ts';

const authority = '财预〔2016〕143号';

interface Title extends PrintedLine {
  readonly key: string;
}

/** Everything in the document that an entry of the contents page can name. */
function titlesOf({ printed, tables, narrative }: Disclosure): readonly Title[] {
  const lines: readonly PrintedLine[] = [
    ...tables.map((table) => ({ text: table.title, place: tablePlace(table) })),
    ...narrative.map(({ title, place }) => ({ text: title, place })),
    ...(printed?.titles ?? []),
  ];
  return lines.map((line) => ({ ...line, key: titleKey(line.text) }));
}

/** The headings within the document: its own title is none, wherever it is printed again. */
function headingsOf(titles: readonly Title[], { printed }: Disclosure): readonly Title[] {
  const cover = new Set(printed?.cover.map(({ text }) => titleKey(text)));
  const headings = titles.filter(({ key }) => !cover.has(key));
  return [...headings, ...inTwoLines(headings)];
}

/** A long title may take two lines. */
function inTwoLines(titles: readonly Title[]): readonly Title[] {
  return titles.flatMap((title, i) => {
    const next = titles[i + 1];
    if (next === undefined || title.key.length < 12 || next.key.length > 20) return [];
    return [{ ...title, text: `${title.text}${next.text}`, key: title.key + next.key }];
  });
}

/** Entries as their author wrote them: a line may hold two, and a long one may take two lines. */
function entriesOf({ contents }: Disclosure): readonly ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  for (const entry of contents) {
    const last = entries.at(-1);
    if (last !== undefined && titleKey(entry.title) === fold(entry.title) && fold(entry.title).length < 4) {
      entries.splice(-1, 1, { ...last, title: `${last.title}${entry.title}` });
    } else {
      const titles = entry.title.split(/(?<=表)\s*(?=\d{1,2}[.．、])/);
      entries.push(...titles.map((title) => ({ ...entry, title })));
    }
  }
  return entries;
}

/** An entry that no title repeats word for word. */
export const contentsEntry: Rule = {
  id: 'document.contentsEntry',
  severity: 'warning',
  authority,
  check: ({ disclosure }): RuleResult => {
    const contents = entriesOf(disclosure);
    // What is composed and not yet written has no headings to compare with.
    const isPrinted = disclosure.printed !== undefined;
    if (contents.length === 0 || !isPrinted) return { observations: [], pass: 0, notApplicable: 1 };
    const titles = titlesOf(disclosure);
    const listed = new Set(contents.map(({ title }) => titleKey(title)));
    const printed = [...titles, ...inTwoLines(titles)];
    const unheaded = contents.filter((entry) => !isRepeated(titleKey(entry.title), printed));
    const open = unheaded.filter((entry) => !isPresentPart(entry, contents, unheaded));
    const headings = headingsOf(titles, disclosure).filter(({ key }) => !listed.has(key));
    const near = nearestTitles(open, headings);
    return {
      observations: open.map((entry) => openEntry(entry, near.get(entry) ?? null, disclosure)),
      pass: contents.length - open.length,
    };
  },
};

/**
 * A part that only gathers what follows it needs no heading of its own in a workbook, where each thing has its
 * sheet: what it gathers is there.
 */
function isPresentPart(
  { title, place }: ContentsEntry,
  contents: readonly ContentsEntry[],
  unheaded: readonly ContentsEntry[],
): boolean {
  if (place.sheet === undefined || !partNumber.test(fold(title))) return false;
  const after = contents.slice(contents.findIndex((entry) => entry.title === title) + 1);
  const end = after.findIndex((entry) => partNumber.test(fold(entry.title)));
  const gathered = end === -1 ? after : after.slice(0, end);
  return gathered.length > 0 && gathered.every((entry) => !unheaded.includes(entry));
}

const partNumber = /^第[一二三四五六七八九十]+部分/;

/**
 * A title repeats the entry, or begins with it and runs on into the text, or says the department's own name
 * where the entry says 部门 or 单位.
 */
function isRepeated(entry: string, titles: readonly Title[]): boolean {
  const core = entry.replace(/^(?:本)?(?:部门|单位)/, '');
  const ageless = withoutYears(entry);
  if (entry.length < 2) return true;
  return titles.some(
    ({ key }) =>
      key === entry ||
      withoutYears(key) === ageless ||
      (key.startsWith(entry) && key.length > 40) ||
      (core !== entry && core.length >= 3 && key.endsWith(core)),
  );
}

/** A year that differs is a finding of its own. */
function withoutYears(key: string): string {
  return key.replace(/20\d\d年/g, '');
}

/** For each entry the nearest title that no entry names, every title once, the nearest pairs first. */
function nearestTitles(
  entries: readonly ContentsEntry[],
  titles: readonly Title[],
): ReadonlyMap<ContentsEntry, Title> {
  const pairs = entries.flatMap((entry) => {
    const key = titleKey(entry.title);
    const limit = Math.max(1, Math.floor(key.length / 4));
    return titles
      .filter((title) => samePart(entry.title, title.text))
      .map((title) => ({ entry, title, distance: editDistance(key, title.key, limit) }))
      .filter(({ distance }) => distance <= limit);
  });
  const chosen = new Map<ContentsEntry, Title>();
  for (const { entry, title } of pairs.sort((a, b) => a.distance - b.distance)) {
    if (!chosen.has(entry) && ![...chosen.values()].includes(title)) chosen.set(entry, title);
  }
  return chosen;
}

/** Two headings that both bear a part's number must bear the same. */
function samePart(a: string, b: string): boolean {
  const [x, y] = [a, b].map((text) => partNumber.exec(fold(text))?.[0]);
  return x === undefined || y === undefined || x === y;
}

/**
 * How far a title is from the nearest one that the form prints: of two that differ, the nearer one is right.
 * Infinite where the form has nothing like it.
 */
function distanceToForm(key: string, disclosure: Disclosure): number {
  const form = formOf(disclosure);
  if (form === null) return Infinity;
  const words = withoutYears(key);
  const limit = Math.max(2, Math.floor(words.length / 3));
  const known = [...form.tables, ...form.sections].map(({ title }) =>
    withoutYears(titleKey(title.replace('{year}年', ''))),
  );
  const distances = known.map((title) => editDistance(words, title, limit));
  return Math.min(Infinity, ...distances.filter((distance) => distance <= limit));
}

/** Which of the two is wrong, as the form's own titles decide; else either may be. */
function openEntry(entry: ContentsEntry, near: Title | null, disclosure: Disclosure): Observation {
  const params = { entry: entry.title, title: near?.text ?? '' };
  if (near === null) {
    return observe('document.contentsEntry', 'info', culpritAt(entry.place, entry.title), {
      variant: 'missing',
      params,
    });
  }
  const inContents = culpritAt(entry.place, entry.title, { text: near.text, fen: null });
  const inText = culpritAt(near.place, near.text, { text: entry.title, fen: null });
  const [listed, printed] = [
    distanceToForm(titleKey(entry.title), disclosure),
    distanceToForm(near.key, disclosure),
  ];
  if (listed < printed) {
    const evidence = [textEvidence(entry.place, entry.title)];
    return observe('document.contentsEntry', 'warning', inText, { variant: 'heading', params, evidence });
  }
  if (printed < listed) {
    const evidence = [textEvidence(near.place, near.text)];
    return observe('document.contentsEntry', 'warning', inContents, { params, evidence });
  }
  const either = observe('document.contentsEntry', 'warning', inContents, { variant: 'either', params });
  return { ...either, culprits: [inContents, inText] };
}

/** The contents page lists tables, but not this one. */
export const contentsOmitsTable: Rule = {
  id: 'document.contentsOmitsTable',
  severity: 'info',
  authority,
  check: ({ disclosure }) => {
    const listed = entriesOf(disclosure)
      .map(({ title }) => titleKey(title))
      .filter((key) => /表(?:\(.*\))?$/.test(key));
    const unlisted = disclosure.tables.filter(({ title }) => !isNear(titleKey(title), listed));
    if (listed.length < 3 || unlisted.length * 2 > disclosure.tables.length) {
      return { observations: [], pass: 0, notApplicable: 1 };
    }
    const observations = unlisted.map((table) =>
      observe('document.contentsOmitsTable', 'info', culpritAt(tablePlace(table), table.title), {
        params: { table: table.number, title: fold(table.title) === '' ? '' : table.title },
      }),
    );
    return { observations, pass: disclosure.tables.length - unlisted.length };
  },
};

function isNear(title: string, listed: readonly string[]): boolean {
  const limit = Math.max(1, Math.floor(title.length / 4));
  return listed.some((entry) => editDistance(entry, title, limit) <= limit);
}
