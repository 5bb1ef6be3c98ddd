import type { Book } from '../model/book.ts';
import { codesOfBook } from '../model/bookCodes.ts';
import { shippedEntries } from '../model/codes/entries.ts';
import type { NarrativeSection } from '../model/disclosure.ts';
import type { ClaimContext, NameIndex } from '../model/narrative/claim.ts';
import { readSectionClaims } from '../model/narrative/readClaims.ts';
import { sectionsWithoutCarryOver } from '../model/narrative/sections.ts';
import { chineseNumeral } from '../model/numerals.ts';
import { tableScope, type Telling } from './facts.ts';
import {
  basicSection,
  generalSection,
  operatingSection,
  procurementSection,
  publicSection,
} from './narrative/details.ts';
import { assetsSection, otherSection, performanceSection } from './narrative/management.ts';
import {
  appropriationSection,
  changesSection,
  expenditureSection,
  revenueSection,
} from './narrative/totals.ts';

const sections: readonly (readonly [key: string, tell: (telling: Telling) => readonly string[]])[] = [
  ['changes', changesSection],
  ['revenue', revenueSection],
  ['expenditure', expenditureSection],
  ['appropriation', appropriationSection],
  ['generalExpenditure', generalSection],
  ['basic', basicSection],
  ['threePublic', publicSection],
  ['operating', operatingSection],
  ['procurement', procurementSection],
  ['performance', performanceSection],
  ['assets', assetsSection],
  ['other', otherSection],
];

/** The twelve sections under the form's titles, each sentence with what it claims. */
export function composeNarrative(telling: Telling): readonly NarrativeSection[] {
  const names = nameIndex(telling.book);
  return sections.map(([section, tell], i) => {
    const title = telling.form.sections.find(({ key }) => key === section)?.title ?? section;
    const place = { file: 'book', section };
    const texts = tell(telling);
    const claims = readSectionClaims(texts, contextOf(telling, section, names));
    return {
      section,
      title: `${chineseNumeral(i + 1)}、${title}`,
      place,
      paragraphs: texts.map((text, n) => ({
        text,
        place,
        spans: [{ start: 0, end: text.length, place }],
        claims: claims[n] ?? [],
      })),
    };
  });
}

function contextOf(telling: Telling, section: string, names: NameIndex): ClaimContext {
  const { book } = telling;
  const current = tableScope(telling, 'generalExpenditure').vintage === 'current';
  return {
    section,
    year: book.year,
    stage: book.stage,
    departmentNames: [book.department.name],
    names,
    ...(current ? { sectionDefaults: sectionsWithoutCarryOver } : {}),
  };
}

/** What names mean: composed sentences use the code lists' names only. */
function nameIndex(book: Book): NameIndex {
  const codes = codesOfBook(book);
  const functions = codes('function', book.year);
  const lists = [codes('deptEconomic', book.year), codes('govEconomic', book.year)];
  const classes = [...shippedEntries('function').codes()].filter((code) => code.length === 3);
  const names = [
    ...classes.map((code) => functions.find(code)?.name ?? ''),
    ...[...shippedEntries('deptEconomic').codes()].map((code) => lists[0]?.find(code)?.name ?? ''),
  ];
  return {
    functions: (name) => functions.named(name),
    functionsUnder: (name, parent) => functions.named(name, parent),
    economic: (name) => lists.flatMap((list) => list.named(name)),
    longestNames: [...new Set(names)].filter((name) => name !== '').sort((a, b) => b.length - a.length),
  };
}
