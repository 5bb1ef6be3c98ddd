import type { Disclosure, NarrativeSection } from '../../model/disclosure.ts';
import type { HeadingBlock, LayoutBlock, ParagraphBlock } from './block.ts';
import { structureChart } from './chart.ts';
import { departmentGoalTable } from './departmentGoal.ts';
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
  const texts = section.paragraphs.map(({ text }) => printable(text)).filter((text) => text !== '');
  return [title, ...headed(texts), ...illustrations(section, disclosure)];
}

/** A short line that begins with a number and is no sentence is a heading; its level never skips one. */
function headed(texts: readonly string[]): readonly (HeadingBlock | ParagraphBlock)[] {
  let above = 2;
  return texts.map((text) => {
    const own = headingLevel(text);
    if (own === null) return { kind: 'paragraph', text };
    const level = own === 4 && above >= 3 ? 4 : 3;
    above = level;
    return { kind: 'heading', level, text, target: null, startsPage: false };
  });
}

function illustrations({ section }: NarrativeSection, disclosure: Disclosure): readonly LayoutBlock[] {
  if (section === 'generalExpenditure') return structureChart(disclosure);
  if (section !== 'performance') return [];
  const { departmentGoal: goal, projects } = disclosure;
  return [
    ...(goal === undefined ? [] : [departmentGoalTable(goal, disclosure)]),
    ...projects.map((sheet, i) => performanceSheet(sheet, i + 1)),
  ];
}

function headingLevel(text: string): 3 | 4 | null {
  if (text.length > 40 || /[。；;，,！？]/.test(text)) return null;
  if (/^[（(][一二三四五六七八九十]+[）)]/.test(text)) return 3;
  return /^\d+\s*[、.．]\s*\D/.test(text) ? 4 : null;
}
