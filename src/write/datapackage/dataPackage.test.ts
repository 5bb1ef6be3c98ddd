import Ajv, { type ValidateFunction } from 'ajv';
import { Package } from 'datapackage';
import { createHash } from 'node:crypto';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exampleBook, formNamed } from '../../../corpus/books/bookFixture.ts';
import { composeDisclosure } from '../../compose/compose.ts';
import type { Disclosure } from '../../model/disclosure.ts';
import { figuresByPlace } from '../../model/figuresByPlace.ts';
import { readSource } from '../../read/open.ts';
import { recognise } from '../../read/recognise/recognise.ts';
import { csvText } from './csv.ts';
import { dataPackage, type PackageFile } from './dataPackage.ts';
import { addableParts } from './leaves.ts';
import { budgetTaxonomy, ownTypes } from './taxonomy.ts';

interface Described {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly schema: {
    readonly fields: readonly { readonly name: string; readonly columnType?: string }[];
    readonly primaryKey: string;
  };
  readonly totals?: readonly { readonly sum: string; readonly published: string }[];
}

interface Descriptor {
  readonly name: string;
  readonly created?: string;
  readonly resources: readonly Described[];
}

const read = await readSource({
  name: 'examples/disclosure.txt',
  bytes: readFileSync('examples/disclosure.txt'),
});
if (!read.ok) throw new Error(read.problem.code);
const disclosures: readonly (readonly [string, Disclosure])[] = [
  ...['shanxi-13', 'national-9', 'shanghai-9'].map((form): readonly [string, Disclosure] => [
    `composed in ${form}`,
    composeDisclosure(exampleBook(), formNamed(form)),
  ]),
  ['read from a document', recognise(read.source)],
];

function descriptorIn(files: readonly PackageFile[]): Descriptor {
  return JSON.parse(textOf(files, 'datapackage.json')) as Descriptor;
}

function textOf(files: readonly PackageFile[], path: string): string {
  const file = files.find((each) => each.path === path);
  if (file === undefined) throw new Error(`no ${path}`);
  return file.text;
}

