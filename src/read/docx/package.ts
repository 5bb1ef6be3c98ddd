import { eachChild, readXml, decodeXml } from '../../file/xml.ts';
import type { XmlSource } from '../../file/xml.ts';
import { openZip } from '../../file/zip.ts';
import type { ZipArchive, ZipProblem } from '../../file/zip.ts';
import type { ReadProblemCode } from '../reader.ts';

/** The parts of a docx that hold text, as XML with the prefix `w:` for WordprocessingML. */
export interface WordPackage {
  readonly document: XmlSource;
  readonly styles: XmlSource | undefined;
  readonly numbering: XmlSource | undefined;
  /** Headers and footers, in the order of their names. */
  readonly margins: readonly XmlSource[];
}

export type PackageResult =
  { readonly ok: true; readonly parts: WordPackage } | { readonly ok: false; readonly code: ReadProblemCode };

const namespaces = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
];

/** Opens a docx: `wrongType` when the archive holds no document of a word processor. */
export function openWordPackage(bytes: Uint8Array): PackageResult {
  const zip = openZip(bytes);
  if (!zip.ok) return { ok: false, code: zip.problem };
  const { archive } = zip;
  let problem: ZipProblem | undefined;
  const read = (name: string): XmlSource | undefined => {
    const content = archive.read(name);
    if (content?.ok === false) problem ??= content.problem;
    return content?.ok === true ? unifyPrefix(decodeXml(content.bytes)) : undefined;
  };
  const main = mainPart(archive, read);
  if (main === undefined) return { ok: false, code: problem ?? 'wrongType' };
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const parts = readParts(archive, main, folder, read);
  if (problem !== undefined || parts === undefined) return { ok: false, code: problem ?? 'damaged' };
  return { ok: true, parts };
}

function readParts(
  archive: ZipArchive,
  main: string,
  folder: string,
  read: (name: string) => XmlSource | undefined,
): WordPackage | undefined {
  const document = read(main);
  if (document === undefined) return undefined;
  const margins = [...archive.entries.keys()]
    .filter(
      (name) => name.startsWith(folder) && /^(?:header|footer)\d*\.xml$/.test(name.slice(folder.length)),
    )
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return {
    document,
    styles: read(`${folder}styles.xml`),
    numbering: read(`${folder}numbering.xml`),
    margins: margins.flatMap((name) => read(name) ?? []),
  };
}

/** The main part as the package's relationships name it, else under its usual name. */
function mainPart(archive: ZipArchive, read: (name: string) => XmlSource | undefined): string | undefined {
  const target = officeDocument(read('_rels/.rels'))?.replace(/^\//, '') ?? 'word/document.xml';
  const name = archive.entries.has(target) ? target : 'word/document.xml';
  return archive.entries.has(name) && /(?:^|\/)document\d*\.xml$/i.test(name) ? name : undefined;
}

function officeDocument(relationships: XmlSource | undefined): string | undefined {
  if (relationships === undefined) return undefined;
  let target: string | undefined;
  const reader = readXml(relationships);
  reader.next();
  eachChild(reader, () => {
    if (reader.attribute('Type')?.endsWith('/officeDocument') === true) target ??= reader.attribute('Target');
  });
  return target;
}

/** Some programs name the namespace otherwise than `w`; element names are then brought to `w:`. */
function unifyPrefix(xml: XmlSource): XmlSource {
  const head = xml.text.slice(0, 8000);
  const declaration = [...head.matchAll(/xmlns:([\w.-]+)=["']([^"']*)["']/g)].find(([, , uri]) =>
    namespaces.includes(uri ?? ''),
  );
  const prefix = declaration?.[1];
  if (prefix === undefined || prefix === 'w') return xml;
  const text = xml.text
    .replaceAll(`<${prefix}:`, '<w:')
    .replaceAll(`</${prefix}:`, '</w:')
    .replaceAll(` ${prefix}:`, ' w:');
  return { ...xml, text };
}
