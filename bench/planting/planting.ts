import { checkArithmetic } from '../src/check/arithmetic.ts';
import { relationsOf } from '../src/check/check.ts';
import { ledgerOf } from '../src/check/ledger.ts';
import { networkOf, type Network } from '../src/check/network.ts';
import type { Disclosure } from '../src/model/disclosure.ts';
import type { Figure } from '../src/model/figure.ts';
import type { Finding } from '../src/model/finding.ts';
import { parseAmount } from '../src/model/money.ts';
import type { Place } from '../src/model/place.ts';
import { mistyped, type MistakeKind } from './mistakes.ts';
import { isVisible, singleChanges } from './oracle.ts';
import type { Random } from './random.ts';

/** One wrong figure in a disclosure that is right otherwise. */
export interface Plant {
  readonly kind: MistakeKind;
  readonly figure: Figure;
  /** As it is printed now. */
  readonly text: string;
  readonly fen: number;
  readonly unitFen: number;
}

/** What checking made of one plant. */
export interface Verdict {
  /** The change leaves the rounding interval of some relation. */
  readonly visible: boolean;
  /** No other figure's change alone would satisfy every relation (brute force, without the localiser). */
  readonly decidable: boolean;
  readonly found: boolean;
  readonly first: boolean;
  readonly tied: boolean;
  readonly corrected: boolean;
  /** Findings whose culprits do not include the planted figure. */
  readonly falseAlarms: number;
}

/** Tables whose figures stand in relations with others: all but the empty ones, 11 and 13. */
export const plantedTables: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6, 7, 8, 12]);

/** The printed figures that mistakes are planted in. */
export function plantable(disclosure: Disclosure): readonly Figure[] {
  return disclosure.figures.filter(({ text, place }) => text !== '' && plantedTables.has(place.table ?? 0));
}

/** A mistake of the kind in the figure; null where it cannot be made. */
export function plantIn(
  disclosure: Disclosure,
  figure: Figure,
  kind: MistakeKind,
  random: Random,
): Plant | null {
  const text = mistyped(figure.text, kind, neighbourTexts(disclosure, figure), random);
  const amount = text === null ? null : parseAmount(text, figure.unit);
  if (text === null || amount === null || typeof amount === 'string') return null;
  return { kind, figure, text, ...amount };
}

/** What is printed in the next cells of the row and of the column. */
function neighbourTexts({ figures }: Disclosure, { id, place }: Figure): readonly string[] {
  const near = figures.filter(
    (other) =>
      other.id !== id &&
      other.place.table === place.table &&
      (other.place.row === place.row || other.place.column === place.column),
  );
  return [...near]
    .sort((a, b) => Math.abs(a.id - id) - Math.abs(b.id - id))
    .slice(0, 3)
    .map((other) => other.text);
}

/** The disclosure with the planted figure; tables and figures alike. */
export function withPlant(disclosure: Disclosure, { figure, text, fen, unitFen }: Plant): Disclosure {
  const figures = disclosure.figures.map((own) =>
    own.id === figure.id ? { ...own, text, fen, unitFen } : own,
  );
  return { ...disclosure, figures };
}

/** The tables' relations with what their arithmetic finds, as `checkDisclosure` does it. */
export interface CheckedTables {
  readonly network: Network;
  readonly findings: readonly Finding[];
}

export function checkTables(disclosure: Disclosure): CheckedTables {
  const network = tableNetwork(disclosure);
  const { findings } = checkArithmetic(network.variables, network.relations, { tailsNoted: true });
  return { network, findings };
}

/** Relations of the disclosure as it was before planting. */
export function tableNetwork(disclosure: Disclosure): Network {
  const ledger = ledgerOf(disclosure.figures);
  return networkOf(ledger.variables, relationsOf(disclosure, ledger));
}

/** Plants, checks the tables, and judges what was found. */
export function judgePlant(disclosure: Disclosure, original: Network, plant: Plant): Verdict {
  const { network, findings } = checkTables(withPlant(disclosure, plant));
  return judged(plant, findings, original, network);
}

/** Judges the findings that the unplanted document does not have. */
export function judged(
  plant: Plant,
  fresh: readonly Finding[],
  original: Network,
  planted: Network,
): Verdict {
  const { figure } = plant;
  const naming = fresh.filter((finding) =>
    finding.culprits.some((culprit) => isAt(culprit.place, figure.place)),
  );
  const [main] = naming;
  const [best] = main?.culprits ?? [];
  const first = best !== undefined && isAt(best.place, figure.place);
  return {
    visible: isVisible(original, { figure: figure.id, value: plant.fen, unit: plant.unitFen }),
    decidable: isDecidable(planted, figure.id),
    found: naming.length > 0,
    first,
    tied: main?.tied ?? false,
    corrected: first && best.expected?.fen === figure.fen,
    falseAlarms: fresh.length - naming.length,
  };
}

function isDecidable({ variables, relations }: Network, figure: number): boolean {
  const figures = new Set(singleChanges(variables, relations).map((change) => change.figure));
  return figures.size === 1 && figures.has(figure);
}

function isAt(place: Place, other: Place): boolean {
  return (
    place.table === other.table &&
    place.row === other.row &&
    place.column === other.column &&
    place.line === other.line
  );
}

/** A finding without its words and support, to tell new findings from those the document had before. */
export function findingKey(finding: Finding): string {
  const culprits = finding.culprits.map(
    ({ place, reported, expected }) =>
      `${place.table}|${place.row}|${place.column}|${place.line}|${place.section}|${reported?.text}|${expected?.text}`,
  );
  return `${finding.rule} ${culprits.join(' ')}`;
}
