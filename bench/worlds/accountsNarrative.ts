import { classesOf, fiscal, income, isBasic, ofFund, sumOf, wan, type Accounts } from './finalAccounts.ts';

/** The sentences of a 决算: totals, kinds of income, natures and classes of spending, each with its share. */
export function accountsNarrative(accounts: Accounts): readonly string[] {
  const { book, facts, left } = accounts;
  const own = sumOf(facts.filter(({ vintage }) => vintage === 'current')) + left;
  const general = ofFund(facts, 'general');
  const basic = general.filter(isBasic);
  const money = (fen: number): string => `${wan(fen) === '' ? '0.00' : wan(fen)}万元`;
  const share = (part: number, whole: number): string => `占${((100 * part) / whole).toFixed(2)}%`;
  const incomes = [
    ['财政拨款收入', income(accounts, ...fiscal)],
    ['事业收入', income(accounts, 'serviceIncome')],
    ['其他收入', income(accounts, 'otherIncome')],
  ] as const;
  const natures = [
    ['基本支出', sumOf(facts.filter(isBasic))],
    ['项目支出', sumOf(facts.filter((fact) => !isBasic(fact)))],
  ] as const;
  const list = (parts: readonly (readonly [string, number])[], whole: number): string =>
    parts
      .filter(([, fen]) => fen > 0)
      .map(([name, fen]) => `${name}${money(fen)}，${share(fen, whole)}`)
      .join('；');
  const total = own + sumOf(facts.filter(({ vintage }) => vintage === 'carriedOver'));
  const classes = classesOf(general).map(([, name, fen]) => [`${name}（类）`, fen] as const);
  const [personnel, operating] = ['personnel', 'operating'].map((nature) =>
    sumOf(basic.filter((fact) => fact.nature === nature)),
  );
  const spent = book.threePublic.reduce((sum, { fen }) => sum + fen, 0);
  const publicly = (item: string): number =>
    book.threePublic.reduce((sum, line) => (line.item === item ? sum + line.fen : sum), 0);
  return [
    '一、收入支出决算总体情况说明',
    `${book.year}年度收入总计${money(total)}，支出总计${money(total)}。`,
    '二、收入决算情况说明',
    `本年收入合计${money(own)}，其中：${list(incomes, own)}。`,
    '三、支出决算情况说明',
    `本年支出合计${money(sumOf(facts))}，其中：${list(natures, sumOf(facts))}。`,
    ...(general.length === 0
      ? []
      : [
          '四、一般公共预算财政拨款支出决算情况说明',
          `一般公共预算财政拨款支出${money(sumOf(general))}，主要用于以下方面：${list(classes, sumOf(general))}。`,
          '五、一般公共预算财政拨款基本支出决算情况说明',
          `一般公共预算财政拨款基本支出${money(sumOf(basic))}，其中：人员经费${money(personnel ?? 0)}；公用经费${money(operating ?? 0)}。`,
        ]),
    '六、财政拨款“三公”经费支出决算情况说明',
    `“三公”经费支出决算${money(spent)}，其中：因公出国（境）费0.00万元；公务用车购置及运行费${money(publicly('vehicleRunning'))}；公务接待费${money(publicly('reception'))}。`,
    '年末公务用车保有量为2辆。国内公务接待3批次，共20人次。',
    '七、机关运行经费支出情况说明',
    '本部门的机关运行经费与上年口径相同。',
    '八、政府采购支出情况说明',
    '本部门按规定执行政府采购制度。',
    '九、国有资产占有使用情况说明',
    '本部门的国有资产由办公室登记。',
    '十、预算绩效管理情况说明',
    '本部门按规定开展绩效自评。',
    '十一、其他说明',
    '没有其他需要说明的事项。',
    '第四部分 名词解释',
    '一、基本支出：保障机构正常运转的人员和日常公用支出。',
  ];
}
