import ExcelJS from 'exceljs';
import { decodeText } from '../../read/encoding.ts';

const zipMagic = Buffer.from('PK');
const mostRows = 100_000;

/** A list of codes as text: a text as it is, the first sheet of a workbook with tabs between its cells; else null. */
export async function listText(content: Buffer): Promise<string | null> {
  if (!content.subarray(0, 2).equals(zipMagic)) return decodeText(content)?.text ?? null;
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(content as never);
  } catch {
    // A damaged package: the caller says that there is no list in it.
    return null;
  }
  const lines: string[] = [];
  workbook.worksheets[0]?.eachRow((row) => {
    if (lines.length > mostRows) return;
    const cells = Array.from({ length: row.cellCount }, (_, i) => row.getCell(i + 1).text);
    lines.push(cells.map((cell) => cell.replace(/[\t\r\n]+/g, ' ').trim()).join('\t'));
  });
  return lines.join('\n');
}
