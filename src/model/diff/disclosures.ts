import { sheetTexts, type Disclosure } from '../disclosure.ts';
import { sheetTextTerms } from '../words/terms.ts';
import type { Compared, Comparison, TextChange } from './comparison.ts';
import { changedFigures, newNamesIn, plain } from './figures.ts';
import { goalLines } from './goal.ts';
import { changedParagraphs } from './paragraphs.ts';
import { changedProjects, lines, type ProjectFacts } from './projects.ts';

/** What differs between two disclosures: of one department and year, or of two. */
export function compareDisclosures(before: Disclosure, after: Disclosure): Comparison {
  const { projects, indicators, texts } = changedProjects(projectsOf(before), projectsOf(after));
  return {
    old: comparedOf(before),
    new: comparedOf(after),
    figures: changedFigures(before, after, newNamesIn(projects)),
    projects,
    indicators,
    texts: [
      ...overviewTexts(before, after),
      ...narrativeTexts(before, after),
      ...texts,
      ...goalTexts(before, after),
      ...glossaryTexts(before, after),
    ],
  };
}

function comparedOf({ file, department, year, form }: Disclosure): Compared {
  return { file, kind: 'disclosure', department: department.name, year, form };
}

/** The projects of the tables with the money that they print, then the sheets. */
function projectsOf({ figures, tables, projects }: Disclosure): readonly ProjectFacts[] {
  const names = new Map(
    tables.flatMap(({ number, rows }) =>
      rows.map((row) => [`${number}\n${row.place.row ?? row.name}`, row.name]),
    ),
  );
  const rows = new Map<string, { name: string; fen: number }>();
  for (const { scope, place, fen } of figures) {
    if (scope.project === undefined) continue;
    const key = `${place.table ?? ''}\n${place.row ?? ''}`;
    const known = rows.get(key);
    // The amount of the whole row is its largest; the others are parts of it.
    if (known === undefined || Math.abs(fen) > Math.abs(known.fen))
      rows.set(key, { name: names.get(key) ?? scope.project, fen });
  }
  const printed = [...rows.values()].map(({ name, fen }) => ({ name, fen, indicators: [], texts: [] }));
  const inTables = new Set(printed.map(({ name }) => plain(name)));
  return [
    ...printed,
    ...projects.map(({ name, funds, indicators, texts }) => ({
      name,
      // The tables say the money; a sheet counts where no table has its project.
      fen: inTables.has(plain(name)) ? null : (funds.annual.total?.fen ?? null),
      indicators,
      texts: sheetTexts.map((key) => [sheetTextTerms[key] ?? key, texts[key] ?? ''] as const),
    })),
  ];
}

function overviewTexts(
  { overview: old }: Disclosure,
  { overview: fresh }: Disclosure,
): readonly TextChange[] {
  const duties = changedParagraphs(lines(old.duties ?? ''), lines(fresh.duties ?? ''));
  const words = ({ offices }: Disclosure['overview']): readonly string[] =>
    offices.map(({ name, text }) => (text === '' ? name : `${name}：${text}`));
  return [
    ...duties.map((change) => ({ ...change, where: ['部门职责'] })),
    ...changedParagraphs(words(old), words(fresh)).map((change) => ({ ...change, where: ['机构设置'] })),
  ];
}

/** Section by section; the same section may stand under another title or number. */
function narrativeTexts(
  { narrative: old }: Disclosure,
  { narrative: fresh }: Disclosure,
): readonly TextChange[] {
  const keys = [...new Set([...fresh, ...old].map(({ section, title }) => sectionKey(section, title)))];
  return keys.flatMap((key) => {
    const of = (list: Disclosure['narrative']): Disclosure['narrative'] =>
      list.filter(({ section, title }) => sectionKey(section, title) === key);
    const texts = (list: Disclosure['narrative']): readonly string[] =>
      of(list).flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
    const title = (of(fresh)[0] ?? of(old)[0])?.title ?? '';
    return changedParagraphs(texts(old), texts(fresh)).map((change) => ({ ...change, where: [title] }));
  });
}

function sectionKey(section: string, title: string): string {
  return section === 'other' ? `other ${plain(title)}` : section;
}

/** The goals of the whole department with their indicators. */
function goalTexts(
  { departmentGoal: old }: Disclosure,
  { departmentGoal: fresh }: Disclosure,
): readonly TextChange[] {
  const title = (fresh ?? old)?.title ?? '';
  return changedParagraphs(goalLines(old), goalLines(fresh)).map((change) => ({ ...change, where: [title] }));
}

function glossaryTexts(
  { glossary: old }: Disclosure,
  { glossary: fresh }: Disclosure,
): readonly TextChange[] {
  const words = (entries: Disclosure['glossary']): readonly string[] =>
    entries.map(({ term, definition }) => `${term}：${definition}`);
  return changedParagraphs(words(old), words(fresh)).map((change) => ({ ...change, where: ['名词解释'] }));
}
