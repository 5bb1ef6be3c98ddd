import { parseMoney, yuanPlain, yuanText } from '../words/money.ts';
import { funds, isBasic, natures, vintages, type Fact } from './book.ts';
import type { CodeSearch } from './codes.ts';
import { bookWords } from './words.ts';

export type FactField =
  'unit' | 'function' | 'deptEconomic' | 'nature' | 'fund' | 'vintage' | 'project' | 'fen';

/** What a column offers while one types. */
export interface Offer {
  readonly value: string;
  readonly label: string;
}

export interface GridColumn {
  readonly field: FactField;
  readonly title: keyof typeof bookWords;
  readonly width: number;
  /** What the cell shows. */
  readonly show: (fact: Fact) => string;
  /** What is edited and copied. */
  readonly edit: (fact: Fact) => string;
  readonly offers: ((text: string) => readonly Offer[]) | null;
  /** The line with what was typed; null when it cannot be understood. */
  readonly put: (fact: Fact, text: string) => Fact | null;
}

export interface GridLists {
  readonly functions: CodeSearch;
  readonly economic: CodeSearch;
  readonly units: readonly string[];
  readonly projects: readonly string[];
}

type Words = readonly [string, string];

function wordsOf(key: string): string {
  const words: Words | undefined = (bookWords as Readonly<Record<string, Words>>)[key];
  return words?.[0] ?? key;
}

/** The columns of the lines of expenditure, from the left. */
export function gridColumns(lists: GridLists): readonly GridColumn[] {
  return [
    codeColumn('function', 'function', 240, lists.functions, 7),
    codeColumn('deptEconomic', 'deptEconomic', 190, lists.economic, 5),
    {
      ...{ field: 'fen', title: 'amount', width: 140, offers: null },
      show: ({ fen }) => yuanText(fen),
      edit: ({ fen }) => yuanPlain(fen),
      put: (fact, text) => {
        const fen = text.trim() === '' ? 0 : parseMoney(text);
        return fen === null ? null : { ...fact, fen };
      },
    },
    chosenColumn('nature', 'nature', 100, natures),
    chosenColumn('fund', 'fund', 120, funds),
    chosenColumn('vintage', 'vintage', 90, vintages),
    listColumn('project', 'project', 280, lists.projects),
    listColumn('unit', 'unit', 240, lists.units),
  ];
}

function codeColumn(
  field: 'function' | 'deptEconomic',
  title: GridColumn['title'],
  width: number,
  search: CodeSearch,
  digits: number,
): GridColumn {
  const offers = (text: string): readonly Offer[] =>
    search.find(text).map(({ code, name }) => ({ value: code, label: `${code} ${name}` }));
  return {
    ...{ field, title, width, offers },
    show: (fact) => `${fact[field] ?? ''} ${search.nameOf(fact[field] ?? '') ?? ''}`.trim(),
    edit: (fact) => fact[field] ?? '',
    put: (fact, text) => {
      const plain = text.normalize('NFKC').trim();
      if (plain === '') return withOptional(fact, field, '');
      const code = new RegExp(`^\\d{${digits}}`).exec(plain)?.[0] ?? onlyValue(offers(plain));
      return code === null ? null : withOptional(fact, field, code);
    },
  };
}

function onlyValue(offers: readonly Offer[]): string | null {
  return offers.length === 1 ? (offers[0]?.value ?? null) : null;
}

function chosenColumn<Field extends 'nature' | 'fund' | 'vintage'>(
  field: Field,
  title: GridColumn['title'],
  width: number,
  values: readonly Fact[Field][],
): GridColumn {
  const all = values.map((value) => ({ value: value, label: wordsOf(value) }));
  return {
    ...{ field, title, width },
    offers: (text) => all.filter(({ label }) => label.includes(text.trim())),
    show: (fact) => wordsOf(fact[field]),
    edit: (fact) => wordsOf(fact[field]),
    put: (fact, text) => {
      const found = all.find(({ value, label }) => value === text || label === text.trim());
      const value =
        found?.value ??
        onlyValue(all.filter(({ label }) => text.trim() !== '' && label.includes(text.trim())));
      return value === null ? null : consistent({ ...fact, [field]: value });
    },
  };
}

/** Basic expenditure has no project. */
function consistent(fact: Fact): Fact {
  return isBasic(fact.nature) && fact.project !== undefined ? withOptional(fact, 'project', '') : fact;
}

function listColumn(
  field: 'unit' | 'project',
  title: GridColumn['title'],
  width: number,
  values: readonly string[],
): GridColumn {
  return {
    ...{ field, title, width },
    offers: (text) =>
      values.filter((value) => value.includes(text.trim())).map((value) => ({ value, label: value })),
    show: (fact) => fact[field] ?? '',
    edit: (fact) => fact[field] ?? '',
    put: (fact, text) =>
      field === 'unit' ? { ...fact, unit: text.trim() } : withOptional(fact, field, text.trim()),
  };
}

/** An optional field is absent when empty: the server counts an empty text as a mistake. */
function withOptional(fact: Fact, field: 'function' | 'deptEconomic' | 'project', value: string): Fact {
  if (field === 'function') return { ...fact, function: value };
  if (value !== '') return { ...fact, [field]: value };
  return Object.fromEntries(Object.entries(fact).filter(([key]) => key !== field)) as unknown as Fact;
}

/** A new line like the one above it. */
export function newFact(above: Fact | undefined, unit: string): Fact {
  if (above === undefined) {
    return { unit, function: '', nature: 'personnel', fund: 'general', vintage: 'current', fen: 0 };
  }
  return { ...above, fen: 0 };
}

export interface PastedRows {
  readonly facts: readonly Fact[];
  /** Cells that were not understood. */
  readonly refused: number;
}

/** Puts a copied range into the lines from a cell on; lines that are missing are added. */
export function paste(
  facts: readonly Fact[],
  columns: readonly GridColumn[],
  at: { readonly row: number; readonly column: number },
  text: string,
): PastedRows {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const changed = [...facts];
  let refused = 0;
  lines.forEach((line, i) => {
    const row = at.row + i;
    let fact = changed[row] ?? newFact(changed[row - 1], changed[0]?.unit ?? '');
    line.split('\t').forEach((value, j) => {
      const put = columns[at.column + j]?.put(fact, value);
      if (put === null) refused += 1;
      else fact = put ?? fact;
    });
    changed[row] = fact;
  });
  return { facts: changed, refused };
}