/** Header and records of a CSV of ours. */
function recordsIn(text: string): readonly Readonly<Record<string, string>>[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  const [header = [], ...records] = rows.slice(0, -1);
  return records.map((record) => Object.fromEntries(header.map((name, i) => [name, record[i] ?? ''])));
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function written(files: readonly PackageFile[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'mingsuan-package-'));
  folders.push(folder);
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The published profile, without its draft's name: the validator knows a later one. */
function profile(name: string): object {
  const { resolve } = createRequire(import.meta.url);
  const path = join(dirname(resolve('datapackage')), 'profiles', `${name}.json`);
  return { ...(JSON.parse(readFileSync(path, 'utf8')) as object), $schema: undefined };
}

const ajv = new Ajv({ strict: false, validateFormats: false });
const compiled = new Map<string, ValidateFunction>();

function problems(name: string, value: unknown): unknown {
  const validate = compiled.get(name) ?? ajv.compile(profile(name));
  compiled.set(name, validate);
  return validate(value) ? [] : validate.errors;
}

describe.each(disclosures)('the data package of a disclosure %s', (_, disclosure) => {
  const files = dataPackage(disclosure, { published: '2026-02-05' });
  const descriptor = descriptorIn(files);
  const resources = descriptor.resources.map((resource) => ({
    ...resource,
    text: textOf(files, resource.path),
    records: recordsIn(textOf(files, resource.path)),
  }));

  it('fits the three published profiles', () => {
    expect(problems('fiscal-data-package', descriptor)).toEqual([]);
    expect(problems('tabular-data-package', descriptor)).toEqual([]);
    for (const resource of descriptor.resources)
      expect(problems('tabular-data-resource', resource)).toEqual([]);
  });

  it('is read by the reference implementation, every value of its type and every key once', async () => {
    const opened = await Package.load(join(written(files), 'datapackage.json'), { strict: true });
    expect(opened.errors).toEqual([]);
    for (const resource of opened.resources) {
      const rows = await resource.read({ keyed: true });
      const own = resources.find(({ name }) => name === resource.name);
      expect(rows.length).toBe(own?.records.length);
    }
  });

  it('has columns of known types, labels with their codes, and the header of its fields', () => {
    const known = new Set([...budgetTaxonomy, ...ownTypes].map(({ name }) => name));
    expect(JSON.parse(textOf(files, 'taxonomy.json'))).toEqual(budgetTaxonomy);
    for (const { schema, text } of resources) {
      const names = schema.fields.map(({ name }) => name);
      expect(text.split('\r\n')[0]).toBe(names.join(','));
      for (const { columnType } of schema.fields)
        if (columnType !== undefined) expect(known).toContain(columnType);
      for (const name of names.filter((each) => each.endsWith('_label')))
        expect(names).toContain(name.replace('_label', '_code'));
    }
  });

  it('has unique keys, and every code below its parent', () => {
    const levels = [
      ['function_class_code', 'function_division_code', 'function_item_code'],
      ['economic_class_code', 'economic_division_code'],
      ['revenue_class_code', 'revenue_division_code', 'revenue_item_code'],
    ];
    for (const { records, schema } of resources) {
      const keys = records.map((record) => record[schema.primaryKey]);
      expect(new Set(keys).size).toBe(keys.length);
      for (const record of records) {
        for (const columns of levels) {
          const codes = columns.map((column) => record[column] ?? '');
          codes.slice(1).forEach((code, i) => {
            if (code !== '') expect(code.startsWith(codes[i] ?? '') && codes[i] !== '').toBe(true);
          });
        }
      }
    }
  });

  it('adds up to the published totals: to the 分 but for the tails of rounding', () => {
    const money = resources.filter(({ totals }) => totals !== undefined);
    expect(money.length).toBeGreaterThan(5);
    for (const { records, totals = [] } of money) {
      const fen = (text: string): number => Math.round(Number(text) * 100);
      const sum = records.reduce((all, record) => all + fen(record['amount'] ?? ''), 0);
      expect(totals.reduce((all, total) => all + fen(total.sum), 0)).toBe(sum);
      for (const total of totals) {
        expect(Math.abs(fen(total.published) - fen(total.sum))).toBeLessThanOrEqual(records.length * 5000);
      }
    }
  });

  it('gives back the facts of the tables', () => {
    const figureAt = figuresByPlace(disclosure.figures);
    const facts = disclosure.tables.flatMap((table) =>
      addableParts(table, figureAt).flatMap(({ leaves }) =>
        leaves.map(({ figure: { scope, fen } }) => factOf(scope, fen)),
      ),
    );
    const lines = resources
      .filter(({ totals }) => totals !== undefined)
      .flatMap(({ records }) => records.map((record) => factIn(record)));
    expect(lines).toEqual(facts);
  });

  it('has checksums of what is in it, and the same bytes again', () => {
    for (const line of textOf(files, 'SHA256SUMS').trim().split('\n')) {
      const [hash = '', path = ''] = line.split('  ');
      expect(createHash('sha256').update(textOf(files, path)).digest('hex')).toBe(hash);
    }
    for (const { text, hash, bytes } of resources) {
      expect(hash).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`);
      expect(bytes).toBe(Buffer.byteLength(text));
    }
    expect(dataPackage(disclosure, { published: '2026-02-05' })).toEqual(files);
  });
});

function factOf(scope: Disclosure['figures'][number]['scope'], fen: number): unknown {
  const { fund = '', vintage = '', nature, use, item = '', unit = '', project = '' } = scope;
  const type = nature ?? (use === 'carriedForward' || use === 'distributed' ? use : '');
  const source = [fund, vintage].filter((part) => part !== '').join('-');
  const codes = [scope.function, scope.deptEconomic, scope.revenueCode].map((code = '') => code);
  return { codes, source, type, item, unit, project, fen };
}

function factIn(record: Readonly<Record<string, string>>): unknown {
  const text = (name: string): string => record[name] ?? '';
  const last = (...names: readonly string[]): string => names.map(text).findLast((code) => code !== '') ?? '';
  return {
    codes: [
      last('function_class_code', 'function_division_code', 'function_item_code'),
      last('economic_class_code', 'economic_division_code'),
      last('revenue_class_code', 'revenue_division_code', 'revenue_item_code'),
    ],
    source: text('fin_source_code'),
    type: text('expenditure_type_code'),
    item: text('purpose_code'),
    unit: text('unit_code'),
    project: text('project_code'),
    fen: Math.round(Number(text('amount')) * 100),
  };
}

describe('CSV', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-减少', "'-减少"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-12.50', '-12.50'],
    ['a\u0000b', 'ab'],
    ['甲,"乙"', '"甲,""乙"""'],
    ['上\n下', '"上\n下"'],
  ])('%j is written as %j', (text, field) => {
    expect(csvText(['名'], [[text]])).toBe(`名\r\n${field}\r\n`);
  });
});
