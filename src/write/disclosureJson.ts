import type {
  Disclosure,
  DisclosureTable,
  NarrativeSection,
  ProjectSheet,
  SheetAmount,
  SheetFunds,
  TableRow,
} from '../model/disclosure.ts';
import { goalsOf } from '../model/goals.ts';
import { claimJson } from './claimJson.ts';
import { goalSections, goalTables } from './goalJson.ts';
import { placeJson } from './placeJson.ts';

/** `read --format json`: schemas/read.schema.json is its public contract. */
export function disclosureJson(disclosure: Disclosure): object {
  const goals = goalsOf(disclosure);
  const { department, region, year, stage, form, unit, contents, overview } = disclosure;
  return {
    schema: 1,
    department: { code: department.code, name: department.name },
    region,
    year,
    stage,
    form,
    unit,
    contents: contents.map(({ title, page, place }) => ({ title, page, place: placeJson(place) })),
    overview: {
      duties: overview.duties,
      offices: overview.offices.map(({ name, text }) => ({ name, text })),
    },
    tables: [...disclosure.tables, ...goalTables(goals, numberAfter(disclosure))].map(tableJson),
    narrative: [...disclosure.narrative, ...goalSections(goals)].map(sectionJson),
    projects: disclosure.projects.map((sheet) => sheetJson(sheet)),
    glossary: disclosure.glossary.map(({ term, definition }) => ({ term, definition })),
    uncertain: disclosure.uncertain.map(({ place, reason }) => ({ place: placeJson(place), reason })),
  };
}

function numberAfter({ tables }: Disclosure): number {
  return Math.max(0, ...tables.map(({ number }) => number)) + 1;
}

function tableJson({ number, key, label, title, unit, note, place, columns, rows }: DisclosureTable): object {
  return {
    number,
    key,
    label,
    title,
    unit,
    note,
    place: placeJson(place),
    columns: columns.map((column) => ({ key: column.key, title: column.title })),
    rows: rows.map((row) => rowJson(row)),
  };
}

function rowJson({ side, code, name, level, cells }: TableRow): object {
  const entries = Object.entries(cells).map(
    ([key, { text, fen, place }]) => [key, { text, fen, place: placeJson(place) }] as const,
  );
  return { side, code, name, level, cells: Object.fromEntries(entries) };
}

function sectionJson({ section, title, paragraphs }: NarrativeSection): object {
  const list = paragraphs.map((paragraph) => {
    const claims = paragraph.claims.map((claim) => claimJson(claim, paragraph));
    return { text: paragraph.text, place: placeJson(paragraph.place), claims };
  });
  return { section, title, paragraphs: list };
}

function sheetJson(sheet: ProjectSheet): object {
  const { name, department, unit, attribute, term, funds, texts, indicators, filedAt, place } = sheet;
  return {
    name,
    department,
    unit,
    attribute,
    term,
    funds: { period: fundsJson(funds.period), annual: fundsJson(funds.annual) },
    texts: {
      overview: texts.overview,
      basis: texts.basis,
      necessity: texts.necessity,
      safeguards: texts.safeguards,
      plan: texts.plan,
      periodGoal: texts.periodGoal,
      annualGoal: texts.annualGoal,
    },
    indicators: indicators.map(({ horizon, level1, level2, level3, value, place: where }) => {
      return { horizon, level1, level2, level3, value, place: placeJson(where) };
    }),
    filedAt,
    place: placeJson(place),
  };
}

function fundsJson({ total, central, provincial, local, own, other }: SheetFunds): object {
  return {
    total: amountJson(total),
    central: amountJson(central),
    provincial: amountJson(provincial),
    local: amountJson(local),
    own: amountJson(own),
    other: amountJson(other),
  };
}

function amountJson(amount: SheetAmount | null): object | null {
  return amount === null ? null : { text: amount.text, fen: amount.fen, place: placeJson(amount.place) };
}
