import { checkDisclosure } from '../../src/check/check.ts';
import { recognise } from '../../src/read/recognise/recognise.ts';
import type { Disclosure } from '../../src/model/disclosure.ts';
import type { Finding } from '../../src/model/finding.ts';
import { randomOf, type Random } from '../random.ts';
import { edited } from './marked.ts';
import { misspelt, mistakeKinds, mistyped, numberIn, otherDepartment, type MistakeKind } from './mistakes.ts';
import { findingKey, type Prepared } from './prepared.ts';
import { families, targetsIn, type Family, type Target } from './targets.ts';

/** One mistake in a document that is as it was otherwise. */
export interface Plant {
  readonly kind: MistakeKind;
  readonly target: Target;
  /** As it is printed now. */
  readonly text: string;
}

/** How many mistakes go into each family for every hundred asked for, where the document has anything of it. */
const shares: Readonly<Record<Family, number>> = {
  table: 44,
  sentence: 20,
  percentage: 10,
  sheet: 8,
  count: 4,
  'item name': 5,
  'project name': 5,
  'name in text': 4,
  'department in text': 3,
  'sheet text': 3,
};

/** So many mistakes, every kind in turn; the same seed gives the same ones. */
export function plantsIn(document: Prepared, count: number, seed: number): readonly Plant[] {
  const random = randomOf(seed);
  const targets = targetsIn(document);
  return families.flatMap((family) => {
    const own = targets.get(family) ?? [];
    const wanted = own.length === 0 ? 0 : Math.max(1, Math.round((count * shares[family]) / 100));
    const plants: Plant[] = [];
    for (let i = 0; plants.length < wanted && i < 6 * wanted; i += 1) {
      const plant = plantIn(random.pick(own), i, own, random);
      if (plant !== null) plants.push(plant);
    }
    return plants;
  });
}

function plantIn(target: Target, turn: number, all: readonly Target[], random: Random): Plant | null {
  if (target.figure === null) return plantInWords(target, random);
  const kind = mistakeKinds[turn % mistakeKinds.length] ?? 'digit';
  // A sentence without its number is another sentence: only cells of tables are left blank.
  if (kind === 'blank' && target.family !== 'table') return null;
  // A percentage or a count has no other unit of ten thousand.
  if (kind === 'unit' && target.figure.kind !== 'amount') return null;
  const text = mistyped(target.text, kind, neighboursOf(target, all), random);
  return text === null ? null : { kind, target, text };
}

function plantInWords(target: Target, random: Random): Plant | null {
  const { family, others = [] } = target;
  const [kind, text] =
    family === 'sheet text'
      ? (['copied text', random.pick(others)] as const)
      : family === 'department in text'
        ? (['department', otherDepartment(target.text, random)] as const)
        : (['name', misspelt(target.text, random)] as const);
  return text === null ? null : { kind, target, text };
}

/** What is printed in the next cells of the row and of the column, or beside it in the paragraph. */
function neighboursOf({ figure, block, text }: Target, all: readonly Target[]): readonly string[] {
  if (figure === null) return [];
  const { place, id } = figure;
  const near = all.filter(({ figure: other, block: own }) => {
    if (other === null || other.id === id || own !== block) return false;
    return place.table === undefined || other.place.row === place.row || other.place.column === place.column;
  });
  return [...near]
    .sort((a, b) => Math.abs((a.figure?.id ?? 0) - id) - Math.abs((b.figure?.id ?? 0) - id))
    .slice(0, 3)
    .map((other) => other.text)
    .filter((other) => numberIn(other) !== numberIn(text));
}

/** The document read with the mistake in it. */
export function withPlant({ source }: Prepared, { target, text }: Plant): Disclosure {
  const { block, cell, start } = target;
  return recognise(edited(source, { block, cell, start, end: start + target.text.length, text }));
}

/** A planted document as it was read, and what checking finds in it and not in the original. */
export interface Checked {
  readonly planted: Disclosure;
  readonly fresh: readonly Finding[];
}

export function checkedWith(document: Prepared, plant: Plant): Checked {
  const planted = withPlant(document, plant);
  const { findings } = checkDisclosure(planted);
  return { planted, fresh: findings.filter((finding) => !document.known.has(findingKey(finding))) };
}
