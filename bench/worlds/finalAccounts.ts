import type { Book, BookFact } from '../../src/model/book.ts';
import { shippedEntries } from '../../src/model/codes/entries.ts';
import { chineseNumeral } from '../../src/model/numerals.ts';
import { accountsNarrative } from './accountsNarrative.ts';

/** What became of a book's year: what was spent, and what of the general fund was left over at its end, in 分. */
export interface Accounts {
  readonly book: Book;
  readonly facts: readonly BookFact[];
  readonly left: number;
}

/** The accounts of a book: every line as it was spent, with something left over now and then. */
export function accountsOf(book: Book): Accounts {
  const left =
    book.facts.length % 3 === 0 ? 0 : Math.floor(book.facts.reduce((sum, { fen }) => sum + fen, 0) / 97);
  return { book, facts: book.facts, left };
}

/** A whole 决算 of nine tables in the national form, as tab-separated text, in 万元. */
export function finalAccountsText(accounts: Accounts): string {
  const { book } = accounts;
  const tables = [
    ['收入支出决算总表', balance(accounts)],
    ['收入决算表', revenue(accounts)],
    [
      '支出决算表',
      spending(accounts.facts, '本年支出合计', ['上缴上级支出', '经营支出', '对附属单位补助支出']),
    ],
    ['财政拨款收入支出决算总表', appropriation(accounts)],
    ['一般公共预算财政拨款支出决算表', spending(ofFund(accounts.facts, 'general'), '合计', [])],
    ['一般公共预算财政拨款基本支出决算表', economic(accounts)],
    ['财政拨款“三公”经费支出决算表', publicExpenses(book)],
    ['政府性基金预算财政拨款收入支出决算表', fundTable(ofFund(accounts.facts, 'governmentFund'))],
    ['国有资本经营预算财政拨款收入支出决算表', fundTable(ofFund(accounts.facts, 'stateCapital'))],
  ] as const;
  return [
    `${book.department.name}${book.year}年度部门决算`,
    '第一部分 部门概况',
    `一、主要职责\n\n${book.overview.duties}`,
    `二、机构设置\n\n${book.overview.offices.map(({ name, text }) => `${name}：${text}`).join('\n\n')}`,
    `第二部分 ${book.year}年度部门决算表`,
    ...tables.map(
      ([title, lines]) => `${title}\n\n部门：${book.department.name}\n\n单位：万元\n\n${lines.join('\n')}`,
    ),
    `第三部分 ${book.year}年度部门决算情况说明`,
    ...accountsNarrative(accounts),
    '',
  ].join('\n\n');
}

export function ofFund(
  facts: readonly BookFact[],
  ...funds: readonly BookFact['fund'][]
): readonly BookFact[] {
  return facts.filter(({ fund }) => funds.includes(fund));
}

export function sumOf(facts: readonly BookFact[]): number {
  return facts.reduce((sum, { fen }) => sum + fen, 0);
}

/** 万元 with two decimals, rounded once; nothing is blank. */
export function wan(fen: number): string {
  return fen === 0 ? '' : (Math.round(fen / 10_000) / 100).toFixed(2);
}

export const fiscal = ['general', 'governmentFund', 'stateCapital'] as const;
const incomes = [
  ['上级补助收入', 'superiorGrant'],
  ['事业收入', 'serviceIncome'],
  ['经营收入', 'businessIncome'],
  ['附属单位上缴收入', 'affiliatedRemittance'],
] as const;

export const isCurrent = ({ vintage }: BookFact): boolean => vintage === 'current';
const isCarried = ({ vintage }: BookFact): boolean => vintage === 'carriedOver';

/** This year's money of some funds; what is left over is the general fund's. */
export function income({ facts, left }: Accounts, ...funds: readonly BookFact['fund'][]): number {
  return sumOf(ofFund(facts, ...funds).filter(isCurrent)) + (funds.includes('general') ? left : 0);
}

