import type { Disclosure, NarrativeSection } from '../model/disclosure.ts';
import type { Form } from '../model/form.ts';
import { shippedForms } from '../model/forms.ts';
import { chineseNumeral } from '../model/numerals.ts';
import { documentTitle, partTitles } from './layout/titles.ts';
import { oneLine } from './textGrid.ts';
import { goalText } from './textGoal.ts';
import { sheetText } from './textSheet.ts';
import { tableText } from './textTable.ts';

/**
 * A disclosure as plain text, tables tab separated: cover, contents, overview, tables, narrative with the
 * performance sheets, glossary. The same disclosure gives the same text. Users' texts stand on one line each.
 */
export function textDocument(disclosure: Disclosure, forms: readonly Form[] = shippedForms): string {
  const { overview, tables, narrative, glossary } = partTitles(disclosure);
  const form = forms.find(({ id }) => id === disclosure.form) ?? null;
  const blocks = [
    disclosure.department.name ?? '',
    documentTitle(disclosure),
    '目 录',
    disclosure.contents.map(({ title, page }) => (page === null ? title : `${title}.....${page}`)).join('\n'),
    overview,
    ...overviewText(disclosure),
    tables,
    ...disclosure.tables.map((table) =>
      tableText(table, form?.tables.find(({ key }) => key === table.key) ?? null, disclosure),
    ),
    narrative,
    ...disclosure.narrative.flatMap((section) => sectionText(section, disclosure)),
    glossary,
    ...disclosure.glossary.map(({ term, definition }, i) => oneLine(`${numbered(i)}${term}：${definition}`)),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function overviewText({ overview }: Disclosure): readonly string[] {
  const duties = (overview.duties ?? '').split('\n').map(oneLine);
  const offices = overview.offices.map(({ name, text }, i) =>
    oneLine(`（${chineseNumeral(i + 1)}）${name}${text === '' ? '' : `：${text}`}`),
  );
  return ['一、本部门职责', ...duties, '二、机构设置情况', ...offices];
}

function sectionText(
  { section, title, paragraphs }: NarrativeSection,
  { projects, departmentGoal: goal, department, year }: Disclosure,
): readonly string[] {
  const goals = goal === undefined ? [] : [goalText(goal, department.name ?? '', year)];
  const sheets = section === 'performance' ? [...goals, ...projects.map(sheetText)] : [];
  return [oneLine(title), ...paragraphs.map(({ text }) => oneLine(text)), ...sheets];
}

function numbered(index: number): string {
  return `${chineseNumeral(index + 1)}、`;
}
