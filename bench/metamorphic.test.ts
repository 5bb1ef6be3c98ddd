import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkDisclosure } from '../src/check/check.ts';
import { recognise } from '../src/read/recognise/recognise.ts';
import { corpusDocument, referenceName } from './documents.ts';
import { prepared } from './planting/prepared.ts';
import { places, tenfold, transformed, type Renaming } from './transformed.ts';

/** Of the same length each, so that nothing moves. */
const names: Renaming = [
  ['朔州', '景澜'],
  ['平鲁', '沛澄'],
  ['山西', '岚东'],
  ['住房和城乡建设管理局', '城镇和农村建设服务局'],
];

const example = 'examples/disclosure-with-mistakes.txt';
const reference = corpusDocument(referenceName);
if (reference === null) console.info('the reference under other names skipped: MINGSUAN_CORPUS is not set');
const documents = [
  { name: example, bytes: readFileSync(example) },
  ...(reference === null ? [] : [reference]),
];

describe.each(documents)('$name with other names and amounts', ({ name, bytes }) => {
  it('has the same findings in the same places', { timeout: 240_000 }, async () => {
    const document = await prepared(name, bytes);
    const { findings } = checkDisclosure(recognise(transformed(document, names)));
    expect(document.findings.length).toBeGreaterThan(3);
    expect(places(findings)).toEqual(places(document.findings));
  });
});

it('ten times an amount has its digits', () => {
  expect(['96.76', '0.05', '1,234.56', '15,000,000', '0.00', '7'].map(tenfold)).toEqual([
    ...['967.6', '0.5', '12,345.6', '150,000,000', '0.0', '70'],
  ]);
});
