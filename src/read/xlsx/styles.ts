import type { XmlReader } from '../../file/xml.ts';
import { eachChild } from '../../file/xml.ts';
import { builtinFormat } from '../spreadsheet/builtinFormats.ts';
import { localName } from './package.ts';

/** What of a cell's style matters for reading. */
export interface CellStyle {
  /** Number format code. */
  readonly format: string;
  /** A line at the left or right side, so the cell is in a drawn table. */
  readonly ruled: boolean;
}

export const plainStyle: CellStyle = { format: 'General', ruled: false };

interface Listed {
  readonly formats: Map<number, string>;
  readonly ruled: boolean[];
  readonly cells: { format: number; border: number }[];
}

/** The styles by the number under which cells name them. */
export function readStyles(reader: XmlReader): CellStyle[] {
  const listed: Listed = { formats: new Map(), ruled: [], cells: [] };
  if (reader.next() === 'open')
    eachChild(reader, (name) => {
      addStyles(reader, localName(name), listed);
    });
  return listed.cells.map(({ format, border }) => ({
    format: listed.formats.get(format) ?? builtinFormat(format),
    ruled: listed.ruled[border] ?? false,
  }));
}

function addStyles(reader: XmlReader, section: string, { formats, ruled, cells }: Listed): void {
  if (section === 'numFmts') {
    eachChild(reader, () => {
      formats.set(Number(reader.attribute('numFmtId')), reader.attribute('formatCode') ?? 'General');
    });
  } else if (section === 'borders') {
    eachChild(reader, () => ruled.push(hasSideLine(reader)));
  } else if (section === 'cellXfs') {
    eachChild(reader, () => {
      cells.push({
        format: Number(reader.attribute('numFmtId') ?? '0'),
        border: Number(reader.attribute('borderId') ?? '0'),
      });
    });
  }
}

function hasSideLine(reader: XmlReader): boolean {
  let found = false;
  eachChild(reader, (name) => {
    if (!/^(?:left|right|start|end)$/.test(localName(name))) return;
    const style = reader.attribute('style');
    if (style !== undefined && style !== 'none') found = true;
  });
  return found;
}
