import { eachChild } from '../../file/xml.ts';
import type { XmlReader } from '../../file/xml.ts';
import { integer } from './properties.ts';

type Merge = 'none' | 'restart' | 'continue';

/** What of a cell's properties (w:tcPr) matters for reading. */
export interface CellProperties {
  /** Grid columns that the cell covers. */
  readonly span: number;
  readonly merge: Merge;
  /** The older mark of a horizontal merge, cell by cell. */
  readonly horizontal: Merge;
  readonly deleted: boolean;
}

export const plainCell: CellProperties = { span: 1, merge: 'none', horizontal: 'none', deleted: false };

/** Word itself allows 63 columns, its free relatives more; a larger span is a fault of the file. */
export const widestSpan = 200;

const telling = ['w:gridSpan', 'Merge', 'w:cellDel'];

/** Reads w:tcPr, the element just opened. */
export function readCellProperties(reader: XmlReader): CellProperties {
  const source = reader.peek();
  // Most cells have widths and borders only: looking for the words is faster than reading the properties.
  if (source !== undefined && !telling.some((word) => source.includes(word))) return plainCell;
  let properties = plainCell;
  eachChild(reader, (name) => {
    if (name === 'w:gridSpan') properties = { ...properties, span: Math.max(1, spanOf(reader)) };
    else if (name === 'w:vMerge') properties = { ...properties, merge: mergeOf(reader) };
    else if (name === 'w:hMerge') properties = { ...properties, horizontal: mergeOf(reader) };
    else if (name === 'w:cellDel') properties = { ...properties, deleted: true };
  });
  return properties;
}

/** A number of columns, from 0 to `widestSpan`; the element just opened holds it. */
export function spanOf(reader: XmlReader): number {
  const value = reader.attribute('w:val')?.trim() ?? '';
  if (/^\d{10,}$/.test(value)) return widestSpan;
  return Math.min(widestSpan, Math.max(0, integer(value) ?? 0));
}

function mergeOf(reader: XmlReader): Merge {
  return reader.attribute('w:val') === 'restart' ? 'restart' : 'continue';
}
