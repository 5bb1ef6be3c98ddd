import { fundSources, sheetTexts } from '../../../model/disclosure.ts';
import type { Indicator, ProjectSheet, SheetAmount } from '../../../model/disclosure.ts';
import { escaped } from './escape.ts';
import { amountHtml, markSlot, type Page } from './page.ts';

/** The performance sheets, each one folded until it is asked for. */
export function sheetsHtml(sheets: readonly ProjectSheet[], page: Page): string {
  return sheets.map((sheet, i) => sheetHtml(sheet, `j${i}`, page)).join('\n');
}

function sheetHtml(sheet: ProjectSheet, id: string, page: Page): string {
  page.anchors.set({ file: '', project: sheet.name }, id);
  const body = [
    fundsHtml(sheet, page),
    textsHtml(sheet, id, page),
    indicatorsHtml(sheet.name, sheet.indicators, id, page),
  ].join('');
  const title = `<summary>${escaped(sheet.name)}</summary>`;
  // Links beside the summary, not in it: one control holds no other.
  return `<div class="folded"><span class="marks">${markSlot(id)}</span><details class="part sheet" id="${id}">${title}${attributesHtml(sheet, page)}${body}</details></div>`;
}

function attributesHtml(sheet: ProjectSheet, { words }: Page): string {
  const keys = ['department', 'unit', 'attribute', 'term', 'filedAt'] as const;
  const items = keys.flatMap((key) => {
    const value = sheet[key];
    return value === null ? [] : [`<div><dt>${words.attributes[key]}</dt><dd>${escaped(value)}</dd></div>`];
  });
  return items.length === 0 ? '' : `<dl class="facts">${items.join('')}</dl>`;
}

interface FundLine {
  readonly label: string;
  readonly period: SheetAmount | null;
  readonly annual: SheetAmount | null;
}

function fundsHtml(sheet: ProjectSheet, page: Page): string {
  const { words } = page;
  const own = fundSources.map((source): FundLine => {
    return {
      label: words.fund[source],
      period: sheet.funds.period[source],
      annual: sheet.funds.annual[source],
    };
  });
  const others = (sheet.otherFunds ?? []).map(({ horizon, label, amount }): FundLine => {
    return { label, period: null, annual: null, [horizon]: amount };
  });
  const lines = [...own, ...others].filter(({ period, annual }) => period !== null || annual !== null);
  if (lines.length === 0) return '';
  const rows = lines.map(
    ({ label, period, annual }) =>
      `<tr><th scope="row">${escaped(label)}</th>${amountCell(period, page)}${amountCell(annual, page)}</tr>`,
  );
  const head = [words.funds, words.period, words.annual].map((title) => `<th scope="col">${title}</th>`);
  const unit = isInYuan(lines) ? `<span class="unit">${words.unit}元</span>` : '';
  return `<div class="scroll"><table class="funds"><caption><span class="vh">${words.funds}</span>${unit}</caption><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

/** Printed digits that stand for 元: 22,060,000 is 2,206,000,000 分. */
function isInYuan(lines: readonly FundLine[]): boolean {
  const amounts = lines.flatMap(({ period, annual }) => [period, annual]).filter((amount) => amount !== null);
  return amounts.every(({ text, fen }) => fen === 0 || Number(text.replace(/[^\d.-]/g, '')) * 100 === fen);
}

function amountCell(amount: SheetAmount | null, page: Page): string {
  return amount === null ? '<td></td>' : `<td class="n">${amountHtml(amount.place, amount.text, page)}</td>`;
}

function textsHtml(sheet: ProjectSheet, id: string, page: Page): string {
  const items = sheetTexts.flatMap((key) => {
    const text = sheet.texts[key];
    if (text === null) return [];
    const anchor = `${id}-${key}`;
    page.anchors.set({ file: '', project: sheet.name, row: key }, anchor);
    const place = sheet.textPlaces[key];
    if (place !== undefined) page.anchors.set(place, anchor);
    return [`<dt>${page.words.text[key]}</dt><dd id="${anchor}">${markSlot(anchor)}${escaped(text)}</dd>`];
  });
  return items.length === 0 ? '' : `<dl class="texts">${items.join('')}</dl>`;
}

interface IndicatorLine {
  readonly names: readonly string[];
  readonly period: Indicator[];
  readonly annual: Indicator[];
}

/** The indicators of a sheet that bears the name; "" where it has none. */
export function indicatorsHtml(
  name: string,
  indicators: readonly Indicator[],
  id: string,
  page: Page,
): string {
  if (indicators.length === 0) return '';
  const { words } = page;
  const rows = indicatorLines(indicators).map(({ names, period, annual }, i) => {
    const anchor = `${id}-i${i}`;
    for (const { place } of [...period, ...annual]) {
      page.anchors.set(place, anchor);
      page.anchors.set(
        { file: '', project: name, ...(place.row === undefined ? {} : { row: place.row }) },
        anchor,
      );
    }
    const values = [period, annual].map(
      (list) => `<td>${escaped(list.map(({ value }) => value).join('；'))}</td>`,
    );
    const [level1 = '', level2 = '', level3 = ''] = names.map(escaped);
    return `<tr id="${anchor}"><td>${level1}</td><td>${level2}</td><th scope="row">${markSlot(anchor)}${level3}</th>${values.join('')}</tr>`;
  });
  const head = [...words.indicator, words.period, words.annual].map(
    (title) => `<th scope="col">${title}</th>`,
  );
  return `<div class="scroll"><table class="indicators"><caption><span class="vh">${words.indicators}</span></caption><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

/** The same indicator of the whole term and of the year in one line. */
function indicatorLines(indicators: readonly Indicator[]): readonly IndicatorLine[] {
  const lines = new Map<string, IndicatorLine>();
  for (const indicator of indicators) {
    const names = [indicator.level1, indicator.level2, indicator.level3];
    const key = names.join('\n');
    const line = lines.get(key) ?? { names, period: [], annual: [] };
    line[indicator.horizon].push(indicator);
    lines.set(key, line);
  }
  return [...lines.values()];
}
