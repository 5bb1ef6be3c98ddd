import type ExcelJS from 'exceljs';
import type { Orientation } from '../layout/block.ts';

// The package declares its paper sizes as an enum that does not exist when the program runs.
// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
const A4 = 9 as ExcelJS.PaperSize;

/** What every page of the workbook says above and below. */
export interface PageWords {
  readonly header: string;
  readonly draftMark: string | null;
}

/** A4, as wide as the page and as long as it takes, with page numbers; a draft says so on every page. */
export function pageOptions(
  orientation: Orientation,
  { header, draftMark }: PageWords,
): Partial<ExcelJS.AddWorksheetOptions> {
  const own =
    draftMark === null
      ? `&R&9${plain(header)}`
      : `&L&9${plain(header)}&R&"黑体,常规"&26&KB3261E${plain(draftMark)}`;
  return {
    pageSetup: {
      paperSize: A4,
      orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: {
        left: 0.6,
        right: 0.6,
        top: draftMark === null ? 0.75 : 0.95,
        bottom: 0.7,
        header: 0.35,
        footer: 0.35,
      },
    },
    headerFooter: { oddHeader: own, oddFooter: '&C&9第 &P 页，共 &N 页' },
  };
}

/** In headers an ampersand begins a command, and a digit after a size belongs to it. */
function plain(text: string): string {
  return ` ${text.replaceAll('&', '&&').slice(0, 80)}`;
}
