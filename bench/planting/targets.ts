import { areSiblings } from '../../src/check/rules/performance/similarity.ts';
import type { Variable } from '../../src/check/variable.ts';
import { shippedEntries } from '../../src/model/codes/entries.ts';
import { sheetTexts } from '../../src/model/disclosure.ts';
import type { SourceCell } from '../../src/model/source.ts';
import { numberIn } from './mistakes.ts';
import { markOf, type Spot } from './marked.ts';
import type { Prepared } from './prepared.ts';

export const families = [
  'table',
  'sheet',
  'sentence',
  'percentage',
  'count',
  'item name',
  'project name',
  'name in text',
  'department in text',
  'sheet text',
] as const;
export type Family = (typeof families)[number];

/** Something printed that a mistake can be made in: a number of the ledger, or a name. */
export interface Target {
  readonly family: Family;
  readonly text: string;
  readonly mark: number;
  /** Offset in the span; null where the place has none. */
  readonly offset: number | null;
  /** Null for a name. */
  readonly figure: Variable | null;
  readonly block: number;
  readonly cell: SourceCell | null;
  /** Range in the cell's or the paragraph's text. */
  readonly start: number;
  /** The same field of other projects' sheets, where a text may have been copied from. */
  readonly others?: readonly string[];
}

/** Everything in the document that a mistake can be planted in, by family. */
export function targetsIn(document: Prepared): ReadonlyMap<Family, readonly Target[]> {
  const right = figureTargets(document).filter(({ figure }) => !document.contradicted.has(figure?.id ?? -1));
  const all = [...right, ...rowNames(document), ...namesInText(document), ...textsOfSheets(document)];
  return new Map(families.map((family) => [family, all.filter((target) => target.family === family)]));
}

/** Every printed number of the ledger, where it stands in the source. */
export function figureTargets({ network, spots, source }: Prepared): readonly Target[] {
  return network.variables.flatMap((figure): readonly Target[] => {
    const spot = spots.get(markOf(figure.place));
    if (spot === undefined || numberIn(figure.text) === null) return [];
    const { offset = null } = figure.place;
    const block = source.blocks[spot.block];
    const text = spot.kind === 'cell' ? spot.cell.text : block?.kind === 'paragraph' ? block.text : '';
    const from = spot.kind === 'cell' ? (offset ?? 0) : spot.start + (offset ?? 0);
    const start = text.indexOf(figure.text, Math.max(0, from - 1));
    if (start < 0 || (spot.kind === 'text' && start > from + 6)) return [];
    return [
      {
        ...at(spot),
        family: familyOf(figure),
        text: figure.text,
        offset,
        figure,
        start,
        mark: markOf(figure.place),
      },
    ];
  });
}

function at(spot: Spot): Pick<Target, 'block' | 'cell'> {
  return { block: spot.block, cell: spot.kind === 'cell' ? spot.cell : null };
}

function familyOf({ origin, kind }: Variable): Family {
  if (origin === 'cell') return 'table';
  if (origin === 'sheet') return 'sheet';
  return kind === 'amount' ? 'sentence' : kind === 'rate' ? 'percentage' : 'count';
}

/** The names of rows with a code, and of projects. */
function rowNames({ disclosure, source, spots }: Prepared): readonly Target[] {
  return disclosure.tables.flatMap(({ key, rows }) =>
    rows.flatMap(({ name, code, level, place }): readonly Target[] => {
      const isProject = key.startsWith('projects') && level === 3;
      if (!isProject && code === null) return [];
      const spot = spots.get(markOf(place));
      const grid = source.blocks[spot?.block ?? -1];
      if (spot?.kind !== 'cell' || grid?.kind !== 'grid') return [];
      const cell = grid.rows[spot.row]?.find(({ text }) => text.trim() === name);
      if (cell === undefined) return [];
      const family = isProject ? 'project name' : 'item name';
      const start = cell.text.indexOf(name);
      return [
        {
          family,
          text: name,
          mark: markOf(cell.place),
          offset: null,
          figure: null,
          block: spot.block,
          cell,
          start,
        },
      ];
    }),
  );
}

/** Names of function classes, and of the department, in sentences of the narrative. */
function namesInText({ disclosure, spots, source }: Prepared): readonly Target[] {
  const { name: department } = disclosure.department;
  const names = [
    ...classNames().map((name) => ({ name, family: 'name in text' as const })),
    ...(department === null ? [] : [{ name: department, family: 'department in text' as const }]),
  ];
  const paragraphs = disclosure.narrative.flatMap((section) => section.paragraphs);
  return paragraphs.flatMap((paragraph): readonly Target[] => {
    const mark = markOf(paragraph.spans[0]?.place ?? paragraph.place);
    const spot = spots.get(mark);
    const block = source.blocks[spot?.block ?? -1];
    if (spot?.kind !== 'text' || block?.kind !== 'paragraph') return [];
    return names.flatMap(({ name, family }): readonly Target[] => {
      const start = block.text.indexOf(name);
      if (start < 0 || !paragraph.text.includes(name)) return [];
      return [
        {
          family,
          text: name,
          mark,
          offset: null,
          figure: null,
          block: spot.block,
          cell: null,
          start,
        },
      ];
    });
  });
}

/** Shorter texts are common wording. */
const leastCopied = 20;

/** Texts of the performance sheets, each with those of the projects that it does not belong to. */
function textsOfSheets({ disclosure: { projects }, spots }: Prepared): readonly Target[] {
  return projects.flatMap((sheet) =>
    sheetTexts.flatMap((field): readonly Target[] => {
      const mark = markOf(sheet.textPlaces[field] ?? { file: '' });
      const spot = spots.get(mark);
      const text = sheet.texts[field];
      if (spot?.kind !== 'cell' || text === null || spot.cell.text.trim() !== text) return [];
      const others = projects.flatMap((other) => {
        const theirs = areSiblings(sheet, other) ? null : other.texts[field];
        return theirs !== null && theirs.length >= leastCopied && theirs !== text ? [theirs] : [];
      });
      const start = spot.cell.text.indexOf(text);
      if (others.length === 0) return [];
      return [{ ...at(spot), family: 'sheet text', text, mark, offset: null, figure: null, start, others }];
    }),
  );
}

function classNames(): readonly string[] {
  const entries = shippedEntries('function');
  return [...entries.codes()].flatMap((code) => {
    const item = code.length === 3 ? entries.find(code) : null;
    return item === null || item.retired ? [] : [item.name];
  });
}
