import type { DocumentLayout } from '../layout/block.ts';
import { withPages } from '../layout/contents.ts';
import { compile, type Compiled } from './compile.ts';
import { documentData } from './documentData.ts';
import { fontsFor } from './fonts.ts';

/** Both the PDF and its page numbers are wanted, often by different writers. */
const compiledLayouts = new WeakMap<DocumentLayout, Promise<Compiled>>();

/**
 * A layout as PDF: tagged for accessibility (PDF/UA-1), with bookmarks, contents, repeated heads and embedded fonts.
 * The same layout gives the same bytes. A character that no shipped font has is printed as 〓 (see
 * `unprintableCharacters`).
 * @throws Error when the fonts were not built, or typst is not there for this platform.
 */
export async function pdfDocument(layout: DocumentLayout): Promise<Uint8Array> {
  return (await compiled(layout)).bytes;
}

/** The layout with the page numbers that its PDF has, for the contents of other formats. */
export async function paginated(layout: DocumentLayout): Promise<DocumentLayout> {
  return withPages(layout, (await compiled(layout)).pages);
}

/** The layout's charts, each as a PDF of one page. */
export async function chartPages(layout: DocumentLayout): Promise<readonly Uint8Array[]> {
  return (await compiled(layout)).charts;
}

/** The characters of a layout that its PDF cannot show. */
export async function unprintableCharacters(layout: DocumentLayout): Promise<readonly string[]> {
  return (await fontsFor(Object.values(documentData(layout)).flat())).missing;
}

function compiled(layout: DocumentLayout): Promise<Compiled> {
  const known = compiledLayouts.get(layout) ?? compileLayout(layout);
  compiledLayouts.set(layout, known);
  return known;
}

async function compileLayout(layout: DocumentLayout): Promise<Compiled> {
  const { document, charts } = documentData(layout);
  const { faces, families, texts } = await fontsFor([document, ...charts]);
  const [data = '', ...bars] = texts;
  return compile({ data, charts: bars, families, faces });
}
