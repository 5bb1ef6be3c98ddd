import type { Place } from '../../../model/place.ts';
import type { ReportedFinding } from '../../../model/report.ts';
import type { Trace } from '../../../model/trace.ts';
import { dropPdfium, isTrap, openPdf, type PdfDocument } from '../../../file/pdfium.ts';
import { renderPage } from '../../../file/pdfRender.ts';
import { greyPng } from '../../../file/pngWrite.ts';
import { figureSpots, rounded, tenths } from '../../pages/figureSpots.ts';
import type { PagePicture, Pictures, PictureSpot } from './pagePicture.ts';

/** A report stays small enough to be sent: characters of all pictures together. */
const mostCharacters = 4_000_000;
/** Pixels a point: 115 dots an inch for short documents, 86 for long ones. */
const fine = 1.6;
const coarse = 1.2;
const fewPages = 30;

export interface PictureSource {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/**
 * Draws the pages that findings stand on, then those of other figures, as far as the size allows. Files that are
 * no PDF, or that PDFium cannot draw, have no pictures.
 */
export async function pagePictures(
  sources: readonly PictureSource[],
  trace: Trace,
  findings: readonly ReportedFinding[],
): Promise<Pictures> {
  const gathered: Gathered = { pages: [], figures: {}, at: new Map(), left: mostCharacters };
  for (const { file, bytes } of sources) {
    if (!Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) continue;
    const opened = await openPdf(bytes);
    if (!opened.ok) continue;
    try {
      gather(opened.document, file, gathered, { trace, findings });
      opened.document.close();
    } catch (error) {
      if (!isTrap(error)) throw error;
      dropPdfium();
    }
  }
  const { pages, figures, at } = gathered;
  return { pages, figures, spotOf: (place) => spotAt(place, at) };
}

interface Gathered {
  readonly pages: PagePicture[];
  readonly figures: Record<number, PictureSpot>;
  /** The picture of "page file". */
  readonly at: Map<string, number>;
  left: number;
}

interface Wanted {
  readonly trace: Trace;
  readonly findings: readonly ReportedFinding[];
}

function gather(document: PdfDocument, file: string, gathered: Gathered, wanted: Wanted): void {
  const pages = wantedPages(file, wanted);
  const scale = pages.length > fewPages ? coarse : fine;
  for (const page of pages) {
    const pixels = renderPage(document, page - 1, scale);
    if (pixels === undefined) continue;
    const png = Buffer.from(greyPng(pixels)).toString('base64');
    if (png.length > gathered.left) continue;
    gathered.left -= png.length;
    gathered.at.set(`${page} ${file}`, gathered.pages.length);
    const [width, height] = [pixels.width / scale, pixels.height / scale];
    gathered.pages.push({ page, width: tenths(width), height: tenths(height), png });
    placeFigures(document, file, page, gathered, wanted);
  }
}

/** Pages with findings first. */
function wantedPages(file: string, { trace, findings }: Wanted): readonly number[] {
  const culprits = findings.flatMap((finding) => finding.culprits.map(({ place }) => place));
  const places = [...culprits, ...trace.figures.map(({ place }) => place)];
  return [
    ...new Set(
      places.flatMap((place) => (place.file === file && place.page !== undefined ? [place.page] : [])),
    ),
  ];
}

function placeFigures(
  document: PdfDocument,
  file: string,
  page: number,
  { figures, at }: Gathered,
  { trace }: Wanted,
): void {
  const picture = at.get(`${page} ${file}`) ?? 0;
  const own = trace.figures.flatMap((figure, id) => (figure.place.file === file ? [{ ...figure, id }] : []));
  for (const [id, box] of figureSpots(document, page, own)) figures[id] = [picture, ...box];
}

function spotAt({ page, file, box }: Place, at: ReadonlyMap<string, number>): PictureSpot | null {
  const picture = page === undefined ? undefined : at.get(`${page} ${file}`);
  if (picture === undefined) return null;
  return [picture, ...rounded(box ?? [0, 0, 0, 0])];
}
