import { describe, expect, it } from 'vitest';
import { annotationsOf } from '../../../file/pdfAnnotations.ts';
import { pdfOf, text } from '../../../file/pdfFixture.ts';
import { openPdf } from '../../../file/pdfium.ts';
import type { Place } from '../../../model/place.ts';
import type { Mark } from '../marks.ts';
import { annotatePdf } from './annotatePdf.ts';

function mark(place: Partial<Place>, reported: string | null, others: Partial<Mark> = {}): Mark {
  const base = {
    correction: null,
    quotes: [],
    severity: 'error',
    note: '写作 5，应为 6',
    rule: null,
  } as const;
  return { ...base, ...others, reported, place: { file: 'a.pdf', ...place } };
}

async function copyOf(bytes: Uint8Array, marks: readonly Mark[]): Promise<Uint8Array> {
  const copy = await annotatePdf(bytes, marks);
  if (copy === undefined) throw new Error('not annotated');
  return copy.bytes;
}

/** Kind, page, rounded box and note of each annotation. */
async function read(bytes: Uint8Array): Promise<string[]> {
  const opened = await openPdf(bytes);
  if (!opened.ok) throw new Error(opened.problem);
  const { document } = opened;
  const found = Array.from({ length: document.pageCount }, (_, page) =>
    annotationsOf(document, page).map(({ kind, boxes, author, text: said }) => {
      const [box] = boxes;
      const corners = box === undefined ? [] : [box.x0, box.y0, box.x1, box.y1].map(Math.round);
      return `${kind} ${page + 1} ${corners.join()} ${author}：${said}`;
    }),
  );
  document.close();
  return found.flat();
}

/** A line of text at the height 100, Chinese characters 10 wide, digits 5. */
const line = pdfOf([{ content: text(100, 100, '收入5万元，支出5万元') }]);
const place = { page: 1, box: [100, 90, 95, 12] } as const;

describe('annotated pdf', () => {
  it('highlights the very figure, with the note in Chinese', async () => {
    expect(await read(await copyOf(line, [mark(place, '支出5')]))).toEqual([
      'highlight 1 155,91,181,103 明算：写作 5，应为 6',
    ]);
  });

  it('chooses by the quote, and marks the whole box when it is not certain', async () => {
    const marks = [mark(place, '5', { quotes: ['支出5万元'] }), mark(place, '5', { note: '其二' })];
    expect(await read(await copyOf(line, marks))).toEqual([
      'highlight 1 175,91,181,103 明算：写作 5，应为 6',
      'highlight 1 100,90,195,102 明算：其二',
    ]);
  });

  it('findings at one figure share a highlight', async () => {
    const marks = [mark(place, '支出5'), mark(place, '支出5', { note: '其二' })];
    expect(await read(await copyOf(line, marks))).toEqual([
      'highlight 1 155,91,181,103 明算：写作 5，应为 6\n\n其二',
    ]);
  });

  it('finds the place on a turned page', async () => {
    const turned = pdfOf([{ content: text(100, 100, '收入5万元'), rotate: 90 }]);
    // Turned clockwise, the line runs down the page at its right.
    const found = await read(await copyOf(turned, [mark({ page: 1, box: [490, 95, 25, 60] }, '5')]));
    expect(found).toEqual(['highlight 1 497,120,509,126 明算：写作 5，应为 6']);
  });

  it('a mark without a box is a note on its page, one without a page on the first', async () => {
    const two = pdfOf([{ content: text(100, 100, '甲') }, { content: text(100, 100, '乙') }]);
    const found = await read(await copyOf(two, [mark({ page: 2 }, '5'), mark({}, null)]));
    expect(found.map((each) => each.split(' ').slice(0, 3))).toEqual([
      ['note', '1', '12,12,30,30'],
      ['note', '2', '12,12,30,30'],
    ]);
  });

  it('keeps the original bytes and is the same on every run', async () => {
    const copy = await copyOf(line, [mark(place, '支出5')]);
    expect(Buffer.from(copy).subarray(0, line.length).equals(Buffer.from(line))).toBe(true);
    expect(await copyOf(line, [mark(place, '支出5')])).toEqual(copy);
  });

  it('does not open what is no PDF', async () => {
    expect(await annotatePdf(new Uint8Array([1, 2, 3]), [])).toBeUndefined();
  });
});
