import { describe, expect, it } from 'vitest';
import { describedRules } from '../check/describe.ts';
import { rulePage } from './rulePages.ts';

describe('the page of a rule', () => {
  it('is there for every rule that a finding can bear, in both languages', () => {
    const ids = describedRules('zh').map(({ id }) => id);
    const bare = ids.filter(
      (id) =>
        rulePage(id, 'zh')?.parts.every(({ lines }) => lines.length === 0) !== false ||
        rulePage(id, 'en')?.parts[0]?.lines.length === 0,
    );
    expect(bare).toEqual([]);
  });

  it('says what it finds, gives an example, and how to put it right', () => {
    const page = rulePage('table.across', 'zh');
    expect(page?.title).toBe('表间勾稽不符');
    expect(page?.parts.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['查什么', '示例', '怎样改', '沿革']),
    );
  });

  it('is none for what is no rule', () => {
    expect(rulePage('../../package', 'zh')).toBeNull();
    expect(rulePage('no.rule', 'zh')).toBeNull();
  });
});
