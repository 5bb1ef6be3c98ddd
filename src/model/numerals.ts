const digits = '零一二三四五六七八九';

/** 1 to 99 in Chinese numerals: 一, 十, 二十一. */
export function chineseNumeral(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : (digits[tens] ?? '')}十`;
  return `${ten}${ones === 0 && tens > 0 ? '' : (digits[ones] ?? '')}`;
}
