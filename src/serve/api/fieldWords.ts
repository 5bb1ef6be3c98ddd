import type { Language } from '../../model/language.ts';

/** What a schema found wrong with a field: its kind, and what was expected. */
interface FieldIssue {
  readonly keyword: string;
  readonly message?: string | undefined;
  readonly params: unknown;
}

/** Faults that schemas of ours name by these keys. */
const own: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  controlCharacters: { zh: '不能有换行或控制字符', en: 'no control characters' },
  nulCharacter: { zh: '有不能保存的字符（NUL）', en: 'a character that cannot be kept (NUL)' },
  nameOfThing: { zh: '名称不能以 = + - @ 开头，不能有 < >', en: 'must not begin with = + - @ nor hold < >' },
  loginCharacters: { zh: '只能用字母、汉字、数字和 . _ -', en: 'only letters, digits and . _ -' },
};

/** What is wrong with a field, in the reader's language; English as the schemas say it. */
export function fieldWords({ keyword, message = '', params }: FieldIssue, language: Language): string {
  const named = own[message];
  if (named !== undefined) return named[language];
  return language === 'en' ? message : inChinese(keyword, paramsOf(params));
}

type Params = Readonly<Record<string, unknown>>;

const paramsOf = (params: unknown): Params =>
  typeof params === 'object' && params !== null ? (params as Params) : {};

/** By the kinds of issues that zod knows. */
function inChinese(keyword: string, params: Params): string {
  const { origin, minimum, maximum, values, format, expected, keys } = params as Readonly<
    Partial<Record<'origin' | 'minimum' | 'maximum' | 'format' | 'expected', string | number>>
  > & { readonly values?: readonly unknown[]; readonly keys?: readonly string[] };
  const unit = units[String(origin)] ?? '';
  switch (keyword) {
    case 'invalid_type':
      return `没有填，或不是${types[String(expected)] ?? '所要的内容'}`;
    case 'too_small':
      return minimum === 1 && unit !== '' ? '不能为空' : `至少 ${minimum ?? ''}${unit}`;
    case 'too_big':
      return `最多 ${maximum ?? ''}${unit}`;
    case 'invalid_value':
      return `只能是 ${(values ?? []).map(String).join('、')}`;
    case 'invalid_format':
      return `写法不对${formats[String(format)] ?? ''}`;
    case 'unrecognized_keys':
      return `不认识 ${(keys ?? []).join('、')}`;
    default:
      return '内容不对';
  }
}

const units: Readonly<Record<string, string>> = { string: ' 个字符', array: ' 项' };
const types: Readonly<Record<string, string>> = {
  ...{ string: '文字', number: '数', int: '整数', boolean: '是或否' },
  ...{ object: '一组内容', array: '清单', record: '一组内容', date: '日期' },
};
const formats: Readonly<Record<string, string>> = {
  uuid: '（要编号）',
  date: '（要日期，如 2026-03-01）',
  datetime: '（要日期和时间）',
};
