import { dirname, relative } from 'node:path/posix';
import { decodeXml } from '../../file/xml.ts';
import { openZip } from '../../file/zip.ts';
import type { ZipArchive } from '../../file/zip.ts';
import { withParts } from '../../file/zipWrite.ts';
import { escapeXml } from './edits.ts';

/** An office package whose parts can be read, exchanged and added as text. */
export interface OfficePackage {
  readonly names: readonly string[];
  /** A part's text as it stands now; undefined when there is none or it cannot be read. */
  read(name: string): string | undefined;
  write(name: string, text: string): void;
  /** The whole package; every part that was not written keeps its bytes. */
  bytes(): Uint8Array | undefined;
}

export interface Relationship {
  readonly id: string;
  /** The last word of its type, as "comments". */
  readonly kind: string;
  /** The part it leads to, from the root of the package. */
  readonly target: string;
}

const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const transitional = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Opens a package; undefined when it is no zip archive. */
export function openPackage(bytes: Uint8Array): OfficePackage | undefined {
  const zip = openZip(bytes);
  if (!zip.ok) return undefined;
  const written = new Map<string, string>();
  return {
    names: [...zip.archive.entries.keys()],
    read: (name) => written.get(name) ?? readPart(zip.archive, name),
    write: (name, text) => written.set(name, text),
    bytes: () => withParts(bytes, new Map([...written].map(([name, text]) => [name, encode(text)]))),
  };
}

/** Parts are written in UTF-8, so a declaration of UTF-16 must go. */
function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text.replace(/^(<\?xml[^>]*?encoding=)["']utf-16["']/i, '$1"UTF-8"'));
}

function readPart(archive: ZipArchive, name: string): string | undefined {
  const content = archive.read(name);
  if (content?.ok !== true) return undefined;
  const { text, utf8 } = decodeXml(content.bytes);
  return utf8 ? Buffer.from(text, 'latin1').toString('utf8') : text.replace(/^\ufeff/, '');
}

/** The relationships of a part; of the package itself for "". */
export function relationshipsOf(office: OfficePackage, part: string): readonly Relationship[] {
  const source = office.read(relationshipsPart(part)) ?? '';
  return [...source.matchAll(/<(?:[\w.-]+:)?Relationship\s[^>]*>/g)].flatMap(([tag]) => {
    const id = attributeOf(tag, 'Id');
    const type = attributeOf(tag, 'Type');
    const target = attributeOf(tag, 'Target');
    if (id === undefined || type === undefined || target === undefined) return [];
    if (attributeOf(tag, 'TargetMode') === 'External') return [];
    return [{ id, kind: type.slice(type.lastIndexOf('/') + 1), target: resolve(part, target) }];
  });
}

/** Adds a relationship from `part` to the part `target` and gives its id. */
export function relate(office: OfficePackage, part: string, kind: string, target: string): string {
  return addRelationship(office, part, kind, `Target="${escapeXml(relative(dirname(part), target))}"`);
}

/** Adds a relationship from `part` to an address outside the package, relative to the file, and gives its id. */
export function relateFile(office: OfficePackage, part: string, kind: string, address: string): string {
  return addRelationship(office, part, kind, `Target="${escapeXml(address)}" TargetMode="External"`);
}

/** The namespace of a part's references to relationships: of the strict format where the part is strict. */
export function relationshipBase(office: OfficePackage, part: string): string {
  const source = (office.read(part) ?? '').slice(0, 20_000);
  return source.includes('http://purl.oclc.org/ooxml/') ? strict : transitional;
}

function addRelationship(office: OfficePackage, part: string, kind: string, target: string): string {
  const name = relationshipsPart(part);
  const empty =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
  const source = (office.read(name) ?? empty).replace(
    /<((?:[\w.-]+:)?)Relationships((?:\s[^>]*)?)\/>/,
    '<$1Relationships$2></$1Relationships>',
  );
  const used = new Set([...source.matchAll(/\sId\s*=\s*["']([^"']*)["']/g)].map(([, id]) => id));
  let count = 1;
  while (used.has(`rIdMingsuan${count}`)) count++;
  const id = `rIdMingsuan${count}`;
  const base = source.includes(strict) ? strict : relationshipBase(office, part);
  const prefix = /<\/([\w.-]+:)?Relationships\s*>/.exec(source)?.[1] ?? '';
  const tag = `<${prefix}Relationship Id="${id}" Type="${base}/${kind}" ${target}/>`;
  office.write(name, beforeEnd(source, 'Relationships', tag));
  return id;
}

/** Says which kind of content a part is, or all parts with an ending. */
export function declareContent(
  office: OfficePackage,
  subject: 'part' | 'ending',
  name: string,
  type: string,
): void {
  const source = office.read('[Content_Types].xml');
  if (source === undefined) return;
  const [element, key, value] =
    subject === 'part'
      ? (['Override', 'PartName', `/${name}`] as const)
      : (['Default', 'Extension', name] as const);
  const tags = [...source.matchAll(/<(?:[\w.-]+:)?(?:Override|Default)\s[^>]*>/g)].map(([tag]) => tag);
  if (tags.some((tag) => attributeOf(tag, key)?.toLowerCase() === value.toLowerCase())) return;
  const prefix = /<\/([\w.-]+:)?Types\s*>/.exec(source)?.[1] ?? '';
  const tag = `<${prefix}${element} ${key}="${escapeXml(value)}" ContentType="${type}"/>`;
  const first = /<(?:[\w.-]+:)?Override\s/.exec(source)?.index;
  if (subject === 'ending' && first !== undefined) {
    office.write('[Content_Types].xml', source.slice(0, first) + tag + source.slice(first));
  } else office.write('[Content_Types].xml', beforeEnd(source, 'Types', tag));
}

/** Sets `text` before the end tag of the root element `name`. */
export function beforeEnd(source: string, name: string, text: string): string {
  return source.replace(new RegExp(`</(?:[\\w.-]+:)?${name}\\s*>\\s*$`), (end) => text + end);
}

/** An attribute of a tag, references resolved. */
export function attributeOf(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return (value?.[1] ?? value?.[2])
    ?.replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** The prefix with its colon that a part gives to one of the namespaces; "" for the default one. */
export function prefixOf(source: string, namespaces: readonly string[]): string | undefined {
  for (const [, , prefix, double, single] of source
    .slice(0, 20_000)
    .matchAll(/\sxmlns(:([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (namespaces.includes(double ?? single ?? '')) return prefix === undefined ? '' : `${prefix}:`;
  }
  return undefined;
}

/** When the document was last changed, as its properties say; undefined when they do not. */
export function modifiedAt(office: OfficePackage): string | undefined {
  const stamp = />(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)<\/dcterms:modified>/.exec(
    office.read('docProps/core.xml') ?? '',
  );
  return stamp?.[1];
}

function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function resolve(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const folders = part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '.') folders.push(step);
  }
  return folders.join('/');
}
