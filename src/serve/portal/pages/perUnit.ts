import { rounded } from '../amounts.ts';
import type { Denominator, DepartmentYear } from '../source.ts';
import { html, joined, type Html } from '../html.ts';
import type { View } from '../view.ts';

/** The amount for one of what is counted, in 元; null where the count is not this department's. */
export function perUnit(
  fen: number | null,
  { department }: Pick<DepartmentYear, 'department'>,
  denominator: Denominator,
): string | null {
  const isOwn = denominator.department === null || denominator.department === department;
  return fen === null || !isOwn ? null : rounded(Math.round(fen / denominator.count), '元');
}

/** 每人（元） */
export function perUnitTitle({ unit }: Denominator, { say }: View): string {
  return say(`每${unit}（元）`, `CNY per ${unit}`);
}

/** By what was divided, of which year and from where; that nothing was where no count is given. */
export function perUnitNote(denominators: readonly Denominator[], { say }: View): string {
  if (denominators.length === 0)
    return say(
      '没有给出人口等计数，不算人均。',
      'No population or other count is given, so nothing is divided.',
    );
  return denominators
    .map(({ name, unit, count, year, source }) => {
      const number = count.toLocaleString('en');
      return say(
        `按${name} ${number} ${unit}计（${year}年，来源：${source}）。`,
        `Divided by ${number} (${name}, ${year}; source: ${source}). `,
      );
    })
    .join('');
}

/** 人均 606.20 元, with the count, its year and its source; nothing without a count. */
export function perUnitHtml(
  summary: DepartmentYear,
  denominators: readonly Denominator[],
  view: View,
): Html | null {
  const own = denominators.filter((each) => perUnit(summary.expenditureFen, summary, each) !== null);
  if (own.length === 0) return null;
  const items = own.map((each) => {
    const amount = perUnit(summary.expenditureFen, summary, each) ?? '';
    const words = view.say(`合每${each.unit} ${amount} 元：`, `CNY ${amount} per ${each.unit}: `);
    return html`<p class="meta">${words}${perUnitNote([each], view)}</p>`;
  });
  return joined(items);
}
