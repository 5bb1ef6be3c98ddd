import { isPrintedChange } from '../../model/bookReasons.ts';
import { allFunds, amountOf, className, classesOf, previousOf, reasonFor, type Telling } from '../facts.ts';
import { because, comparison, consisting, enumerated, money, share, type Part } from '../sentences.ts';
import type { BookFund } from '../../model/book.ts';

/** 一、收支变动: both totals with last year's, and what every class of expenditure changed by. */
export function changesSection(telling: Telling): readonly string[] {
  const revenue = amountOf(telling, { flow: 'revenue' });
  const carried = amountOf(telling, { flow: 'revenue', vintage: 'carriedOver' });
  const parts = consisting(
    [
      { words: '本年收入', fen: revenue - carried },
      { words: '上年结转', fen: carried },
    ],
    named,
    { words: '其中', between: '、' },
  );
  return [
    `${telling.year}年度本部门收入总计${money(revenue)}${parts}。${totalChange(telling, '收入总计', revenue)}`,
    `${expenditureTotal(telling)}${totalChange(telling, '支出总计', revenue)}`,
    ...(telling.book.previous === null ? ['本部门上年没有部门预算，本年收支没有上年数可比。'] : []),
    ...classChanges(telling),
  ];
}

function named({ words, fen }: Part): string {
  return `${words}${money(fen)}`;
}

/** With its share of the whole. */
function shared(whole: number): (part: Part) => string {
  return (part) => `${named(part)}${share(part.fen, whole)}`;
}

function totalChange(telling: Telling, words: string, current: number): string {
  if (telling.book.previous === null) return '';
  const { total } = previousOf(telling);
  const reason = because(reasonFor(telling, 'total'), current, total);
  return `${words}${comparison(current, total)}${reason}。`;
}

function expenditureTotal(telling: Telling): string {
  const total = amountOf(telling, { flow: 'expenditure' });
  const carried = amountOf(telling, { flow: 'expenditure', vintage: 'carriedOver', use: 'spent' });
  const forward = amountOf(telling, { flow: 'expenditure', use: 'carriedForward' });
  const parts =
    forward > 0
      ? [`本年支出${money(total - forward)}`, `年终结转${money(forward)}`]
      : [
          ...(total === carried ? [] : [`当年预算安排${money(total - carried)}`]),
          ...(carried === 0 ? [] : [`上年结转安排${money(carried)}`]),
        ];
  const list = parts.length < 2 ? '' : `，其中${parts.join('、')}`;
  return `${telling.year}年度本部门支出总计${money(total)}${list}。`;
}

/** Classes in code order: grown, shrunk, new and ended. */
function classChanges(telling: Telling): readonly string[] {
  const { previous } = telling.book;
  if (previous === null) return [];
  const spent = { flow: 'expenditure', use: 'spent' };
  const now = new Map(classesOf(telling, spent).map(({ code, fen }) => [code, fen]));
  const codes = [...new Set([...now.keys(), ...Object.keys(previous.byClass)])].sort();
  const clauses = codes.flatMap((code) => {
    const [current, before] = [now.get(code) ?? 0, previous.byClass[code] ?? 0];
    if (!isPrintedChange(current - before)) return [];
    const name = className(telling, code);
    return [`${name}${current > before ? '增加' : '减少'}${money(Math.abs(current - before))}`];
  });
  if (clauses.length === 0) return [];
  const total = amountOf(telling, spent);
  const before = Object.values(previous.byClass).reduce((sum, fen) => sum + fen, 0);
  return [`本年支出${comparison(total, before)}。按支出功能分类，其中：${clauses.join('、')}。`];
}

/** 二、收入: sources by amount with their shares, then what changed. */
export function revenueSection(telling: Telling): readonly string[] {
  const total = amountOf(telling, { flow: 'revenue' });
  const carried = amountOf(telling, { flow: 'revenue', vintage: 'carriedOver' });
  const funds = allFunds.map((fund) => ({ fund, fen: currentRevenue(telling, fund) }));
  const sources = [
    ...funds.map(({ fund, fen }) => ({ words: revenueName(fund), fen })),
    { words: '上年结转', fen: carried },
  ];
  const list = consisting(
    [...sources].sort((a, b) => b.fen - a.fen),
    shared(total),
    {
      words: '来源如下',
      between: '；',
    },
  );
  return [
    `${telling.year}年度本部门收入预算${money(total)}${list}。${withoutRevenue(funds)}`,
    ...fundChanges(telling),
  ];
}

