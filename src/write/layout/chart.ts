import type { Disclosure, DisclosureTable } from '../../model/disclosure.ts';
import type { ChartBlock, ChartItem } from './block.ts';
import { cellText, printable } from './titles.ts';

/**
 * What the 一般公共预算 is made of, by function class and largest first, from the figures of its table.
 * None where the table is absent, has less than two classes or a negative amount: there is nothing to compare.
 */
export function structureChart({ tables, year }: Disclosure): readonly ChartBlock[] {
  const table = tables.find(({ key }) => key === 'generalExpenditure');
  if (table === undefined) return [];
  const items = itemsOf(table);
  if (items.length < 2 || items.some(({ fen }) => fen < 0)) return [];
  const title = `${year === null ? '' : `${year}年`}一般公共预算支出结构图`;
  const unit = table.unit ?? '';
  const list = items.map(({ name, text, shareText }) => `${name}${text}${unit}，占${shareText}`);
  const unitLine = `单位：${unit}`;
  return [{ kind: 'chart', title, unitLine, items, alternative: `${title}：${list.join('；')}。` }];
}

function itemsOf({ rows, columns }: DisclosureTable): readonly ChartItem[] {
  const total = columns.find(({ key }) => key === 'total')?.key ?? columns[0]?.key ?? '';
  const classes = rows.flatMap(({ code, name, level, cells }) => {
    const cell = cells[total];
    if (cell === undefined || level !== 1 || code === null) return [];
    const { fen, text, place } = cell;
    return fen === null || fen === 0 ? [] : [{ name: printable(name), fen, text: cellText(text), place }];
  });
  const whole = classes.reduce((sum, { fen }) => sum + fen, 0);
  return classes
    .map((item) => ({ ...item, share: item.fen / whole, shareText: percent(item.fen / whole) }))
    .sort((a, b) => b.fen - a.fen);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
