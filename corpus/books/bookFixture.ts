import { readFileSync } from 'node:fs';
import { checkArithmetic } from '../../src/check/arithmetic.ts';
import { checkDisclosure, relationsOf } from '../../src/check/check.ts';
import { ledgerOf } from '../../src/check/ledger.ts';
import { rules } from '../../src/check/rules.ts';
import { messageOf } from '../../src/check/render.ts';
import type { Book } from '../../src/model/book.ts';
import { readBook } from '../../src/model/bookProblems.ts';
import type { Disclosure, Indicator } from '../../src/model/disclosure.ts';
import type { Form } from '../../src/model/form.ts';
import { shippedForms } from '../../src/model/forms.ts';
import { placeNamesOf } from '../../src/model/words/names.ts';
import { readSource } from '../../src/read/open.ts';
import { recognise } from '../../src/read/recognise/recognise.ts';
import { textDocument } from '../../src/write/textDocument.ts';

/** The shipped form of that id. */
export function formNamed(id: string): Form {
  const form = shippedForms.find((shipped) => shipped.id === id);
  if (form === undefined) throw new Error(`no form ${id}`);
  return form;
}

/** The example's book. */
export function exampleBook(): Book {
  const read = readBook(JSON.parse(readFileSync('examples/book.json', 'utf8')));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.book;
}

/** The disclosure written as text and read again. */
export async function readBack(disclosure: Disclosure): Promise<Disclosure> {
  const bytes = new TextEncoder().encode(textDocument(disclosure));
  const read = await readSource({ name: 'disclosure.txt', bytes });
  if (!read.ok) throw new Error(read.problem.code);
  return recognise(read.source);
}

/** Errors and warnings, in words. */
export function faultsOf(disclosure: Disclosure): readonly string[] {
  const names = placeNamesOf(disclosure);
  return checkDisclosure(disclosure)
    .findings.filter(({ severity }) => severity !== 'info')
    .map((finding) => `${finding.rule} ${messageOf(finding, 'zh', names)}`);
}

/** Printed table figures that no relation verifies. */
export function unverifiedCells(disclosure: Disclosure): readonly string[] {
  const ledger = ledgerOf(disclosure.figures);
  const stated = rules.flatMap((rule) => rule.check({ disclosure, ledger }).relations ?? []);
  const relations = [...relationsOf(disclosure, ledger), ...stated];
  const { verifiedBy } = checkArithmetic(ledger.variables, relations, { tailsNoted: true });
  return disclosure.figures
    .filter(({ id, text }) => text !== '' && verifiedBy(id) === 0)
    .map(({ place, text }) => `${place.table ?? ''} ${place.row ?? ''} ${place.column ?? ''} ${text}`);
}

/** Tables as plain lists, without places: what must come back cell for cell. */
export function plainTables(disclosure: Disclosure): unknown {
  return disclosure.tables.map(({ key, number, label, title, unit, note, rows }) => ({
    ...{ key, number, label, title, unit, note },
    rows: rows.map(({ side, code, name, level, cells }) => ({
      ...{ side, code, name, level },
      cells: Object.fromEntries(
        Object.entries(cells).map(([column, { text, fen }]) => [column, { text, fen }]),
      ),
    })),
  }));
}

/** Everything else that the text carries. */
export function plainTexts({
  narrative,
  projects,
  glossary,
  overview,
  department,
  year,
  departmentGoal,
}: Disclosure): unknown {
  return {
    ...{ year, overview },
    department: department.name,
    narrative: narrative.map(({ section, title, paragraphs }) => ({
      section,
      title,
      texts: paragraphs.map(({ text }) => text),
    })),
    projects: projects.map(({ name, unit, attribute, term, funds, texts, indicators, filedAt }) => ({
      ...{ name, unit, attribute, term, texts, filedAt },
      funds: JSON.stringify(funds, (key, value: unknown) => (key === 'place' ? undefined : value)),
      indicators: byHorizon(indicators).map(({ horizon, level1, level2, level3, value }) => [
        horizon,
        level1,
        level2,
        level3,
        value,
      ]),
    })),
    glossary: glossary.map(({ term, definition }) => ({ term, definition })),
    departmentGoal: plainGoal(departmentGoal),
  };
}

/** The department's goals without places; its name and year are the document's. */
function plainGoal(goal: Disclosure['departmentGoal']): string {
  const { title, goal: text, funds, indicators } = goal ?? {};
  return JSON.stringify({ title, text, funds, indicators }, (key, value: unknown) =>
    key === 'place' ? undefined : value,
  );
}

/** The two horizons stand beside each other in print: their order among themselves says nothing. */
function byHorizon(indicators: readonly Indicator[]): readonly Indicator[] {
  return (['period', 'annual'] as const).flatMap((horizon) =>
    indicators.filter((indicator) => indicator.horizon === horizon),
  );
}

/** Numbers of sentences that the grammar does not place: composed words must leave none. */
export function unresolvedClaims({ narrative }: Disclosure): readonly string[] {
  return narrative.flatMap(({ section, paragraphs }) =>
    paragraphs.flatMap(({ claims }) =>
      claims.flatMap(({ text, unresolved, unknownWords }) =>
        unresolved === null ? [] : [`${section} ${text} ${unresolved} ${unknownWords ?? ''}`],
      ),
    ),
  );
}
