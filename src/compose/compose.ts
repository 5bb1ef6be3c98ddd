import type { Book } from '../model/book.ts';
import { withFigures } from '../model/bookFigures/texts.ts';
import type { ContentsEntry, Disclosure, DisclosureTable, NarrativeSection } from '../model/disclosure.ts';
import type { Form } from '../model/form.ts';
import { shippedDefinition } from '../model/glossary.ts';
import { chineseNumeral } from '../model/numerals.ts';
import { ledgerOfBook } from './amounts.ts';
import { composeDepartmentGoal } from './departmentGoal.ts';
import { tellingOf } from './facts.ts';
import { composeNarrative } from './narrative.ts';
import { publishable } from './publishable.ts';
import { linkedFigure } from './sentences.ts';
import { composeSheets } from './sheets.ts';
import { composeTables } from './tables.ts';

/**
 * The disclosure that a book gives in a form: tables by projection of the facts, sentences from templates,
 * performance sheets, glossary and contents. The book is one that `readBook` accepts.
 */
export function composeDisclosure(whole: Book, form: Form): Disclosure {
  const book = withFigures(publishable(whole), linkedFigure);
  const ledger = ledgerOfBook(book);
  const { tables, figures } = composeTables(book, form, ledger);
  const telling = tellingOf(book, form, ledger);
  const narrative = composeNarrative(telling);
  const departmentGoal = composeDepartmentGoal(telling);
  const place = { file: 'book' };
  return {
    file: 'book',
    department: book.department,
    region: book.region,
    year: book.year,
    stage: book.stage,
    form: form.id,
    formReason: '按预算簿编制',
    unit: tables[0]?.unit ?? null,
    contents: contentsOf(book, tables, narrative),
    overview: book.overview,
    tables,
    narrative,
    projects: composeSheets(book),
    ...(departmentGoal === null ? {} : { departmentGoal }),
    glossary: book.glossary.map(({ term, definition }) => ({
      term,
      definition: definition ?? shippedDefinition(term) ?? '',
      place,
    })),
    uncertain: [],
    figures,
    unplaced: [],
  };
}

/** Parts, tables and sections; the page numbers are known only to what lays pages out. */
function contentsOf(
  { year }: Book,
  tables: readonly DisclosureTable[],
  narrative: readonly NarrativeSection[],
): readonly ContentsEntry[] {
  const titles = [
    '第一部分 概况',
    '一、本部门职责',
    '二、机构设置情况',
    `第二部分 ${year}年部门预算报表`,
    ...tables.map(({ title }, i) => `表${chineseNumeral(i + 1)}：${title}`),
    `第三部分 ${year}年度部门预算情况说明`,
    ...narrative.map(({ title }) => title),
    '第四部分 名词解释',
  ];
  return titles.map((title) => ({ title, page: null, place: { file: 'book' } }));
}
