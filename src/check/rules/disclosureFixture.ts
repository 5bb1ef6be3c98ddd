import type { Disclosure, DisclosureTable, NarrativeSection } from '../../model/disclosure.ts';
import type { Figure } from '../../model/figure.ts';
import type { NameIndex } from '../../model/narrative/claim.ts';
import { readClaims } from '../../model/narrative/readClaims.ts';
import type { Scope } from '../../model/scope.ts';
import { ledgerOf } from '../ledger.ts';
import type { Rule } from '../rule.ts';

/** A disclosure for tests, as a reader would write it down: sections of sentences, a few figures. */
export interface Written {
  readonly region?: string;
  readonly department?: string;
  readonly year?: number;
  readonly stage?: Disclosure['stage'];
  /** Paragraphs by section key. */
  readonly sections?: Readonly<Record<string, readonly string[]>>;
  readonly glossary?: Readonly<Record<string, string>>;
  readonly duties?: string;
  readonly cover?: readonly string[];
  readonly organisation?: readonly string[];
  /** Amounts of the tables in 万元 with what they stand for; '' is a blank. */
  readonly figures?: readonly (readonly [scope: Scope, text: string, table?: number, row?: string])[];
  readonly tables?: readonly Partial<DisclosureTable>[];
}

const place = { file: 't' };
const names: NameIndex = {
  functions: () => [],
  functionsUnder: () => [],
  economic: () => [],
  longestNames: [],
};

export function written(parts: Written): Disclosure {
  const { year = 2030, stage = 'budget', department = '甲县水务局', region = '甲县' } = parts;
  const sections = Object.entries(parts.sections ?? {}).map(([section, texts]): NarrativeSection => ({
    section,
    title: section,
    place,
    paragraphs: texts.map((text, i) => ({
      text,
      place: { file: 't', line: i + 1 },
      spans: [{ start: 0, end: text.length, place: { file: 't', line: i + 1 } }],
      claims: readClaims(text, { section, year, stage, departmentNames: [department], names }),
    })),
  }));
  return {
    file: 't',
    department: { code: null, name: department },
    region,
    year,
    stage,
    form: null,
    formReason: '',
    unit: '万元',
    contents: [],
    overview: { duties: parts.duties ?? null, offices: [] },
    tables: (parts.tables ?? []).map(tableOf),
    narrative: sections,
    projects: [],
    glossary: Object.entries(parts.glossary ?? {}).map(([term, definition]) => ({ term, definition, place })),
    uncertain: [],
    unplaced: [],
    figures: figuresOf(parts, String(year), stage),
    printed: {
      cover: (parts.cover ?? []).map((text) => ({ text, place })),
      titles: [],
      departments: [],
      organisation: (parts.organisation ?? []).map((text) => ({ text, place })),
      margins: [],
    },
  };
}

function figuresOf({ figures = [] }: Written, year: string, stage: string): readonly Figure[] {
  return figures.map(([scope, text, table = 1, row = ''], id) => ({
    id,
    origin: 'cell',
    scope: { year, stage, ...scope },
    text,
    fen: Math.round(Number(text) * 1_000_000),
    unitFen: text === '' ? 0 : 10_000,
    unit: '万元',
    place: { file: 't', table, row },
  }));
}

function tableOf(table: Partial<DisclosureTable>, i: number): DisclosureTable {
  return {
    number: i + 1,
    key: '',
    label: null,
    title: '',
    unit: '万元',
    note: null,
    place,
    columns: [],
    rows: [],
    ...table,
  };
}

/** The observations of some rules: [rule without its family, severity, variant, reported, expected]. */
export function observed(
  rules: readonly Rule[],
  parts: Written,
): readonly (readonly [string, string, string, string | null, string | null])[] {
  const disclosure = written(parts);
  const context = { disclosure, ledger: ledgerOf(disclosure.figures) };
  return rules.flatMap((rule) =>
    rule
      .check(context)
      .observations.map(({ rule: id, severity, variant, culprits: [culprit] }) => [
        id.slice(id.indexOf('.') + 1),
        severity,
        variant ?? '',
        culprit?.reported?.text ?? null,
        culprit?.expected?.text ?? null,
      ]),
  );
}
