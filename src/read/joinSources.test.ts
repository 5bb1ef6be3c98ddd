import { Document, Packer, Paragraph as WordParagraph } from 'docx';
import exceljs from 'exceljs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Disclosure } from '../model/disclosure.ts';
import type { Block, Grid, SourceDocument } from '../model/source.ts';
import { joinSources } from './joinSources.ts';
import { readSource } from './open.ts';
import { recognise } from './recognise/recognise.ts';

const example = join(import.meta.dirname, '../../examples/disclosure.txt');

async function sourceOf(name: string, bytes: Uint8Array): Promise<SourceDocument> {
  const read = await readSource({ name, bytes });
  if (!read.ok) throw new Error(`${name}: ${read.problem.code}`);
  return read.source;
}

function starts(block: Block, text: RegExp): boolean {
  return block.kind === 'paragraph' && text.test(block.text);
}

/** A sheet for each table: its captions as rows above its grid. */
async function workbookOf(blocks: readonly Block[]): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  let sheet: exceljs.Worksheet | undefined;
  for (const block of blocks) {
    if (starts(block, /^预算公开表\d+$/))
      sheet = workbook.addWorksheet(`表${workbook.worksheets.length + 1}`);
    if (block.kind === 'paragraph') sheet?.addRow([block.text]);
    else addGrid(sheet, block);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addGrid(sheet: exceljs.Worksheet | undefined, { rows }: Grid): void {
  for (const row of rows) sheet?.addRow(row.map((cell, c) => (row[c - 1] === cell ? '' : cell.text)));
}

async function wordOf(blocks: readonly Block[]): Promise<Uint8Array> {
  const children = blocks.map((block) => new WordParagraph(block.kind === 'paragraph' ? block.text : ''));
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

function pageOf(blocks: readonly Block[]): Uint8Array {
  const html = blocks.map((block) =>
    block.kind === 'paragraph'
      ? `<p>${block.text}</p>`
      : `<table>${block.rows.map((row) => `<tr>${[...new Set(row)].map((cell) => `<td colspan="${row.filter((each) => each === cell).length}">${cell.text}</td>`).join('')}</tr>`).join('')}</table>`,
  );
  return new TextEncoder().encode(`<!doctype html><meta charset="utf-8"><body>${html.join('\n')}</body>`);
}

let whole: Disclosure;
let parts: readonly SourceDocument[] = [];

beforeAll(async () => {
  const source = await sourceOf('whole.txt', readFileSync(example));
  whole = recognise(source);
  const { blocks } = source;
  const tables = blocks.findIndex((block) => starts(block, /^预算公开表1$/));
  const text = blocks.findLastIndex((block) => starts(block, /^第三部分/));
  const sheets = blocks.findIndex((block) => starts(block, /项目支出绩效目标表\s*$/));
  const rest = blocks.findIndex((block, i) => i > sheets && starts(block, /^十一、/));
  parts = [
    await sourceOf('附表.xlsx', await workbookOf(blocks.slice(tables, text))),
    await sourceOf('绩效目标表.html', pageOf(blocks.slice(sheets, rest))),
    await sourceOf(
      '文字.docx',
      await wordOf([...blocks.slice(0, tables), ...blocks.slice(text, sheets), ...blocks.slice(rest)]),
    ),
  ];
});

const facts = ({ tables, narrative, projects, glossary, contents }: Disclosure): unknown => ({
  tables: tables.map((table) => [
    table.number,
    table.key,
    table.unit,
    table.rows.map((row) => [
      row.code,
      row.name,
      Object.entries(row.cells).map(([key, { fen }]) => [key, fen]),
    ]),
  ]),
  // A line that leads on to the sheets belongs to the text once the sheets stand elsewhere.
  narrative: narrative.map(({ section, paragraphs }) => [
    section,
    paragraphs.map(({ claims }) => claims.length).filter((n) => n > 0),
  ]),
  projects: projects.map(({ name, funds, indicators }) => [
    name,
    funds.annual.total?.fen,
    indicators.map(({ level3, value }) => [level3, value]),
  ]),
  glossary: glossary.map(({ term }) => term),
  contents: contents.map(({ title }) => title),
});

test.each([
  ['tables, sheets, text', [0, 1, 2]],
  ['text, sheets, tables', [2, 1, 0]],
])('files in the order %s give the disclosure that the whole gives', (_, order) => {
  const given = order.flatMap((i) => parts[i] ?? []);
  const joined = recognise(joinSources(given));
  expect(facts(joined)).toEqual(facts(whole));
  expect(joined.file).toBe(given.map(({ file }) => file).join(' + '));
  expect([joined.department.name, joined.year, joined.form]).toEqual([
    whole.department.name,
    whole.year,
    whole.form,
  ]);
});

test('every place keeps its own file', () => {
  const joined = recognise(joinSources(parts));
  expect(new Set(joined.figures.map(({ place }) => place.file))).toEqual(new Set(['附表.xlsx']));
  expect(new Set(joined.narrative.map(({ place }) => place.file))).toEqual(new Set(['文字.docx']));
  expect(new Set(joined.projects.map(({ place }) => place.file))).toEqual(new Set(['绩效目标表.html']));
});

test('one file is left as it is', () => {
  const [only] = parts;
  expect(joinSources(parts.slice(0, 1))).toBe(only);
});

test('the file that goes on with a table comes after the one that begins it', () => {
  const place = { file: 't' };
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text, place, spans: [] });
  const grid = (...rows: readonly (readonly string[])[]): Block => ({
    kind: 'grid',
    place,
    rows: rows.map((row) => row.map((text) => ({ text, place }))),
  });
  const file = (...blocks: readonly Block[]): SourceDocument => ({
    file: 't',
    format: 'html',
    blocks,
    margins: [],
    notes: [],
  });
  const begins = file(paragraph('支出总表'), grid(['科目', '合计'], ['教育支出', '1.00']));
  const goesOn = file(grid(['卫生健康支出', '2.00']), paragraph('收入总表'));
  const inOrder = [...begins.blocks, ...goesOn.blocks];
  expect(joinSources([goesOn, begins]).blocks).toEqual(inOrder);
  expect(joinSources([begins, goesOn]).blocks).toEqual(inOrder);
  expect(joinSources([goesOn, begins, goesOn]).blocks[0]).toBe(begins.blocks[0]);
  const other = file(paragraph('收支总表'), grid(['收入', '预算数', '支出', '预算数']));
  for (const given of [
    [goesOn, other, begins],
    [other, goesOn, begins],
    [other, begins, goesOn],
  ])
    expect(joinSources(given).blocks).toEqual([...other.blocks, ...inOrder]);
  const alike = file(paragraph('三公经费'), grid(['项目', '金额']));
  expect(joinSources([goesOn, alike, begins]).blocks[0]).toBe(goesOn.blocks[0]);
});
