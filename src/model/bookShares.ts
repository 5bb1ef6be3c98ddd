import type { Book, BookShare } from './book.ts';
import { ownFunds, fiscalFunds, procurementItems, publicItems, vehicleKinds } from './book.ts';
import { words, type BookProblem, type Words } from './bookProblem.ts';
import { addFen, formatAmount } from './money.ts';

/** What a share is of: the path of the total in the book. Those of money, then those of things. */
export const amountSubjects = [
  ...procurementItems.map((item) => `procurement.${item}`),
  'previous.byClass',
  'previous.byNature.basic',
  'previous.byNature.project',
  ...[...fiscalFunds, ...ownFunds].map((fund) => `previous.byFund.${fund}`),
  'previous.carriedOver',
  'previous.operating',
  ...publicItems.map((item) => `previous.threePublic.${item}`),
] as const;

export const countSubjects = [
  'assets.vehicleQuota',
  ...vehicleKinds.map((kind) => `assets.vehicles.${kind}`),
  'assets.officeArea',
  'assets.generalEquipment',
  'assets.specialEquipment',
] as const;

/** The total that a share is a part of: 分, or a number of things. */
function totalOf(book: Book, { of, code }: Pick<BookShare, 'of' | 'code'>): number {
  const path = [...of.split('.'), ...(code === undefined ? [] : [code])];
  const value = path.reduce<unknown>(
    (node, key) =>
      typeof node === 'object' && node !== null
        ? (node as Readonly<Record<string, unknown>>)[key]
        : undefined,
    book,
  );
  return typeof value === 'number' ? value : 0;
}

/** Everything that a book states for the whole of it, as the share of one unit; nothing of what is zero. */
export function sharesOf(book: Book, unit: string): readonly BookShare[] {
  const money = amountSubjects.flatMap((of): readonly BookShare[] => {
    if (of === 'previous.byClass') {
      const classes = Object.entries(book.previous?.byClass ?? {});
      return classes.map(([code, fen]) => ({ unit, of, code, fen }));
    }
    return [{ unit, of, fen: totalOf(book, { of }) }];
  });
  const things = countSubjects.map((of): BookShare => ({ unit, of, count: totalOf(book, { of }) }));
  return [...money, ...things].filter(({ fen = 0, count = 0 }) => fen + count !== 0);
}

/** Shares of units that the book does not have, that are of nothing, or that are more than their total. */
export function shareProblems(book: Book): readonly BookProblem[] {
  const { shares = [] } = book;
  const units = new Set(book.units.map(({ name }) => name));
  const own = shares.flatMap((share, i) => ownProblems(share, `shares[${i}]`, units));
  return own.length > 0 ? own : sumProblems(book, shares);
}

const enterWords = {
  fen: words('请填写这个单位的金额', 'State the amount of this unit'),
  count: words('请填写这个单位的数量', 'State the number of this unit'),
} as const;
const surplusWords = {
  fen: words('这一项填写数量，不填金额，请删除', 'This is a number of things: remove the amount'),
  count: words('这一项填写金额，不填数量，请删除', 'This is an amount: remove the number'),
} as const;
const codeNeeded = words('请填写支出功能分类类级科目（3位）', 'State the class of function (3 digits)');
const codeSurplus = words('这一项不按功能分类，请删除科目', 'This is not by function: remove the code');

function unknownUnit(unit: string): Words {
  return words(`单位“${unit}”不在单位名单中，请核对`, `“${unit}” is not among the units of the book`);
}

function ownProblems(share: BookShare, path: string, units: ReadonlySet<string>): readonly BookProblem[] {
  const isCount = (countSubjects as readonly string[]).includes(share.of);
  const [wanted, other] = isCount ? (['count', 'fen'] as const) : (['fen', 'count'] as const);
  const needsCode = share.of === 'previous.byClass';
  return [
    ...(units.has(share.unit) ? [] : [{ path: `${path}.unit`, message: unknownUnit(share.unit) }]),
    ...(share[wanted] === undefined ? [{ path: `${path}.${wanted}`, message: enterWords[wanted] }] : []),
    ...(share[other] === undefined ? [] : [{ path: `${path}.${other}`, message: surplusWords[other] }]),
    ...(needsCode === (share.code !== undefined)
      ? []
      : [
          {
            path: `${path}.code`,
            message: needsCode ? codeNeeded : codeSurplus,
          },
        ]),
  ];
}

/** Less than the total is no problem: some of it may not be known by unit. */
function sumProblems(book: Book, shares: readonly BookShare[]): readonly BookProblem[] {
  const sums = new Map<string, { readonly first: number; readonly share: BookShare; readonly sum: number }>();
  shares.forEach((share, i) => {
    const key = `${share.of} ${share.code ?? ''}`;
    const known = sums.get(key);
    const sum = addFen(known?.sum ?? 0, share.fen ?? share.count ?? 0);
    sums.set(key, { first: known?.first ?? i, share, sum });
  });
  return [...sums.values()].flatMap(({ first, share, sum }) => {
    const total = totalOf(book, share);
    if (sum <= total) return [];
    const isCount = share.count !== undefined;
    const [parts, whole] = [sum, total].map((value) =>
      isCount ? String(value) : formatAmount(value, '元', 2),
    );
    const [yuan, inYuan] = isCount ? ['', ''] : [' 元', ' yuan'];
    return [
      {
        path: `shares[${first}].${isCount ? 'count' : 'fen'}`,
        message: words(
          `分到各单位的合计 ${parts}${yuan}，多于总数 ${whole}${yuan}，请核对`,
          `The units' parts sum to ${parts}${inYuan}, above the total ${whole}${inYuan}`,
        ),
      },
    ];
  });
}
