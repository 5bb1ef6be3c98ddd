import { Document, Packer } from 'docx';
import type { ChartBlock, DocumentLayout } from '../layout/block.ts';
import { pageRuns } from '../layout/pages.ts';
import { officePages } from '../pdf/pdfDocument.ts';
import type { DocumentParts } from './blocks.ts';
import { chartPicture, type Picture } from './chartPicture.ts';
import { fixedPackage } from './fixedPackage.ts';
import { sectionOf } from './sections.ts';
import { styles } from './styles.ts';
import { tableXml } from './table.ts';

/**
 * A layout as a Word document: styles in the habit of official documents, real heading levels, sections of upright
 * and turned paper, repeated heads, merged cells. The numbers of its contents page are references that an office suite
 * works out; until then they are those that its lines lead to. The same layout gives the same bytes.
 * @throws Error when typst, which numbers the pages and draws the chart, is not there for this platform.
 */
export async function docxDocument(layout: DocumentLayout): Promise<Uint8Array> {
  // The pages are numbered in a thread of its own meanwhile.
  const numbering = officePages(layout);
  const tables = pageRuns(layout).flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
  const grids = tables.map(tableXml);
  const { layout: numbered, charts } = await numbering;
  const pictures = await picturesOf(layout, charts);
  const runs = pageRuns(numbered);
  const first = runs.findIndex(({ page }) => page !== 'cover' && page !== 'contents');
  const printed = runs.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
  const parts: DocumentParts = { pictures, tables: printed };
  const document = new Document({
    title: layout.title,
    creator: layout.department,
    lastModifiedBy: layout.department,
    description: '',
    styles,
    sections: runs.map((run, i) =>
      sectionOf(run, i === first || run.page === 'contents', layout.draftMark, parts),
    ),
  });
  return fixedPackage(await Packer.toBuffer(document), grids);
}

async function picturesOf(
  { blocks }: DocumentLayout,
  pages: readonly Uint8Array[],
): Promise<ReadonlyMap<ChartBlock, Picture>> {
  const charts = blocks.filter((block) => block.kind === 'chart');
  const pictures = new Map<ChartBlock, Picture>();
  for (const [i, chart] of charts.entries()) {
    const page = pages[i];
    if (page !== undefined) pictures.set(chart, await chartPicture(page, i + 1));
  }
  return pictures;
}
