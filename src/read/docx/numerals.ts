const digits = '〇一二三四五六七八九';
const formalDigits = '零壹贰叁肆伍陆柒捌玖';
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';

/**
 * The text of a list number in a WordprocessingML number format (ST_NumberFormat); undefined for
 * formats that print no number (bullet, none). Unknown formats print decimal digits, as Word does.
 */
export function numeral(value: number, format: string): string | undefined {
  if (format === 'none' || format === 'bullet') return undefined;
  return formats[format]?.(value) ?? String(value);
}

const formats: Readonly<Record<string, (value: number) => string>> = {
  chineseCounting: (value) => counting(value, digits, ['', '十', '百', '千']),
  chineseCountingThousand: (value) => counting(value, digits, ['', '十', '百', '千']),
  taiwaneseCounting: (value) => counting(value, digits, ['', '十', '百', '千']),
  taiwaneseCountingThousand: (value) => counting(value, digits, ['', '十', '百', '千']),
  japaneseCounting: (value) => counting(value, digits, ['', '十', '百', '千']),
  chineseLegalSimplified: (value) => counting(value, formalDigits, ['', '拾', '佰', '仟']),
  ideographLegalTraditional: (value) => counting(value, formalDigits, ['', '拾', '佰', '仟']),
  ideographDigital: digitwise,
  taiwaneseDigital: digitwise,
  japaneseDigitalTenThousand: digitwise,
  ideographTraditional: (value) => stems[value - 1] ?? String(value),
  ideographZodiac: (value) => branches[value - 1] ?? String(value),
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: (value) =>
    String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  decimalEnclosedCircle: (value) => enclosed(value, 0x2460),
  decimalEnclosedCircleChinese: (value) => enclosed(value, 0x2460),
  decimalEnclosedParen: (value) => enclosed(value, 0x2474),
  decimalEnclosedFullstop: (value) => enclosed(value, 0x2488),
  upperLetter: (value) => letters(value, 'A'),
  lowerLetter: (value) => letters(value, 'a'),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
};

/** Chinese counting up to 9999: 十二, 一百零三; ten stands without 一 in front. */
function counting(value: number, numerals: string, units: readonly string[]): string {
  if (value <= 0 || value > 9999) return String(value);
  const places = String(value).split('').map(Number);
  const zero = numerals === digits ? '零' : (numerals[0] ?? '');
  const parts = places.map((digit, index) =>
    digit === 0 ? zero : `${numerals[digit] ?? ''}${units[places.length - 1 - index] ?? ''}`,
  );
  const text = parts
    .join('')
    .replace(new RegExp(`${zero}+`, 'g'), zero)
    .replace(new RegExp(`${zero}$`), '');
  return text.startsWith('一十') ? text.slice(1) : text;
}

function digitwise(value: number): string {
  return String(value).replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);
}

/** Enclosed characters exist for 1 to 20. */
function enclosed(value: number, first: number): string {
  return value >= 1 && value <= 20 ? String.fromCodePoint(first + value - 1) : String(value);
}

/** a to z, then aa, bb. */
function letters(value: number, first: string): string {
  if (value < 1 || value > 26 * 20) return String(value);
  const letter = String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26));
  return letter.repeat(Math.ceil(value / 26));
}

const romans: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let text = '';
  for (const [amount, sign] of romans) {
    while (rest >= amount) {
      text += sign;
      rest -= amount;
    }
  }
  return text;
}
