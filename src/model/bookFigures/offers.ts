import type { Book } from '../book.ts';
import { projectKey, publicItems } from '../book.ts';
import { codesOfBook } from '../bookCodes.ts';
import { addFen, fenPerUnit } from '../money.ts';
import { figureAmounts } from './amounts.ts';
import { readReference } from './reference.ts';

/** A figure of the book that a text may refer to. */
export interface FigureOffer {
  /** What stands between the braces. */
  readonly words: string;
  /** What a clerk calls it. */
  readonly name: string;
  readonly fen: number;
}

const general = [
  ...['支出', '收入', '基本支出', '人员经费', '公用经费', '项目支出', '机关运行经费', '年终结转'],
  ...['财政拨款·支出', '一般公共预算·支出', '政府性基金预算·支出', '国有资本经营预算·支出'],
  ...['财政拨款·收入', '一般公共预算·收入', '单位资金·收入', '事业收入·收入', '上年结转·支出', '当年·支出'],
  ...['一般公共预算·当年·支出', '一般公共预算·基本支出', '一般公共预算·项目支出'],
  ...['三公经费', '公务用车购置及运行费', '政府采购', '货物', '工程', '服务'],
  ...['上年·支出', '上年·收入', '上年·基本支出', '上年·项目支出', '上年·机关运行经费', '上年·三公经费'],
  ...['上年·一般公共预算·收入', '上年·政府性基金预算·收入', '上年·上年结转·收入'],
];
const publicWords = {
  abroad: '因公出国（境）费',
  reception: '公务接待费',
  vehiclePurchase: '公务用车购置费',
  vehicleRunning: '公务用车运行维护费',
} as const;

/** Every figure of the book that is not zero, the common ones first; thousands of lines take milliseconds. */
export function figureOffers(book: Book): readonly FigureOffer[] {
  const amounts = figureAmounts(book);
  const common = [...general, ...publicItems.map((item) => publicWords[item])].flatMap((words) => {
    const reference = readReference(words);
    const fen = reference === null ? null : amounts(reference);
    return fen === null ? [] : [{ words, name: words, fen }];
  });
  const classes = Object.entries(book.previous?.byClass ?? {}).map(([code, fen]) => ({
    words: `上年·支出·${code}`,
    name: `上年·支出·${code} ${nameOf(book, 'function', code)}`,
    fen,
  }));
  return [...common, ...codeOffers(book), ...projectOffers(book), ...classes].filter(({ fen }) => fen !== 0);
}

function codeOffers(book: Book): readonly FigureOffer[] {
  return (['function', 'deptEconomic'] as const).flatMap((axis) => {
    const sums = new Map<string, number>();
    for (const fact of book.facts) {
      const code = fact[axis] ?? '';
      for (let digits = 3; digits <= code.length; digits += 2) {
        const node = code.slice(0, digits);
        sums.set(node, addFen(sums.get(node) ?? 0, fact.fen));
      }
    }
    return [...sums]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, fen]) => ({
        words: `支出·${code}`,
        name: `${code} ${nameOf(book, axis, code)}`,
        fen,
      }));
  });
}

function nameOf(book: Book, axis: 'function' | 'deptEconomic', code: string): string {
  return codesOfBook(book)(axis, book.year).find(code)?.name ?? '';
}

function projectOffers({ facts, projects }: Book): readonly FigureOffer[] {
  const sums = new Map<string, number>();
  for (const { project, fen } of facts) {
    if (project !== undefined) sums.set(project, addFen(sums.get(project) ?? 0, fen));
  }
  return projects
    .filter((each) => !/[{}|\n]/.test(projectKey(each)))
    .map((each) => ({
      words: `支出·项目：${projectKey(each)}`,
      name: each.name,
      fen: sums.get(projectKey(each)) ?? 0,
    }));
}

/** An amount that somebody typed into a text, [start, end) with its unit. */
export interface TypedFigure {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly fen: number;
  /** 分 of its last digit. */
  readonly unitFen: number;
  readonly unit: '万元' | '元';
}

const typed = /(?<![\d.,，])(\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.(\d{1,6}))?\s*(万元|元)/g;

/** The amounts with a unit in a text that are no references. */
export function typedFigures(text: string): readonly TypedFigure[] {
  return [...text.matchAll(typed)].flatMap((match) => {
    const [whole, digits = '', decimals = '', unitWord] = match;
    const unit = unitWord === '元' ? '元' : '万元';
    const unitFen = fenPerUnit[unit] / 10 ** decimals.length;
    const fen = Number(digits.replace(/[,，]/g, '') + decimals) * unitFen;
    const place = { start: match.index, end: match.index + whole.length, text: whole };
    return Number.isSafeInteger(fen) && unitFen >= 1 && fen > 0 ? [{ ...place, fen, unitFen, unit }] : [];
  });
}

/** The figures of the book that a typed amount may be: equal when printed with its digits. */
export function offersFor(
  { fen, unitFen }: TypedFigure,
  offers: readonly FigureOffer[],
): readonly FigureOffer[] {
  return offers.filter(
    (offer) => 2 * Math.abs(offer.fen - fen) <= unitFen && (unitFen > 1 || offer.fen === fen),
  );
}

/** The text with a typed amount linked to a figure. */
export function linkedAt(text: string, { start, end, unit }: TypedFigure, { words }: FigureOffer): string {
  return `${text.slice(0, start)}${tokenOf(words, unit)}${text.slice(end)}`;
}

export function tokenOf(words: string, unit: '万元' | '元'): string {
  return `{{${words}${unit === '元' ? '|元' : ''}}}`;
}
