import { documentTexts, excerpt, type DocumentText } from '../../documentTexts.ts';
import type { Observation, Rule } from '../../rule.ts';
import { advice, culpritAt, observe } from '../performance/observation.ts';

/** Widths of one bracket are one sign; a straight quote closes what is open, else it opens. */
const openers: Readonly<Record<string, string>> = {
  '（': 'round',
  '(': 'round',
  '《': 'title',
  '“': 'quote',
  '「': 'corner',
  '【': 'square',
  '〔': 'square',
  '[': 'square',
  '［': 'square',
};
const closers: Readonly<Record<string, string>> = {
  '）': 'round',
  ')': 'round',
  '》': 'title',
  '”': 'quote',
  '」': 'corner',
  '】': 'square',
  '〕': 'square',
  ']': 'square',
  '］': 'square',
};

interface Sign {
  readonly sign: string;
  readonly kind: string;
  readonly offset: number;
  readonly paragraph: number;
  readonly within: DocumentText;
}

/** A bracket or quote without its partner; one may stand in the next paragraph. One finding for the document. */
export const brackets: Rule = {
  id: 'text.brackets',
  severity: 'info',
  authority: 'GB/T 15834—2011',
  check: ({ disclosure }) => {
    const texts = documentTexts(disclosure).filter(isWhole);
    const groups = new Map<string, DocumentText[]>();
    for (const text of texts) groups.set(text.group, [...(groups.get(text.group) ?? []), text]);
    const alone = [...groups.values()].flatMap(unpaired);
    return advice(alone.map(observation), texts.length - alone.length, 1);
  },
};

/** Texts on sheets are cut off by the export; only one that ends with a full stop is judged. */
function isWhole({ part, text }: DocumentText): boolean {
  return part !== 'sheet' || /[。！？]$/.test(text.trim());
}

function unpaired(texts: readonly DocumentText[]): readonly Sign[] {
  const alone: Sign[] = [];
  let open: Sign[] = [];
  texts.forEach((within, paragraph) => {
    for (const { sign, offset } of signsOf(within.text)) {
      const here = { sign, offset, paragraph, within };
      const opens = openers[sign] ?? (straight.test(sign) && !hasQuote(open) ? 'quote' : undefined);
      if (opens !== undefined) open.push({ ...here, kind: opens });
      else open = close(open, { ...here, kind: closers[sign] ?? 'quote' }, alone);
    }
    alone.push(...open.filter((sign) => sign.paragraph < paragraph));
    open = open.filter((sign) => sign.paragraph === paragraph);
  });
  return [...alone, ...open];
}

const straight = /["＂]/;

function hasQuote(open: readonly Sign[]): boolean {
  return open.some(({ kind }) => kind === 'quote');
}

/** Closes the nearest opener of the kind; what was opened after it is left alone. */
function close(open: readonly Sign[], closer: Sign, alone: Sign[]): Sign[] {
  const match = open.findLastIndex(({ kind }) => kind === closer.kind);
  if (match < 0) {
    if (!isNumbering(closer)) alone.push(closer);
    return [...open];
  }
  const inner = open.slice(match + 1);
  const crossing = inner.filter((sign) => sign.within === closer.within);
  alone.push(...crossing);
  return [...open.slice(0, match), ...inner.filter((sign) => !crossing.includes(sign))];
}

function signsOf(text: string): readonly { readonly sign: string; readonly offset: number }[] {
  return [...text.matchAll(/[（(《“「【〔[［）)》”」】〕\]］"＂]/g)].map(({ 0: sign, index }) => ({
    sign,
    offset: index,
  }));
}

/** “1)”, “二）” and “a)” number a list. */
function isNumbering({ kind, offset, within }: Sign): boolean {
  return (
    kind === 'round' &&
    /(?:^|[\s，。；：、,;:.])[\dA-Za-z一二三四五六七八九十①-⑳]{1,3}$/.test(within.text.slice(0, offset))
  );
}

function observation({ sign, offset, within }: Sign): Observation {
  const culprit = culpritAt(within.placeAt(offset), excerpt(within.text, offset, offset + 1, 10));
  return observe('text.brackets', 'info', culprit, { params: { sign } });
}
