import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../model/source.ts';
import { csvReader } from './csv.ts';

async function read(content: string | Uint8Array): Promise<SourceDocument> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const result = await csvReader.read({ name: 'a.csv', bytes });
  if (!result.ok) throw new Error(result.problem.code);
  return result.source;
}

function shown(source: SourceDocument): unknown[] {
  return source.blocks.map((block) =>
    block.kind === 'grid' ? block.rows.map((row) => row.map((cell) => cell.text)) : block.text,
  );
}

describe('separated values', () => {
  it.each([
    ['commas', '科目,金额\n合计,"1,234.50"\n'],
    ['semicolons', '科目;金额\r\n合计;1,234.50'],
    ['tabs', '科目\t金额\r合计\t1,234.50'],
    ['a declared separator', 'sep=|\n科目|金额\n合计|1,234.50\n'],
    ['codes written as formulas', '="科目",金额\n合计,"1,234.50"'],
  ])('reads %s', async (_, text) => {
    expect(shown(await read(text))).toEqual([
      [
        ['科目', '金额'],
        ['合计', '1,234.50'],
      ],
    ]);
  });

  it('reads GBK, title lines, quotes inside quotes and line breaks inside fields', async () => {
    const text = '收入表,,\n单位：万元,,\n科目,"说明 ""甲""",金额\n"教育\n支出",无,3\n合计,,3\n';
    const source = await read(iconv.encode(text, 'gbk'));
    expect(shown(source)).toEqual([
      '收入表',
      '单位：万元',
      [
        ['科目', '说明 "甲"', '金额'],
        ['教育\n支出', '无', '3'],
        ['合计', '', '3'],
      ],
    ]);
    const grid = source.blocks[2];
    expect(grid?.kind === 'grid' && grid.rows[2]?.[2]?.place).toEqual({ file: 'a.csv', line: 6, cell: 'C5' });
  });

  it('takes a quote that never closes as a character', async () => {
    expect(shown(await read('甲,乙\n"丙,丁\n'))).toEqual([
      [
        ['甲', '乙'],
        ['"丙', '丁'],
      ],
    ]);
  });

  it.each([
    ['nothing', '', 'empty'],
    ['blank fields', ',,\n,,\n', 'empty'],
  ])('refuses %s', async (_, text, code) => {
    const result = await csvReader.read({ name: 'a.csv', bytes: new TextEncoder().encode(text) });
    expect(result).toMatchObject({ ok: false, problem: { code } });
  });

  it('comes to an end with many opening quotes', async () => {
    const result = await csvReader.read({
      name: 'a.csv',
      bytes: new TextEncoder().encode('"a,'.repeat(100_000)),
    });
    expect(result.ok ? 'read' : result.problem.code).toMatch(/^(?:read|empty|tooComplex)$/);
  });
});
