import type { Mistake } from './mistake.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text as JSON; a mistake says in which line it stops being so. */
export function parseJson(text: string): { readonly value: unknown } | { readonly mistake: Mistake } {
  const plain = text.replace(/^\uFEFF/, '');
  try {
    return { value: JSON.parse(plain) as unknown };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? plain.length);
    const line = plain.slice(0, position).split('\n').length;
    return { mistake: { code: 'json', at: '', value: `${line}` } };
  }
}

/** A mistake for every name that is not one of those known; `$schema` may always stand. */
export function unknownKeys(object: JsonObject, known: readonly string[], at: string): readonly Mistake[] {
  return Object.keys(object)
    .filter((key) => key !== '$schema' && !known.includes(key))
    .map((value) => ({ code: 'unknownKey', at, value, hint: known.join(', ') }));
}
