import type { CodeAxis } from './entries.ts';
import { codeAxes } from './entries.ts';

/** A year's official list as a user imports it. */
export interface ImportedList {
  readonly axis: CodeAxis;
  readonly year: number;
  readonly items: readonly { readonly code: string; readonly name: string }[];
}

export type ImportProblem =
  | { readonly code: 'notAList' }
  | { readonly code: 'unknownAxis'; readonly found: string }
  | { readonly code: 'noYear'; readonly found: string }
  | { readonly code: 'badCode'; readonly line: number; readonly found: string }
  | { readonly code: 'noName'; readonly line: number; readonly found: string }
  | { readonly code: 'twice'; readonly line: number; readonly found: string };

export type ImportResult =
  | { readonly ok: true; readonly lists: readonly ImportedList[] }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] };

interface Row {
  readonly line: number;
  readonly axis: string;
  readonly year: string;
  readonly code: string;
  readonly name: string;
}

const axisNames: Readonly<Record<string, CodeAxis>> = {
  支出功能分类: 'function',
  部门预算支出经济分类: 'deptEconomic',
  政府预算支出经济分类: 'govEconomic',
  收入分类: 'revenue',
  ...Object.fromEntries(codeAxes.map((axis) => [axis, axis])),
};

const mostItems = 100_000;

/**
 * Reads lists from JSON `[{"axis", "year", "code", "name"}, …]` or from a tab-separated text whose first line
 * names these columns (in any order; 分类 · 年度 · 编码 · 名称 are understood too). Several axes and years may
 * stand in one file. A file with any problem is refused as a whole, so that no half list is taken as official.
 */
export function parseImportedLists(text: string): ImportResult {
  const rows = /^\s*[[{]/.test(text) ? jsonRows(text) : tabbedRows(text);
  if (rows === null || rows.length === 0 || rows.length > mostItems) {
    return { ok: false, problems: [{ code: 'notAList' }] };
  }
  const seen = new Set<string>();
  const problems = rows.flatMap((row) => problemsOf(row, seen));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, lists: grouped(rows) };
}

function jsonRows(text: string): Row[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (!Array.isArray(value)) return null;
  return value.map((item: unknown, index) => {
    const field = (key: string): string => textOf(isRecord(item) ? item[key] : undefined);
    return {
      line: index + 1,
      axis: field('axis'),
      year: field('year'),
      code: field('code'),
      name: field('name'),
    };
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

const columnNames: Readonly<Record<string, 'axis' | 'year' | 'code' | 'name'>> = {
  axis: 'axis',
  分类: 'axis',
  year: 'year',
  年度: 'year',
  code: 'code',
  编码: 'code',
  name: 'name',
  名称: 'name',
};

function tabbedRows(text: string): Row[] | null {
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const columns = head.split('\t').map((title) => columnNames[title.trim()]);
  if (new Set(columns.filter((column) => column !== undefined)).size < 4) return null;
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const row = { line: index + 2, axis: '', year: '', code: '', name: '' };
    line.split('\t').forEach((value, at) => {
      const column = columns[at];
      if (column !== undefined) row[column] = value.trim();
    });
    return [row];
  });
}

function problemsOf(row: Row, seen: Set<string>): ImportProblem[] {
  const { line } = row;
  const axis = axisNames[row.axis];
  if (axis === undefined) return [{ code: 'unknownAxis', found: row.axis }];
  if (!/^20\d\d$/.test(row.year)) return [{ code: 'noYear', found: row.year }];
  if (!/^\d{3}(?:\d\d){0,3}$/.test(row.code)) return [{ code: 'badCode', line, found: row.code }];
  if (row.name === '') return [{ code: 'noName', line, found: row.code }];
  const key = `${axis} ${row.year} ${row.code}`;
  if (seen.has(key)) return [{ code: 'twice', line, found: row.code }];
  seen.add(key);
  return [];
}

function grouped(rows: readonly Row[]): ImportedList[] {
  const lists = new Map<string, { axis: CodeAxis; year: number; items: { code: string; name: string }[] }>();
  for (const row of rows) {
    const axis = axisNames[row.axis];
    if (axis === undefined) continue;
    const key = `${axis} ${row.year}`;
    const list = lists.get(key) ?? { axis, year: Number(row.year), items: [] };
    lists.set(key, list);
    list.items.push({ code: row.code, name: row.name });
  }
  return [...lists.values()];
}