function balance(accounts: Accounts): readonly string[] {
  const { facts, left } = accounts;
  const own = sumOf(facts.filter(isCurrent)) + left;
  const carried = sumOf(facts.filter(isCarried));
  const fiscalNames = ['一般公共预算', '政府性基金预算', '国有资本经营预算'];
  const left1 = [
    ...fiscal.map(
      (fund, i) => [`${numeral(i)}、${fiscalNames[i] ?? ''}财政拨款收入`, income(accounts, fund)] as const,
    ),
    ...incomes.map(([name, fund], i) => [`${numeral(i + 3)}、${name}`, income(accounts, fund)] as const),
    ['八、其他收入', income(accounts, 'otherIncome', 'fiscalAccount')] as const,
  ];
  const right = classesOf(facts).map(([, name, fen], i) => [`${numeral(i)}、${name}`, fen] as const);
  return [
    '收入\t\t支出\t',
    '项目\t决算数\t项目\t决算数',
    ...sideBySide(left1, right),
    line('本年收入合计', own, '本年支出合计', sumOf(facts)),
    line('使用非财政拨款结余', 0, '结余分配', 0),
    line('年初结转和结余', carried, '年末结转和结余', left),
    line('总计', own + carried, '总计', sumOf(facts) + left),
  ];
}

function numeral(i: number): string {
  return chineseNumeral(i + 1);
}
type Entry = readonly [name: string, fen: number];

function line(name: string, fen: number, other: string, otherFen: number): string {
  return [name, wan(fen), other, wan(otherFen)].join('\t');
}

function sideBySide(left: readonly Entry[], right: readonly Entry[]): readonly string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => {
    const [[a, x], [b, y]] = [left[i] ?? ['', 0], right[i] ?? ['', 0]];
    return line(a, x, b, y);
  });
}

/** Classes with their names and sums, in code order. */
export function classesOf(
  facts: readonly BookFact[],
): readonly (readonly [code: string, name: string, fen: number])[] {
  const codes = [...new Set(facts.map(({ function: code }) => code.slice(0, 3)))].sort();
  return codes.map((code) => [code, nameOf('function', code), sumOf(under(facts, code))]);
}

function nameOf(axis: 'function' | 'deptEconomic', code: string): string {
  return shippedEntries(axis).find(code)?.name ?? code;
}

function under(facts: readonly BookFact[], code: string): readonly BookFact[] {
  return facts.filter((fact) => fact.function.startsWith(code));
}

/** Rows of the function tree with one cell for each column, under a row of totals. */
function tree(
  facts: readonly BookFact[],
  columns: readonly ((own: readonly BookFact[]) => number)[],
): readonly string[] {
  const codes = new Set(
    facts.flatMap(({ function: code }) => [3, 5, 7].map((length) => code.slice(0, length))),
  );
  const cells = (own: readonly BookFact[]): string => columns.map((column) => wan(column(own))).join('\t');
  return [
    `合计\t\t${cells(facts)}`,
    ...[...codes].sort().map((code) => `${code}\t${nameOf('function', code)}\t${cells(under(facts, code))}`),
  ];
}

/** What is left over was meant for the first item of the general fund. */
function revenue(accounts: Accounts): readonly string[] {
  const { facts, left } = accounts;
  const [first] = ofFund(facts, 'general').filter(isCurrent);
  const extra: readonly BookFact[] = first === undefined || left === 0 ? [] : [{ ...first, fen: left }];
  const columns = [
    [...fiscal],
    ...incomes.map(([, fund]) => [fund]),
    ['otherIncome', 'fiscalAccount'] as const,
  ];
  return [
    `科目编码\t科目名称\t本年收入合计\t财政拨款收入\t${incomes.map(([name]) => name).join('\t')}\t其他收入`,
    ...tree(
      [...facts.filter(isCurrent), ...extra],
      [sumOf, ...columns.map((funds) => (own: readonly BookFact[]) => sumOf(ofFund(own, ...funds)))],
    ),
  ];
}

export const isBasic = ({ nature }: BookFact): boolean => nature === 'personnel' || nature === 'operating';
const basicSum = (own: readonly BookFact[]): number => sumOf(own.filter(isBasic));
const projectSum = (own: readonly BookFact[]): number => sumOf(own.filter((fact) => !isBasic(fact)));

function spending(facts: readonly BookFact[], total: string, others: readonly string[]): readonly string[] {
  const head = ['科目编码', '科目名称', total, '基本支出', '项目支出', ...others];
  return [head.join('\t'), ...tree(facts, [sumOf, basicSum, projectSum, ...others.map(() => () => 0)])];
}

