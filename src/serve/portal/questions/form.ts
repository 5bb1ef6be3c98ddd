/** What is not understood, to choose from; the department sees the Chinese words. */
export const reasons = ['term', 'number', 'reason', 'sentence', 'other'] as const;
export type Reason = (typeof reasons)[number];

export const reasonWords: Readonly<Record<Reason, readonly [zh: string, en: string]>> = {
  term: ['不知道这个词是什么意思', 'I do not know what a word means'],
  number: ['不明白这个数是怎么来的', 'I do not see where the number comes from'],
  reason: ['不明白为什么要花、为什么增减', 'I do not see why it is spent or why it changed'],
  sentence: ['这句话读不懂', 'The sentence cannot be understood'],
  other: ['别的', 'Something else'],
};

/** Signs of what a reader may write. */
export const mostSigns = 300;

/** The question as it is kept: the reason and the reader's words, without numbers that could name a person. */
export function questionText(form: URLSearchParams): string {
  const given = form.get('reason') ?? '';
  const reason = reasons.find((each) => each === given) ?? 'other';
  const words = (form.get('words') ?? '').replace(/\p{C}+/gu, ' ').trim();
  const own = withoutPersonalNumbers(Array.from(words).slice(0, mostSigns).join(''));
  return own === '' ? reasonWords[reason][0] : `${reasonWords[reason][0]}：${own}`;
}

/** Numbers of identity cards, telephones and addresses for mail are not kept. */
function withoutPersonalNumbers(text: string): string {
  return text
    .replace(/\d{17}[\dXx]/g, '＊＊＊')
    .replace(/(?<!\d)(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)/g, '＊＊＊')
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '＊＊＊');
}
