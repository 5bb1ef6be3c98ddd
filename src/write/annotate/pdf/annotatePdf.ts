import { annotatePage, saveIncrement } from '../../../file/pdfAnnotations.ts';
import type { Extent } from '../../../file/pdfFrame.ts';
import { dropPdfium, isTrap, openPdf } from '../../../file/pdfium.ts';
import type { PdfDocument } from '../../../file/pdfium.ts';
import type { Glyph } from '../../../file/pdfText.ts';
import type { Severity } from '../../../model/finding.ts';
import type { Annotated } from '../annotated.ts';
import { author, plainNote } from '../marks.ts';
import type { Mark } from '../marks.ts';
import { figureBoxes, glyphsOf } from './figureBoxes.ts';

type Color = readonly [number, number, number];

const colors: Readonly<Record<Severity, Color>> = {
  error: [255, 140, 140],
  warning: [255, 220, 90],
  info: [160, 210, 255],
};

/** Where notes on a whole page stand, in points: the top left corner. */
const margin = 12;
const signSize = 18;

/** Marks of one page at the same boxes. */
interface Remark {
  readonly page: number;
  readonly boxes: readonly Extent[];
  readonly marks: Mark[];
}

/**
 * A copy of a PDF with a highlight and its note at each mark; marks without a box are notes at the top of
 * their page. The original bytes stay, the annotations are an incremental update behind them. Undefined when
 * the document cannot be opened or saved.
 */
export async function annotatePdf(bytes: Uint8Array, marks: readonly Mark[]): Promise<Annotated | undefined> {
  const opened = await openPdf(bytes);
  if (!opened.ok) return undefined;
  const { document } = opened;
  try {
    const annotated = annotateAll(document, marks);
    document.close();
    return annotated;
  } catch (error) {
    if (!isTrap(error)) throw error;
    dropPdfium();
    return undefined;
  }
}

function annotateAll(document: PdfDocument, marks: readonly Mark[]): Annotated | undefined {
  const remarks = gather(document, marks);
  let placed = 0;
  let annotations = 0;
  remarks.forEach((remark) => {
    if (!addRemark(document, remark)) return;
    placed += remark.marks.length;
    annotations++;
  });
  const copy = saveIncrement(document);
  return copy === undefined ? undefined : { bytes: copy, placed, annotations };
}

function gather(document: PdfDocument, marks: readonly Mark[]): readonly Remark[] {
  const remarks = new Map<string, Remark>();
  const pages = new Map<number, readonly Glyph[]>();
  const glyphsOn = (page: number): readonly Glyph[] => {
    const known = pages.get(page) ?? glyphsOf(document, page);
    pages.set(page, known);
    return known;
  };
  for (const mark of marks) {
    const page = Math.min(document.pageCount, Math.max(1, mark.place.page ?? 1)) - 1;
    const boxes = mark.place.page === undefined ? [] : figureBoxes(glyphsOn(page), mark);
    const key = `${page}:${boxes.map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1].map(Math.round).join()).join(';')}`;
    const remark = remarks.get(key) ?? { page, boxes, marks: [] };
    remarks.set(key, remark);
    remark.marks.push(mark);
  }
  return [...remarks.values()].sort((a, b) => a.page - b.page);
}

function addRemark(document: PdfDocument, { page, boxes, marks }: Remark): boolean {
  const text = [...new Set(marks.map(plainNote))].join('\n\n');
  const common = { author, text, color: colors[gravest(marks)] };
  if (boxes.length > 0) return annotatePage(document, page, { ...common, kind: 'highlight', boxes });
  const sign = { x0: margin, y0: margin, x1: margin + signSize, y1: margin + signSize };
  return annotatePage(document, page, { ...common, kind: 'note', boxes: [sign] });
}

function gravest(marks: readonly Mark[]): Severity {
  const severities = marks.map(({ severity }) => severity);
  return severities.includes('error') ? 'error' : severities.includes('warning') ? 'warning' : 'info';
}