function appropriation(accounts: Accounts): readonly string[] {
  const { facts, left } = accounts;
  const own = ofFund(facts, ...fiscal);
  const names = ['一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'];
  const byFund = (of: readonly BookFact[]): readonly string[] =>
    [sumOf(of), ...fiscal.map((fund) => sumOf(ofFund(of, fund)))].map(wan);
  const rest = [wan(left), wan(left), '', ''];
  const total = [
    sumOf(own) + left,
    ...fiscal.map((fund) => sumOf(ofFund(own, fund)) + (fund === 'general' ? left : 0)),
  ].map(wan);
  const carried = own.filter(isCarried);
  const right = classesOf(own).map(([code, name], i) => [
    `${numeral(i)}、${name}`,
    ...byFund(under(own, code)),
  ]);
  const leftRows = fiscal.map((fund, i) => [`${numeral(i)}、${names[i] ?? ''}`, wan(income(accounts, fund))]);
  const rows = Array.from({ length: Math.max(3, right.length) }, (_, i) => [
    ...(leftRows[i] ?? ['', '']),
    ...(right[i] ?? ['', '', '', '', '']),
  ]);
  return [
    '收入\t\t支出\t\t\t\t',
    `项目\t决算数\t项目\t合计\t${names.join('\t')}`,
    ...rows.map((row) => row.join('\t')),
    ['本年收入合计', wan(income(accounts, ...fiscal)), '本年支出合计', ...byFund(own)].join('\t'),
    ['年初财政拨款结转和结余', wan(sumOf(carried)), '年末财政拨款结转和结余', ...rest].join('\t'),
    ...fiscal.map((fund, i) =>
      [names[i] ?? '', wan(sumOf(ofFund(carried, fund))), '', '', '', '', ''].join('\t'),
    ),
    ['总计', wan(sumOf(own) + left), '总计', ...total].join('\t'),
  ];
}

function economic({ facts }: Accounts): readonly string[] {
  const basic = ofFund(facts, 'general').filter(isBasic);
  const codes = new Set(basic.flatMap(({ deptEconomic = '' }) => [deptEconomic.slice(0, 3), deptEconomic]));
  const of = (code: string): number =>
    sumOf(basic.filter(({ deptEconomic = '' }) => deptEconomic.startsWith(code)));
  return [
    '经济分类科目编码\t科目名称\t决算数',
    `合计\t\t${wan(sumOf(basic))}`,
    ...[...codes].sort().map((code) => `${code}\t${nameOf('deptEconomic', code)}\t${wan(of(code))}`),
  ];
}

/** 因公出国（境）费, vehicles with their two parts, reception: one row. */
function publicExpenses({ threePublic }: Book): readonly string[] {
  const of = (...items: readonly string[]): number =>
    threePublic.reduce((sum, { item, fen }) => (items.includes(item) ? sum + fen : sum), 0);
  const [bought, run] = [of('vehiclePurchase'), of('vehicleRunning')];
  const parts = [of('abroad'), bought + run, bought, run, of('reception')];
  const total = of('abroad', 'vehiclePurchase', 'vehicleRunning', 'reception');
  return [
    '合计\t因公出国（境）费\t公务用车购置及运行费\t\t\t公务接待费',
    '\t\t小计\t公务用车购置费\t公务用车运行费\t',
    [total, ...parts].map((fen) => (fen === 0 ? '0.00' : wan(fen))).join('\t'),
  ];
}

function fundTable(facts: readonly BookFact[]): readonly string[] {
  const head = [
    '科目编码\t科目名称\t年初结转和结余\t本年收入\t本年支出\t\t\t年末结转和结余',
    '\t\t\t\t小计\t基本支出\t项目支出\t',
  ];
  if (facts.length === 0)
    return [...head, '合计\t\t\t\t\t\t\t', '', '注：本部门没有这项收入和支出，故本表无数据。'];
  const sums = [
    (own: readonly BookFact[]) => sumOf(own.filter(isCarried)),
    (own: readonly BookFact[]) => sumOf(own.filter(isCurrent)),
  ];
  return [...head, ...tree(facts, [...sums, sumOf, basicSum, projectSum, () => 0])];
}