function currentRevenue(telling: Telling, fund: BookFund): number {
  return amountOf(telling, { flow: 'revenue', vintage: 'current', fund });
}

const revenueNames: Readonly<Record<BookFund, string>> = {
  general: '一般公共预算拨款收入',
  governmentFund: '政府性基金预算拨款收入',
  stateCapital: '国有资本经营预算拨款收入',
  fiscalAccount: '财政专户管理资金收入',
  serviceIncome: '事业收入',
  businessIncome: '事业单位经营收入',
  superiorGrant: '上级补助收入',
  affiliatedRemittance: '附属单位上缴收入',
  otherIncome: '其他收入',
};

function revenueName(fund: BookFund): string {
  return revenueNames[fund];
}

const fundGroups: readonly (readonly [words: string, funds: readonly BookFund[]])[] = [
  ['一般公共预算', ['general']],
  ['政府性基金预算', ['governmentFund']],
  ['国有资本经营预算', ['stateCapital']],
  ['财政专户管理资金', ['fiscalAccount']],
  ['单位资金', ['serviceIncome', 'businessIncome', 'superiorGrant', 'affiliatedRemittance', 'otherIncome']],
];

function withoutRevenue(funds: readonly { readonly fund: BookFund; readonly fen: number }[]): string {
  const none = fundGroups
    .filter(([, group]) => funds.every(({ fund, fen }) => fen === 0 || !group.includes(fund)))
    .map(([words]) => words);
  return none.length === 0 ? '' : `${enumerated(none)}${none.length > 1 ? '均' : ''}无收入。`;
}

function fundChanges(telling: Telling): readonly string[] {
  if (telling.book.previous === null) return [];
  const clauses = allFunds.flatMap((fund) => {
    const [current, previous] = [currentRevenue(telling, fund), previousOf(telling).fund(fund)];
    if (current === 0 && previous === 0) return [];
    const reason = because(reasonFor(telling, fund), current, previous);
    return [`${revenueName(fund)}${comparison(current, previous)}${reason}`];
  });
  return clauses.length === 0 ? [] : [`${clauses.join('。')}。`];
}

/** 三、支出: basic and project expenditure with shares and changes. */
export function expenditureSection(telling: Telling): readonly string[] {
  const spent = { flow: 'expenditure', use: 'spent' };
  const total = amountOf(telling, spent);
  const parts = [
    { key: 'basic', words: '基本支出' },
    { key: 'project', words: '项目支出' },
  ] as const;
  const amounts = parts.map((part) => ({ ...part, fen: amountOf(telling, { ...spent, nature: part.key }) }));
  const list = consisting(amounts, shared(total), { words: '其中', between: '；' });
  const clauses = amounts.map(({ key, words, fen }) => {
    const previous = telling.book.previous?.byNature[key] ?? 0;
    if (telling.book.previous === null || (fen === 0 && previous === 0)) return '';
    return `${words}${comparison(fen, previous)}${because(reasonFor(telling, key), fen, previous)}。`;
  });
  const changes = clauses.join('');
  return [`${telling.year}年度本部门支出预算${money(total)}${list}。`, ...(changes === '' ? [] : [changes])];
}

/** 四、财政拨款收支. */
export function appropriationSection(telling: Telling): readonly string[] {
  const total = amountOf(telling, { flow: 'revenue', fund: 'fiscal' });
  if (total === 0) return [`${telling.year}年度本部门没有财政拨款收支预算。`];
  const funds = (['general', 'governmentFund', 'stateCapital'] as const).map((fund) => ({
    words: revenueName(fund).replace('收入', ''),
    fen: amountOf(telling, { flow: 'revenue', fund }),
  }));
  const carried = amountOf(telling, { flow: 'revenue', fund: 'fiscal', vintage: 'carriedOver' });
  const sources = [
    { words: '当年拨款收入', fen: total - carried },
    { words: '上年结转收入', fen: carried },
  ].filter(({ fen }) => fen > 0);
  const vintages = carried === 0 ? '' : `。收入包括：${sources.map(named).join('、')}`;
  const list = consisting(funds, named, { words: '其中', between: '、' });
  const classes = classesOf(telling, { flow: 'expenditure', use: 'spent', fund: 'fiscal' });
  const spending = classes.map(({ name, fen }) => `${name}${money(fen)}`).join('、');
  return [`${telling.year}年度财政拨款收支总预算${money(total)}${list}${vintages}。支出包括：${spending}。`];
}
