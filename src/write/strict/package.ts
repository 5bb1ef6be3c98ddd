import { dirname, join } from 'node:path/posix';
import { openZip } from '../../file/zip.ts';
import { elementOf, everyElement, type Element } from './element.ts';

/** The XML parts of a package by name, and the names of all its parts. */
export interface Parts {
  readonly names: ReadonlySet<string>;
  readonly xml: ReadonlyMap<string, Element>;
}

/** Opens an office package. @throws Error when it is no zip or a part of it is not well-formed. */
export function partsOf(bytes: Uint8Array): Parts {
  const opened = openZip(bytes);
  if (!opened.ok) throw new Error(opened.problem);
  const { archive } = opened;
  const names = [...archive.entries.keys()];
  const xml = names
    .filter((name) => /\.(?:xml|rels|vml)$/.test(name))
    .map((name) => {
      const content = archive.read(name);
      if (content?.ok !== true) throw new Error(name);
      return [name, elementOf(Buffer.from(content.bytes).toString('utf8'))] as const;
    });
  return { names: new Set(names), xml: new Map(xml) };
}

/** What Word and Excel refuse in the packaging: parts without a type, relations to nothing, undeclared prefixes. */
export function packageFaults(parts: Parts): readonly string[] {
  return [...typeFaults(parts), ...relationFaults(parts), ...[...parts.xml].flatMap(ignorableFaults)];
}

function typeFaults({ names, xml }: Parts): readonly string[] {
  const types = xml.get('[Content_Types].xml')?.children ?? [];
  const overrides = types.flatMap(({ attributes }) => attributes.get('PartName') ?? []);
  const endings = types.flatMap(({ attributes }) => attributes.get('Extension')?.toLowerCase() ?? []);
  const untyped = [...names].filter(
    (name) =>
      name !== '[Content_Types].xml' &&
      !overrides.includes(`/${name}`) &&
      !endings.includes(name.slice(name.lastIndexOf('.') + 1).toLowerCase()),
  );
  const twice = [...overrides, ...endings].filter((each, i, all) => all.indexOf(each) !== i);
  const gone = overrides.filter((name) => !names.has(name.slice(1)));
  return [
    ...untyped.map((name) => `${name} has no content type`),
    ...twice.map((name) => `${name} is declared twice`),
    ...gone.map((name) => `${name} is declared but not there`),
  ];
}

/** The relationships of a part, from its id to the part or address. */
export function relationsOf({ xml }: Parts, part: string): ReadonlyMap<string, string> {
  const file = `${dirname(part) === '.' ? '' : `${dirname(part)}/`}_rels/${part.slice(part.lastIndexOf('/') + 1)}.rels`;
  const relations = xml.get(file)?.children ?? [];
  return new Map(
    relations.map(({ attributes }) => {
      const target = attributes.get('Target') ?? '';
      const inside = target.startsWith('/') ? target.slice(1) : join(dirname(part), target);
      const address = attributes.get('TargetMode') === 'External' ? `external:${target}` : inside;
      return [attributes.get('Id') ?? '', address];
    }),
  );
}

function relationFaults(parts: Parts): readonly string[] {
  const { names, xml } = parts;
  return [...names].flatMap((part) => {
    const relations = relationsOf(parts, part);
    const gone = [...relations.values()].filter((to) => !to.startsWith('external:') && !names.has(to));
    const root = xml.get(part);
    const used = root === undefined ? [] : [...everyElement(root)].flatMap(referencesOf);
    const open = used.filter((id) => !relations.has(id));
    return [
      ...gone.map((to) => `${part} leads to ${to}`),
      ...open.map((id) => `${part} has no relation ${id}`),
    ];
  });
}

function referencesOf({ attributes }: Element): readonly string[] {
  return [...attributes].flatMap(([name, value]) => (/^r:(?:id|embed|link)$/.test(name) ? [value] : []));
}

function ignorableFaults([part, root]: readonly [string, Element]): readonly string[] {
  const ignorable = root.attributes.get('mc:Ignorable')?.split(/\s+/) ?? [];
  const known = [...everyElement(root)].flatMap(({ attributes }) => [...attributes.keys()]);
  return ignorable
    .filter((prefix) => !known.includes(`xmlns:${prefix}`))
    .map((prefix) => `${part} ignores ${prefix} without declaring it`);
}
