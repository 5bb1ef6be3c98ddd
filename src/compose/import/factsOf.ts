import type { BookFact, BookRevenue, BookUnit } from '../../model/book.ts';
import { ownFunds } from '../../model/book.ts';
import { addFen } from '../../model/money.ts';
import { codeList } from '../../model/codes/codes.ts';
import { govEconomicFor } from '../../model/codes/mapping.ts';
import { foldName } from '../../model/codes/names.ts';
import type { DisclosureTable } from '../../model/disclosure.ts';
import type { Figure } from '../../model/figure.ts';
import { note, type ImportNote } from '../note.ts';
import type { Candidate } from './candidates.ts';

export interface ImportedMoney {
  readonly facts: readonly BookFact[];
  readonly revenue: readonly BookRevenue[];
  readonly notes: readonly ImportNote[];
}

/** Candidates with their amounts as lines of a book. */
export function moneyLines(
  candidates: readonly Candidate[],
  amounts: readonly number[],
  units: readonly BookUnit[],
  tables: readonly DisclosureTable[],
  figures: readonly Figure[],
  year: number,
): ImportedMoney {
  const lines = candidates.flatMap((candidate, i) => {
    const fen = amounts[i] ?? 0;
    return fen === 0 ? [] : [{ candidate, fen }];
  });
  const codes = new Set<string>();
  const printed = printedGovEconomic(tables, figures, year);
  const facts = lines.flatMap(({ candidate, fen }) =>
    candidate.nature === 'carriedForward' ? [] : [factOf(candidate, fen, units, printed, codes, year)],
  );
  const notes = [...codes].map((code) => note('functionOpen', code));
  return { facts, revenue: ownRevenue(lines, facts, year), notes };
}

function factOf(
  { unit, function: code, fund, vintage, nature, deptEconomic, project }: Candidate,
  fen: number,
  units: readonly BookUnit[],
  printed: ReadonlyMap<string, string>,
  coarse: Set<string>,
  year: number,
): BookFact {
  if (code.length < 7) coarse.add(code);
  const kind = units.find(({ name }) => name === unit)?.kind ?? null;
  const gov = deptEconomic === null ? undefined : printed.get(deptEconomic);
  const usual = deptEconomic === null ? null : (govEconomicFor(deptEconomic, kind)?.code ?? null);
  return {
    unit,
    function: itemCode(code, year),
    ...(deptEconomic === null ? {} : { deptEconomic: economicCode(deptEconomic) }),
    ...(gov === undefined || sameName(gov, usual, year) ? {} : { govEconomic: gov }),
    nature: nature === 'carriedForward' ? 'specificTarget' : nature,
    ...{ fund, vintage },
    ...(project === null ? {} : { project: project.id ?? project.name }),
    fen,
  };
}

function sameName(code: string, other: string | null, year: number): boolean {
  const list = codeList('govEconomic', year);
  return other !== null && list.find(code)?.name === list.find(other)?.name;
}

/** A 项 for a code that is printed as 类 or 款 only: its catch-all item. */
function itemCode(code: string, year: number): string {
  if (code.length >= 7) return code;
  const list = codeList('function', year);
  const other = `${code}${'99'.repeat((7 - code.length) / 2)}`;
  const first = `${code}${'01'.repeat((7 - code.length) / 2)}`;
  return list.find(other) === null && list.find(first) !== null ? first : other;
}

function economicCode(code: string): string {
  return code.length === 3 ? `${code}99` : code;
}

/** The government's item that the tables print beside the department's. */
function printedGovEconomic(
  tables: readonly DisclosureTable[],
  figures: readonly Figure[],
  year: number,
): ReadonlyMap<string, string> {
  const list = codeList('govEconomic', year);
  const codes = new Map(
    figures.flatMap(({ scope, place }) =>
      scope.deptEconomic === undefined
        ? []
        : [[`${place.table ?? ''} ${place.row ?? ''}`, scope.deptEconomic]],
    ),
  );
  const found = new Map<string, string>();
  for (const { place, cells } of tables.flatMap(({ rows }) => rows)) {
    const code = codes.get(`${place.table ?? ''} ${place.row ?? ''}`);
    const name = foldName(cells['govEconomic']?.text ?? '');
    const [item] = name === '' ? [] : list.named(name).filter((known) => known.length === 5);
    if (code?.length === 5 && item !== undefined) found.set(code, item);
  }
  return found;
}

interface Line {
  readonly candidate: Candidate;
  readonly fen: number;
}

/** A fund of the unit states its revenue where some of it is not spent. */
function ownRevenue(
  lines: readonly Line[],
  facts: readonly BookFact[],
  year: number,
): readonly BookRevenue[] {
  const unspent = lines.filter(({ candidate }) => candidate.nature === 'carriedForward');
  const stating = ownFunds.filter((fund) => unspent.some(({ candidate }) => candidate.fund === fund));
  const sums = new Map<string, BookRevenue>();
  const add = (line: Omit<BookRevenue, 'revenueCode'>): void => {
    const key = `${line.unit} ${line.fund} ${line.function ?? ''}`;
    sums.set(key, { ...line, fen: addFen(sums.get(key)?.fen ?? 0, line.fen) });
  };
  for (const { unit, fund, vintage, function: code, fen } of facts) {
    if (vintage === 'current' && stating.some((own) => own === fund))
      add({ unit, fund, function: code, fen });
  }
  for (const { candidate, fen } of unspent) {
    const { unit, fund, function: code } = candidate;
    add({ unit, fund, function: itemCode(code, year), fen });
  }
  return [...sums.values()];
}
