import { describe, expect, it } from 'vitest';
import { lines } from './claimsFixture.ts';

describe('words that list or remark without a figure', () => {
  it('what a heading includes is not what its next sentence is about', () => {
    const text =
      '1、收入预算：包括一般公共预算、政府性基金预算等财政拨款收入，以及上年结转。2025年年初预算数100万元，其中，一般公共预算拨款90万元，上年结转10万元。';
    const [total, general] = lines('other', text);
    expect(total).toBe('amount 100 revenue');
    expect(general).toMatch(/^amount 90 (?:current\+)?general/);
  });

  it.each([
    ['包括用于基本工资、办公费等公用经费60万元', 'amount 60 operating'],
    ['办公费等支出60万元', 'amount 60 ?unknownPhrase'],
    ['办公费等60万元', 'amount 60 30201'],
  ])('%s', (text, expected) => {
    expect(lines('operating', `${text}。`)[0]).toContain(expected);
  });

  it('a new segment of words that nobody knows is not about the item before it', () => {
    const text = '公务接待费5万元，拟接待3批；未计划举办节庆、晚会活动，经费0万元。';
    expect(lines('threePublic', text).at(-1)).toContain('amount 0 ?unknownPhrase');
  });

  it('what an amount contains is no item beside it', () => {
    const text = '收入包括：一般公共预算90万元（含上年结转4万元）、政府性基金10万元。';
    const all = lines('appropriation', `财政拨款收支总预算100万元。${text}`);
    expect(all.filter((line) => line.startsWith('amount 90'))[0]).not.toContain('current');
    expect(all.filter((line) => line.startsWith('list'))).toEqual([expect.stringMatching(/item1 item3$/)]);
  });
});
