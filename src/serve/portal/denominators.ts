import type { Denominator } from './source.ts';

/** What amounts may be divided by, of several regions and years. */
export interface Count extends Denominator {
  readonly region: string;
}

export type CountsRead =
  | { readonly ok: true; readonly counts: readonly Count[] }
  | { readonly ok: false; readonly line: number; readonly problem: CountProblem };
export type CountProblem = 'head' | 'year' | 'count' | 'empty' | 'source';

const head = ['地区', '年度', '部门', '名称', '单位', '数量', '来源'];

/**
 * Reads a file of counts: CSV in UTF-8 with the columns 地区,年度,部门,名称,单位,数量,来源. A row without 部门
 * (the department's name in addresses) is the whole region's. Every count needs its source; a line that is
 * wrong refuses the file, for a wrong denominator is worse than none.
 */
export function readCounts(text: string): CountsRead {
  const rows = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map(fieldsOf);
  if (head.some((title, i) => rows[0]?.[i] !== title)) return { ok: false, line: 1, problem: 'head' };
  const counts: Count[] = [];
  for (const [i, fields] of rows.entries()) {
    if (i === 0 || fields.join('') === '') continue;
    const count = countOf(fields);
    if (typeof count === 'string') return { ok: false, line: i + 1, problem: count };
    counts.push(count);
  }
  return { ok: true, counts };
}

function countOf(fields: readonly string[]): Count | CountProblem {
  const [region = '', year = '', department = '', name = '', unit = '', count = '', source = ''] = fields;
  if (!/^\d{4}$/.test(year)) return 'year';
  if (region === '' || name === '' || unit === '') return 'empty';
  if (!/^[1-9]\d{0,11}$/.test(count)) return 'count';
  if (source === '') return 'source';
  return {
    ...{ region, year: Number(year), name, unit, count: Number(count), source },
    department: department === '' ? null : department,
  };
}

/** Fields of a line of CSV (RFC 4180); no field holds a line break. */
function fieldsOf(line: string): readonly string[] {
  return [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain = '']) =>
    (quoted?.replaceAll('""', '"') ?? plain).trim(),
  );
}

/** The counts of a region for a year: of each the latest that is not of a later year. */
export function countsFor(counts: readonly Count[], region: string, year: number): readonly Denominator[] {
  const latest = new Map<string, Count>();
  for (const count of counts) {
    if (count.region !== region || count.year > year) continue;
    const key = `${count.department ?? ''} ${count.name}`;
    if ((latest.get(key)?.year ?? 0) < count.year) latest.set(key, count);
  }
  return [...latest.values()];
}
