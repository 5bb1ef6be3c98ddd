/** A cell of a copied range. */
export interface CopiedCell {
  readonly text: string;
  /** It belongs to a merged cell that begins above it: a name holds for it too, an amount stands there once. */
  readonly repeated: boolean;
}

export type CopiedRange = readonly (readonly CopiedCell[])[];

/** What a spreadsheet put on the clipboard: its table where cells are merged, else its text. */
export function copiedRange(clipboard: Pick<DataTransfer, 'getData'>): CopiedRange {
  const html = clipboard.getData('text/html');
  const merged = /(?:row|col)span\s*=\s*["']?[2-9\d]/i.test(html) ? rangeOfHtml(html) : [];
  return merged.length > 0 ? merged : rangeOfText(clipboard.getData('text/plain'));
}

export function rangeOfText(text: string): CopiedRange {
  return copiedCells(text).map((line) => line.map((each) => ({ text: each, repeated: false })));
}

function rangeOfHtml(html: string): CopiedRange {
  const rows = [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('tr')];
  return spread(
    rows.map((row) =>
      [...row.cells].map(({ textContent, rowSpan, colSpan }) => ({
        text: textContent.replace(/\s+/g, ' ').trim(),
        down: rowSpan,
        across: colSpan,
      })),
    ),
  );
}

/** A cell with how many rows and columns it covers. */
export interface SpanningCell {
  readonly text: string;
  readonly down: number;
  readonly across: number;
}

/** Merged cells as single ones: below its first row a cell is repeated, beside its first column it is empty. */
export function spread(rows: readonly (readonly SpanningCell[])[]): CopiedRange {
  const lines: CopiedCell[][] = rows.map(() => []);
  for (const [at, cells] of rows.entries()) {
    let column = 0;
    for (const { text, down, across } of cells) {
      while (lines[at]?.[column] !== undefined) column += 1;
      for (const [i, line] of lines.slice(at, at + down).entries())
        for (let j = 0; j < across; j += 1)
          line[column + j] = { text: j === 0 ? text : '', repeated: i > 0 && j === 0 };
    }
  }
  const nothing: CopiedCell = { text: '', repeated: false };
  return lines.map((line) => Array.from(line, (cell: CopiedCell | undefined) => cell ?? nothing));
}

/** The cells of a range as spreadsheets copy it: a cell with line breaks or tabs stands in quotation marks. */
export function copiedCells(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  const cell = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*)/y;
  for (let at = 0; at <= text.length;) {
    cell.lastIndex = at;
    const match = cell.exec(text);
    lines.at(-1)?.push(match?.[1]?.replaceAll('""', '"').replace(/\s*\r?\n\s*/g, '') ?? match?.[2] ?? '');
    at = cell.lastIndex;
    if (text[at] === '\t') at += 1;
    else {
      const end = /^\r?\n|^\r/.exec(text.slice(at, at + 2))?.[0].length ?? 0;
      at += end;
      if (end === 0 || at >= text.length) break;
      lines.push([]);
    }
  }
  return lines;
}
