import type { Network } from '../../src/check/network.ts';
import type { Variable } from '../../src/check/variable.ts';
import { codeAxes, shippedEntries, type CodeAxis } from '../../src/model/codes/entries.ts';
import type { Disclosure } from '../../src/model/disclosure.ts';
import { fold } from '../../src/model/fold.ts';
import type { Culprit, Finding } from '../../src/model/finding.ts';
import type { Place } from '../../src/model/place.ts';
import { isVisible, singleChangesIn } from '../oracle.ts';
import { markOf } from './marked.ts';
import { decimalsIn, numberIn } from './mistakes.ts';
import type { Checked, Plant } from './planting.ts';
import { networkOfDisclosure, type Prepared } from './prepared.ts';

/** What checking made of one plant. */
export interface Verdict {
  readonly plant: Plant;
  /** The change leaves the rounding interval of some relation; changed words are always visible. */
  readonly visible: boolean;
  /**
   * No other figure's change alone would satisfy every relation (brute force, without the localiser). Words: what
   * they were stands elsewhere too.
   */
  readonly decidable: boolean;
  readonly found: boolean;
  /** The planted figure is the first culprit. */
  readonly first: boolean;
  readonly tied: boolean;
  /** First, and the expected value is the original. */
  readonly corrected: boolean;
  /** Findings that name only untouched figures. */
  readonly alarms: readonly Finding[];
}

/** Judges what was found by the plant. */
export function judged(document: Prepared, plant: Plant, { planted, fresh }: Checked): Verdict {
  const { target } = plant;
  const isName = target.figure === null;
  const isHere = (place: Place): boolean => isAt(document, plant, place);
  const naming = fresh.filter(
    ({ culprits, evidence }) =>
      culprits.some(({ place }) => isHere(place)) || (isName && evidence.some(({ place }) => isHere(place))),
  );
  const main = naming.find(({ culprits: [best] }) => best !== undefined && isHere(best.place)) ?? naming[0];
  const [best] = main?.culprits ?? [];
  const first = best !== undefined && isHere(best.place);
  const alarms = fresh.filter(
    (finding) =>
      !naming.includes(finding) &&
      finding.severity !== 'info' &&
      !finding.culprits.some(({ place }) => document.accused.has(markOf(place))),
  );
  return {
    plant,
    visible: isName || isVisibleIn(document.network, plant),
    decidable: isName
      ? isToldElsewhere(document, plant)
      : isDecidable(document.network, plant) || isDecidedBy(planted, plant),
    found: naming.length > 0,
    first,
    tied: main?.tied ?? false,
    corrected: first && isCorrected(best, plant, naming),
    alarms,
  };
}

/** The figure itself; for a name also the row or the paragraph that it stands in. */
function isAt({ spots }: Prepared, { target, text }: Plant, place: Place): boolean {
  const mark = markOf(place);
  if (target.figure !== null) {
    const near = target.offset === null || Math.abs((place.offset ?? 0) - target.offset) <= text.length;
    return mark === target.mark && near;
  }
  const [own, other] = [spots.get(target.mark), spots.get(mark)];
  if (own === undefined || other?.block !== own.block) return false;
  return own.kind === 'text' || (other.kind === 'cell' && other.row === own.row);
}

/** Words can be put right where they stand at another place of the document, or in the lists of codes. */
function isToldElsewhere({ source }: Prepared, { target }: Plant): boolean {
  // Which project's text was overwritten is not said by another sheet that holds the same words.
  if (target.family === 'sheet text') return false;
  const wanted = fold(target.text);
  if (codedNames().has(wanted)) return true;
  return source.blocks.some((block, b) =>
    block.kind === 'paragraph'
      ? (target.cell !== null || b !== target.block) && fold(block.text).includes(wanted)
      : block.rows.some((row) =>
          row.some((cell) => cell !== target.cell && fold(cell.text).includes(wanted)),
        ),
  );
}

const codedNames = (() => {
  let names: ReadonlySet<string> | null = null;
  return (): ReadonlySet<string> => (names ??= new Set(codeAxes.flatMap(namesOfAxis)));
})();

function namesOfAxis(axis: CodeAxis): readonly string[] {
  const entries = shippedEntries(axis);
  return [...entries.codes()].flatMap((code) => {
    const name = entries.find(code)?.name;
    return name === undefined ? [] : [fold(name)];
  });
}

function isCorrected(best: Culprit, { target }: Plant, naming: readonly Finding[]): boolean {
  if (target.figure !== null) return numberIn(best.expected?.text ?? '') === numberIn(target.text);
  const wanted = fold(target.text);
  return naming.some(
    ({ culprits, evidence, params }) =>
      culprits.some(({ expected }) => fold(expected?.text ?? '').includes(wanted)) ||
      evidence.some(({ text }) => fold(text).includes(wanted)) ||
      Object.values(params).some((value) => fold(String(value)).includes(wanted)),
  );
}

/** How many of the figure's own integers the number one is printed for. */
function scaleOf({ express }: Variable): number {
  const many = 1_000_000;
  return many / (numberIn(express(many).text) ?? 1);
}

/** The planted number in the figure's own integers, with the size of its last digit. */
function plantedValue({ target: { figure, text: original }, text }: Plant): { value: number; unit: number } {
  const [before, after] = [numberIn(original) ?? 0, numberIn(text)];
  if (figure === null || after === null) return { value: 0, unit: 0 };
  const scale = before === 0 ? scaleOf(figure) : Math.round(figure.value / before);
  const isExact = after === 0 && decimalsIn(text) === 0;
  return { value: Math.round(after * scale), unit: isExact ? 0 : scale / 10 ** decimalsIn(text) };
}

function isVisibleIn(network: Network, plant: Plant): boolean {
  const figure = plant.target.figure?.id ?? -1;
  return isVisible(network, { figure, ...plantedValue(plant) });
}

/** Some relations are only stated where a sum fails: the oracle may use them as the localiser does. */
function isDecidedBy(planted: Disclosure, { target, text }: Plant): boolean {
  const network = networkOfDisclosure(planted);
  const own = network.variables.find(
    (variable) => markOf(variable.place) === target.mark && variable.text === text,
  );
  if (own === undefined) return false;
  const figures = new Set(singleChangesIn(network, own.id).map((change) => change.figure));
  return figures.size === 1 && figures.has(own.id);
}

function isDecidable(network: Network, plant: Plant): boolean {
  const figure = plant.target.figure?.id ?? -1;
  const variables = network.variables.map((own) =>
    own.id === figure ? { ...own, ...plantedValue(plant) } : own,
  );
  const figures = new Set(singleChangesIn({ ...network, variables }, figure).map((change) => change.figure));
  return figures.size === 1 && figures.has(figure);
}
