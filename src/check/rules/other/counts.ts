import type { CountPart } from '../../../model/countRows.ts';
import type { Disclosure } from '../../../model/disclosure.ts';
import type { StatedClaim, StatedParagraph } from '../../narrative/claimFigures.ts';
import { statedNarrative } from '../../narrative/stated.ts';
import { relation, termsOfSame, termsOfSum, type Relation } from '../../relation.ts';
import type { Rule } from '../../rule.ts';
import type { Variable } from '../../variable.ts';
import { countCells, type CountCell } from './countCells.ts';

const id = 'other.counts';

/** Cars, guests and journeys: the tables' counts against their kinds, against each other and against the text. */
export const counts: Rule = {
  id,
  severity: 'error',
  authority: '算术；财预〔2016〕143号',
  check: (context) => {
    const cells = countCells(context.disclosure, context.ledger);
    if (cells.length === 0) return { observations: [], pass: 0 };
    const mentions = mentionsOf(statedNarrative(context).paragraphs, context.disclosure);
    return {
      observations: [],
      relations: [...sumsOfKinds(cells), ...sameCounts(cells), ...statedCounts(cells, mentions)],
      pass: 0,
    };
  },
};

const allCars = 'stockVehicles';

/** 车辆数合计 is the sum of its kinds where the list is closed by 其他用车. A kind without a number is none. */
function sumsOfKinds(cells: readonly CountCell[]): readonly Relation[] {
  return cells.flatMap((total) => {
    if (total.part !== 'assets' || total.item !== allCars) return [];
    const kinds = cells.filter(
      ({ table, part, item }) => table === total.table && part === 'assets' && item.startsWith(`${allCars}/`),
    );
    const isClosed = kinds.some(({ item }) => item === `${allCars}/other`);
    const parts = kinds.map(({ variable }) => variable.id);
    return isClosed && isOneList(cells, total) ? [relation(id, termsOfSum(total.variable.id, parts))] : [];
  });
}

/** Does the table list its cars once? Two lists (of two units, of two years) are not told apart here. */
function isOneList(cells: readonly CountCell[], { table }: CountCell): boolean {
  const items = cells.flatMap((cell) => (cell.table === table && cell.part === 'assets' ? [cell.item] : []));
  return new Set(items).size === items.length;
}

/** One thing counted in two tables. */
function sameCounts(cells: readonly CountCell[]): readonly Relation[] {
  return cells.flatMap((cell, i) => {
    const first = cells.findIndex((other) => isSameThing(other, cell));
    const earlier = cells[first];
    if (earlier === undefined || first === i || earlier.table === cell.table) return [];
    return [relation(id, termsOfSame(earlier.variable.id, cell.variable.id))];
  });
}

interface Mention {
  readonly part: CountPart;
  readonly item: string;
  readonly variable: Variable;
}

/** A count and the sentences on it, where all of them give one number: parts of units are not told apart. */
function statedCounts(cells: readonly CountCell[], mentions: readonly Mention[]): readonly Relation[] {
  return cells.flatMap((cell) => {
    const own = mentions.filter(
      (mention) => isSameThing(mention, cell) || isAllDomestic(mention, cell, cells),
    );
    const isOnce =
      cells.filter((other) => other.table === cell.table && isSameThing(other, cell)).length === 1;
    const values = new Set(own.map(({ variable }) => variable.value));
    if (values.size !== 1 || !isOnce) return [];
    return own.map(({ variable }) => relation(id, termsOfSame(cell.variable.id, variable.id, 'mention')));
  });
}

/** 公务接待 without 国内 speaks of the guests at home where none were received abroad. */
function isAllDomestic(mention: Mention, cell: CountCell, cells: readonly CountCell[]): boolean {
  const abroad = cells.filter(({ item }) => item === `${mention.item}/overseas`);
  return cell.item === `${mention.item}/domestic` && abroad.every(({ variable }) => variable.value === 0);
}

function isSameThing(a: Pick<Mention, 'part' | 'item'>, b: Pick<Mention, 'part' | 'item'>): boolean {
  return a.part === b.part && a.item === b.item;
}

/** The counts that sentences state of this year and stage. */
function mentionsOf(paragraphs: readonly StatedParagraph[], disclosure: Disclosure): readonly Mention[] {
  return paragraphs.flatMap((paragraph) =>
    paragraph.claims.flatMap(({ claim, variable }) => {
      const item = claim.subject?.item;
      const part = partOf(paragraph);
      // A count with a direction (较上年减少2辆) is how far it changed.
      const isCount = claim.kind === 'count' && claim.direction === null;
      const isOwn = isCount && !claim.roles.previousYear && !claim.roles.reason;
      const isNow = (claim.year ?? disclosure.year) === disclosure.year && claim.stage === disclosure.stage;
      if (!isOwn || !isNow || part === null || item === undefined || variable === null) return [];
      return isWhole(claim) ? [{ part, item, variable }] : [];
    }),
  );
}

/** A subject that is narrowed to a unit, a function or a project counts a part. */
function isWhole({ subject }: StatedClaim['claim']): boolean {
  return (['unit', 'function', 'project', 'unitKind'] as const).every((d) => subject?.[d] === undefined);
}

/** Which cars a paragraph speaks of; null where neither its heading nor its words say it. */
function partOf({ section, text }: StatedParagraph): CountPart | null {
  if (section === 'threePublic' || section === 'assets') return section;
  if (/共有车辆|国有资产/.test(text)) return 'assets';
  return /保有量|公务接待|出国/.test(text) ? 'threePublic' : null;
}
