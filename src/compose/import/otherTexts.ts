import type { Disclosure } from '../../model/disclosure.ts';

/** What the last section says beside its figures. */
export interface OtherTexts {
  readonly purchasedServices: readonly string[];
  readonly otherNotes: string;
}

/** The list of purchased services (政府购买服务) and the notes behind it, as the narrative prints them. */
export function otherTextsOf({ narrative }: Disclosure): OtherTexts {
  const parts = narrative
    .filter(({ section }) => section === 'other' || section === 'procurement')
    .flatMap(({ section, title, paragraphs }) =>
      partsOf(
        title,
        paragraphs.map(({ text }) => text.trim()),
      ).map((part) => ({ ...part, section })),
    );
  const services = parts.filter(({ title }) => /政府购买服务/.test(title)).flatMap(({ texts }) => texts);
  const notes = parts
    .filter(({ section, title }) => section === 'other' && /其他|其它/.test(title) && !/购买服务/.test(title))
    .flatMap(({ texts }) => texts);
  return {
    purchasedServices: [...new Set(services.flatMap(servicesIn))],
    otherNotes: notes.filter((text) => !isNothing(text)).join('\n'),
  };
}

interface Part {
  readonly title: string;
  readonly texts: readonly string[];
}

/** A section under its own headings: （一）…, short and without a full stop. */
function partsOf(title: string, texts: readonly string[]): readonly Part[] {
  const parts: { title: string; texts: string[] }[] = [{ title, texts: [] }];
  for (const text of texts) {
    if (/^[（(][一二三四五六七八九十]+[）)].{1,24}$/.test(text) && !/[。；]$/.test(text))
      parts.push({ title: text, texts: [] });
    else parts.at(-1)?.texts.push(text);
  }
  return parts;
}

/** Says that there is none: 无, 没有需要另行说明的事项, 无政府购买服务. */
function isNothing(text: string): boolean {
  return (
    text === '' || /^[无/—-]+[。]?$/.test(text) || (/无|没有|不涉及|未安排/.test(text) && text.length < 40)
  );
}

const introduction =
  /(?:购买服务|服务内容|目录|项目|内容)[^。：:]{0,12}(?:有|包括|包含|为|如下|是)[：:]?(.+)$/s;
const ordinal = /^(?:[（(]?\d{1,3}[）)]|\d{1,3}[、.．])\s*/;

/** The services of a paragraph: a list behind an introduction, or one numbered line. */
function servicesIn(text: string): readonly string[] {
  if (isNothing(text)) return [];
  const [, list] = introduction.exec(text) ?? [];
  if (list !== undefined)
    return list
      .split(/[、；;]/)
      .map(withoutMarks)
      .filter((name) => name !== '');
  return ordinal.test(text) && text.length < 80 ? [withoutMarks(text)] : [];
}

function withoutMarks(text: string): string {
  return text
    .trim()
    .replace(ordinal, '')
    .replace(/[。；;，,：:]+$/, '')
    .trim();
}
