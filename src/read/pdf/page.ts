import { clipReader } from '../../file/pdfClip.ts';
import type { Extent } from '../../file/pdfFrame.ts';
import { moveExtent, pageFrame } from '../../file/pdfFrame.ts';
import type { PdfDocument } from '../../file/pdfium.ts';
import { withPage } from '../../file/pdfium.ts';
import type { Drawing } from '../../file/pdfPaths.ts';
import { readDrawing } from '../../file/pdfPaths.ts';
import type { Glyph } from '../../file/pdfText.ts';
import { readGlyphs, readingFrame } from '../../file/pdfText.ts';
import { fillLattice, type FilledLattice } from './cells.ts';
import type { DraftBlock, DraftGrid, DraftLine, PageLayout } from './draft.ts';
import { isGarbled } from './garbled.ts';
import type { GlyphLine, Word } from './glyphLines.ts';
import { boundsOf, readLines } from './glyphLines.ts';
import { buildLattice, type Lattice } from './lattice.ts';
import { withMissingWalls } from './missingWalls.ts';
import type { TableMemory } from './orderedTable.ts';
import { withOpenRows } from './openRows.ts';
import { groupRulings, type RulingGroup } from './rulings.ts';
import { glyphText } from './spacing.ts';
import { cutStackedRows } from './stacked.ts';
import { withUnruled } from './unruled.ts';

/** Reads a page (`number` from 1) into tables and lines. Undefined when the page is damaged. */
export function readPage(document: PdfDocument, number: number, memory: TableMemory): PageLayout | undefined {
  const { pdfium } = document;
  return withPage(document, number - 1, (page) => {
    const frame = pageFrame(pdfium, page);
    const text = pdfium.call.FPDFText_LoadPage(page);
    if (text === 0) return undefined;
    try {
      const reading = readingFrame(pdfium, text, frame);
      const drawing = readDrawing(pdfium, page, reading);
      const clipOf = clipReader(pdfium, page, reading, drawing.forms);
      const glyphs = readGlyphs(pdfium, text, clipOf, reading);
      const { blocks, uncertain } = layOut(glyphs, drawing, number, memory);
      const { width, height } = reading;
      const pictured = coveredShare(drawing.pictures, width * height);
      const shown = (box: Extent): Extent => moveExtent(reading, frame, box);
      const garbled = isGarbled(glyphs);
      const { segments } = drawing;
      const characters = glyphs.length;
      return {
        page: number,
        width,
        height,
        blocks,
        characters,
        pictured,
        segments,
        garbled,
        uncertain,
        shown,
      };
    } finally {
      pdfium.call.FPDFText_ClosePage(text);
    }
  });
}

function coveredShare(pictures: readonly Extent[], area: number): number {
  const covered = pictures.reduce((sum, box) => sum + (box.x1 - box.x0) * (box.y1 - box.y0), 0);
  return area > 0 ? Math.min(1, covered / area) : 0;
}

/** Tables and lines of one page from its characters and drawn lines, in reading order. */
export function layOut(
  glyphs: readonly Glyph[],
  drawing: Drawing,
  page: number,
  memory: TableMemory,
): { blocks: DraftBlock[]; uncertain: boolean } {
  const groups = groupRulings([...drawing.rules, ...groundRules(drawing, shownOf(glyphs))])?.sort(
    (a, b) => a.horizontal.length - b.horizontal.length,
  );
  const grids: DraftGrid[] = [];
  const tabled = new Set<RulingGroup>();
  let rest: readonly Glyph[] = glyphs;
  for (const group of groups ?? []) {
    const lattice = buildLattice(group);
    if (lattice === undefined || isInLetter(lattice, glyphs)) continue;
    const filled = tableIn(lattice, rest, page);
    if (filled.grid.rows.every((row) => row.every((cell) => cell.text === ''))) continue;
    grids.push(filled.grid);
    tabled.add(group);
    rest = filled.rest;
  }
  const loose = (groups ?? []).flatMap((group) => (tabled.has(group) ? [] : group.horizontal));
  const shown = shownOf(rest);
  const blocks = [
    ...grids,
    ...withUnruled(readLines(shown), loose, page, shown, memory, (line) => draftLines(line, page)),
  ];
  blocks.sort((a, b) => topOf(a) - topOf(b) || leftOf(a) - leftOf(b));
  return { blocks, uncertain: groups === undefined || drawing.cut };
}

