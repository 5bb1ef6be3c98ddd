import { codeList } from '../../model/codes/codes.ts';
import { shippedEntries } from '../../model/codes/entries.ts';
import { renamedTerms } from '../../model/codes/renamed.ts';
import type { NarrativeSection } from '../../model/disclosure.ts';
import { fold, withoutNumbering } from '../../model/fold.ts';
import type { Form, TableForm } from '../../model/form.ts';
import type { NameIndex } from '../../model/narrative/claim.ts';
import { readSectionClaims } from '../../model/narrative/readClaims.ts';
import {
  sectionDefaults,
  sectionsWithoutCarryOver,
  type SectionDefaults,
} from '../../model/narrative/sections.ts';
import type { Scope } from '../../model/scope.ts';
import { foldName } from '../../model/codes/names.ts';
import type { FoundTable } from './table.ts';
import type { Names } from './names.ts';

export interface ClaimReading {
  readonly form: Form;
  readonly year: number | null;
  readonly department: string | null;
  readonly tables: readonly FoundTable[];
  readonly names: Names;
}

/** The narrative with what each of its sentences claims; without a year nothing is claimed. */
export function withClaims(
  narrative: readonly NarrativeSection[],
  reading: ClaimReading,
): readonly NarrativeSection[] {
  const { year, department, form } = reading;
  if (year === null || narrative.length === 0) return narrative;
  const names = nameIndex(reading, year);
  const tableForms = [...reading.tables.map((found) => found.table), ...form.tables];
  const sectionsOfForm = defaultsOf(tableForms);
  return narrative.map((section) => {
    const claims = readSectionClaims(
      section.paragraphs.map((paragraph) => paragraph.text),
      {
        section: section.section,
        year,
        stage: form.stage,
        departmentNames: department === null ? [] : [department],
        names,
        sectionDefaults: sectionsOfForm,
        // A section of no theme of its own is about what its heading names: 一、因公出国（境）经费.
        ...(section.section === 'other' ? { title: section.title } : {}),
      },
    );
    const paragraphs = section.paragraphs.map((paragraph, i) => ({ ...paragraph, claims: claims[i] ?? [] }));
    return { ...section, paragraphs };
  });
}

/** What a section is about follows from the form's table of the same key. */
function defaultsOf(tableForms: readonly TableForm[]): SectionDefaults {
  const scopeOf = (key: string): Scope | undefined => tableForms.find((table) => table.key === key)?.scope;
  const withoutCarryOver = scopeOf('generalExpenditure')?.vintage === 'current';
  const funds = ['threePublic', 'operating'].flatMap((key) => {
    const fund = scopeOf(key)?.fund;
    const general = sectionDefaults[key];
    if (fund === undefined || general === undefined) return [];
    return [[key, { ...general, scope: { ...general.scope, fund } }] as const];
  });
  return { ...(withoutCarryOver ? sectionsWithoutCarryOver : {}), ...Object.fromEntries(funds) };
}

/** What names mean in this document: its own rows first, then the code lists. */
function nameIndex(reading: ClaimReading, year: number): NameIndex {
  const own = ownFunctions(reading);
  const functions = codeList('function', year);
  const economic = [codeList('deptEconomic', year), codeList('govEconomic', year)];
  return {
    functions: (name) => own.get(foldName(name)) ?? functions.named(name),
    functionsUnder: (name, parent) => {
      const found = (own.get(foldName(name)) ?? []).filter(
        (node) => node !== parent && node.startsWith(parent),
      );
      return found.length > 0 ? found : functions.named(name, parent);
    },
    economic: (name) => economic.flatMap((list) => list.named(name)),
    longestNames: [...new Set([...printedNames(reading), ...listedNames()])].sort(
      (a, b) => b.length - a.length,
    ),
  };
}

function ownFunctions({ tables, names }: ClaimReading): ReadonlyMap<string, readonly string[]> {
  const nodes = new Map<string, Set<string>>();
  const add = (name: string, node: string): void => {
    const key = foldName(name);
    nodes.set(key, (nodes.get(key) ?? new Set()).add(node));
  };
  for (const { table, raw } of tables) {
    for (const row of raw) {
      if (table.rows === 'function' && row.code !== null) add(row.name, row.code);
      if (table.rows === 'balance' && /支出$/.test(row.name)) {
        const words = withoutNumbering(fold(row.name));
        const node = names.functionClass(words);
        if (/^\d{3}$/.test(node)) add(words, node);
      }
    }
  }
  return new Map([...nodes].map(([name, set]) => [name, [...set]]));
}

function printedNames({ tables }: ClaimReading): readonly string[] {
  const axes = ['function', 'deptEconomic', 'govEconomic'];
  return tables
    .filter(({ table }) => axes.includes(table.rows))
    .flatMap(({ raw }) => raw.map((row) => row.name))
    .filter((name) => fold(name).length >= 2 && !/^(?:合计|总计|小计)$/.test(fold(name)));
}

let listed: readonly string[] | null = null;

/** Longest first: classes of the function list, its names that only one code bears, all economic names, and class names of former years. */
function listedNames(): readonly string[] {
  if (listed !== null) return listed;
  const functions = shippedEntries('function');
  const classes = [...functions.codes()].filter((code) => code.length === 3);
  const economic = shippedEntries('deptEconomic');
  listed = [
    ...classes.map((code) => functions.find(code)?.name ?? ''),
    ...unambiguous([...functions.codes()].map((code) => functions.find(code)?.name ?? '')),
    ...[...economic.codes()].map((code) => economic.find(code)?.name ?? ''),
    ...renamedTerms.map((term) => term.former),
  ]
    .filter((name) => name !== '')
    .sort((a, b) => b.length - a.length);
  return listed;
}

/** Names that stand in the list once; those that might be common words only with 支出 behind them. */
function unambiguous(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const single = [...counts].flatMap(([name, count]) => (count === 1 ? [name] : []));
  return single.flatMap((name) => {
    if (name.length >= 6 || name.endsWith('支出')) return [name];
    return name.length >= 4 ? [`${name}支出`] : [];
  });
}
