import type { Random } from './random.ts';
import type { Seed } from './seeds.ts';

export interface Mutant {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Which mutations, so that a crash can be named. */
  readonly how: string;
}

/** One to three mutations of a seed: of what it is written from, of its bytes, or of both. */
export function mutantOf(seed: Seed, random: Random): Mutant {
  const names: string[] = [];
  let bytes = seed.bytes;
  if (seed.inner !== undefined && random.below(3) > 0) {
    let { text } = seed.inner;
    for (let i = 0; i <= random.below(3); i += 1) {
      const [name, mutate] = random.pick(textMutations);
      names.push(name);
      text = mutate(text, random);
    }
    bytes = seed.inner.wrap(text);
  }
  if (names.length === 0 || random.below(4) === 0) {
    const [name, mutate] = random.pick(byteMutations);
    names.push(name);
    bytes = mutate(bytes, random);
  }
  return { name: seed.name, bytes, how: names.join(', ') };
}

type Named<T> = readonly [name: string, mutate: (value: T, random: Random) => T];

const byteMutations: readonly Named<Uint8Array>[] = [
  [
    'bytes flipped',
    (bytes, random) => {
      const copy = bytes.slice();
      for (let i = 0; i <= random.below(20); i += 1) {
        const at = random.below(Math.max(copy.length, 1));
        copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
      }
      return copy;
    },
  ],
  ['truncated', (bytes, random) => bytes.slice(0, random.below(bytes.length + 1))],
  [
    'chunk removed',
    (bytes, random) => {
      const [from, to] = range(bytes.length, random);
      return joined(bytes.subarray(0, from), bytes.subarray(to));
    },
  ],
  [
    'chunk repeated',
    (bytes, random) => {
      const [from, to] = range(bytes.length, random);
      return joined(bytes.subarray(0, to), bytes.subarray(from));
    },
  ],
];

const hugeNumbers = ['99999999', '-1', '0', '2147483648', '1e309', '', '16777216'];
const hostile = [
  '\u0000',
  '\uFFFE',
  '合计',
  '9'.repeat(400),
  '\t'.repeat(300),
  '(((((',
  '亿万元',
  '-',
  '，，，',
  '２０２６年',
  '<',
  '&#x0;',
  '%',
];

const textMutations: readonly Named<string>[] = [
  [
    'lines shuffled',
    (text, random) => {
      const lines = text.split('\n');
      for (let i = 0; i < 10; i += 1) {
        const [a, b] = [random.below(lines.length), random.below(lines.length)];
        [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
      }
      return lines.join('\n');
    },
  ],
  [
    'piece removed',
    (text, random) => {
      const [from, to] = range(text.length, random);
      return text.slice(0, from) + text.slice(to);
    },
  ],
  [
    'piece repeated',
    (text, random) => {
      const [from, to] = range(text.length, random);
      return text.slice(0, to) + text.slice(from, to).repeat(random.below(4)) + text.slice(to);
    },
  ],
  [
    'hostile text put in',
    (text, random) => {
      const at = random.below(text.length + 1);
      return text.slice(0, at) + random.pick(hostile) + text.slice(at);
    },
  ],
  [
    'attribute made huge',
    (text, random) => {
      const all = [...text.matchAll(/="[^"]{0,20}"/g)];
      if (all.length === 0) return text;
      const match = random.pick(all);
      return `${text.slice(0, match.index)}="${random.pick(hugeNumbers)}"${text.slice(match.index + match[0].length)}`;
    },
  ],
  [
    'number replaced',
    (text, random) => {
      const all = [...text.matchAll(/\d+(?:\.\d+)?/g)];
      if (all.length === 0) return text;
      const match = random.pick(all);
      return (
        text.slice(0, match.index) +
        random.pick([...hugeNumbers, '0.00', '12345678901234567']) +
        text.slice(match.index + match[0].length)
      );
    },
  ],
  ['deeply nested', (text, random) => nest(text, random)],
];

function nest(text: string, random: Random): string {
  const tags = [...text.matchAll(/<(\w+:?\w*)[^>/]*>/g)];
  if (tags.length === 0) return text;
  const [whole] = random.pick(tags);
  const at = text.indexOf(whole);
  return text.slice(0, at) + whole.repeat(1 + random.below(400)) + text.slice(at);
}

function range(length: number, random: Random): readonly [number, number] {
  const from = random.below(length + 1);
  const longest = Math.max(1, Math.floor(length / (1 + random.below(50))));
  return [from, Math.min(length, from + random.below(longest))];
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
