import { describe, expect, test } from 'vitest';
import { table, text } from '../../file/pdfFixture.ts';
import { page, read, textsOf } from './readerFixture.ts';
import type { FixturePage } from '../../file/pdfFixture.ts';

describe('paragraphs', () => {
  const prose = '本部门预算包括一般公共预算和政府性基金预算，按照规定全部公开，接受社会监督，';
  test('lines are joined until the sentence of the author ends; each keeps its box', async () => {
    const content =
      text(120, 100, prose) +
      text(100, 120, `${prose}共计`) +
      text(100, 140, '12.50万元。') +
      text(120, 160, '一、另一项');
    const source = await read(page(content));
    expect(textsOf(source)).toEqual([`${prose}${prose}共计12.50万元。`, '一、另一项']);
    const [paragraph] = source.blocks;
    const spans = paragraph?.kind === 'paragraph' ? paragraph.spans : [];
    expect(spans.map(({ start, end }) => [start, end])).toEqual([
      [0, 38],
      [38, 78],
      [78, 86],
    ]);
    expect(spans[2]?.place.box?.[0]).toBe(100);
  });

  test('a sentence that the author broke by a new paragraph is one, as in every other format', async () => {
    const first = '本年收入合计12.50万元，比上年增加的主要原因是人员经费增加，其中农林';
    const second = '水收入9.00万元，比上年增加1.00万元。';
    const source = await read(page(text(120, 100, first) + text(100, 160, second)));
    expect(textsOf(source)).toEqual([first + second]);
  });

  test('a label with its title begins a paragraph of its own', async () => {
    const last = '本部门预算包括一般公共预算和政府性基金预算按照规定全部公开接受社会监督各表的说明';
    const content =
      text(120, 100, prose) +
      text(100, 120, `${prose}共计`) +
      text(100, 140, last) +
      text(100, 160, '表1 收支总表');
    expect(textsOf(await read(page(content))).at(-1)).toBe('表1 收支总表');
  });

  test('a page with few lines has the column of the text before it, not that of wider pages of tables', async () => {
    const wide = (y: number): string =>
      text(60, y, '部门名称某部门的一行文字比正文要宽得多一直到页面的右边才算完全结束'.repeat(2));
    const source = await read(
      page(
        text(120, 100, prose) +
          [1, 2, 3, 4]
            .map((n) => text(100, 100 + 20 * n, `第${n}${prose.slice(n)}${prose.slice(0, n)}`))
            .join('') +
          text(100, 200, '完。'),
      ),
      page(text(120, 100, `一、甲：${prose.slice(0, -4)}`) + text(100, 120, '另一行。')),
      page(
        wide(100) +
          table(
            [60, 400, 740],
            [200, 220, 240],
            [
              ['甲', '乙'],
              ['1.00', '2.00'],
            ],
          ),
      ),
      page(
        wide(100) +
          table(
            [60, 400, 740],
            [200, 220, 240],
            [
              ['甲', '乙'],
              ['3.00', '4.00'],
            ],
          ),
      ),
    );
    expect(textsOf(source)).toContain(`一、甲：${prose.slice(0, -4)}另一行。`);
  });

  test('Roman numerals at the edge of a page are its number', async () => {
    const source = await read(
      page(text(100, 100, '一、收入') + text(390, 580, '— II —')),
      page(text(100, 100, '二、支出') + text(390, 580, 'iii')),
    );
    expect(textsOf(source)).toEqual(['一、收入', '二、支出']);
    expect(source.margins.map((margin) => margin.text)).toEqual(['— II —', 'iii']);
  });

  test('labels of tables are no running lines, though they stand at one place with another number each', async () => {
    const pages = [1, 2, 3, 4].map((n) =>
      page(
        text(100, 30, `预算公开表${n}`) +
          text(100, 60, `公开文本第${n}号`) +
          text(100, 300, '正文').repeat(n),
      ),
    );
    const source = await read(...pages);
    expect(textsOf(source).filter((line) => line.includes('公开'))).toEqual([
      '预算公开表1',
      '预算公开表2',
      '预算公开表3',
      '预算公开表4',
    ]);
    expect(source.margins.map((margin) => margin.text)).toHaveLength(4);
  });

  test('over pages, with the page number and the running header apart', async () => {
    const sheet = (number: number, content: string): FixturePage =>
      page(text(350, 30, '部门预算公开') + content + text(390, 580, `— ${number} —`));
    const source = await read(
      sheet(5, text(120, 100, prose) + text(100, 120, `${prose}一共`)),
      sheet(6, text(100, 100, '包括两项内容。')),
      sheet(7, text(120, 100, '结束。')),
    );
    expect(textsOf(source)).toEqual([`${prose}${prose}一共包括两项内容。`, '结束。']);
    expect(source.blocks.map((block) => [block.place.page, block.place.printedPage])).toEqual([
      [1, 5],
      [3, 7],
    ]);
    expect(source.margins).toHaveLength(6);
  });

  test('letter-spaced headings are closed up; labels far apart are two; radicals are folded', async () => {
    const content =
      text(350, 60, '目    录', 16) +
      text(300, 100, '部 门 预 算') +
      text(100, 130, '编制部门：某局') +
      text(600, 130, '单 位：元') +
      text(100, 160, '⽅案⻔类 2026 Budget plan');
    expect(textsOf(await read(page(content)))).toEqual([
      '目录',
      '部门预算',
      '编制部门：某局',
      '单位：元',
      '方案门类 2026 Budget plan',
    ]);
  });
});
