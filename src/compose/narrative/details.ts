import type { PublicItem } from '../../model/book.ts';
import { isPrintedChange } from '../../model/bookReasons.ts';
import {
  amountOf,
  classesOf,
  economicNames,
  previousOf,
  reasonFor,
  tableScope,
  type Telling,
} from '../facts.ts';
import { because, comparison, enumerated, money, share } from '../sentences.ts';

/** 五、一般公共预算支出: its size against last year's and its structure, largest class first. */
export function generalSection(telling: Telling): readonly string[] {
  const scope = tableScope(telling, 'generalExpenditure');
  const total = amountOf(telling, scope);
  const words = scope.vintage === 'current' ? '一般公共预算当年支出' : '一般公共预算支出';
  if (total === 0) return [`${telling.year}年度本部门没有${words}${generalChange(telling, 0)}。`];
  const classes = classesOf(telling, scope);
  const list = classes.map(({ name, fen }) => `${name}${money(fen)}${share(fen, total)}`);
  return [
    `（一）${words}规模变化情况`,
    `${telling.year}年度本部门${words}${money(total)}${generalChange(telling, total)}。`,
    `（二）${words}结构情况`,
    `${telling.year}年度${words}${money(total)}，主要用于以下方面：${list.join('；')}。`,
  ];
}

/** Last year's figure is this year's money only: a form that adds the carry-over has nothing to compare with. */
function generalChange(telling: Telling, total: number): string {
  const { previous } = telling.book;
  const own = tableScope(telling, 'generalExpenditure').vintage === 'current';
  if (previous === null || !own) return '';
  const before = previousOf(telling).fund('general');
  if (total === 0) return ended(before, reasonFor(telling, 'general'));
  return `，${comparison(total, before)}${because(reasonFor(telling, 'general'), total, before)}`;
}

/** ，比上年减少…，原因是… behind words that there is nothing this year; nothing where there was none before. */
function ended(before: number, reason: string | undefined): string {
  return isPrintedChange(before) ? `，比上年减少${money(before)}${because(reason, 0, before)}` : '';
}

/** 六、一般公共预算基本支出 with what it is used for. */
export function basicSection(telling: Telling): readonly string[] {
  const scope = tableScope(telling, 'basicByEconomic');
  const total = amountOf(telling, scope);
  if (total === 0) return [`${telling.year}年度本部门没有用一般公共预算安排基本支出。`];
  const uses = (
    [
      ['personnel', '人员经费'],
      ['operating', '公用经费'],
    ] as const
  ).flatMap(([nature, words]) => {
    const part = { ...scope, nature };
    const fen = amountOf(telling, part);
    return fen === 0 ? [] : [`${words}${money(fen)}，用于${enumerated(economicNames(telling, part))}`];
  });
  const paragraphs = uses.map((use, i) => `${use}${i === uses.length - 1 ? '。' : '；'}`);
  return [`${telling.year}年度一般公共预算安排基本支出${money(total)}。其中：`, ...paragraphs];
}

const publicNames: Readonly<Record<PublicItem, string>> = {
  abroad: '因公出国（境）费',
  reception: '公务接待费',
  vehiclePurchase: '公务用车购置费',
  vehicleRunning: '公务用车运行维护费',
};

/** 七、“三公”经费 in its four parts. */
export function publicSection(telling: Telling): readonly string[] {
  const { book, year } = telling;
  const total = amountOf(telling, { item: 'threePublic' });
  const before = Object.values(book.previous?.threePublic ?? {}).reduce<number>((sum, fen) => sum + fen, 0);
  if (total === 0 && before === 0) {
    const both = book.previous === null ? '' : '，上年同样没有安排';
    return [`${year}年度本部门没有安排“三公”经费预算${both}。`];
  }
  if (total === 0)
    return [`${year}年度本部门没有安排“三公”经费预算${ended(before, reasonFor(telling, 'threePublic'))}。`];
  const parts = (Object.keys(publicNames) as PublicItem[]).map(
    (item) => `${publicNames[item]}${money(amountOf(telling, { item }))}`,
  );
  const change =
    book.previous === null
      ? ''
      : `“三公”经费${comparison(total, before)}${because(reasonFor(telling, 'threePublic'), total, before)}。`;
  return [
    `${year}年度本部门“三公”经费预算${money(total)}，其中：${parts.join('，')}。`,
    ...(change === '' ? [] : [change]),
  ];
}

/** 八、机关运行经费. */
export function operatingSection(telling: Telling): readonly string[] {
  const { book, year } = telling;
  const total = amountOf(telling, operatingScope(telling));
  const before = book.previous?.operating ?? 0;
  if (total === 0)
    return [`${year}年本部门没有机关运行经费预算${ended(before, reasonFor(telling, 'operating'))}。`];
  const change =
    book.previous === null
      ? ''
      : `，${comparison(total, before)}${because(reasonFor(telling, 'operating'), total, before)}`;
  return [`${year}年本部门机关运行经费预算为${money(total)}${change}。`];
}

/** As the form's table has it, else all 公用经费 of 行政 and 参公 units. */
function operatingScope(telling: Telling): ReturnType<typeof tableScope> {
  const own = tableScope(telling, 'operating');
  const common = { flow: 'expenditure', use: 'spent', nature: 'operating', unitKind: 'administrative' };
  return own.nature === undefined ? common : own;
}

/** 九、政府采购 by kind. */
export function procurementSection({ book, year }: Telling): readonly string[] {
  const { goods, works, services } = book.procurement;
  const total = goods + works + services;
  if (total === 0) return [`${year}年本部门没有安排政府采购预算。`];
  const parts = [
    ['货物', goods],
    ['工程', works],
    ['服务', services],
  ] as const;
  const list = parts.map(([words, fen]) => `政府采购${words}预算${money(fen)}`).join('、');
  return [`${year}年本部门政府采购预算总额${money(total)}，其中：${list}。`];
}
