import { eachChild } from '../../file/xml.ts';
import type { XmlReader } from '../../file/xml.ts';

/** What of a paragraph's properties (w:pPr) matters for reading, in a paragraph, a style or a list level. */
export interface ParagraphProperties {
  style?: string;
  numberId?: string;
  level?: number;
  /** Outline level from 0; 9 is body text. */
  outline?: number;
  /** The paragraph's own mark is deleted: it runs on into the next. */
  markDeleted?: boolean;
}

/** Reads w:pPr, the element just opened. */
export function readParagraphProperties(reader: XmlReader): ParagraphProperties {
  const properties: ParagraphProperties = {};
  eachChild(reader, (name) => {
    if (name === 'w:pStyle') assign(properties, 'style', reader.attribute('w:val'));
    else if (name === 'w:outlineLvl') assign(properties, 'outline', integer(reader.attribute('w:val')));
    else if (name === 'w:numPr') readNumbering(reader, properties);
    else if (name === 'w:rPr') readMark(reader, properties);
  });
  return properties;
}

function assign<Key extends keyof ParagraphProperties>(
  properties: ParagraphProperties,
  key: Key,
  value: ParagraphProperties[Key] | undefined,
): void {
  if (value !== undefined) properties[key] = value;
}

function readNumbering(reader: XmlReader, properties: ParagraphProperties): void {
  eachChild(reader, (name) => {
    if (name === 'w:numId') assign(properties, 'numberId', reader.attribute('w:val'));
    if (name === 'w:ilvl') assign(properties, 'level', integer(reader.attribute('w:val')));
  });
}

function readMark(reader: XmlReader, properties: ParagraphProperties): void {
  eachChild(reader, (name) => {
    if (name === 'w:del' || name === 'w:moveFrom') properties.markDeleted = true;
  });
}

/** A whole number of an attribute; undefined when it is none. */
export function integer(value: string | undefined): number | undefined {
  return value !== undefined && /^-?\d{1,9}$/.test(value.trim()) ? Number(value) : undefined;
}

/** A switch such as w:vanish: on unless its value says no. Reads the element just opened. */
export function isOn(reader: XmlReader): boolean {
  const value = reader.attribute('w:val');
  return value === undefined || !/^(?:0|false|off|none)$/i.test(value);
}
