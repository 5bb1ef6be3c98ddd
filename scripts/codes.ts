// Makes the code lists of src/model/codes from tab-separated lists (a folder named as argument or by
// MINGSUAN_CODES). The JSON is the product: compact lines "code name", so that an update shows as a diff.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Row = Readonly<Record<string, string>>;

const funds: Readonly<Record<string, string>> = {
  一般公共预算: 'general',
  政府性基金预算: 'governmentFund',
  国有资本经营预算: 'stateCapital',
  社会保险基金预算: 'socialInsurance',
};

const unitKinds: Readonly<Record<string, string>> = {
  '行政单位(含参公)': 'administrative',
  事业单位: 'institution',
  不区分: 'any',
};

const folder = process.argv[2] ?? process.env['MINGSUAN_CODES'];
if (folder === undefined) {
  console.error('usage: tsx scripts/codes.ts FOLDER');
  process.exit(2);
}
const source = folder;
const target = join(import.meta.dirname, '../src/model/codes');

function rows(file: string): Row[] {
  const [head = '', ...lines] = readFileSync(join(source, file), 'utf8').trimEnd().split(/\r?\n/);
  const names = head.split('\t');
  return lines.map((line) => {
    const values = line.split('\t');
    return Object.fromEntries(names.map((name, column) => [name, values[column] ?? '']));
  });
}

/** The fund is written only where it differs from the parent's; the top level belongs to the general fund. */
function fundNote(row: Row, all: ReadonlyMap<string, Row>): string {
  const own = funds[row['fund'] ?? ''];
  const above = funds[all.get(row['parent'] ?? '')?.['fund'] ?? ''] ?? 'general';
  return own === undefined || own === above ? '' : ` ${own}`;
}

function linesOf(list: readonly Row[]): string[] {
  const all = new Map(list.map((row) => [row['code'] ?? '', row]));
  return list.map(
    (row) => `${row['code'] ?? ''} ${(row['name'] ?? '').replace(/\s/g, '')}${fundNote(row, all)}`,
  );
}

function write(name: string, value: Readonly<Record<string, readonly string[]>>): void {
  writeFileSync(join(target, `${name}.json`), `${JSON.stringify(value, null, 0).replaceAll('",', '",\n')}\n`);
}

/** Rows seen in a document, the rest, and names of former years (rows that are no codes are left out). */
function writeList(name: string, file: string, retiredFile?: string): void {
  const list = rows(file);
  const lines = linesOf(list);
  const seen = lines.filter((_, index) => list[index]?.['evidence'] === 'seen');
  const unverified = lines.filter((_, index) => list[index]?.['evidence'] !== 'seen');
  const retired = retiredFile === undefined ? [] : rows(retiredFile).filter((row) => row['level'] !== '');
  write(name, { seen, unverified, retired: linesOf(retired) });
}

function writeMapping(): void {
  const mapping: Record<string, string[]> = { administrative: [], institution: [], any: [] };
  for (const row of rows('econ_mapping.tsv')) {
    const kind = unitKinds[row['org_type'] ?? ''];
    const seen = row['evidence'] === 'seen' ? ' seen' : '';
    if (kind !== undefined) mapping[kind]?.push(`${row['dept_code'] ?? ''} ${row['gov_code'] ?? ''}${seen}`);
  }
  write('economicMapping', mapping);
}

writeList('function', 'functional.tsv', 'functional_old_retired.tsv');
writeList('deptEconomic', 'dept_economic.tsv');
writeList('govEconomic', 'gov_economic.tsv');
writeList('revenue', 'revenue.tsv');
writeMapping();
