import { expect, test } from 'vitest';
import { examine } from '../../../commands/checkFile.ts';
import type { YearChanges } from '../../../model/yearChanges.ts';
import { htmlReport } from './htmlReport.ts';

const options = { language: 'zh', version: '1', titleOf: (rule: string) => rule } as const;
const folder = 'corpus/yearOnYear.previousFigure';
const examined = await examine([`${folder}/fault.txt`], 'zh', { previous: `${folder}/previous.txt` });

test('every change is a row, with its sentence as a link to where it stands', () => {
  const html = htmlReport(examined, options);
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const links = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
  expect(links.filter((link) => !ids.has(link))).toEqual([]);
  const section = html.slice(html.indexOf('<details class="part year"'), html.indexOf('</details>'));
  const amounts = examined.report.changes?.amounts ?? [];
  expect(amounts.length).toBeGreaterThan(10);
  expect(section.match(/<th scope="row"/g)).toHaveLength(amounts.length);
  expect(section).toMatch(/<td class="why"><a href="#s0-0">2027年收入预算730\.00万元/);
  expect(html).toContain('<a href="#year">与上年比较</a>');
});

test('nothing of a document or of its name is markup', () => {
  const evil = '<img src=x onerror=alert(1)>';
  const { changes } = examined.report;
  const [first] = changes?.amounts ?? [];
  if (changes === undefined || first === undefined) throw new Error('nothing changed');
  const explanation = { text: evil, place: { file: '', section: 'changes' }, reason: true };
  const poisoned: YearChanges = {
    ...{ ...changes, previousFile: evil },
    amounts: [{ ...first, name: evil, previous: { text: evil, fen: 1, place: { file: '' } }, explanation }],
  };
  const html = htmlReport({ ...examined, report: { ...examined.report, changes: poisoned } }, options);
  expect(html).not.toContain('<img');
  expect(html.split('&lt;img').length).toBeGreaterThan(3);
});
