import { expect, test } from 'vitest';
import { pdfOf, text } from '../../file/pdfFixture.ts';
import { mapOfPages, pictureOfPage } from './pages.ts';

const bytes = pdfOf([{ content: text(100, 700, '12.50') }, { content: '' }]);

test('pages have their size, figures their box; a page is drawn by its number', async () => {
  const cell = {
    id: 7,
    origin: 'cell',
    text: '12.50',
    quote: null,
    place: { file: 'a.pdf', page: 1, box: [90.04, 80, 60, 20] },
  } as const;
  const map = await mapOfPages(bytes, [cell]);
  expect(map?.pages.map(({ page }) => page)).toEqual([1, 2]);
  expect(map?.pages[0]?.width).toBeGreaterThan(100);
  expect(map?.spots).toEqual({ 7: [1, 90, 80, 60, 20] });
  const picture = await pictureOfPage(bytes, 2, 1);
  expect(
    Buffer.from(picture ?? [])
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  expect(await pictureOfPage(bytes, 3, 1)).toBeNull();
});

test('what is no PDF, or a damaged one, has no pages', async () => {
  expect(await mapOfPages(new TextEncoder().encode('12.50'), [])).toBeNull();
  expect(await mapOfPages(new TextEncoder().encode('%PDF-1.7 and nothing else'), [])).toBeNull();
});
