import type { RulePage } from '../../../model/report.ts';
import { escaped } from './escape.ts';
import type { HtmlWords } from './words.ts';

export type RulePageOf = (rule: string) => RulePage | null;

/** The pages of rules, each once, at the end of a report: it needs nothing from elsewhere. */
export function rulesHtml(named: readonly string[], pageOf: RulePageOf, words: HtmlWords): string {
  const rules = [...new Set(named)].sort();
  const pages = rules.flatMap((rule) => pageOf(rule) ?? []);
  if (pages.length === 0) return '';
  return `<section class="part rules" aria-labelledby="rules"><h2 id="rules" class="group">${words.rules}</h2>${pages.map(articleHtml).join('')}</section>`;
}

/** Where a finding's rule is told on this page. */
export function ruleAnchor(rule: string): string {
  return `rule-${rule.replace(/\W/g, '-')}`;
}

function articleHtml({ rule, title, parts }: RulePage): string {
  const told = parts.map(({ title: name, lines }) => {
    const head = name === '' ? '' : `<h4>${escaped(name)}</h4>`;
    return head + lines.map((line) => `<p>${escaped(line)}</p>`).join('');
  });
  const name = title === rule ? rule : `${rule} ${title}`;
  return `<article id="${ruleAnchor(rule)}"><h3>${escaped(name)}</h3>${told.join('')}</article>`;
}
