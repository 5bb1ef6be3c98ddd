import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, headWords, withoutNumbering } from './fold.ts';

describe('fold', () => {
  it.each([
    ['平财建【2025】46 号', '平财建[2025]46号'],
    ['平财建〔２０２５〕46号', '平财建[2025]46号'],
    ['（一）“三公”经费：', '(一)三公经费:'],
    ['政府性基金　预算\n支出', '政府性基金预算支出'],
    ['５Ｇｗ组件', '5Gw组件'],
  ])('%j is %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('keeps letter case: it tells names apart', () => {
    expect(fold('5GW组件')).not.toBe(fold('5Gw组件'));
  });

  it('does nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('withoutNumbering', () => {
  it.each([
    ['一、一般公共预算', '一般公共预算'],
    ['二十二、国有资本', '国有资本'],
    ['(三)公用经费', '公用经费'],
    ['第三部分说明', '说明'],
    ['3.设备', '设备'],
    ['①购置费', '购置费'],
    ['3.5亿元', '3.5亿元'],
    ['2026年预算', '2026年预算'],
  ])('%s is %s', (text, bare) => {
    expect(withoutNumbering(text)).toBe(bare);
  });
});

describe('headWords', () => {
  it.each([
    ['其中：财政拨款（万元）', '财政拨款'],
    ['2026年预算数', '预算数'],
    ['2026年度合计', '合计'],
    ['本年度预算数', '预算数'],
  ])('%s is %s', (text, words) => {
    expect(headWords(text)).toBe(words);
  });
});
