import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import type { Block, Grid, SourceDocument } from '../../model/source.ts';
import { xlsxReader } from './reader.ts';

export type Build = (book: ExcelJS.Workbook) => void;

export async function written(build: Build): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  build(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

export async function readBytes(bytes: Uint8Array): Promise<SourceDocument> {
  const result = await xlsxReader.read({ name: '表.xlsx', bytes });
  if (!result.ok) throw new Error(result.problem.code);
  return result.source;
}

export async function readBook(build: Build): Promise<SourceDocument> {
  return readBytes(await written(build));
}

export function shown(block: Block | undefined): unknown {
  return block?.kind === 'grid' ? block.rows.map((row) => row.map((cell) => cell.text)) : block?.text;
}

export function grids(source: SourceDocument): Grid[] {
  return source.blocks.filter((block) => block.kind === 'grid');
}

/** A workbook of one sheet from the XML inside its `worksheet` element. */
export function rawBook(sheet: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const all: Record<string, string> = {
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${links}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<x:workbook xmlns:q="${links}"><x:sheets><x:sheet name="Sheet1" sheetId="1" q:id="r1"/></x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${links}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${links}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<x:worksheet>${sheet}</x:worksheet>`,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])));
}

export function addTable(sheet: ExcelJS.Worksheet, top: number, title: string): void {
  sheet.getCell(top, 1).value = title;
  sheet.mergeCells(top, 1, top, 3);
  sheet.getCell(top + 1, 1).value = '部门名称：某局';
  sheet.getCell(top + 1, 3).value = '单位：万元';
  sheet.getRow(top + 2).values = ['科目', '金额', '备注'];
  sheet.getRow(top + 3).values = ['合计', 12.5, ''];
  sheet.getRow(top + 4).values = ['教育', 12.5, '无'];
}
