import { describe, expect, it } from 'vitest';
import { findOccurrence } from './occurrence.ts';

function found(
  text: string,
  sought: string,
  quotes: readonly string[] = [],
  offset?: number,
): string | number {
  const stretch = findOccurrence(text, { text: sought, quotes, offset });
  return stretch === undefined ? 'none' : stretch.start;
}

describe('findOccurrence', () => {
  it.each([
    ['the only one', found('收入 12.50 万元', '12.50'), 3],
    ['not inside a longer number', found('112.50和12.505和12.50。', '12.50'), 14],
    ['a comma of the sentence ends a number', found('甲5，6万元', '5'), 1],
    ['a comma of thousands does not', found('甲5,600元', '600'), 'none'],
    ['spaces do not count', found('收 1 2.50 万', '12.50'), 2],
    ['two are not certain', found('12.50万元，12.50万元', '12.50'), 'none'],
    ['the quote decides', found('收入12.50万元，支出12.50万元', '12.50', ['支出12.50万元']), 12],
    ['the offset decides', found('减少24%；增加5；减少24%', '24%', ['减少24%'], 11), 12],
    ['an offset between two decides nothing', found('减24%减24%', '24%', [], 3), 'none'],
    ['an excerpt', found('本年。；部门支出', '…年。；部门…'), 1],
    ['nothing to seek', found('甲', '…'), 'none'],
  ])('%s', (_, actual, expected) => {
    expect(actual).toBe(expected);
  });
});
