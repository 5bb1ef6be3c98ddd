import { describe, expect, it } from 'vitest';
import type { Disclosure } from '../../model/disclosure.ts';
import { shippedForms } from '../../model/forms.ts';
import type { LayoutRow, TableBlock } from './block.ts';
import { withPages } from './contents.ts';
import { documentLayout } from './documentLayout.ts';
import { composedExample } from './layoutFixture.ts';

function tables(disclosure: Disclosure, id: string): readonly TableBlock[] {
  const form = shippedForms.find((shipped) => shipped.id === id) ?? null;
  return documentLayout(disclosure, form).blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
}

/** How many cells cover each position: 1 everywhere in a grid without gaps and overlaps. */
function coverage(rows: readonly LayoutRow[], width: number): readonly number[] {
  const counts = rows.map(() => Array.from({ length: width }, () => 0));
  rows.forEach(({ cells }, r) => {
    for (const { column, colspan, rowspan } of cells) {
      for (let i = r; i < r + rowspan; i += 1) {
        for (let c = column; c < column + colspan; c += 1) {
          const line = counts[i];
          if (line === undefined || c >= width) throw new Error(`cell outside the grid: ${i}, ${c}`);
          line[c] = (line[c] ?? 0) + 1;
        }
      }
    }
  });
  return [...new Set(counts.flat())];
}

describe.each(['shanxi-13', 'shanghai-9', 'national-9'])('layout in %s', (id) => {
  const disclosure = composedExample(id);

  it('fills every grid without gaps and overlaps', () => {
    for (const { head, body, widths } of tables(disclosure, id)) {
      if (head.length > 0) expect(coverage(head, widths.length)).toEqual([1]);
      expect(coverage(body, widths.length)).toEqual([1]);
    }
  });

  it('prints every amount of the tables once, in order, with its place', () => {
    const printed = tables(disclosure, id).flatMap(({ role, body }) =>
      role === 'figures' ? body.flatMap(({ cells }) => cells.filter(({ fen }) => fen !== null)) : [],
    );
    const amounts = disclosure.tables.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => Object.values(cells).filter(({ fen }) => fen !== null)),
    );
    const key = ({ text, place }: { text: string; place: unknown }): string => JSON.stringify([text, place]);
    expect(printed.map(key).sort()).toEqual(amounts.map(key).sort());
  });

  it('leads every line of the contents to a heading', () => {
    const layout = documentLayout(disclosure, null);
    const contents = layout.blocks.find((block) => block.kind === 'contents');
    expect(contents?.entries.length).toBeGreaterThan(20);
    expect(contents?.entries.filter(({ target }) => target === null)).toEqual([]);
  });

  it('has widths that sum to one', () => {
    for (const { widths } of tables(disclosure, id)) {
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(1);
      expect(Math.min(...widths)).toBeGreaterThan(0);
    }
  });
});

describe('a layout', () => {
  const disclosure = composedExample('shanxi-13');
  const form = shippedForms.find(({ id }) => id === 'shanxi-13') ?? null;

  it('stands the tables as the form says', () => {
    const stands = tables(disclosure, 'shanxi-13').map(({ target, orientation }) => [target, orientation]);
    expect(stands.slice(0, 4)).toEqual([
      ['table-1', 'portrait'],
      ['table-2', 'landscape'],
      ['table-3', 'portrait'],
      ['table-4', 'portrait'],
    ]);
  });

  it('draws the structure of the 一般公共预算, largest first', () => {
    const chart = documentLayout(disclosure, form).blocks.find((block) => block.kind === 'chart');
    expect(chart?.items.map(({ name, text, shareText }) => [name, text, shareText]).slice(0, 2)).toEqual([
      ['城乡社区支出', '5535.00', '91.57%'],
      ['农林水支出', '150.00', '2.48%'],
    ]);
    expect(chart?.alternative).toContain('城乡社区支出5535.00万元，占91.57%');
  });

  it('puts the pages of an office suite or a PDF into the contents', () => {
    const paged = withPages(documentLayout(disclosure, form), new Map([['table-1', '3']]));
    const contents = paged.blocks.find((block) => block.kind === 'contents');
    expect(contents?.entries.filter(({ page }) => page !== null)).toEqual([
      { title: '表一：2026年预算收支总表', level: 2, target: 'table-1', page: '3' },
    ]);
  });

  it('marks a draft', () => {
    expect(documentLayout(disclosure, form).draftMark).toBeNull();
    expect(documentLayout(disclosure, form, { draft: true }).draftMark).toBe('草稿');
  });

  it('keeps control characters, halves of characters and turned writing out of every text', () => {
    const dirty = 'a\u0000b\u0007c\ud800d\u202ee\ufefff\uffffg\th\u2028i';
    const [first] = disclosure.projects;
    const changed = {
      ...disclosure,
      department: { code: null, name: dirty },
      overview: { duties: dirty, offices: [] },
      projects: first === undefined ? [] : [{ ...first, name: dirty }],
    };
    const printed = JSON.stringify(documentLayout(changed, form));
    expect(printed).not.toMatch(/\\u|\p{Cc}|[\u202e\ufeff\uffff]/u);
    expect(printed).toContain('abcdefg h i');
    expect(printed).toContain('abcdefg h\\ni');
  });

  it('lays a disclosure of no form out by its figures', () => {
    const [, revenue] = documentLayout(disclosure, null).blocks.filter(({ kind }) => kind === 'table');
    expect(revenue).toMatchObject({ title: '2026年预算收入总表', orientation: 'landscape' });
  });
});
