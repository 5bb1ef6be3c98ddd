import type { Random } from '../random.ts';

/** A JSON Schema as the API's description has it. */
export interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly format?: string;
  readonly pattern?: string;
}

/** What a field of that name would be in this system; undefined: the schema alone says. */
export type Known = (name: string) => unknown;

/** A value that the schema lets through. */
export function valueOf(schema: Schema, name: string, known: Known, random: Random): unknown {
  const own = known(name);
  if (own !== undefined) return own;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return valueOf(random.pick(choices), name, known, random);
  if (schema.enum !== undefined) return random.pick(schema.enum);
  switch (schema.type) {
    case 'object':
      return objectOf(schema, known, random);
    case 'array':
      return Array.from({ length: Math.max(schema.minItems ?? 0, random.below(3)) }, () =>
        schema.items === undefined ? null : valueOf(schema.items, name, known, random),
      );
    case 'integer':
    case 'number':
      return (schema.minimum ?? 0) + random.below(3);
    case 'boolean':
      return random.below(2) === 0;
    case 'string':
      return textOf(schema, random);
    default:
      return null;
  }
}

function objectOf(schema: Schema, known: Known, random: Random): Readonly<Record<string, unknown>> {
  const { properties = {}, required = [] } = schema;
  const names = Object.keys(properties).filter((name) => required.includes(name) || random.below(2) === 0);
  return Object.fromEntries(
    names.map((name) => [name, valueOf(properties[name] ?? {}, name, known, random)]),
  );
}

/** Names of pages and tokens may be anything; codes of findings are hexadecimal; days are days. */
function textOf({ format, pattern, maxLength = 40 }: Schema, random: Random): string {
  if (format === 'date') return '2999-12-31';
  if (format === 'uuid') return '0b6f0000-0000-4000-8000-000000000000';
  if (pattern?.includes('a-f') === true) return 'a'.repeat(32);
  return `名${random.below(1_000_000)}`.slice(0, maxLength);
}
