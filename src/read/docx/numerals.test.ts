import { expect, it } from 'vitest';
import { numeral } from './numerals.ts';

it.each([
  [1, 'chineseCounting', '一'],
  [10, 'chineseCounting', '十'],
  [12, 'chineseCountingThousand', '十二'],
  [20, 'chineseCounting', '二十'],
  [103, 'chineseCounting', '一百零三'],
  [110, 'chineseCounting', '一百一十'],
  [1005, 'chineseCounting', '一千零五'],
  [13, 'chineseLegalSimplified', '壹拾叁'],
  [2031, 'ideographDigital', '二〇三一'],
  [2, 'ideographTraditional', '乙'],
  [3, 'decimalEnclosedCircle', '③'],
  [3, 'decimalEnclosedParen', '⑶'],
  [21, 'decimalEnclosedCircle', '21'],
  [7, 'decimalFullWidth', '７'],
  [7, 'decimalZero', '07'],
  [28, 'lowerLetter', 'bb'],
  [4, 'upperRoman', 'IV'],
  [5, 'someFutureFormat', '5'],
  [1, 'bullet', undefined],
  [1_000_000_000, 'upperLetter', '1000000000'],
])('%i as %s', (value, format, text) => {
  expect(numeral(value, format)).toBe(text);
});
