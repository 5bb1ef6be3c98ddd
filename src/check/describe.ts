import type { Language } from '../model/language.ts';
import type { ReportedRule } from '../model/report.ts';
import { allMessages } from './messages.ts';
import { rules } from './rules.ts';

const blanks = /\{\w+\}/;

/** Every rule with its title, remedy and authority, for reports that list rules. */
export function describedRules(language: Language): readonly ReportedRule[] {
  const authorities = new Map(rules.map(({ id, authority }) => [id, authority]));
  return Object.entries(allMessages).map(([id, { title, remedy }]) => {
    const authority = authorities.get(id) ?? 'arithmetic';
    return {
      id,
      title: title[language],
      // A remedy with blanks speaks of one finding, not of the rule.
      help: blanks.test(remedy[language]) ? title[language] : remedy[language],
      authority: authority === 'arithmetic' ? null : authority,
    };
  });
}
