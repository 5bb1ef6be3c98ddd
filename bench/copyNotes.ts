import ExcelJS from 'exceljs';
import { readFileSync } from 'node:fs';
import { annotationsOf } from '../src/file/pdfAnnotations.ts';
import { openPdf } from '../src/file/pdfium.ts';
import type { Place } from '../src/model/place.ts';
import { openPackage } from '../src/write/annotate/package.ts';

/** A comment, cell note or highlight of a copy, and where it is. */
export interface CopyNote {
  readonly text: string;
  /** The characters that a comment of a docx marks, as they were. */
  readonly anchor?: string;
  /** The cell of a workbook, as "sheet!A1". */
  readonly cell?: string;
  /** The page of a PDF, and the middle of the first box on it in points from its top left. */
  readonly page?: number;
  readonly middle?: readonly [number, number];
}

/** What an annotated copy says and where. */
export async function notesIn(file: string): Promise<readonly CopyNote[]> {
  const bytes = readFileSync(file);
  if (file.endsWith('.docx')) return docxNotes(bytes);
  return file.endsWith('.xlsx') ? xlsxNotes(bytes) : pdfNotes(bytes);
}

/** Whether a note stands where the report says: on the printed characters, the cell, or inside the box's page. */
export function isAt({ anchor, cell, page, middle }: CopyNote, place: Place, reported = ''): boolean {
  if (cell !== undefined) return cell === `${place.sheet ?? ''}!${place.cell ?? 'A1'}`;
  if (page === undefined)
    return reported === '' || (anchor ?? '').replace(/\s/g, '').includes(reported.replace(/\s|^…|…$/g, ''));
  const [x, y, width, height] = place.box ?? [0, 0, Infinity, Infinity];
  const [atX, atY] = middle ?? [0, 0];
  return page === place.page && atX >= x - 2 && atX <= x + width + 2 && atY >= y - 2 && atY <= y + height + 2;
}

const plain = (markup: string): string =>
  markup
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

function docxNotes(bytes: Uint8Array): readonly CopyNote[] {
  const office = openPackage(bytes);
  const body = office?.read('word/document.xml') ?? '';
  const comments = office?.read('word/comments.xml') ?? '';
  return [...comments.matchAll(/<w:comment w:id="(\d+)".*?<\/w:comment>/gs)].map(([comment, id = '']) => {
    const range = new RegExp(
      `commentRangeStart w:id="${id}"/>(.*?)<w:commentRangeEnd w:id="${id}"`,
      's',
    ).exec(body);
    const before = (range?.[1] ?? '').replace(/<w:ins [^>]*>.*?<\/w:ins>/gs, '');
    return { text: plain(comment).trim(), anchor: plain(before) };
  });
}

/** A cell without a note has none, whatever the types of the library say. */
function noteText({ note }: { readonly note?: ExcelJS.Cell['note'] }): string {
  if (note === undefined) return '';
  return typeof note === 'string' ? note : (note.texts ?? []).map((each) => each.text).join('');
}

async function xlsxNotes(bytes: Uint8Array): Promise<readonly CopyNote[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  const notes: CopyNote[] = [];
  workbook.eachSheet((sheet) => {
    sheet.eachRow((row) => {
      row.eachCell({ includeEmpty: true }, (cell) => {
        const text = noteText(cell);
        if (text !== '') notes.push({ text, cell: `${sheet.name}!${cell.address}` });
      });
    });
  });
  return notes;
}

async function pdfNotes(bytes: Uint8Array): Promise<readonly CopyNote[]> {
  const opened = await openPdf(bytes);
  if (!opened.ok) throw new Error(opened.problem);
  const { document } = opened;
  const pages = Array.from({ length: document.pageCount }, (_, index) =>
    annotationsOf(document, index).map(({ text, boxes }): CopyNote => {
      const [box = { x0: 0, y0: 0, x1: 0, y1: 0 }] = boxes;
      return { text, page: index + 1, middle: [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2] };
    }),
  );
  document.close();
  return pages.flat();
}
