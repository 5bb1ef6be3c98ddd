import { createHash } from 'node:crypto';
import type { Disclosure } from '../../model/disclosure.ts';
import { disclosureJson } from '../disclosureJson.ts';
import { csvText } from './csv.ts';
import { descriptorOf, type DescribedResource, type PackageOptions } from './descriptor.ts';
import { lineFields, type Field, type Line } from './fields.ts';
import { lineResources } from './lines.ts';
import { readmeOf } from './readme.ts';
import { budgetTaxonomy } from './taxonomy.ts';
import { fundLines, textResources } from './texts.ts';

/** A file of the package: its path inside it and its UTF-8 text. */
export interface PackageFile {
  readonly path: string;
  readonly text: string;
}

/**
 * The disclosure as open data: a Fiscal Data Package with one CSV file for each side of each table, the
 * performance sheets, the narrative and the glossary, the whole disclosure as JSON, and checksums. Amounts are
 * in 元. Only what is published is in it; the same disclosure gives the same bytes.
 */
export function dataPackage(disclosure: Disclosure, options: PackageOptions = {}): readonly PackageFile[] {
  const made = [...moneyFiles(disclosure), ...textFiles(disclosure)];
  const resources = made.map(({ resource }) => resource);
  const files: readonly PackageFile[] = [
    { path: 'datapackage.json', text: json(descriptorOf(disclosure, resources, options)) },
    { path: 'README.md', text: readmeOf(disclosure, resources, options.draft ?? false) },
    ...made.map(({ file }) => file),
    { path: 'disclosure.json', text: json(withoutFolders(disclosureJson(disclosure))) },
    { path: 'taxonomy.json', text: json(budgetTaxonomy) },
  ];
  const sums = files.map(({ path, text }) => `${sha256(text)}  ${path}\n`).join('');
  return [...files, { path: 'SHA256SUMS', text: sums }];
}

interface Made {
  readonly file: PackageFile;
  readonly resource: DescribedResource;
}

function moneyFiles(disclosure: Disclosure): readonly Made[] {
  const funds = fundLines(disclosure);
  const sheets = { name: 'project-funds', title: '项目资金', direction: 'expenditure', totals: [] } as const;
  const all = [...lineResources(disclosure), ...(funds.length === 0 ? [] : [{ ...sheets, lines: funds }])];
  return all.map(({ name, title, direction, totals, lines }) => {
    const fields = fieldsOf(lines);
    const records = lines.map((line) => fields.map((field) => line[field.name] ?? null));
    return made(
      { name, title, totals, measure: { direction } },
      fields,
      csvText(
        fields.map((field) => field.name),
        records,
      ),
    );
  });
}

/** The columns that some line fills; a label never without its code. */
function fieldsOf(lines: readonly Line[]): readonly (typeof lineFields)[number][] {
  return lineFields.filter(({ name }) => lines.some((line) => line[name] !== undefined));
}

function textFiles(disclosure: Disclosure): readonly Made[] {
  return textResources(disclosure).map(({ name, title, fields, records }) =>
    made(
      { name, title, totals: [], measure: null },
      fields,
      csvText(
        fields.map((field) => field.name),
        records,
      ),
    ),
  );
}

function made(
  described: Pick<DescribedResource, 'name' | 'title' | 'totals' | 'measure'>,
  fields: readonly Field[],
  text: string,
): Made {
  const path = `data/${described.name}.csv`;
  const bytes = Buffer.byteLength(text, 'utf8');
  return { file: { path, text }, resource: { ...described, path, fields, bytes, hash: sha256(text) } };
}

/** Where the file stood on someone's machine is no open data: its name is kept. */
function withoutFolders(value: object): object {
  const text = JSON.stringify(value, (key, inner: unknown) =>
    key === 'file' && typeof inner === 'string' ? inner.replace(/^.*[\\/]/, '') : inner,
  );
  return JSON.parse(text) as object;
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
