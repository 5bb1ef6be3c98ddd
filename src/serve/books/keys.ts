/** By what the items of a list are the same item in two versions of a book. */
const keyFields: Readonly<Record<string, readonly string[]>> = {
  units: ['name'],
  offices: ['name'],
  projects: ['name'],
  glossary: ['term'],
  facts: ['unit', 'function', 'deptEconomic', 'nature', 'fund', 'vintage', 'project'],
  revenue: ['unit', 'fund', 'function', 'revenueCode'],
  threePublic: ['unit', 'item', 'fund'],
  decisions: ['document'],
  codes: ['axis', 'code'],
  shares: ['unit', 'of', 'code'],
  indicators: ['horizon', 'level1', 'level2', 'level3'],
};

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonRecord = Readonly<Record<string, Json>>;

export function isRecord(value: Json | undefined): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/**
 * The parts of a value that are compared one by one: a record's fields, a list's items by what they are.
 * Null for a value that is compared whole.
 */
export function partsOf(name: string, value: Json | undefined): ReadonlyMap<string, Json> | null {
  if (isRecord(value)) return new Map(Object.entries(value));
  const fields = keyFields[name];
  if (!isList(value) || fields === undefined || !value.every(isRecord)) return null;
  const parts = new Map<string, Json>();
  for (const item of value) {
    const words = fields.map((field) => item[field]).filter((word) => word !== undefined && word !== null);
    const key = words.map((word) => (typeof word === 'string' ? word : JSON.stringify(word))).join('/');
    let own = key;
    for (let n = 2; parts.has(own); n++) own = `${key}#${n}`;
    parts.set(own, item);
  }
  return parts;
}

/** The value again, from its parts. */
export function fromParts(parts: ReadonlyMap<string, Json>, like: Json | undefined): Json {
  return isList(like) ? [...parts.values()] : Object.fromEntries(parts);
}

/** facts[…] for an item of a list, a.b for a field. */
export function pathTo(path: string, key: string, within: Json | undefined): string {
  if (isList(within)) return `${path}[${key}]`;
  return path === '' ? key : `${path}.${key}`;
}
