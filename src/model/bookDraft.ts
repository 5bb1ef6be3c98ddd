import type { Book } from './book.ts';
import schema from './bookSchema.json' with { type: 'json' };
import { isOfType, isRecord, shapeProblems, type Schema } from './bookShape.ts';

/** What a draft prints where a text is missing. */
export const unwritten = '（未填写）';

/**
 * The book that a draft can be composed of, from a value that lacks fields or has some of another kind: texts
 * say that they are not filled in, a line of a list that is no line is left out, what need not be there is
 * left away. Null where there is nothing of a book, or no year. Nothing is guessed: no year, amount or fund is made up.
 */
export function draftBook(value: unknown): Book | null {
  if (!isRecord(value) || !Array.isArray(value['facts'])) return null;
  const shaped = shapedRecord(value, schema);
  return shapeProblems(shaped).length === 0 ? (shaped as unknown as Book) : null;
}

function shapedRecord(value: Readonly<Record<string, unknown>>, shape: Schema): Record<string, unknown> {
  const fields = Object.entries(shape.properties ?? {}).flatMap(([name, field]) => {
    const required = shape.required?.includes(name) === true;
    const own = value[name] === undefined ? undefined : shapedValue(value[name], field);
    const kept = own ?? (required ? blankOf(field) : undefined);
    return kept === undefined ? [] : [[name, kept] as const];
  });
  const more = typeof shape.additionalProperties === 'object' ? shape.additionalProperties : null;
  const others = Object.entries(value).flatMap(([name, each]) => {
    if (more === null || shape.properties?.[name] !== undefined) return [];
    const own = shapedValue(each, more);
    return own === undefined ? [] : [[name, own] as const];
  });
  return Object.fromEntries([...fields, ...others]);
}

/** Undefined where the value is of another kind and has no shape of its own. */
function shapedValue(value: unknown, shape: Schema): unknown {
  if (isRecord(value) && isOfType(value, 'object') && shape.properties !== undefined)
    return shapedRecord(value, shape);
  if (Array.isArray(value) && shape.items !== undefined) return shapedLines(value, shape.items);
  return fits(value, shape) ? value : undefined;
}

/** Lines that have their codes, funds and amounts; only texts may be missing. */
function shapedLines(lines: readonly unknown[], shape: Schema): readonly unknown[] {
  return lines.flatMap((line) => {
    if (!isRecord(line) || shape.properties === undefined) return fits(line, shape) ? [line] : [];
    const whole = (shape.required ?? []).every((name) => {
      const field = shape.properties?.[name] ?? {};
      return isText(field) || shapedValue(line[name], field) !== undefined;
    });
    return whole ? [shapedRecord(line, shape)] : [];
  });
}

function fits(value: unknown, shape: Schema): boolean {
  return shapeProblems(value, undefined, shape).length === 0;
}

function isText({ type, pattern, enum: choices }: Schema): boolean {
  return type === 'string' && pattern === undefined && choices === undefined;
}

function blankOf(shape: Schema): unknown {
  if (shape.enum !== undefined) return shape.enum[0];
  const [type] = [shape.type ?? 'string'].flat();
  if (type === 'array') return [];
  if (type === 'object') return shapedRecord({}, shape);
  if (type === 'integer') return (shape.minimum ?? 0) > 0 ? undefined : 0;
  return shape.pattern === undefined ? unwritten : undefined;
}
