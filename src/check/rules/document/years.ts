import type { Disclosure, PrintedLine } from '../../../model/disclosure.ts';
import { fold } from '../../../model/fold.ts';
import type { Rule, RuleResult } from '../../rule.ts';
import { culpritAt, observe } from '../performance/observation.ts';
import { tablePlace } from './form.ts';

const authority = '财预〔2016〕143号';

/** Years of budgets in a title; a date (2025年8月) and a document's number (〔2016〕) are none. */
function yearsIn(text: string): readonly number[] {
  return [...fold(text).matchAll(/(20\d\d)(?=年(?!\d{1,2}月)|(?:部门|单位)?(?:预算|决算))/g)].map(([year]) =>
    Number(year),
  );
}

/** Lines in which only the document's own year makes sense. */
function titledLines(disclosure: Disclosure): readonly PrintedLine[] {
  const { printed, tables, narrative, contents } = disclosure;
  const isTitle = ({ text }: PrintedLine): boolean =>
    /(?:预算|决算).*(?:公开|说明|表|情况)|(?:预算|决算)$/.test(fold(text));
  return [
    ...(printed?.cover ?? []).filter(isTitle),
    ...tables.map((table) => ({ text: table.title, place: tablePlace(table) })),
    ...(printed?.titles ?? []).filter(({ text }) => /^第[一二三四五六七八九]部分/.test(fold(text))),
    ...narrative
      .filter(({ section }) => section !== 'other')
      .map(({ title, place }) => ({ text: title, place }))
      .filter(({ text }) => !isLastYears(text, disclosure)),
    ...contents.map(({ title, place }) => ({ text: title, place })).filter(isTitle),
    ...(printed?.margins ?? []).filter(isTitle),
  ];
}

/** A budget may have a section on last year's final account or on how last year's budget was carried out. */
function isLastYears(title: string, { year, stage }: Disclosure): boolean {
  if (stage !== 'budget' || !/决算|执行/.test(title)) return false;
  return yearsIn(title).every((printed) => printed === (year ?? 0) - 1);
}

/** A title, cover line, header or contents entry that bears another year than the document. */
export const titleYear: Rule = {
  id: 'document.titleYear',
  severity: 'warning',
  authority,
  check: ({ disclosure }): RuleResult => {
    const { year } = disclosure;
    if (year === null) return { observations: [], pass: 0, notApplicable: 1 };
    const dated = titledLines(disclosure).filter(({ text }) => yearsIn(text).length > 0);
    const wrong = unique(dated.filter(({ text }) => !yearsIn(text).includes(year)));
    const observations = wrong.map(({ text, place }) => {
      const printed = yearsIn(text)[0] ?? year;
      const expected = { text: text.replaceAll(String(printed), String(year)), fen: null };
      return observe('document.titleYear', 'warning', culpritAt(place, text, expected), {
        params: { printed, year },
      });
    });
    return { observations, pass: dated.length - wrong.length };
  },
};

function unique(lines: readonly PrintedLine[]): readonly PrintedLine[] {
  return lines.filter(
    (line, i) =>
      lines.findIndex(({ text, place }) => text === line.text && place.table === line.place.table) === i,
  );
}

/** A column, or a performance sheet, of a year that is neither this one nor the last. */
export const otherYear: Rule = {
  id: 'document.otherYear',
  severity: 'warning',
  authority,
  check: ({ disclosure }): RuleResult => {
    const { year } = disclosure;
    if (year === null) return { observations: [], pass: 0, notApplicable: 1 };
    const dated = [...columnLines(disclosure), ...sheetLines(disclosure)];
    const wrong = dated.filter((line) =>
      line.years.some((printed) => printed !== year && printed !== line.alsoYear),
    );
    const observations = wrong.map(({ text, place, years }) => {
      const printed = years.find((other) => other !== year) ?? year;
      return observe('document.otherYear', 'warning', culpritAt(place, text), { params: { printed, year } });
    });
    return { observations, pass: dated.length - wrong.length };
  },
};

interface DatedLine extends PrintedLine {
  readonly years: readonly number[];
  /** Another year that makes sense here: last year in columns that compare. */
  readonly alsoYear: number | null;
}

/** A table that compares three years or more says so in its columns: nothing is odd there. */
function columnLines({ tables, year }: Disclosure): readonly DatedLine[] {
  return tables.flatMap((table) => {
    const columns = table.columns.map(({ key, title }) => ({
      key,
      text: title.join(' '),
      years: yearsIn(title.join(' ')),
    }));
    const distinct = new Set(columns.flatMap(({ years }) => years));
    if (distinct.size > 2) return [];
    const alsoYear = year === null ? null : year - 1;
    const dated = columns.filter(({ years }) => years.length > 0);
    return onePerYear(dated).map(({ key, text, years }) => ({
      text,
      years,
      alsoYear,
      place: { ...tablePlace(table), column: key },
    }));
  });
}

function onePerYear<T extends { readonly years: readonly number[] }>(columns: readonly T[]): readonly T[] {
  return columns.filter(
    (column, i) => columns.findIndex(({ years }) => years.join() === column.years.join()) === i,
  );
}

/** A sheet of several years' plan may be older; only a sheet among others of this year is odd. */
function sheetLines({ projects, year }: Disclosure): readonly DatedLine[] {
  const dated = projects.filter((sheet) => sheet.year !== null);
  const own = dated.filter((sheet) => sheet.year === year);
  if (own.length * 2 <= dated.length) return [];
  return dated.map(({ name, place, year: printed }) => ({
    text: `${name}（${printed ?? ''}年度）`,
    place,
    years: printed === null ? [] : [printed],
    alsoYear: null,
  }));
}
