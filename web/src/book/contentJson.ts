import type { Content } from './book.ts';

const known = new WeakMap<object, string>();

/**
 * The content as JSON.stringify writes it. The lines of its lists are kept as text: an edit shares all others with
 * what it was, and a large book takes a tenth of a second to be written anew.
 */
export function contentJson(content: Content): string {
  const parts = Object.entries(content).flatMap(([key, value]) =>
    value === undefined ? [] : [`${JSON.stringify(key)}:${partJson(value)}`],
  );
  return `{${parts.join(',')}}`;
}

function partJson(value: unknown): string {
  return Array.isArray(value) ? `[${value.map(lineJson).join(',')}]` : JSON.stringify(value);
}

function lineJson(line: unknown): string {
  if (typeof line !== 'object' || line === null) return JSON.stringify(line ?? null);
  const before = known.get(line);
  if (before !== undefined) return before;
  const text = JSON.stringify(line);
  known.set(line, text);
  return text;
}
