import type { Disclosure } from '../model/disclosure.ts';
import type { Figure } from '../model/figure.ts';
import { formatAmount, parseAmount } from '../model/money.ts';
import { contains, intersect, withNode, type Scope } from '../model/scope.ts';

/** An indivisible amount in 分 with everything that is known about it. */
export interface Fact {
  readonly scope: Scope;
  readonly fen: number;
}

/** A table as rows and columns of scopes. */
export interface TableOfScopes {
  readonly number: number;
  readonly scope: Scope;
  readonly rows: readonly (readonly [name: string, scope: Scope])[];
  readonly columns: readonly (readonly [key: string, scope: Scope])[];
}

type Unnumbered = Omit<Figure, 'id'>;

/** 万元 with two decimals; nothing at all is printed blank. */
export function printed(fen: number): Pick<Figure, 'text' | 'fen' | 'unitFen'> {
  if (fen === 0) return { text: '', fen: 0, unitFen: 0 };
  const rounded = Math.round(fen / 10_000) * 10_000;
  return { text: formatAmount(rounded, '万元', 2), fen: rounded, unitFen: 10_000 };
}

/** The printed cells of a table: every cell the rounded sum of its facts, rows of nothing left out. */
export function cellsOf(table: TableOfScopes, facts: readonly Fact[]): readonly Unnumbered[] {
  return table.rows.flatMap(([row, rowScope]) => {
    const cells = table.columns.flatMap(([column, columnScope]) => {
      const own = intersect(table.scope, rowScope);
      const scope = own === null ? null : intersect(own, columnScope);
      if (scope === null) return [];
      const place = { file: '', table: table.number, row, column };
      return [
        { origin: 'cell' as const, scope, unit: '万元' as const, place, ...printed(sumIn(scope, facts)) },
      ];
    });
    return cells.some((cell) => cell.text !== '') || rowScope.function === undefined ? cells : [];
  });
}

/** Revenue speaks of the same facts as expenditure: what the money is for. */
function sumIn(cell: Scope, facts: readonly Fact[]): number {
  const scope = withNode(cell, 'flow', '');
  return facts.filter((fact) => contains(scope, fact.scope)).reduce((sum, fact) => sum + fact.fen, 0);
}

/** A row of printed cells: column key to text. */
export type PrintedRow = readonly [name: string, scope: Scope, cells: Readonly<Record<string, string>>];

/** Figures of a table as printed, for tests that read like tables. */
export function figuresOf(
  table: Omit<TableOfScopes, 'rows'>,
  rows: readonly PrintedRow[],
): readonly Unnumbered[] {
  return rows.flatMap(([row, rowScope, cells]) =>
    table.columns.map(([column, columnScope]) => {
      const scope = intersect(intersect(table.scope, rowScope) ?? {}, columnScope) ?? {};
      const text = cells[column] ?? '';
      const amount = parseAmount(text, '万元');
      if (typeof amount === 'string') throw new Error(`${text}: ${amount}`);
      return {
        origin: 'cell',
        scope,
        text,
        ...amount,
        unit: '万元',
        place: { file: '', table: table.number, row, column },
      };
    }),
  );
}

/** A disclosure of nothing but figures. */
export function disclosureOf(figures: readonly Unnumbered[]): Disclosure {
  return {
    file: '',
    department: { code: null, name: null },
    region: null,
    year: 2026,
    stage: 'budget',
    form: null,
    formReason: '',
    unit: '万元',
    contents: [],
    overview: { duties: null, offices: [] },
    tables: [],
    narrative: [],
    projects: [],
    glossary: [],
    uncertain: [],
    unplaced: [],
    figures: figures.map((figure, id) => ({ ...figure, id })),
  };
}
