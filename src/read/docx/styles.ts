import { eachChild, readXml } from '../../file/xml.ts';
import type { XmlReader, XmlSource } from '../../file/xml.ts';
import { isOn, readParagraphProperties } from './properties.ts';
import type { ParagraphProperties } from './properties.ts';

interface Style {
  readonly name: string;
  readonly basedOn: string | undefined;
  readonly paragraph: ParagraphProperties;
  readonly hidden: boolean;
}

export interface Styles {
  /** A paragraph's properties with what its style and the styles it is based on add. */
  resolve(direct: ParagraphProperties): ParagraphProperties;
  /** Heading level from 1; undefined for body text. */
  heading(resolved: ParagraphProperties): number | undefined;
  /** True when a character style hides its text. */
  hides(characterStyle: string | undefined): boolean;
}

/** Chains of styles are short; a cycle in a damaged file ends here. */
const longestChain = 20;

/** Reads word/styles.xml; an absent or damaged part gives no styles. */
export function readStyles(source: XmlSource | undefined): Styles {
  const { styles, fallback } =
    source === undefined ? { styles: new Map<string, Style>(), fallback: undefined } : parse(source);
  const chain = (id: string | undefined): Style[] => {
    const found: Style[] = [];
    for (let style = styles.get(id ?? ''); style !== undefined && found.length < longestChain;) {
      found.push(style);
      style = styles.get(style.basedOn ?? '');
    }
    return found;
  };
  const resolved = new Map<ParagraphProperties, ParagraphProperties>();
  return {
    resolve: (direct) => {
      const known = resolved.get(direct);
      if (known !== undefined) return known;
      const inherited = chain(direct.style ?? fallback).map((style) => style.paragraph);
      const merged: ParagraphProperties = {};
      for (const properties of [...inherited.reverse(), direct]) Object.assign(merged, properties);
      resolved.set(direct, merged);
      return merged;
    },
    heading: (resolved) => headingLevel(resolved, chain(resolved.style)),
    hides: (id) => id !== undefined && chain(id).some((style) => style.hidden),
  };
}

function headingLevel(resolved: ParagraphProperties, chain: readonly Style[]): number | undefined {
  if (resolved.outline !== undefined) return resolved.outline < 9 ? resolved.outline + 1 : undefined;
  for (const style of chain) {
    const level = /^(?:heading|标题)\s*([1-9])$/i.exec(style.name)?.[1];
    if (level !== undefined) return Number(level);
  }
  return undefined;
}

function parse(source: XmlSource): { styles: Map<string, Style>; fallback: string | undefined } {
  const styles = new Map<string, Style>();
  let fallback: string | undefined;
  const reader = readXml(source);
  reader.next();
  eachChild(reader, (name) => {
    if (name !== 'w:style') return;
    const id = reader.attribute('w:styleId') ?? '';
    if (reader.attribute('w:type') === 'paragraph' && reader.attribute('w:default') === '1') fallback = id;
    styles.set(id, readStyle(reader));
  });
  return { styles, fallback };
}

function readStyle(reader: XmlReader): Style {
  let name = '';
  let basedOn: string | undefined;
  let paragraph: ParagraphProperties = {};
  let hidden = false;
  eachChild(reader, (child) => {
    if (child === 'w:name') name = reader.attribute('w:val') ?? '';
    else if (child === 'w:basedOn') basedOn = reader.attribute('w:val');
    else if (child === 'w:pPr') paragraph = readParagraphProperties(reader);
    else if (child === 'w:rPr') eachChild(reader, (run) => (hidden ||= run === 'w:vanish' && isOn(reader)));
  });
  return { name, basedOn, paragraph, hidden };
}
