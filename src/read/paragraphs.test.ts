import { describe, expect, it } from 'vitest';
import type { Block, Paragraph } from '../model/source.ts';
import { continuesSentence, rejoinParagraphs } from './paragraphs.ts';

const open = '本单位主要负责拟订全县公共设施建设的中长期规划和年度计划，并组织实施各项社会事业发';

function paragraph(text: string, line: number, heading?: number): Paragraph {
  const place = { file: 'a.txt', line };
  const base: Paragraph = { kind: 'paragraph', text, place, spans: [{ start: 0, end: text.length, place }] };
  return heading === undefined ? base : { ...base, heading };
}

describe('continuesSentence', () => {
  it.each([
    ['the sentence goes on', open, '展的相关政策，并监督执行。', true],
    ['an amount cut before its unit', `${open}展，支出39268.74万`, '元，减少100%。', true],
    ['a comma before the break', `${open}展，`, '根据有关规定执行', true],
    ['the sentence ended', `${open}展。`, '其余工作另行安排。', false],
    ['a closing bracket after the end', `${open}展（见附件。）`, '其余工作另行安排。', false],
    ['a short line is no cut', '主要职责是，负责', '展的相关政策。', false],
    [
      'a title is no prose',
      '年度一般公共预算安排基本支出分经济科目表不含上年结转的部分和其他部分',
      '展的政策。',
      false,
    ],
    ['the next is numbered', open, '（三）负责管理。', false],
    ['the next is numbered with a dot', open, '2.负责管理。', false],
    ['the next begins with a decimal number', `${open}展，支出`, '2.50万元。', true],
    ['the next is a part', open, '第二部分 预算报表，共十张', false],
    ['the next has a circled number', open, '①购置费，无。', false],
    ['the next is a label', open, '单位：万元', false],
    ['the next is a note', open, '注：本表无数据，特此说明。', false],
    ['the next is a table label', open, '预算公开表9', false],
    ['the next is a title', open, '一般公共预算支出表', false],
    ['the next begins a sentence', `${open}展工作`, '2031年本级预算收入100万元，增长1%。', false],
    ['a tabbed line', `${open}\t5`, '展的相关政策，并执行。', false],
  ])('%s', (_, previous, next, expected) => {
    expect(continuesSentence(previous, next)).toBe(expected);
  });
});

describe('rejoinParagraphs', () => {
  const grid: Block = { kind: 'grid', rows: [], place: { file: 'a.txt', line: 2 } };
  const rest = '展的相关政策，并监督执行。';

  it('keeps the place of each part', () => {
    const [whole, ...others] = rejoinParagraphs([paragraph(open, 1), paragraph(rest, 5)]);
    expect(others).toEqual([]);
    expect(whole).toMatchObject({ text: open + rest, place: { line: 1 } });
    expect(whole).toMatchObject({
      spans: [
        { start: 0, end: open.length, place: { line: 1 } },
        { start: open.length, end: open.length + rest.length, place: { line: 5 } },
      ],
    });
  });

  it('joins three parts', () => {
    expect(
      rejoinParagraphs([paragraph(open, 1), paragraph(`展，${open}`, 3), paragraph(rest, 5)]),
    ).toHaveLength(1);
  });

  it('joins neither over a grid nor with a heading', () => {
    expect(rejoinParagraphs([paragraph(open, 1), grid, paragraph(rest, 5)])).toHaveLength(3);
    expect(rejoinParagraphs([paragraph(open, 1, 1), paragraph(rest, 5)])).toHaveLength(2);
    expect(rejoinParagraphs([paragraph(open, 1), paragraph(rest, 5, 2)])).toHaveLength(2);
  });
});