/** Bold letters are sometimes drawn as outlines over their text: 田 is no table. */
function isInLetter({ xs, ys }: Lattice, glyphs: readonly Glyph[]): boolean {
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  return glyphs.some(
    ({ x0, x1, y0, y1 }) => x0 < left + 1 && x1 > right - 1 && y0 < top + 1 && y1 > bottom - 1,
  );
}

/** The table between these lines, with the rows that lines do not part. */
function tableIn(lattice: Lattice, glyphs: readonly Glyph[], page: number): FilledLattice {
  const shown = shownOf(glyphs);
  const first = fillLattice(lattice, glyphs, page);
  const walls = withMissingWalls(lattice, first.grid, shown) ?? lattice;
  const whole = walls === lattice ? first : fillLattice(walls, glyphs, page);
  const grid = withOpenRows(walls, whole.grid, shown);
  if (grid !== whole.grid) return { grid, rest: whole.rest };
  const cut = cutStackedRows(walls, whole.grid, shown);
  return cut === undefined ? whole : fillLattice(cut, glyphs, page);
}

function shownOf(glyphs: readonly Glyph[]): readonly Glyph[] {
  return glyphs.some(({ hidden }) => hidden === true)
    ? glyphs.filter(({ hidden }) => hidden !== true)
    : glyphs;
}

const fewestGrounds = 8;

/** Cells may be shown by their grounds alone: then the edges of these are the ruling. */
function groundRules({ rules, grounds }: Drawing, glyphs: readonly Glyph[]): Extent[] {
  if (rules.length > 4 || grounds.length < fewestGrounds) return [];
  const box = boundsOf(grounds);
  const held = glyphs.filter(({ x0, base }) => x0 > box.x0 && x0 < box.x1 && base > box.y0 && base < box.y1);
  // Bands of every other row leave half of the table bare: they part no cells.
  const covered = coveredShare(grounds, (box.x1 - box.x0) * (box.y1 - box.y0));
  if (held.length < 0.6 * glyphs.length || covered < 0.75) return [];
  return grounds.flatMap(({ x0, y0, x1, y1 }) => [
    { x0, y0, x1, y1: y0 },
    { x0, y0: y1, x1, y1 },
    { x0, y0, x1: x0, y1 },
    { x0: x1, y0, x1, y1 },
  ]);
}

function topOf(block: DraftBlock): number {
  return block.kind === 'grid' ? block.box.y0 : block.base - 0.5 * block.em;
}

function leftOf(block: DraftBlock): number {
  return block.kind === 'grid' ? block.box.x0 : block.x0;
}

/** Words farther apart than this are texts of their own. In em. */
const farApart = 4;

function draftLines(line: GlyphLine, page: number): DraftLine[] {
  const parts = isSpread(line.words) ? [line.words] : splitFar(line.words);
  return parts.map((words) => {
    const text = lineText(words);
    const { em, base } = words[0] ?? line;
    return { kind: 'line', page, ...boundsOf(words), text, em, base, apart: parts.length > 1, words };
  });
}

/** Single characters spread over the line are one heading; an entry of a contents list keeps its number. */
function isSpread(words: readonly Word[]): boolean {
  if (words.length > 2 && words.every((word) => word.glyphs.length === 1)) return true;
  return words.length === 2 && (words[0]?.glyphs.length === 1 || /^\d{1,3}$/.test(words[1]?.text ?? ''));
}

function splitFar(words: readonly Word[]): Word[][] {
  const parts: Word[][] = [];
  for (const word of words) {
    const last = parts.at(-1);
    const before = last?.at(-1);
    if (last === undefined || before === undefined || word.x0 - before.x1 > farApart * word.em)
      parts.push([word]);
    else last.push(word);
  }
  return parts;
}

function lineText(words: readonly Word[]): string {
  const [only] = words;
  if (words.length === 1 && only !== undefined) return only.text;
  return glyphText(words.flatMap((word) => [...word.glyphs]));
}
