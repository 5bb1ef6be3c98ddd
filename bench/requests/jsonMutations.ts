import type { Random } from '../random.ts';

/** Stands in a text for what JSON.stringify would not write. */
const raw = (token: string): string => `\u0001${token}\u0001`;

const hostileValues: readonly unknown[] = [
  null,
  true,
  [],
  {},
  '',
  ' ',
  -1,
  0,
  0.1,
  1e308,
  2_147_483_648,
  Number.MAX_SAFE_INTEGER,
  raw('NaN'),
  raw('-Infinity'),
  raw('1e400'),
  raw('-0'),
  raw('9'.repeat(400)),
  raw('9007199254740993'),
  raw('"\\ud800"'),
  raw('"\\udfff\\ud800"'),
  raw('"\\u0000"'),
  raw('{"__proto__": {"x": 1}}'),
  raw('{"constructor": {"prototype": 1}}'),
  raw('{"a": 1, "a": 2}'),
  raw(`${'['.repeat(3000)}${']'.repeat(3000)}`),
  raw(`${'{"a":'.repeat(300)}1${'}'.repeat(300)}`),
  '字'.repeat(100_000),
  '9'.repeat(400),
  '\u202e\ufeff\u200b',
  '𠮷👩‍👩‍👧',
  "' or 1=1; drop table users --",
  '../../../../etc/passwd',
  '=cmd|calc!A1',
  '<script>alert(1)</script>',
  '{{支出·212}}',
  '2026-02-30',
  '0b6f0000-0000-4000-8000-00000000000g',
  'NaN',
  '1,234.50',
  Array.from({ length: 5000 }, () => 0),
];

type Path = readonly (string | number)[];

/** The body with one to three of its parts changed, as it is sent. `how` says what was done. */
export function mutatedJson(value: unknown, random: Random): { readonly text: string; readonly how: string } {
  const names: string[] = [];
  let body = value;
  for (let i = 0; i <= random.below(3); i += 1) {
    const path = random.pick(pathsOf(body));
    const [name, mutate] = random.pick(mutations);
    names.push(`${name} at /${path.join('/')}`);
    body = changedAt(body, path, (part) => mutate(part, random));
  }
  return { text: jsonOf(body), how: names.join(', ') };
}

export function jsonOf(value: unknown): string {
  // Control characters are escaped in JSON, so that the marks cannot stand there by themselves.
  const marked = /"\\u0001((?:[^"\\]|\\(?!u0001).)*)\\u0001"/g;
  return JSON.stringify(value).replace(marked, (_, token: string) => String(JSON.parse(`"${token}"`)));
}

type Mutation = (part: unknown, random: Random) => unknown;
const gone = Symbol('gone');

const mutations: readonly (readonly [name: string, mutate: Mutation])[] = [
  ['hostile value', (_, random) => random.pick(hostileValues)],
  ['hostile value', (_, random) => random.pick(hostileValues)],
  ['taken out', () => gone],
  ['in a list', (part) => [part]],
  ['as text', (part) => (typeof part === 'string' ? `${part}\u0000` : JSON.stringify(part))],
  [
    'more fields',
    (part, random) => (isObject(part) ? { ...part, [random.pick(names)]: random.pick(hostileValues) } : part),
  ],
  ['repeated', (part, random) => (Array.isArray(part) ? repeated(part, random) : part)],
  ['number', (part, random) => (typeof part === 'number' ? -part * 10 ** random.below(20) : part)],
];

const names = ['', 'id', 'version', 'toString', 'length', '\u0000', '名', 'x'.repeat(300)];
const mostRepeated = 3000;

function repeated(part: readonly unknown[], random: Random): readonly unknown[] {
  const times = 1 + random.below(Math.max(1, Math.floor(mostRepeated / Math.max(1, part.length))));
  return Array.from({ length: times }, () => part).flat();
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where the parts of a value stand, the whole first. */
function pathsOf(value: unknown): readonly Path[] {
  const paths: Path[] = [[]];
  const walk = (part: unknown, path: Path): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const [key, below] of Object.entries(part)) {
      const own = [...path, Array.isArray(part) ? Number(key) : key];
      paths.push(own);
      walk(below, own);
    }
  };
  walk(value, []);
  return paths;
}

function changedAt(value: unknown, path: Path, change: (part: unknown) => unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) {
    const changed = change(value);
    return changed === gone ? null : changed;
  }
  if (Array.isArray(value)) {
    const parts: readonly unknown[] = value;
    return parts.flatMap((part, i) => (i === first ? listed(part, rest, change) : [part]));
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) =>
      key === first ? listed(part, rest, change).map((each) => [key, each] as const) : [[key, part] as const],
    ),
  );
}

/** The changed part, or nothing where it is taken out. */
function listed(part: unknown, rest: Path, change: (part: unknown) => unknown): readonly unknown[] {
  if (rest.length > 0) return [changedAt(part, rest, change)];
  const changed = change(part);
  return changed === gone ? [] : [changed];
}
