import type { BookIndicator } from './book.ts';
import type { bookWords } from './words.ts';

type Advice = keyof typeof bookWords;

const named = /^(优|良|中|合格|达标|明显|显著|完成|全部|零|无|长期|及时)/;

/** What would make a target easier to judge; never a mistake. */
export function indicatorAdvice({ level2, level3, value }: BookIndicator): Advice | null {
  const plain = value.normalize('NFKC').trim();
  if (plain === '') return null;
  if (level3 !== '' && plain === level3.trim()) return 'adviseRepeat';
  const hasNumber = /\d/.test(plain);
  if (!hasNumber && !named.test(plain)) return 'adviseNumber';
  if (/^[<>=≤≥＜＞]*\d+(\.\d+)?$/.test(plain)) return 'adviseUnit';
  if (level2.includes('成本') && /[≥>]|不低于|不少于/.test(plain)) return 'adviseCost';
  if (level2.includes('满意')) {
    const percent = Number(/(\d+(?:\.\d+)?)\s*%/.exec(plain)?.[1] ?? Number.NaN);
    if (!(percent <= 100)) return 'adviseSatisfaction';
  }
  return null;
}

/** The kinds of indicators that every sheet should have, by the words of their second level. */
const wanted = ['数量', '质量', '时效', '成本', '满意度'] as const;

export function missingKinds(indicators: readonly BookIndicator[]): readonly string[] {
  const filled = indicators.filter(({ value }) => value.trim() !== '');
  return wanted.filter((kind) => !filled.some(({ level1, level2 }) => `${level1}${level2}`.includes(kind)));
}
