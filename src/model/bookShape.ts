import schema from './bookSchema.json' with { type: 'json' };
import { words, type BookProblem, type Words } from './bookProblem.ts';
import { gather } from './gather.ts';

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
    return shape.enum.includes(value) ? [] : [{ path, message: choiceWords(value, shape.enum) }];
  }
  const types = shape.type === undefined ? [] : [shape.type].flat();
  if (!types.some((type) => isOfType(value, type))) return [{ path, message: typeWords(value, types) }];
  if (typeof value === 'string') return textProblems(value, shape, path);
  if (typeof value === 'number') return numberProblems(value, shape, path);
  if (Array.isArray(value)) {
    const items = shape.items ?? {};
    return gather(value, (item: unknown, i) =>
      isRecord(item) && sound?.has(item) === true ? [] : itemProblems(item, items, `${path}[${i}]`, sound),
    );
  }
  return isRecord(value) ? recordProblems(value, shape, path, sound) : [];
}

function itemProblems(
  item: unknown,
  shape: Schema,
  path: string,
  sound: WeakSet<object> | undefined,
): readonly BookProblem[] {
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

const notFilled = words('{field}没有填写，请补上', '{field} is not filled in');

const typeNames: Readonly<Record<string, Words>> = {
  string: words('文字', 'a text'),
  integer: words('整数', 'a whole number'),
  array: words('列表', 'a list'),
  object: words('一组项目', 'an object'),
  null: words('空值', 'null'),
};

function choiceWords(value: unknown, choices: readonly unknown[]): Words {
  const [now, all] = [String(value), choices.map(String)];
  return words(
    `{field}填写的是“${now}”，请改为：${all.join('、')}`,
    `{field} is “${now}”: use one of ${all.join(', ')}`,
  );
}

function typeWords(value: unknown, types: readonly string[]): Words {
  if (value === undefined) return notFilled;
  if (typeof value === 'number' && types.includes('integer')) {
    return words(
      `金额和数量都用整数填写，金额以分为单位，不能比分更细；现在是 ${value}`,
      `Amounts and counts are whole numbers, amounts in 分 and not finer; this is ${value}`,
    );
  }
  const names = types.map((type) => typeNames[type] ?? words(type, type));
  return words(
    `{field}应填写${names.map(({ zh }) => zh).join('或')}`,
    `{field} must be ${names.map(({ en }) => en).join(' or ')}`,
  );
}

/** What a cell of a workbook and XML can hold. */
const mostCharacters = 32_000;
// eslint-disable-next-line no-control-regex -- these are the characters to refuse
const unwritable = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/u;

function textProblems(value: string, { pattern, minLength }: Schema, path: string): readonly BookProblem[] {
  if (value.length > mostCharacters) return [{ path, message: lengthWords(value.length) }];
  if (unwritable.test(value)) return [{ path, message: controlCharacters }];
  if (value.trim().length < (minLength ?? 0)) return [{ path, message: empty }];
  if (pattern === undefined || new RegExp(pattern).test(value)) return [];
  return [{ path, message: dateWords(value) }];
}

const empty = words('{field}是空的，请填写', '{field} is empty: fill it in');
const controlCharacters = words(
  '文字里有不可见的控制字符，请删去后重新填写',
  'The text has control characters that cannot be seen: remove them',
);

function lengthWords(length: number): Words {
  return words(
    `文字有 ${length} 个字，最多 ${mostCharacters} 个，请压缩或分开填写`,
    `The text has ${length} characters; ${mostCharacters} at most: shorten or divide it`,
  );
}

function dateWords(value: string): Words {
  return words(
    `“${value}”的写法不对，日期请按 2026-01-31 的样子填写`,
    `“${value}” is not written rightly; dates are written as 2026-01-31`,
  );
}

const negative = words('{field}不能是负数，请核对后重新填写', '{field} cannot be negative');

function numberProblems(value: number, { minimum, maximum }: Schema, path: string): readonly BookProblem[] {
  if (value < 0 && minimum === 0) return [{ path, message: negative }];
  if (minimum !== undefined && value < minimum)
    return [{ path, message: words(`${value} 太小，最小可填 ${minimum}`, `${value} is below ${minimum}`) }];
  return maximum !== undefined && value > maximum ? [{ path, message: tooLarge(value, maximum) }] : [];
}

function tooLarge(value: number, maximum: number): Words {
  return words(
    `${value} 太大，最大可填 ${maximum}，请核对金额是否以分为单位`,
    `${value} is above ${maximum}: is the amount in 分?`,
  );
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
    ...missing.map((key) => ({ path: below(key), message: notFilled })),
    ...Object.entries(value).flatMap(([key, item]) => {
      const own = Object.hasOwn(properties, key) ? properties[key] : undefined;
      const shape = own ?? others;
      if (shape !== null) return problemsAt(item, shape, below(key), sound);
      return additionalProperties === false ? [{ path: below(key), message: unknownField(key) }] : [];
    }),
  ];
}

function unknownField(key: string): Words {
  return words(
    `预算簿里没有“${key}”这一项，请删除或改正名称`,
    `A book has no field “${key}”: remove it or correct its name`,
  );
}
