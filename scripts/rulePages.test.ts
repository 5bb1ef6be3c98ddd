import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ruleNotes } from './ruleNotes/notes.ts';
import { pagesFolder, ruleIds, rulePages } from './rulePages.ts';

const hint = 'write the note in scripts/ruleNotes and run npm run docs:rules';

test('every rule has a note, and every note a rule', () => {
  expect(Object.keys(ruleNotes).sort(), hint).toEqual(ruleIds);
});

test('the folder holds the pages of the rules and no others', () => {
  const pages = readdirSync(pagesFolder).filter((file) => file.endsWith('.md'));
  expect(pages.sort(), hint).toEqual([...rulePages().keys()].sort());
});

test('the pages say what the rules say now', () => {
  const stale = [...rulePages()].filter(
    ([file, text]) => readFileSync(join(pagesFolder, file), 'utf8') !== text,
  );
  expect(
    stale.map(([file]) => file),
    hint,
  ).toEqual([]);
});

test('an example has no blank left', () => {
  const open = [...rulePages()].filter(([, text]) => /^> .*\{\w+\}/m.test(text));
  expect(open.map(([file]) => file)).toEqual([]);
});
