import schema from './bookSchema.json' with { type: 'json' };
import type { BookProblem } from './bookProblem.ts';

/** The part of JSON Schema that the book's schema uses. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/**
 * What does not have the shape of a book, by the shipped JSON Schema; each problem leads to its field. Lines that
 * are in `sound` were looked at before and are never changed in place: an editor that asks at every keystroke
 * looks at what is new only. `shape`: that of a part of a book.
 */
export function shapeProblems(
  value: unknown,
  sound?: WeakSet<object>,
  shape: Schema = schema,
): readonly BookProblem[] {
  return problemsAt(value, shape, '', sound);
}

function problemsAt(
  value: unknown,
  shape: Schema,
  path: string,
  sound?: WeakSet<object>,
): readonly BookProblem[] {
  if (shape.enum !== undefined) {
    const words = `这里填写的是“${String(value)}”，请改为：${shape.enum.map(String).join('、')}`;
    return shape.enum.includes(value) ? [] : [{ path, message: words }];
  }
  const types = shape.type === undefined ? [] : [shape.type].flat();
  if (!types.some((type) => isOfType(value, type))) return [{ path, message: typeWords(value, types) }];
  if (typeof value === 'string') return textProblems(value, shape, path);
  if (typeof value === 'number') return numberProblems(value, shape, path);
  if (Array.isArray(value)) {
    const items = shape.items ?? {};
    return value.flatMap((item: unknown, i) => itemProblems(item, items, `${path}[${i}]`, sound));
  }
  return isRecord(value) ? recordProblems(value, shape, path, sound) : [];
}

function itemProblems(
  item: unknown,
  shape: Schema,
  path: string,
  sound: WeakSet<object> | undefined,
): readonly BookProblem[] {
  if (isRecord(item) && sound?.has(item) === true) return [];
  const problems = problemsAt(item, shape, path, sound);
  if (isRecord(item) && problems.length === 0) sound?.add(item);
  return problems;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isRecord(value);
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}

const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  integer: '整数',
  array: '列表',
  object: '一组项目',
  null: '空值',
};

function typeWords(value: unknown, types: readonly string[]): string {
  if (value === undefined) return '这一项没有填写，请补上';
  if (typeof value === 'number' && types.includes('integer')) {
    return `金额和数量都用整数填写，金额以分为单位，不能比分更细；现在是 ${value}`;
  }
  return `这里应填写${types.map((type) => typeNames[type] ?? type).join('或')}`;
}

/** What a cell of a workbook and XML can hold. */
const mostCharacters = 32_000;
// eslint-disable-next-line no-control-regex -- these are the characters to refuse
const unwritable = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/u;

function textProblems(value: string, { pattern, minLength }: Schema, path: string): readonly BookProblem[] {
  if (value.length > mostCharacters)
    return [{ path, message: `文字有 ${value.length} 个字，最多 ${mostCharacters} 个，请压缩或分开填写` }];
  if (unwritable.test(value)) return [{ path, message: '文字里有不可见的控制字符，请删去后重新填写' }];
  if (value.trim().length < (minLength ?? 0)) return [{ path, message: '这一项是空的，请填写' }];
  if (pattern === undefined || new RegExp(pattern).test(value)) return [];
  return [{ path, message: `“${value}”的写法不对，日期请按 2026-01-31 的样子填写` }];
}

function numberProblems(value: number, { minimum, maximum }: Schema, path: string): readonly BookProblem[] {
  if (value < 0 && minimum === 0) return [{ path, message: '这里不能是负数，请核对后重新填写' }];
  if (value < (minimum ?? value)) return [{ path, message: `${value} 太小，最小可填 ${minimum ?? ''}` }];
  return value > (maximum ?? value)
    ? [{ path, message: `${value} 太大，最大可填 ${maximum ?? ''}，请核对金额是否以分为单位` }]
    : [];
}

function recordProblems(
  value: Readonly<Record<string, unknown>>,
  { properties = {}, required = [], additionalProperties = true }: Schema,
  path: string,
  sound: WeakSet<object> | undefined,
): readonly BookProblem[] {
  const below = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const missing = required.filter((key) => !Object.hasOwn(value, key));
  const others = typeof additionalProperties === 'object' ? additionalProperties : null;
  return [
    ...missing.map((key) => ({ path: below(key), message: '这一项没有填写，请补上' })),
    ...Object.entries(value).flatMap(([key, item]) => {
      const own = Object.hasOwn(properties, key) ? properties[key] : undefined;
      const shape = own ?? others;
      if (shape !== null) return problemsAt(item, shape, below(key), sound);
      return additionalProperties === false
        ? [{ path: below(key), message: `预算簿里没有“${key}”这一项，请删除或改正名称` }]
        : [];
    }),
  ];
}
