import { existsSync, readFileSync } from 'node:fs';
import type { Language } from '../model/language.ts';
import type { RulePage } from '../model/report.ts';

/** The pages of docs/rules stand beside the build; sources have them two folders up. */
function pageFile(rule: string): URL | null {
  const places = ['../docs/rules/', '../../docs/rules/'].map(
    (folder) => new URL(`${folder}${encodeURIComponent(rule)}.md`, import.meta.url),
  );
  return places.find((place) => existsSync(place)) ?? null;
}

/**
 * The page of a rule from docs/rules (what it finds, an example, how to put it right, history), for reports that
 * must say it without a network. Null where the rule has none.
 */
export function rulePage(rule: string, language: Language): RulePage | null {
  const key = `${language} ${rule}`;
  const known = pages.get(key);
  if (known !== undefined) return known;
  const page = readPage(rule, language);
  pages.set(key, page);
  return page;
}

/** A report asks for the same page at every finding. */
const pages = new Map<string, RulePage | null>();

function readPage(rule: string, language: Language): RulePage | null {
  const file = /^\w+\.\w+$/.test(rule) ? pageFile(rule) : null;
  return file === null ? null : parsedPage(rule, readFileSync(file, 'utf8'), language);
}

function parsedPage(rule: string, source: string, language: Language): RulePage {
  const [head = '', ...sections] = (source.split('\n---')[0] ?? '').split(/^## /m);
  const [title = '', ...facts] = linesOf(head);
  const parts = sections.map((section) => {
    const [name = '', ...lines] = linesOf(section);
    return { title: name, lines };
  });
  const [english] = parts.filter((part) => part.title === 'English');
  if (language === 'en')
    return { rule, title: rule, source, parts: [{ title: '', lines: english?.lines ?? [] }] };
  const told = parts.filter((part) => part !== english);
  return {
    rule,
    title: title.replace(rule, '').trim(),
    source,
    parts: [{ title: '', lines: facts }, ...told],
  };
}

/** Without the marks of Markdown. */
function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) =>
      line
        .replace(/^(?:#+|>|-|\|)\s*/, '')
        .replace(/\*\*|`/g, '')
        .trim(),
    )
    .filter((line) => line !== '' && !/^[\s|:-]+$/.test(line));
}
