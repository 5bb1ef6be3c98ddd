import type { DocumentLayout } from '../layout/block.ts';
import { withPages } from '../layout/contents.ts';
import { compileDocument, compilePages, type CompiledPages, type CompileTask } from './compile.ts';
import { documentData, type LineBreaking } from './documentData.ts';
import { fontsFor } from './fonts.ts';

/**
 * A layout as PDF: tagged for accessibility (PDF/UA-1), with bookmarks, contents, repeated heads and embedded fonts.
 * The same layout gives the same bytes. A character that no shipped font has is printed as 〓 (see
 * `unprintableCharacters`).
 * @throws Error when the fonts were not built, or typst is not there for this platform.
 */
export async function pdfDocument(layout: DocumentLayout): Promise<Uint8Array> {
  return compileDocument(await taskOf(layout, 'own'));
}

/** A layout with the page numbers that it has in an office suite, and its charts, each as a PDF of one page. */
export interface OfficePages extends Pick<CompiledPages, 'charts'> {
  readonly layout: DocumentLayout;
}

/**
 * Where headings stand in an office suite: the same pages, set with the lines that such a suite breaks.
 * @throws Error as `pdfDocument` does.
 */
export async function officePages(layout: DocumentLayout): Promise<OfficePages> {
  const { pages, charts } = await compilePages(await taskOf(layout, 'office'));
  return { layout: withPages(layout, pages), charts };
}

/** The characters of a layout that its PDF cannot show. */
export async function unprintableCharacters(layout: DocumentLayout): Promise<readonly string[]> {
  return (await fontsFor(Object.values(documentData(layout)).flat())).missing;
}

async function taskOf(layout: DocumentLayout, lines: LineBreaking): Promise<CompileTask> {
  const { document, charts } = documentData(layout, lines);
  const { faces, families, texts } = await fontsFor([document, ...charts]);
  const [data = '', ...bars] = texts;
  return { data, charts: bars, families, faces };
}
