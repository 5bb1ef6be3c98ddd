import { expect, test } from 'vitest';
import { detailText } from './auditDetails.ts';

test('a step is told by its states in words', () => {
  const details = { to: 'unitReview', from: 'drafting', disclosure: 1 };
  expect(detailText(details, 0)).toBe('原状态 编制 · 新状态 单位审核 · 文本版本 1');
  expect(detailText(details, 1)).toBe('from preparing · to unit review · document 1');
});

test('a hash comes last, nothing is told of nothing, and somebody’s own words stay', () => {
  const details = { hash: 'ab12', other: 3, version: 38, unit: null, reason: 'off' };
  expect(detailText(details, 0)).toBe('版本 38 · 理由 off · other 3 · 摘要 ab12');
});

test('every verdict of a check is told in words', () => {
  const verdicts = ['errors', 'warnings', 'clean', 'unreadable'];
  expect(verdicts.map((verdict) => detailText({ verdict }, 0))).toEqual(
    ['有错误', '有提醒', '未发现问题', '读不了'].map((words) => `结论 ${words}`),
  );
});

test('limits of a rule are listed, and none are not told', () => {
  expect(detailText({ severity: 'off', thresholds: { change: 0.2 } }, 0)).toBe('级别 停用 · 阈值 change 0.2');
  expect(detailText({ usual: true, thresholds: {} }, 0)).toBe('恢复通常 是');
});
