import type { SourceCell, SourceDocument } from '../src/model/source.ts';
import type { Finding } from '../src/model/finding.ts';
import { edited, markOf, type Edit } from './planting/marked.ts';
import { decimalsIn } from './planting/mistakes.ts';
import type { Prepared } from './planting/prepared.ts';
import { figureTargets } from './planting/targets.ts';

/** Names and what stands for them in the other document. */
export type Renaming = readonly (readonly [name: string, instead: string])[];

/**
 * The document as another department might have published it: every amount ten times as large, printed with the
 * same digits, and every name another one. What contradicted before contradicts still, in the same places.
 */
export function transformed(document: Prepared, names: Renaming): SourceDocument {
  const amounts = figureTargets(document).filter(({ figure }) => figure?.kind === 'amount');
  // From the end of each block, so that the places before stay where they are.
  const edits = amounts
    .map(({ block, cell, start, text }): Edit => {
      return { block, cell, start, end: start + text.length, text: tenfold(text) };
    })
    .sort((a, b) => b.start - a.start);
  const done = edits.reduce((source, edit) => edited(source, current(source, edit)), document.source);
  const told = new Set(amounts.flatMap(({ cell, mark }) => (cell === null ? [] : [mark])));
  return withTexts(done, names, told);
}

/** Amounts in texts and indicators of sheets, which stand in no relation: numbers before 元, 万 or 亿. */
function tenfoldMoney(text: string): string {
  return text.replace(/\d[\d,]*(?:\.\d+)?(?=\s*(?:[万亿]元?|元))/g, tenfold);
}

/** Cells are replaced by others as they are edited: the edit speaks of the one that has its mark. */
function current(source: SourceDocument, edit: Edit): Edit {
  const { cell } = edit;
  const block = source.blocks[edit.block];
  if (cell === null || block?.kind !== 'grid') return edit;
  const mark = markOf(cell.place);
  const now = block.rows.flat().find((own) => markOf(own.place) === mark);
  return { ...edit, cell: now ?? cell };
}

/** Ten times the amount with the same digits where it has decimals: 96.76 is 967.6. */
export function tenfold(text: string): string {
  if (decimalsIn(text) === 0) return /[1-9]/.test(text) ? timesTen(text) : text;
  const bare = text.replaceAll(',', '');
  const moved = bare
    .replace(/\.(\d)/, '$1.')
    .replace(/\.$/, '')
    .replace(/^(-?)0+(?=\d)/, '$1');
  return text.includes(',') ? separated(moved) : moved;
}

function timesTen(text: string): string {
  return text.includes(',') ? separated(`${text.replaceAll(',', '')}0`) : `${text}0`;
}

function separated(text: string): string {
  const [whole = '', decimals] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

function renamed(text: string, names: Renaming): string {
  return names.reduce((own, [name, instead]) => own.replaceAll(name, instead), text);
}

/**
 * Names are replaced by names of the same length, so that no place moves; in cells whose amount is not edited
 * already the money in texts grows with the others. A merged cell stays one cell.
 */
function withTexts(source: SourceDocument, names: Renaming, told: ReadonlySet<number>): SourceDocument {
  const cells = new Map<SourceCell, SourceCell>();
  const cellOf = (cell: SourceCell): SourceCell => {
    const text = told.has(markOf(cell.place)) ? cell.text : tenfoldMoney(cell.text);
    const own = cells.get(cell) ?? { ...cell, text: renamed(text, names) };
    cells.set(cell, own);
    return own;
  };
  const blocks = source.blocks.map((block) =>
    block.kind === 'paragraph'
      ? { ...block, text: renamed(block.text, names) }
      : { ...block, rows: block.rows.map((row) => row.map(cellOf)) },
  );
  return { ...source, blocks };
}

/** What is found where: rule, severity and the marks of the culprits, sorted. */
export function places(findings: readonly Finding[]): readonly string[] {
  return findings
    .map(({ rule, severity, variant = '', culprits }) => {
      const marks = culprits.map(({ place }) => markOf(place)).join(' ');
      return `${rule} ${variant} ${severity} ${marks}`;
    })
    .sort();
}
