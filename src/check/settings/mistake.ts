import type { Language } from '../../model/language.ts';

export type MistakeCode =
  | 'json'
  | 'unreadable'
  | 'notAnObject'
  | 'notAList'
  | 'unknownKey'
  | 'unknownRule'
  | 'wrongSeverity'
  | 'unknownThreshold'
  | 'wrongThreshold'
  | 'missing'
  | 'notText'
  | 'wrongDate'
  | 'wrongPlace';

/** What is wrong in a configuration or waiver file. */
export interface Mistake {
  readonly code: MistakeCode;
  /** Where: rules.table.total, waivers[2].date. */
  readonly at: string;
  readonly value?: string;
  /** What was probably meant, or what is allowed. */
  readonly hint?: string;
}

const sentences: Readonly<Record<MistakeCode, Record<Language, string>>> = {
  json: { zh: '第 {value} 行附近不是有效的 JSON', en: 'not valid JSON near line {value}' },
  unreadable: { zh: '无法读取（{value}）', en: 'it cannot be read ({value})' },
  notAnObject: { zh: '应为一个对象 { … }', en: 'must be an object { … }' },
  notAList: { zh: '应为一个列表 [ … ]', en: 'must be a list [ … ]' },
  unknownKey: { zh: '不认识的名称“{value}”', en: 'unknown name "{value}"' },
  unknownRule: { zh: '没有“{value}”这条规则', en: 'there is no rule "{value}"' },
  wrongSeverity: { zh: '级别不能是“{value}”', en: 'the severity cannot be "{value}"' },
  unknownThreshold: { zh: '这条规则没有“{value}”这个界限', en: 'this rule has no threshold "{value}"' },
  wrongThreshold: { zh: '界限不能是“{value}”', en: 'the threshold cannot be "{value}"' },
  missing: { zh: '缺少“{value}”', en: '"{value}" is missing' },
  notText: { zh: '应为不空的文字', en: 'must be a text that is not empty' },
  wrongDate: { zh: '日期“{value}”不对', en: '"{value}" is no date' },
  wrongPlace: { zh: '位置“{value}”不对', en: 'the place "{value}" is wrong' },
};

const hints: Readonly<Record<MistakeCode, Record<Language, string>>> = {
  json: { zh: '，{hint}', en: '; {hint}' },
  unreadable: { zh: '', en: '' },
  notAnObject: { zh: '', en: '' },
  notAList: { zh: '', en: '' },
  unknownKey: { zh: '，可用的有：{hint}', en: '; known are {hint}' },
  unknownRule: { zh: '，是不是想写“{hint}”？', en: '; did you mean "{hint}"?' },
  wrongSeverity: { zh: '，可选：{hint}', en: '; choose from {hint}' },
  unknownThreshold: { zh: '，可用的有：{hint}', en: '; known are {hint}' },
  wrongThreshold: { zh: '，应为 {hint} 之间的数', en: '; it must be a number within {hint}' },
  missing: { zh: '：{hint}', en: ': {hint}' },
  notText: { zh: '', en: '' },
  wrongDate: { zh: '，应写作 2026-03-01 的样子', en: '; write it like 2026-03-01' },
  wrongPlace: { zh: '，{hint}', en: '; {hint}' },
};

/** The mistake in one sentence with its place in the file. */
export function mistakeSentence({ code, at, value, hint }: Mistake, language: Language): string {
  const zh = language === 'zh';
  const template =
    sentences[code][language] + (hint === undefined && code !== 'wrongDate' ? '' : hints[code][language]);
  const words: Readonly<Record<string, string>> = { value: value ?? '', hint: hint ?? '' };
  const told = template.replace(/\{(value|hint)\}/g, (_, name: string) => words[name] ?? '');
  const stop = /[？?]$/.test(told) ? '' : zh ? '。' : '.';
  return `${at === '' ? '' : at + (zh ? '：' : ': ')}${told}${stop}`;
}
