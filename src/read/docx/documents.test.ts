import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../model/source.ts';
import type { Reader } from '../reader.ts';
import { textReader } from '../text.ts';
import { docxReader } from './reader.ts';

const corpus = process.env['MINGSUAN_CORPUS'];
if (corpus === undefined) console.warn('MINGSUAN_CORPUS is not set: the real documents are not read.');

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Content apart from places: a paragraph is its text, a grid its rows. */
function content(blocks: readonly Block[]): unknown[] {
  return blocks.map((block) =>
    block.kind === 'grid'
      ? block.rows.map((row) => row.map((cell) => spaced(cell.text)))
      : spaced(block.text),
  );
}

async function readBlocks(reader: Reader, folder: string, name: string): Promise<readonly Block[]> {
  const result = await reader.read({ name, bytes: readFileSync(join(folder, name)) });
  if (!result.ok) throw new Error(result.problem.code);
  return result.source.blocks;
}

describe.skipIf(corpus === undefined)('the reference document', () => {
  it('is the same as text and as docx, apart from places', async () => {
    const text = await readBlocks(textReader, corpus ?? '', 'pinglu-housing-2026.txt');
    const docx = await readBlocks(docxReader, corpus ?? '', 'pinglu-housing-2026.docx');
    expect(content(docx)).toEqual(content(text));
  });

  it('has a grid for each table and sheet', async () => {
    const text = await readBlocks(textReader, corpus ?? '', 'pinglu-housing-2026.txt');
    const grids = text.filter((block) => block.kind === 'grid');
    expect(grids).toHaveLength(13 + 74);
    expect(grids.slice(0, 13).map((grid) => grid.rows.length)).toEqual([
      35, 37, 37, 39, 30, 21, 6, 5, 4, 8, 4, 88, 10,
    ]);
  });

  it('has its cut paragraphs rejoined', async () => {
    const text = await readBlocks(textReader, corpus ?? '', 'pinglu-housing-2026.txt');
    const joined = text.filter((block) => block.kind === 'paragraph' && block.spans.length > 1);
    const lines = joined.map((block) =>
      block.kind === 'paragraph' ? block.spans.map((span) => span.place.line) : [],
    );
    expect(lines).toEqual([
      [48, 50],
      [54, 56],
      [60, 62],
      [509, 511],
      [517, 519],
    ]);
  });
});

function hasOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore', timeout: 30_000 });
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

describe.skipIf(!hasOffice())('a document written by LibreOffice', () => {
  it('keeps its merged cells and headings', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'docx-'));
    try {
      const table =
        '<table border="1"><tr><td rowspan="2">项目</td><td colspan="2">金额</td></tr><tr><td>上年</td><td>本年</td></tr></table>';
      writeFileSync(join(folder, 'a.html'), `<meta charset="utf-8"><h1>总表</h1>${table}<p>单位：万元</p>`);
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const convert = [
        '--headless',
        '--infilter=HTML (StarWriter)',
        '--convert-to',
        'docx',
        '--outdir',
        folder,
      ];
      execFileSync('soffice', [profile, ...convert, join(folder, 'a.html')], {
        stdio: 'ignore',
        timeout: 120_000,
      });
      const blocks = await readBlocks(docxReader, folder, 'a.docx');
      expect(content(blocks)).toEqual([
        '总表',
        [
          ['项目', '金额', '金额'],
          ['项目', '上年', '本年'],
        ],
        '单位：万元',
      ]);
      expect(blocks[0]).toMatchObject({ heading: 1 });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 150_000);
});
