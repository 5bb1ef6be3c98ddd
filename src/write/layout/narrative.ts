import type { Disclosure, NarrativeSection } from '../../model/disclosure.ts';
import type { HeadingBlock, LayoutBlock, ParagraphBlock } from './block.ts';
import { structureChart } from './chart.ts';
import { performanceSheet } from './performanceSheet.ts';
import { printable } from './titles.ts';

/** A section with its heading, the chart of the 一般公共预算 and the performance sheets where they belong. */
export function narrativeBlocks(section: NarrativeSection, disclosure: Disclosure): readonly LayoutBlock[] {
  const title: HeadingBlock = {
    kind: 'heading',
    level: 2,
    text: printable(section.title),
    target: `section-${section.section}`,
    startsPage: false,
  };
  const paragraphs = section.paragraphs
    .map(({ text }) => printable(text))
    .filter((text) => text !== '')
    .map(paragraphOrHeading);
  return [title, ...paragraphs, ...illustrations(section, disclosure)];
}

function illustrations({ section }: NarrativeSection, disclosure: Disclosure): readonly LayoutBlock[] {
  if (section === 'generalExpenditure') return structureChart(disclosure);
  if (section !== 'performance') return [];
  return disclosure.projects.map((sheet, i) => performanceSheet(sheet, i + 1));
}

/** A short line that begins with a number and is no sentence is a heading inside the section. */
function paragraphOrHeading(text: string): HeadingBlock | ParagraphBlock {
  const level = headingLevel(text);
  return level === null
    ? { kind: 'paragraph', text }
    : { kind: 'heading', level, text, target: null, startsPage: false };
}

function headingLevel(text: string): 3 | 4 | null {
  if (text.length > 40 || /[。；;，,！？]/.test(text)) return null;
  if (/^[（(][一二三四五六七八九十]+[）)]/.test(text)) return 3;
  return /^\d+\s*[、.．]\s*\D/.test(text) ? 4 : null;
}
