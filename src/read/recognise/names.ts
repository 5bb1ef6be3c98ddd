import { codeList } from '../../model/codes/codes.ts';
import type { ProjectSheet } from '../../model/disclosure.ts';
import { fold } from '../../model/fold.ts';

/** What a name means in a document: its own coded rows first, then the code lists. */
export interface Names {
  /** The department as its own tables name it. */
  readonly department: string | null;
  /** What the performance sheets call units and projects, folded: the rows of project tables have these names. */
  readonly sheets: SheetNames;
  /** The function node of a class named in a balance table: its code, else the name itself. */
  functionClass(name: string): string;
  /** The economic node of a name printed without code, below its class when that is known. */
  economic(axis: 'deptEconomic' | 'govEconomic', name: string, parent: string): string;
  isEconomicClass(axis: 'deptEconomic' | 'govEconomic', name: string): boolean;
}

export interface SheetNames {
  readonly units: ReadonlySet<string>;
  readonly projects: ReadonlySet<string>;
}

/** The names on a document's sheets; one that is both says nothing. */
export function sheetNames(sheets: readonly Pick<ProjectSheet, 'name' | 'unit'>[]): SheetNames {
  const units = new Set(sheets.flatMap(({ unit }) => (unit === null ? [] : [fold(unit)])));
  const projects = new Set(sheets.map(({ name }) => fold(name)));
  const both = [...units].filter((name) => projects.has(name) || name === '');
  for (const name of both) [units, projects].forEach((names) => names.delete(name));
  return { units, projects };
}

export interface CodedName {
  readonly code: string;
  readonly name: string;
}

/** Names for one document; `coded` are the code–name pairs that its own function rows print. */
export function documentNames(
  coded: readonly CodedName[],
  year: number | null,
  department: string | null,
  sheets: SheetNames = { units: new Set(), projects: new Set() },
): Names {
  const classes = new Map(coded.filter((c) => c.code.length === 3).map((c) => [fold(c.name), c.code]));
  const functions = codeList('function', year);
  return {
    department,
    sheets,
    functionClass(name) {
      const folded = fold(name);
      const listed = functions.named(folded).find((code) => code.length === 3);
      return classes.get(folded) ?? listed ?? folded;
    },
    economic(axis, name, parent) {
      const folded = fold(name);
      const codes = codeList(axis, year).named(folded, /^\d/.test(parent) ? parent : undefined);
      const depth = parent === '' ? 3 : 5;
      return codes.find((code) => code.length === depth) ?? (parent === '' ? folded : `${parent}/${folded}`);
    },
    isEconomicClass(axis, name) {
      return codeList(axis, year)
        .named(fold(name))
        .some((code) => code.length === 3);
    },
  };
}
