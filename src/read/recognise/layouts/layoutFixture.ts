import { checkDisclosure } from '../../../check/check.ts';
import type { Disclosure } from '../../../model/disclosure.ts';
import type { Form } from '../../../model/form.ts';
import type { Block, Grid, Paragraph, SourceCell, SourceDocument } from '../../../model/source.ts';
import { recognise } from '../recognise.ts';

/** How merged cells reach recognition: as one object, or as a filled cell beside blank ones (plain text). */
export type Merging = 'merged' | 'blank';

/**
 * A document in a few lines: a line of cells between bars is a table row, any other line a paragraph, a
 * blank line ends a table. `<` is merged with the cell at the left, `^` with the cell above.
 */
export function documentOf(text: string, merging: Merging = 'merged'): SourceDocument {
  const blocks: Block[] = [];
  let rows: (readonly string[])[] = [];
  const close = (line: number): void => {
    if (rows.length > 0) blocks.push(gridOf(rows, line - rows.length, merging));
    rows = [];
  };
  text.split('\n').forEach((raw, line) => {
    const printed = raw.trim();
    if (printed.startsWith('|')) {
      rows.push(printed.replace(/^\||\|$/g, '').split('|'));
      return;
    }
    close(line);
    if (printed !== '') blocks.push(paragraphOf(printed, line));
  });
  close(text.split('\n').length);
  return { file: 'layout.txt', format: 'text', blocks, margins: [], notes: [] };
}

function paragraphOf(text: string, line: number): Paragraph {
  const place = { file: 'layout.txt', line: line + 1 };
  return { kind: 'paragraph', text, place, spans: [{ start: 0, end: text.length, place }] };
}

function gridOf(rows: readonly (readonly string[])[], from: number, merging: Merging): Grid {
  const width = Math.max(...rows.map((row) => row.length));
  const cells: SourceCell[][] = [];
  rows.forEach((row, r) => {
    const line: SourceCell[] = [];
    for (let c = 0; c < width; c += 1) {
      const text = row[c] ?? '';
      const spanned = text === '<' ? line[c - 1] : text === '^' ? cells[r - 1]?.[c] : undefined;
      const own = {
        text: spanned === undefined ? text : '',
        place: { file: 'layout.txt', line: from + r + 1 },
      };
      line.push(merging === 'merged' ? (spanned ?? own) : own);
    }
    cells.push(line);
  });
  return { kind: 'grid', rows: cells, place: { file: 'layout.txt', line: from + 1 } };
}

export function read(text: string, merging: Merging = 'merged', forms?: readonly Form[]): Disclosure {
  return recognise(documentOf(text, merging), forms);
}

/** Errors and warnings in short: rule, and the first culprit as table, row, column, printed, expected. */
export function alarmsOf(disclosure: Disclosure): readonly string[] {
  return checkDisclosure(disclosure)
    .findings.filter((finding) => finding.severity !== 'info')
    .map(({ rule, culprits: [first] }) => {
      if (first === undefined) return rule;
      const { table, row, column } = first.place;
      return [rule, table, row, column, first.reported?.text, first.expected?.text].join(' ');
    });
}

/** The share of printed figures that at least one relation verifies. */
export function verifiedShare(disclosure: Disclosure): number {
  const { figures, verified } = checkDisclosure(disclosure).coverage;
  return figures === 0 ? 0 : verified / figures;
}

/** Every amount as `table key / row / column = text`, with the scope's words. */
export function amountsOf(disclosure: Disclosure): ReadonlyMap<string, string> {
  const keys = new Map(disclosure.tables.map((table) => [table.number, table.key]));
  return new Map(
    disclosure.figures
      .filter((figure) => figure.text !== '')
      .map(({ place, scope, text }) => {
        const words = Object.entries(scope)
          .filter(([dimension]) => dimension !== 'stage' && dimension !== 'use')
          .map(([dimension, node]) => `${dimension}=${node}`);
        return [
          `${keys.get(place.table ?? 0)}/${place.row}/${place.column}`,
          [text, ...words.sort()].join(' '),
        ];
      }),
  );
}
