import { expect, test } from 'vitest';
import { pdfOf, text } from '../../../file/pdfFixture.ts';
import type { ReportedFinding } from '../../../model/report.ts';
import type { Trace, TracedFigure } from '../../../model/trace.ts';
import { pagePictures } from './pictures.ts';

const file = 'a.pdf';
const bytes = pdfOf([
  { content: text(100, 700, '12.50') },
  { content: text(100, 700, '9.00') },
  { content: '' },
]);
const figure = (page: number, value: string): TracedFigure => ({
  ...{ origin: 'cell', text: value, quote: null, state: 'verified' },
  place: { file, page, box: [90, 80, 60, 20] },
});
const trace: Trace = { figures: [figure(1, '12.50'), figure(2, '9.00')], relations: [] };
const finding = (page: number): ReportedFinding => ({
  ...{ rule: 'a.b', severity: 'error', params: {}, tied: false, group: null, evidence: [] },
  ...{ difference: null, allowed: null, waiver: null, message: '', remedy: '', part: '', rank: 0, spots: [] },
  culprits: [{ reported: null, expected: null, support: 0, slip: null, place: { file, page } }],
});

test('pages with findings come first, then those with figures; other pages are not drawn', async () => {
  const { pages, figures, spotOf } = await pagePictures([{ file, bytes }], trace, [finding(2)]);
  expect(pages.map(({ page }) => page)).toEqual([2, 1]);
  expect(figures).toEqual({ 0: [1, 90, 80, 60, 20], 1: [0, 90, 80, 60, 20] });
  expect(spotOf({ file, page: 1 })).toEqual([1, 0, 0, 0, 0]);
  expect(spotOf({ file, page: 3 })).toBeNull();
  for (const { png } of pages) expect(Buffer.from(png, 'base64').subarray(1, 4).toString()).toBe('PNG');
});

test('what is no PDF, or a damaged one, has no pictures', async () => {
  const broken = new TextEncoder().encode('%PDF-1.7 and nothing else');
  const word = new TextEncoder().encode('12.50');
  const { pages } = await pagePictures(
    [
      { file, bytes: broken },
      { file, bytes: word },
    ],
    trace,
    [],
  );
  expect(pages).toEqual([]);
});
