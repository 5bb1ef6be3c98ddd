import { gather } from '../model/gather.ts';
import { extend } from '../model/extend.ts';
import type { Disclosure, NarrativeParagraph, ProjectSheet } from '../model/disclosure.ts';
import { sheetTexts } from '../model/disclosure.ts';
import { dutiesSection, glossarySection, type Place } from '../model/place.ts';

export type TextPart = 'title' | 'narrative' | 'glossary' | 'overview' | 'note' | 'sheet';

/** One paragraph of a document's words, wherever they stand. */
export interface DocumentText {
  readonly part: TextPart;
  /** What belongs together: a section, a sheet, the glossary. */
  readonly group: string;
  readonly text: string;
  /** Where the character at an offset of `text` stands. */
  readonly placeAt: (offset: number) => Place;
}

/** The words of a document, gathered once: many rules ask for them. */
interface Words {
  readonly texts: readonly DocumentText[];
  readonly joined: string;
}

const words = new WeakMap<Disclosure, Words>();

function wordsOf(disclosure: Disclosure): Words {
  const known = words.get(disclosure);
  if (known !== undefined) return known;
  const texts = gatherTexts(disclosure);
  const gathered = { texts, joined: texts.map(({ text }) => text).join(SEPARATOR) };
  words.set(disclosure, gathered);
  return gathered;
}

/** No word and no space: what looks past the end of a text finds nothing there. */
const SEPARATOR = '\u0000';

/** Every paragraph of words in a disclosure: cover, headings, narrative, glossary, overview, notes and sheets. */
export function documentTexts(disclosure: Disclosure): readonly DocumentText[] {
  return wordsOf(disclosure).texts;
}

/**
 * The texts that may match one of the patterns: none where the whole document does not. One look at all
 * words saves many; a rule still matches each text by itself.
 */
export function textsThatMayMatch(
  disclosure: Disclosure,
  patterns: readonly RegExp[],
): readonly DocumentText[] {
  const { joined, texts } = wordsOf(disclosure);
  return patterns.some((pattern) => joined.search(pattern) >= 0) ? texts : [];
}

/** Does the text stand anywhere in the document's words? */
export function standsInWords(disclosure: Disclosure, text: string): boolean {
  return wordsOf(disclosure).joined.includes(text);
}

function gatherTexts(disclosure: Disclosure): readonly DocumentText[] {
  const { printed, narrative, glossary, tables, projects } = disclosure;
  return [
    ...(printed?.cover ?? []).map((line) => fixed('title', 'cover', line.text, line.place)),
    ...narrative.flatMap((section, i) => [
      fixed('title', `section ${i}`, section.title, extend(section.place, { section: section.section })),
      ...section.paragraphs.map((paragraph) => narrativeText(paragraph, section.section, `${i}`)),
    ]),
    ...glossary.flatMap(({ term, definition, place }) =>
      definition.split('\n').map((line, i) => glossaryText(i === 0 ? term : '', line, place)),
    ),
    ...overviewTexts(disclosure),
    ...tables.flatMap(({ note, place, number }) =>
      note === null ? [] : [fixed('note', `table ${number}`, note, extend(place, { table: number }))],
    ),
    ...gather(projects, sheetParagraphs),
  ];
}

function fixed(part: TextPart, group: string, text: string, place: Place): DocumentText {
  return { part, group: `${part} ${group}`, text, placeAt: () => place };
}

/** A paragraph of the narrative; its spans lead an offset to its line or box. */
export function narrativeText(paragraph: NarrativeParagraph, section: string, group: string): DocumentText {
  return {
    part: 'narrative',
    group: `narrative ${group}`,
    text: paragraph.text,
    placeAt: (offset) => {
      const span = paragraph.spans.find(({ start, end }) => offset >= start && offset < end);
      return extend(span?.place ?? paragraph.place, { section });
    },
  };
}

function glossaryText(term: string, definition: string, place: Place): DocumentText {
  const text = term === '' ? definition : `${term}：${definition}`;
  return fixed('glossary', '', text, extend(place, { section: glossarySection }));
}

function overviewTexts({ overview, file }: Disclosure): readonly DocumentText[] {
  const duties = (overview.duties ?? '').split('\n');
  const place: Place = { file, section: dutiesSection };
  return duties.filter((text) => text !== '').map((text) => fixed('overview', '', text, place));
}

function sheetParagraphs(sheet: ProjectSheet): readonly DocumentText[] {
  return gather(sheetTexts, (field) => {
    const text = sheet.texts[field];
    if (text === null || text === '') return [];
    const place = sheet.textPlaces[field] ?? extend(sheet.place, { project: sheet.name, row: field });
    return [fixed('sheet', `${sheet.name} ${field}`, text, place)];
  });
}

/** The stretch [start, end) with a little of what stands around it, for a message. */
export function excerpt(text: string, start: number, end: number, around = 8): string {
  const from = Math.max(0, start - around);
  const to = Math.min(text.length, end + around);
  const shown = text.slice(from, to).replace(/\s+/g, ' ').trim();
  return `${from > 0 ? '…' : ''}${shown}${to < text.length ? '…' : ''}`;
}
