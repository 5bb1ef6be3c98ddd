import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkDisclosure } from '../src/check/check.ts';
import { allMessages } from '../src/check/messages.ts';
import { messageOf, remedyOf } from '../src/check/render.ts';
import { rules } from '../src/check/rules.ts';
import type { Disclosure } from '../src/model/disclosure.ts';
import type { Finding } from '../src/model/finding.ts';
import { placeNamesOf } from '../src/model/words/names.ts';
import { recognise } from '../src/read/recognise/recognise.ts';
import { textReader } from '../src/read/text.ts';

const root = import.meta.dirname;
const [header = '', ...lines] = readFileSync(join(root, 'expected.tsv'), 'utf8')
  .replace(/\n$/, '')
  .split('\n');
const columns = header.split('\t');

/** The findings that each document must give, as rows of the flat table without the document's name. */
const expected = new Map<string, string[]>();
for (const line of lines) {
  const [document = '', ...finding] = line.split('\t');
  expected.set(document, [...(expected.get(document) ?? []), finding.join('\t')]);
}

// Cases of several documents have a test of their own.
const folders = readdirSync(root, { withFileTypes: true }).filter(
  (entry) => entry.isDirectory() && !entry.name.startsWith('acrossDocuments.'),
);
const documents = folders.flatMap(({ name }) =>
  readdirSync(join(root, name))
    .filter((file) => file.endsWith('.txt') && !/(?:^|\.)previous\.txt$/.test(file))
    .map((file) => `${name}/${file}`),
);

/** The families whose rules have their cases here. */
const families = new Set(folders.map(({ name }) => familyOf(name)));

/** Rules that no text file can break; their cases stand beside them. */
const ofOtherFormats = new Set(['document.picturePages']);

function familyOf(rule: string): string {
  return rule.split('.')[0] ?? rule;
}

interface Checked {
  readonly disclosure: Disclosure;
  readonly findings: readonly Finding[];
}

const checked = new Map<string, Promise<Checked>>();

/** Reads and checks a document once. */
function check(document: string): Promise<Checked> {
  const found = checked.get(document) ?? readAndCheck(document);
  checked.set(document, found);
  return found;
}

async function readAndCheck(document: string): Promise<Checked> {
  const disclosure = await readDisclosure(document);
  const last = lastYears(document);
  const previous = last === null ? {} : { previous: await readDisclosure(last) };
  return { disclosure, findings: checkDisclosure(disclosure, previous).findings };
}

async function readDisclosure(document: string): Promise<Disclosure> {
  const read = await textReader.read({ name: document, bytes: readFileSync(join(root, document)) });
  if (!read.ok) throw new Error(`${document}: ${read.problem.code}`);
  return recognise(read.source);
}

/** Last year's document beside a case: its own (fault.previous.txt), else the folder's (previous.txt). */
function lastYears(document: string): string | null {
  const own = document.replace(/\.txt$/, '.previous.txt');
  const shared = document.replace(/[^/]+$/, 'previous.txt');
  return [own, shared].find((path) => existsSync(join(root, path))) ?? null;
}

/** Advice of families without cases here is not looked at; whatever accuses a figure is. */
function isCounted({ rule, severity }: Finding): boolean {
  return severity !== 'info' || families.has(familyOf(rule));
}

function rowOf({ rule, severity, culprits }: Finding): string {
  const [first] = culprits;
  const place = first?.place;
  const where = [place?.table ?? place?.project ?? '', place?.row ?? '', place?.column ?? ''];
  const values = [first?.reported?.text ?? '', first?.expected?.text ?? ''];
  return [rule, severity, ...where, ...values].join('\t');
}

describe('conformance', () => {
  test('the table has the columns that the rows are compared by', () => {
    expect(columns).toEqual([
      'document',
      'rule',
      'severity',
      'table',
      'row',
      'column',
      'reported',
      'expected',
    ]);
    const single = [...expected.keys()].filter((document) => document.split('/').length === 2);
    expect(single.filter((document) => !documents.includes(document))).toEqual([]);
  });

  test.each(documents)('%s gives exactly the expected findings', async (document) => {
    const { findings } = await check(document);
    const rows = findings.filter(isCounted).map(rowOf);
    expect(rows.toSorted()).toEqual((expected.get(document) ?? []).toSorted());
  });

  test.each(documents)('%s: every finding is said in both languages', async (document) => {
    const { disclosure, findings } = await check(document);
    const names = placeNamesOf(disclosure);
    for (const finding of findings.filter(({ rule }) => families.has(familyOf(rule)))) {
      for (const language of ['zh', 'en'] as const) {
        const said = [messageOf(finding, language, names), remedyOf(finding, language, names)].join(' ');
        expect(said, finding.rule).not.toMatch(/\{\w+\}|undefined|NaN/);
        expect(said, finding.rule).not.toContain(finding.rule);
      }
    }
  });

  test('every rule of these families has a valid case, a faulty one, and messages', () => {
    const own = rules.filter(({ id }) => families.has(familyOf(id)) && !ofOtherFormats.has(id));
    const found = new Set(lines.map((line) => line.split('\t')[1]));
    expect(own.map(({ id }) => id).filter((id) => !documents.includes(`${id}/valid.txt`))).toEqual([]);
    expect(own.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([]);
    expect(own.map(({ id }) => id).filter((id) => allMessages[id] === undefined)).toEqual([]);
  });
});
