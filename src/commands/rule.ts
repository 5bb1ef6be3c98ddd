import { describedRules } from '../check/describe.ts';
import { unknownRule } from '../check/settings/unknownRule.ts';
import type { Language } from '../model/language.ts';
import type { RulePage } from '../model/report.ts';
import { version } from '../version.ts';
import { rulesPage } from '../write/report/html/rulesPage.ts';
import { wrapped, type Look } from '../write/report/layout.ts';
import type { ExitCode } from './check.ts';
import { deliver } from './deliver.ts';
import { rulePage } from './rulePages.ts';
import { lookOf, tell } from './terminal.ts';
import { say } from './words.ts';

export interface RuleOptions {
  readonly language: Language;
  readonly out?: string;
}

/** `mingsuan rule`: the pages of the rules that are named, or a line for each rule there is. */
export async function runRule(names: readonly string[], { language, out }: RuleOptions): Promise<ExitCode> {
  const known = describedRules(language).map(({ id }) => id);
  const unknown = names.filter((name) => matching(name, known).length === 0);
  for (const name of unknown) tell(unknownSentence(name, language));
  if (unknown.length > 0) return 2;
  const rules = [...new Set(names.flatMap((name) => matching(name, known)))];
  const look = out === undefined ? lookOf(process.stdout) : { width: null, colour: false };
  const content = /\.html?$/i.test(out ?? '')
    ? rulesPage(names.length === 0 ? known : rules, { language, version, pageOf: pageIn(language) })
    : names.length === 0
      ? listed(language)
      : rules.map((rule) => pageText(pageIn(language)(rule), look)).join('\n\n');
  return (await deliver(content, out, language, 'writtenPages')) ? 0 : 2;
}

function pageIn(language: Language): (rule: string) => RulePage | null {
  return (rule) => rulePage(rule, language);
}

/** A rule by its name, or all of a family: `table.*`. */
function matching(name: string, known: readonly string[]): readonly string[] {
  if (name.endsWith('.*')) return known.filter((rule) => rule.startsWith(name.slice(0, -1))).sort();
  return known.filter((rule) => rule === name);
}

function unknownSentence(name: string, language: Language): string {
  const meant = unknownRule(name, '', 'families')?.hint;
  const end = meant === undefined ? say(language, 'ruleList') : say(language, 'ruleMeant', meant);
  return say(language, 'ruleUnknown', name, end);
}

/** A line for each rule: its name and what it is called. */
function listed(language: Language): string {
  const rules = [...describedRules(language)].sort((a, b) => (a.id < b.id ? -1 : 1));
  const widest = Math.max(...rules.map(({ id }) => id.length));
  return `${rules.map(({ id, title }) => `${id.padEnd(widest)}  ${title}`).join('\n')}\n`;
}

function pageText(page: RulePage | null, look: Look): string {
  if (page === null) return '';
  const { rule, title, parts } = page;
  const told = parts.map(({ title: name, lines }) => [
    ...(name === '' ? [] : [name]),
    ...lines.flatMap((line) => wrapped(line, name === '' ? '' : '  ', look)),
  ]);
  const head = title === rule ? rule : `${rule}  ${title}`;
  return `${[head, ...told.map((lines) => lines.join('\n'))].join('\n\n')}\n`;
}
