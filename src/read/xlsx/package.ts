import type { XmlReader } from '../../file/xml.ts';
import { decodeXml, readXml } from '../../file/xml.ts';
import type { ZipArchive } from '../../file/zip.ts';
import type { ReadProblem } from '../reader.ts';

/** A value read from the file, or why not. */
export type Outcome<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: ReadProblem };

export function success<Value>(value: Value): Outcome<Value> {
  return { ok: true, value };
}

export function failure(code: ReadProblem['code'], detail?: string): { ok: false; problem: ReadProblem } {
  return { ok: false, problem: detail === undefined ? { code } : { code, detail } };
}

/** Element and attribute names without the prefix: programs differ in the prefixes that they choose. */
export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

/** An attribute by its name without prefix, e.g. `id` for `r:id`. */
export function prefixedAttribute(reader: XmlReader, name: string): string | undefined {
  for (const [key, value] of reader.attributes()) {
    if (key.endsWith(`:${name}`)) return value;
  }
  return reader.attribute(name);
}

/**
 * Reads one part of the package with `walk`, which gets the reader in front of the root element.
 * Undefined when there is no such part; names differ in case between programs.
 */
export function readPart<Value>(
  archive: ZipArchive,
  name: string,
  walk: (reader: XmlReader) => Value,
): Outcome<Value> | undefined {
  const content = archive.read(actualName(archive, name) ?? name);
  if (content === undefined) return undefined;
  if (!content.ok) return failure(content.problem, name);
  const reader = readXml(decodeXml(content.bytes));
  const value = walk(reader);
  while (reader.next() !== 'end') continue;
  if (reader.problem === undefined) return success(value);
  return failure(reader.problem === 'tooDeep' ? 'tooComplex' : 'damaged', name);
}

function actualName(archive: ZipArchive, name: string): string | undefined {
  if (archive.entries.has(name)) return name;
  const wanted = name.toLowerCase();
  for (const known of archive.entries.keys()) {
    if (known.replace(/^\/+/, '').toLowerCase() === wanted) return known;
  }
  return undefined;
}

export interface Relationship {
  /** Part name inside the package. */
  readonly target: string;
  /** Last word of the type, e.g. `worksheet`. */
  readonly type: string;
}

/** The relationships of a part (`_rels/.rels` for the package itself, whose part name is ""). */
export function readRelationships(archive: ZipArchive, part: string): Outcome<Map<string, Relationship>> {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const read = readPart(archive, `${folder}_rels/${part.slice(slash + 1)}.rels`, (reader) => {
    const found = new Map<string, Relationship>();
    for (let event = reader.next(); event !== 'end'; event = reader.next()) {
      if (event === 'open') addRelationship(reader, folder, found);
    }
    return found;
  });
  return read ?? success(new Map<string, Relationship>());
}

function addRelationship(reader: XmlReader, folder: string, found: Map<string, Relationship>): void {
  if (localName(reader.name) !== 'Relationship') return;
  const id = reader.attribute('Id');
  const target = reader.attribute('Target');
  if (id === undefined || target === undefined) return;
  const type = (reader.attribute('Type') ?? '').split('/').at(-1) ?? '';
  found.set(id, { target: resolveTarget(folder, target), type });
}

function resolveTarget(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
