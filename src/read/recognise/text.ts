import { extend } from '../../model/extend.ts';
import type { GlossaryEntry, NarrativeSection, Office } from '../../model/disclosure.ts';
import type { Paragraph } from '../../model/source.ts';
import type { Section } from './outline.ts';

/** The narrative: every section of the explanatory text with its paragraphs. */
export function narrativeOf(sections: readonly Section[]): readonly NarrativeSection[] {
  return sections
    .filter(
      (section) => section.part === 'narrative' || (section.part === 'overview' && section.key === 'other'),
    )
    .flatMap((section) =>
      section.heading === null || (section.key === '' && section.paragraphs.length === 0)
        ? []
        : [
            {
              section: section.key === '' ? 'other' : section.key,
              title: section.title,
              place: extend(section.heading.place, { section: section.key }),
              paragraphs: section.paragraphs.map(({ text, place, spans }) => ({
                text,
                spans,
                claims: [],
                place: extend(place, { section: section.key }),
              })),
            },
          ],
    );
}

function joined(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map((paragraph) => paragraph.text.trim()).join('\n');
}

/** 部门职责 as one text; null when there is none. */
export function dutiesOf(sections: readonly Section[]): string | null {
  const texts = sections
    .filter((section) => section.key === 'duties')
    .map((section) => joined(section.paragraphs));
  const text = texts.filter((t) => t !== '').join('\n');
  return text === '' ? null : text;
}

const officeStart = /[（(][一二三四五六七八九十]{1,3}[）)]|(?:^|\n)\s*\d{1,2}[.、．]/g;
const officeName =
  /^\s*([\u4e00-\u9fff]{1,18}?(?:股|室|科|处|中心|大队|支队|中队|站|局|部|组)(?:[（(][^）)]{1,30}[）)])?)(?=[\s：:，,。；;]|负责|承担|拟订|拟定|组织|贯彻|执行|主要|指导|协调|管理|制定|编制|参与|监督|研究|综合|$)[\s：:，,]*/;

/** The department's offices: numbered paragraphs that begin with an office's name, else a plain list. */
export function officesOf(sections: readonly Section[]): readonly Office[] {
  const text = sections
    .filter((section) => section.key === 'organisation')
    .map((section) => joined(section.paragraphs))
    .join('\n');
  const pieces = text.split(officeStart).slice(1);
  const offices = pieces.flatMap((piece) => {
    const match = officeName.exec(piece);
    return match === null ? [] : [{ name: match[1] ?? '', text: piece.slice(match[0].length).trim() }];
  });
  return offices.length > 0 ? offices : listedOffices(text);
}

function listedOffices(text: string): readonly Office[] {
  const list = /(?:包括|分别是|分别为|设有?|设置)[：:]?[^：:。]*?[：:]?([^：:。]*(?:、[^、。]+)+)。/.exec(
    text,
  )?.[1];
  if (list === undefined) return [];
  return list
    .split(/[、和及]/)
    .map((name) => name.trim())
    .filter((name) => /(?:股|室|科|处|部|中心|队|站|组)$/.test(name))
    .map((name) => ({ name, text: '' }));
}

const termPattern =
  /^\s*(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、．])?\s*([^：:。，]{2,40}?)[：:]\s*(.*)$/s;

/** 名词解释: a term, a colon, its definition; the definition may follow in the next paragraphs. */
export function glossaryOf(sections: readonly Section[]): readonly GlossaryEntry[] {
  const entries: GlossaryEntry[] = [];
  for (const paragraph of sections.filter((s) => s.part === 'glossary').flatMap((s) => s.paragraphs)) {
    const match = termPattern.exec(paragraph.text);
    const numbered =
      /^\s*(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、．])/.test(
        paragraph.text,
      );
    const last = entries.at(-1);
    if (match !== null && (numbered || last === undefined)) {
      entries.push({ term: match[1] ?? '', definition: (match[2] ?? '').trim(), place: paragraph.place });
    } else if (last !== undefined && paragraph.text.trim() !== '') {
      const definition = `${last.definition}${last.definition === '' ? '' : '\n'}${paragraph.text.trim()}`;
      entries.splice(-1, 1, { ...last, definition });
    }
  }
  return entries;
}
