import { z } from 'zod';
import { answers, nothing, type Api } from '../context.ts';
import { line } from '../shapes/words.ts';
import { attachment } from './disclosures.ts';

const cell = z.union([z.string().max(4000), z.number(), z.null()]);
const sheet = z.object({
  name: line(60),
  heads: z.array(z.string().max(200)).min(1).max(40),
  rows: z.array(z.array(cell).max(40)).max(10_000),
});
const widest = 60;

/** A list that one sees as a workbook: what is shown is what is saved. */
export function registerWorkbooks(api: Api): void {
  api.post(
    '/workbooks',
    {
      config: { access: 'signedIn' },
      schema: {
        summary: 'A list as xlsx',
        tags: ['downloads'],
        body: sheet,
        response: { '4xx': answers(nothing)['4xx'] },
      },
    },
    async (request, reply) => {
      const { name } = request.body;
      reply.header('content-disposition', attachment(`${name}.xlsx`));
      const bytes = await workbookOf(request.body);
      return reply.type('application/octet-stream').send(bytes as never);
    },
  );
}

/** Texts stay texts, whatever they begin with; columns are as wide as what stands in them. */
export async function workbookOf({ name, heads, rows }: z.output<typeof sheet>): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  const page = workbook.addWorksheet(name.replace(/[*?:\\/[\]]/g, ' ').slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  page.addRow(heads).font = { bold: true };
  page.addRows(rows);
  page.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: heads.length } };
  heads.forEach((_, at) => {
    const lengths = [heads, ...rows].map((row) => lengthOf(row[at] ?? null));
    page.getColumn(at + 1).width = Math.min(widest, Math.max(8, ...lengths) + 2);
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Chinese signs are twice as wide. */
function lengthOf(value: string | number | null): number {
  const text = String(value ?? '');
  return text.length + (text.match(/[\u0100-\uffff]/g)?.length ?? 0);
}
