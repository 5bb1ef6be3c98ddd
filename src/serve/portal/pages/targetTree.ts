import type { Statement } from '../../../check/rules/performance/sheetFacts.ts';
import { isMeasurable } from '../data/targets.ts';
import { html, joined, type Html } from '../html.ts';
import type { View } from '../view.ts';

/** The targets as the sheet has them: level one, level two, the indicator with its value, and whether it can be measured. */
export function targetTree(targets: readonly Statement[], view: View): Html {
  const groups = grouped(targets, ({ indicator }) => indicator.level1).map(
    ([level1, all]) =>
      html`<li>
        <b class="branch">${level1 === '' ? view.say('未分类', 'Unclassified') : level1}</b>
        <ul>
          ${joined(grouped(all, ({ indicator }) => indicator.level2).map(([level2, own]) => branchHtml(level2, own, view)))}
        </ul>
      </li>`,
  );
  return html`<ul class="tree" lang="zh-CN">
    ${joined(groups)}
  </ul>`;
}

function branchHtml(level2: string, targets: readonly Statement[], view: View): Html {
  const leaves = targets.map((target) => leafHtml(target, view));
  if (level2 === '') return joined(leaves);
  return html`<li>
    <span class="branch">${level2}</span>
    <ul>
      ${joined(leaves)}
    </ul>
  </li>`;
}

function leafHtml(target: Statement, view: View): Html {
  const { say } = view;
  const { text } = target.value;
  const value = text === '' ? say('没有写指标值', 'no value') : text;
  const mark = isMeasurable(target)
    ? html`<span class="state v">✓ <span class="vh">${say('能衡量', 'can be measured')}</span></span>`
    : html`<span class="state x"
        >✕ ${say('不能衡量：没有数、时间或等级', 'cannot be measured: no number, time or grade')}</span
      >`;
  return html`<li class="leaf">
    <span class="name">${target.name}</span> <b class="value">${value}</b> ${mark}
  </li>`;
}

function grouped<T>(
  items: readonly T[],
  key: (item: T) => string,
): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups];
}
