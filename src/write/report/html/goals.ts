import type { DepartmentGoal, TableRow } from '../../../model/disclosure.ts';
import { goalColumns, goalTable } from '../../goalJson.ts';
import { escaped } from './escape.ts';
import { amountHtml, markSlot, type Page } from './page.ts';
import { indicatorsHtml } from './sheets.ts';

/** What whole departments and units are to achieve, with the money beside it; each one folded like a sheet. */
export function goalsHtml(goals: readonly DepartmentGoal[], page: Page): string {
  return goals.map((goal, i) => goalHtml(goal, `d${i}`, page)).join('\n');
}

function goalHtml(goal: DepartmentGoal, id: string, page: Page): string {
  page.anchors.set({ file: '', project: goal.title }, id);
  const indicators = goal.indicators.map((indicator) => ({ horizon: 'annual' as const, ...indicator }));
  const body = [
    textsHtml(goal, page),
    moneyHtml(goal, id, page),
    indicatorsHtml(goal.title, indicators, id, page),
  ];
  const title = `<summary>${escaped(goal.title)}</summary>`;
  return `<div class="folded"><span class="marks">${markSlot(id)}</span><details class="part sheet" id="${id}">${title}${body.join('')}</details></div>`;
}

function textsHtml({ periodGoal, goal }: DepartmentGoal, { words }: Page): string {
  const texts = [
    [words.text.periodGoal, periodGoal ?? ''],
    [words.text.annualGoal, goal],
  ] as const;
  const items = texts.flatMap(([name, text]) =>
    text === '' ? [] : [`<dt>${name}</dt><dd>${escaped(text)}</dd>`],
  );
  return items.length === 0 ? '' : `<dl class="texts">${items.join('')}</dl>`;
}

function moneyHtml(goal: DepartmentGoal, id: string, page: Page): string {
  const { rows } = goalTable(goal, 0);
  if (rows.length === 0) return '';
  const lines = rows.map((row, i) => moneyRow(goal.title, row, `${id}-m${i}`, page));
  const head = [page.words.funds, ...goalColumns.flatMap(({ title }) => title)];
  const titles = head.map((title) => `<th scope="col">${title}</th>`).join('');
  return `<div class="scroll"><table class="funds"><caption><span class="vh">${page.words.funds}</span></caption><thead><tr>${titles}</tr></thead><tbody>${lines.join('')}</tbody></table></div>`;
}

function moneyRow(title: string, row: TableRow, anchor: string, page: Page): string {
  const cells = goalColumns.map(({ key }) => {
    const cell = row.cells[key];
    if (cell === undefined || cell.text === '') return '<td></td>';
    page.anchors.set({ file: '', project: title, ...rowOf(cell.place.row) }, anchor);
    return `<td class="n">${amountHtml(cell.place, cell.text, page)}</td>`;
  });
  return `<tr id="${anchor}"><th scope="row">${markSlot(anchor)}${escaped(row.name)}</th>${cells.join('')}</tr>`;
}

function rowOf(row: string | undefined): { readonly row?: string } {
  return row === undefined ? {} : { row };
}
