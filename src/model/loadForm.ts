import type { Form, HeadRole, RowAxis } from './form.ts';
import { fenPerUnit } from './money.ts';
import { childNodes, dimensions, type Dimension } from './scope.ts';

export type LoadedForm =
  | { readonly ok: true; readonly form: Form }
  /** Sentences in Chinese, each with the path of what is wrong. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** Adds a sentence for everything that is wrong with a value at a path. */
type Check = (value: unknown, path: string, problems: string[]) => void;

/** Is the value a form? It comes from a user's file: everything is checked, and all problems are told. */
export function loadForm(json: unknown): LoadedForm {
  const problems: string[] = [];
  form(json, '', problems);
  if (problems.length === 0) checkUnique(json as Form, problems);
  return problems.length === 0 ? { ok: true, form: json as Form } : { ok: false, problems };
}

function checkUnique({ tables }: Form, problems: string[]): void {
  for (const field of ['key', 'number'] as const) {
    const seen = new Set<string | number>();
    for (const table of tables) {
      if (seen.has(table[field])) problems.push(`tables：${field} “${table[field]}”重复`);
      seen.add(table[field]);
    }
  }
}

const text: Check = (value, path, problems) => {
  if (typeof value !== 'string' || value.trim() === '') problems.push(`${path}：应为非空文字`);
};

const flag: Check = (value, path, problems) => {
  if (typeof value !== 'boolean') problems.push(`${path}：应为 true 或 false`);
};

const positive: Check = (value, path, problems) => {
  if (!Number.isSafeInteger(value) || Number(value) < 1) problems.push(`${path}：应为正整数`);
};

/** Patterns longer than this are no titles; the bound keeps a hostile form from hanging the reader. */
const longestPattern = 500;

const regex: Check = (value, path, problems) => {
  if (typeof value !== 'string' || value === '') return void problems.push(`${path}：应为正则表达式`);
  if (value.length > longestPattern) problems.push(`${path}：正则表达式超过 ${longestPattern} 个字符`);
  try {
    new RegExp(value);
  } catch (error) {
    problems.push(`${path}：正则表达式有误（${error instanceof Error ? error.message : String(error)}）`);
  }
};

function oneOf(words: readonly string[]): Check {
  return (value, path, problems) => {
    if (typeof value !== 'string' || !words.includes(value))
      problems.push(`${path}：应为 ${words.join('、')} 之一`);
  };
}

function list(item: Check, least = 0): Check {
  return (value, path, problems) => {
    if (!Array.isArray(value)) return void problems.push(`${path}：应为数组`);
    if (value.length < least) problems.push(`${path}：至少应有 ${least} 项`);
    value.forEach((entry, i) => {
      item(entry, `${path}[${i}]`, problems);
    });
  };
}

function orNull(check: Check): Check {
  return (value, path, problems) => {
    if (value !== null) check(value, path, problems);
  };
}

/** An object with the required fields, perhaps the optional ones, and no others. */
function record(
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  return (value, path, problems) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return void problems.push(`${path === '' ? '表样' : path}：应为对象`);
    }
    const prefix = path === '' ? '' : `${path}.`;
    const known = { ...required, ...optional };
    for (const field of Object.keys(required)) {
      if (!(field in value)) problems.push(`${prefix}${field}：缺少这一项`);
    }
    for (const [field, entry] of Object.entries(value)) {
      const check = known[field];
      if (check === undefined) problems.push(`${prefix}${field}：不认识的项`);
      else check(entry, `${prefix}${field}`, problems);
    }
  };
}

const scope: Check = (value, path, problems) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return void problems.push(`${path}：应为对象`);
  }
  for (const [dimension, node] of Object.entries(value)) {
    const known = dimensions.find((d) => d === dimension);
    if (known === undefined) problems.push(`${path}.${dimension}：不认识的维度`);
    else if (typeof node !== 'string' || node === '') problems.push(`${path}.${dimension}：应为非空文字`);
    else if (!isNode(known, node)) problems.push(`${path}.${dimension}：没有“${node}”这一项`);
  }
};

/** Codes and names are open; the words of the closed trees are not. */
function isNode(dimension: Dimension, node: string): boolean {
  const top = childNodes(dimension, '');
  if (top === null) return true;
  const all = [...top];
  for (const word of all) all.push(...(childNodes(dimension, word) ?? []));
  return all.includes(node);
}

const stages = ['budget', 'finalAccounts', 'adjusted'];
const axes: readonly RowAxis[] = [
  'balance',
  'function',
  'deptEconomic',
  'govEconomic',
  'revenueCode',
  'item',
  'unit',
  'project',
  'none',
];
const roles: readonly HeadRole[] = [
  'amount',
  'neutral',
  'code',
  'name',
  'unit',
  'unitCode',
  'project',
  'text',
  'skip',
];

const heads = list(
  record(
    { pattern: regex, role: oneOf(roles) },
    { key: text, scope, year: oneOf(['previous']), suffix: text },
  ),
);
const words = list(text);
const level: Check = (value, path, problems) => {
  if (!Number.isSafeInteger(value) || Number(value) < 0) problems.push(`${path}：应为零或正整数`);
};
const lines = list(record({ scope, level }, { name: text }));
const layout = record(
  { labels: list(words) },
  {
    rightLabels: list(words),
    sides: words,
    revenue: lines,
    expenditure: lines,
    items: lines,
    total: text,
    columnNumbers: flag,
    orientation: oneOf(['portrait', 'landscape']),
    widths: list(positive, 1),
  },
);
const column = record({ key: text, title: list(text) }, { side: oneOf(['revenue', 'expenditure']) });
const table = record(
  {
    key: text,
    number: positive,
    title: text,
    titles: list(regex, 1),
    unit: oneOf(Object.keys(fenPerUnit)),
    rows: oneOf(axes),
    scope,
    columns: list(column),
    required: flag,
  },
  {
    printedNumber: text,
    insteadOf: text,
    requiredSince: positive,
    not: list(regex),
    alternatives: list(scope),
    heads,
    layout,
  },
);
const section = record({ key: text, title: text, titles: list(regex, 1) });
const form = record(
  {
    id: text,
    name: text,
    stage: oneOf(stages),
    tables: list(table, 1),
    sections: list(section),
    label: orNull(regex),
    sheetTitle: orNull(regex),
  },
  { heads, marks: list(text), departmentGoal: text },
);
