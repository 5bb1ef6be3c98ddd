import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkAcross } from '../src/check/across/across.ts';
import { digestOf } from '../src/check/across/digest.ts';
import { checkDisclosure } from '../src/check/check.ts';
import { allMessages } from '../src/check/messages.ts';
import { messageOf, remedyOf } from '../src/check/render.ts';
import type { DocumentDigest } from '../src/model/digest.ts';
import type { Finding } from '../src/model/finding.ts';
import { placeNamesFrom } from '../src/model/words/names.ts';
import { recognise } from '../src/read/recognise/recognise.ts';
import { textReader } from '../src/read/text.ts';

const root = import.meta.dirname;
const family = 'acrossDocuments.';
const rules = readdirSync(root).filter((name) => name.startsWith(family));
const cases = rules.flatMap((rule) => readdirSync(join(root, rule)).map((each) => `${rule}/${each}`));
const expected = readFileSync(join(root, 'expected.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith(family));

interface Told {
  readonly digest: DocumentDigest;
  readonly finding: Finding;
}

async function compare(folder: string): Promise<readonly Told[]> {
  const digests: DocumentDigest[] = [];
  for (const file of readdirSync(join(root, folder)).sort()) {
    const name = `${folder}/${file}`;
    const read = await textReader.read({ name, bytes: readFileSync(join(root, name)) });
    if (!read.ok) throw new Error(`${name}: ${read.problem.code}`);
    const disclosure = recognise(read.source);
    const { findings } = checkDisclosure(disclosure);
    // One fault: the documents by themselves accuse no figure.
    expect(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual([]);
    digests.push(digestOf(disclosure, findings));
  }
  const found = checkAcross(digests);
  return digests.flatMap((digest) =>
    (found.get(digest.file)?.findings ?? []).map((finding) => ({ digest, finding })),
  );
}

function rowOf({ digest, finding: { rule, severity, culprits } }: Told): string {
  const [first] = culprits;
  const where = [first?.place.table ?? '', first?.place.row ?? '', first?.place.column ?? ''];
  const values = [first?.reported?.text ?? '', first?.expected?.text ?? ''];
  return [digest.file, rule, severity, ...where, ...values].join('\t');
}

describe('conformance of relations between documents', () => {
  test.each(cases)('%s gives exactly the expected findings, in both languages', async (folder) => {
    const told = await compare(folder);
    const own = expected.filter((line) => line.startsWith(`${folder}/`));
    expect(told.map(rowOf).toSorted()).toEqual(own.toSorted());
    for (const { digest, finding } of told) {
      for (const language of ['zh', 'en'] as const) {
        const names = placeNamesFrom(digest.names);
        const said = [messageOf(finding, language, names), remedyOf(finding, language, names)].join(' ');
        expect(said).not.toMatch(/\{\w+\}|undefined|NaN/);
        expect(said).not.toContain(finding.rule);
      }
    }
  });

  test('every rule has a valid and a faulty case', () => {
    const known = Object.keys(allMessages).filter((rule) => rule.startsWith(family));
    expect(rules.toSorted()).toEqual(known.toSorted());
    for (const rule of known) {
      expect(cases).toContain(`${rule}/valid`);
      expect(expected.some((line) => line.startsWith(`${rule}/fault/`) && line.includes(`\t${rule}\t`))).toBe(
        true,
      );
    }
  });
});
