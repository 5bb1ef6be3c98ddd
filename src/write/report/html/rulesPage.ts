import type { Language } from '../../../model/language.ts';
import { shell } from './htmlReport.ts';
import { rulesHtml, type RulePageOf } from './rules.ts';
import { htmlWords } from './words.ts';

export interface RulesPageOptions {
  readonly language: Language;
  readonly version: string;
  readonly pageOf: RulePageOf;
}

/** The pages of rules as one file that needs nothing else, under the anchors that reports use. */
export function rulesPage(rules: readonly string[], { language, version, pageOf }: RulesPageOptions): string {
  const words = htmlWords(language);
  const header = `<header><h1>${words.rules}</h1></header>`;
  const list = rulesHtml(rules, pageOf, words);
  return shell(
    `${header}<main class="index">${list}</main>`,
    { file: words.rules, department: null },
    { language, version },
    '',
  );
}
