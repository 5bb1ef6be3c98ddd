import type { XmlReader } from '../../file/xml.ts';
import { eachChild, textWithin } from '../../file/xml.ts';
import { localName } from './package.ts';

/** The shared strings, in the order by which cells name them. */
export function readStrings(reader: XmlReader): string[] {
  const strings: string[] = [];
  for (let event = reader.next(); event !== 'end'; event = reader.next()) {
    if (event === 'open' && localName(reader.name) === 'si') strings.push(readRichText(reader));
  }
  return strings;
}

/** Text of the string element just opened: its runs joined, without the phonetic reading (`rPh`). */
export function readRichText(reader: XmlReader): string {
  let text = '';
  eachChild(reader, (name) => {
    if (localName(name) === 't') text += unescapeCharacters(textWithin(reader));
    if (localName(name) === 'r') text += readRichText(reader);
  });
  return text;
}

/** Characters that XML cannot hold stand as `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export function unescapeCharacters(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
