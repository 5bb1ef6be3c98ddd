/** A consistent thirteen-table text of any size: `rows` function items and as many projects. */
export function generatedDisclosure(rows: number): string {
  const items = Array.from({ length: rows }, (_, i) => itemOf(i));
  const amount = items.reduce((sum, item) => sum + item.fen, 0);
  const total = wan(amount);
  const classes = groups(items, 3);
  const tree = items.flatMap((item, i) => {
    const before = items[i - 1]?.code ?? '';
    const heads = [3, 5].flatMap((digits) => {
      const code = item.code.slice(0, digits);
      return before.startsWith(code)
        ? []
        : [[code, `第${code}类`, wan(groups(items, digits).get(code) ?? 0)] as const];
    });
    return [...heads, [item.code, `第${item.code}项`, wan(item.fen)] as const];
  });
  const byFunction = tree.map(([code, name, fen]) => [code, name, fen, '', fen].join('\t'));
  return [
    '示例市示例局\n\n2026年度部门预算公开\n\n第二部分 2026年部门预算报表\n',
    caption(1, '2026年预算收支总表'),
    '收入\t\t支出\t\t\t',
    '项目\t2026年\t项目\t2026年合计\t当年预算安排\t上年结转安排',
    `一、一般公共预算\t${total}\t\t\t\t`,
    ...[...classes].map(([code, fen]) => `\t\t第${code}类支出\t${wan(fen)}\t${wan(fen)}\t`),
    `本年收入合计\t${total}\t本年支出合计\t${total}\t${total}\t`,
    '上年结转\t\t年终结转\t\t\t',
    `收入总计\t${total}\t支出总计\t${total}\t${total}\t\n`,
    caption(3, '2026年预算支出总表'),
    '项目\t\t2026年预算数\t\t',
    '科目编码\t科目名称\t合计\t基本支出\t项目支出',
    `合计\t\t${total}\t\t${total}`,
    ...byFunction,
    '',
    caption(5, '2026年一般公共预算支出预算表（不含上年结转）'),
    '项目\t\t2026年预算数\t\t',
    '科目编码\t科目名称\t合计\t基本支出\t项目支出',
    `合计\t\t${total}\t\t${total}`,
    ...byFunction,
    '',
    caption(12, '2026年项目支出预算表（本年预算）'),
    '项目名称\t合计\t2026年财政拨款\t\t\t财政专户管理资金\t单位资金',
    '\t\t一般公共预算\t政府性基金预算\t国有资本经营预算\t\t',
    `示例市示例局\t${total}\t${total}\t\t\t\t`,
    `示例市示例局\t${total}\t${total}\t\t\t\t`,
    ...items.map(({ code, fen }) => `第${code}号工程项目经费\t${wan(fen)}\t${wan(fen)}\t\t\t\t`),
    '',
  ].join('\n');
}

interface Item {
  readonly code: string;
  readonly fen: number;
}

/** Items in order: some thirty classes, each with divisions of up to thirty items. */
function itemOf(i: number): Item {
  const [classes, divisions] = [201 + (Math.floor(i / 900) % 99), 1 + (Math.floor(i / 30) % 30)];
  const code = `${classes}${String(divisions).padStart(2, '0')}${String(1 + (i % 30)).padStart(2, '0')}`;
  return { code, fen: (1_000 + ((i * 7_919) % 90_000)) * 10_000 };
}

function groups(items: readonly Item[], digits: number): ReadonlyMap<string, number> {
  const known = grouped.get(items)?.get(digits);
  if (known !== undefined) return known;
  const sums = new Map<string, number>();
  for (const { code, fen } of items)
    sums.set(code.slice(0, digits), (sums.get(code.slice(0, digits)) ?? 0) + fen);
  grouped.set(items, new Map([...(grouped.get(items) ?? []), [digits, sums]]));
  return sums;
}

const grouped = new WeakMap<readonly Item[], Map<number, ReadonlyMap<string, number>>>();

function wan(fen: number): string {
  return (fen / 1_000_000).toFixed(2);
}

function caption(number: number, title: string): string {
  return `预算公开表${number}\n\n${title}\n\n部门名称：示例市示例局\n\n单位：万元\n`;
}
