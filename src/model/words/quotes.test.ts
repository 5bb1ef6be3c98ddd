import { describe, expect, it } from 'vitest';
import { fillQuoted, insideQuotes } from './quotes.ts';

describe('quotation inside of quotation', () => {
  it('takes the other pair of marks', () => {
    expect(insideQuotes('“三公”经费：')).toBe('‘三公’经费：');
    expect(insideQuotes('所谓‘零基’')).toBe('所谓“零基”');
  });

  it('is turned only between the marks of the template', () => {
    const words = () => '“三公”经费';
    expect(fillQuoted('没有“{name}”，{name}应当列出。', words)).toBe(
      '没有“‘三公’经费”，“三公”经费应当列出。',
    );
  });
});
