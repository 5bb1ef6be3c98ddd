import type { Disclosure } from '../../../model/disclosure.ts';
import { fold } from '../../../model/fold.ts';
import type { Observation, Rule } from '../../rule.ts';
import { culpritAt, observe } from '../performance/observation.ts';
import { publicAmounts, type PublicAmount } from './items.ts';

const id = 'threePublic.partsStated';

interface Part {
  readonly item: string;
  readonly name: string;
  /** The words that speak of it. */
  readonly words: RegExp;
  /** The item whose zero says that this one is zero too. */
  readonly within?: string;
}

const parts: readonly Part[] = [
  { item: 'abroad', name: '因公出国（境）费', words: /出国|出境|因公/ },
  { item: 'reception', name: '公务接待费', words: /接待/ },
  {
    item: 'vehiclePurchase',
    name: '公务用车购置费',
    words: /(?:用车|车辆)购置(?!及|和|与)|购置费|购置(?:公务)?(?:用车|车辆)/,
    within: 'vehicles',
  },
  {
    item: 'vehicleRunning',
    name: '公务用车运行维护费',
    words: /(?:用车|车辆|公车)运[行转]|运[行转](?:维护)?费(?!和|及)/,
    within: 'vehicles',
  },
];

/** Where there are three public expenses, each of the four parts must be stated, zero included. */
export const partsStated: Rule = {
  id,
  severity: 'warning',
  authority: '财预〔2016〕143号',
  check: ({ disclosure }) => {
    const amounts = publicAmounts(disclosure);
    const total = amounts.find(({ item, fen }) => item === 'threePublic' && fen > 0);
    if (total === undefined) return { observations: [], pass: 0, notApplicable: parts.length };
    const words = wordsOf(disclosure);
    const own = disclosure.stage === 'finalAccounts' ? sectionWords(disclosure) : null;
    const found = parts.flatMap((part) => missing(part, amounts, { words, own }, total) ?? []);
    const uncounted = own === null ? [] : counts.flatMap((count) => notCounted(count, amounts, words) ?? []);
    return { observations: [...found, ...uncounted], pass: parts.length - found.length };
  },
};

/** What final accounts count beside the money: wherever it stands. */
interface Count {
  readonly item: string;
  readonly name: string;
  readonly words: RegExp;
}

const counts: readonly Count[] = [
  { item: 'abroad', name: '因公出国（境）的团组数和人数', words: /团组|\d+个团/ },
  {
    item: 'vehicleRunning',
    name: '公务用车保有量',
    words: /保有量|保有(?:公务)?(?:用车|车辆)|(?:共有|现有)(?:公务)?(?:用车|车辆)/,
  },
  { item: 'reception', name: '国内公务接待的批次和人数', words: /批次|\d+批|接待.{0,12}\d+[次个]/ },
];

/** An amount was spent and nowhere it is said on how many. */
function notCounted(
  { item, name, words }: Count,
  amounts: readonly PublicAmount[],
  said: string,
): Observation | null {
  const own = amounts.filter((amount) => amount.item === item && amount.text.trim() !== '');
  const [spent] = own;
  if (spent === undefined || own.some(({ fen }) => fen === 0) || words.test(said)) return null;
  return observe(id, 'warning', culpritAt(spent.place, spent.text), {
    variant: 'counts',
    params: { item: name },
  });
}

/** The section of the three public expenses, where there is one. */
function sectionWords({ narrative }: Disclosure): string | null {
  const texts = narrative
    .filter(({ section }) => section === 'threePublic')
    .flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
  return texts.length === 0 ? null : fold(texts.join('\n'));
}

function missing(
  part: Part,
  amounts: readonly PublicAmount[],
  { words, own: section }: { readonly words: string; readonly own: string | null },
  total: PublicAmount,
): Observation | null {
  const { item, within, name } = part;
  const own = amounts.filter((amount) => amount.item === item);
  const isZero =
    within !== undefined && amounts.some((a) => a.item === within && a.fen === 0 && a.text !== '');
  if (isZero || own.some(({ text }) => text.trim() !== '')) return null;
  const params = { item: name, total: total.text };
  const [blank] = own;
  if (blank !== undefined)
    return observe(id, isSilent(part, section) ? 'warning' : 'info', blankAt(blank), {
      variant: 'blank',
      params,
    });
  return part.words.test(words)
    ? null
    : observe(id, 'warning', culpritAt(total.place, total.text), { params });
}

/** The text of final accounts does not speak of the part either. */
function isSilent({ words }: Part, section: string | null): boolean {
  return section !== null && !words.test(section);
}

function blankAt({ place }: PublicAmount): Observation['culprits'][number] {
  return culpritAt(place, null, { text: '0.00', fen: 0 });
}

/** What the narrative and the table of the three public expenses say; the glossary defines and states nothing. */
function wordsOf({ narrative, tables }: Disclosure): string {
  const sections = narrative.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
  const table = tables
    .filter(({ key }) => key === 'threePublic')
    .flatMap(({ rows, columns }) => [
      ...rows.map(({ name }) => name),
      ...columns.map(({ title }) => title.join(' ')),
    ]);
  return fold([...sections, ...table].join('\n'));
}
