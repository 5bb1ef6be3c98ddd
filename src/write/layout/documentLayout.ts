import type { Disclosure } from '../../model/disclosure.ts';
import type { Form } from '../../model/form.ts';
import { chineseNumeral } from '../../model/numerals.ts';
import type { DocumentLayout, GlossaryBlock, HeadingBlock, LayoutBlock, ParagraphBlock } from './block.ts';
import { contentsBlock } from './contents.ts';
import { narrativeBlocks } from './narrative.ts';
import { documentTitle, partTitles, printable, type PartTitles } from './titles.ts';
import { figureTable } from './figureTable.ts';

export interface LayoutOptions {
  /** Every page says that the document is no final one. */
  readonly draft: boolean;
}

/**
 * A disclosure as a list of blocks in the order of paper: cover, contents, overview, tables, narrative with the
 * performance sheets, glossary. The form says how its tables stand; without one they stand as the figures need.
 * Texts are free of control characters, and each paragraph is one line.
 */
export function documentLayout(
  disclosure: Disclosure,
  form: Form | null,
  { draft }: LayoutOptions = { draft: false },
): DocumentLayout {
  const parts = partTitles(disclosure);
  const content = [
    ...overviewBlocks(disclosure, parts),
    part(parts.tables, 'part-tables'),
    ...disclosure.tables.map((table) =>
      figureTable(table, form?.tables.find(({ key }) => key === table.key) ?? null, disclosure),
    ),
    part(parts.narrative, 'part-narrative'),
    ...disclosure.narrative.flatMap((section) => narrativeBlocks(section, disclosure)),
    part(parts.glossary, 'part-glossary'),
    glossary(disclosure),
  ];
  const department = printable(disclosure.department.name ?? '');
  const title = documentTitle(disclosure);
  return {
    title,
    department,
    year: disclosure.year,
    draftMark: draft ? '草稿' : null,
    blocks: [{ kind: 'cover', department, title }, contentsBlock(disclosure, content), ...content],
  };
}

function part(text: string, target: string): HeadingBlock {
  return { kind: 'heading', level: 1, text, target, startsPage: true };
}

function overviewBlocks({ overview }: Disclosure, parts: PartTitles): readonly LayoutBlock[] {
  const duties = (overview.duties ?? '').split('\n').map(paragraph);
  const offices = overview.offices.map(({ name, text }, i) =>
    paragraph(`（${chineseNumeral(i + 1)}）${name}${text === '' ? '' : `：${text}`}`),
  );
  return [
    part(parts.overview, 'part-overview'),
    section('一、本部门职责', 'duties'),
    ...duties.filter(({ text }) => text !== ''),
    section('二、机构设置情况', 'organisation'),
    ...offices,
  ];
}

function section(text: string, target: string): HeadingBlock {
  return { kind: 'heading', level: 2, text, target, startsPage: false };
}

function paragraph(text: string): ParagraphBlock {
  return { kind: 'paragraph', text: printable(text) };
}

function glossary({ glossary: entries }: Disclosure): GlossaryBlock {
  return {
    kind: 'glossary',
    entries: entries.map(({ term, definition }, i) => ({
      label: `${chineseNumeral(i + 1)}、`,
      term: printable(term),
      definition: printable(definition),
    })),
  };
}
