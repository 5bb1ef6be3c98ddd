// Writes docs/rules: a page for each rule, from the rules, their messages and the notes. `npm run docs:rules`.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Threshold } from '../src/check/rule.ts';
import { allMessages } from '../src/check/messages.ts';
import { rules } from '../src/check/rules.ts';
import type { Severity } from '../src/model/finding.ts';
import { exampleMessage } from './ruleExample.ts';
import type { RuleNote } from './ruleNotes/note.ts';
import { ruleNotes } from './ruleNotes/notes.ts';
import { families, readable, severities } from './ruleWords.ts';

export const pagesFolder = join(import.meta.dirname, '../docs/rules');

/** Every rule that a finding can bear: registered, or generated from relations. */
export const ruleIds: readonly string[] = [
  ...new Set([...Object.keys(allMessages), ...rules.map(({ id }) => id)]),
].sort();

interface RuleFacts {
  readonly id: string;
  readonly severity: Severity;
  readonly authority: string;
  readonly thresholds: Readonly<Record<string, Threshold>>;
  readonly note: RuleNote;
  readonly messages: (typeof allMessages)[string];
}

/** Throws a RangeError that says what is to be written when a rule lacks its messages, note or family. */
function factsOf(id: string): RuleFacts {
  const note = ruleNotes[id];
  const messages = allMessages[id];
  if (note === undefined) throw new RangeError(`Write a note for ${id} in scripts/ruleNotes.`);
  if (messages === undefined) throw new RangeError(`Write the messages of ${id} in src/check/messages.`);
  const rule = rules.find((registered) => registered.id === id);
  const severity = note.severity ?? rule?.severity;
  const authority = note.authority ?? rule?.authority;
  if (severity === undefined || authority === undefined) {
    throw new RangeError(`The note for ${id} needs severity and authority: the rule is not registered.`);
  }
  return {
    id,
    severity,
    authority: authorityWords(authority),
    thresholds: rule?.thresholds ?? {},
    note,
    messages,
  };
}

function authorityWords(authority: string): string {
  if (authority === 'arithmetic') return '算术';
  return authority === '—' ? '无，只是说明' : authority;
}

function familyOf(id: string): readonly [zh: string, en: string] {
  const name = id.split('.')[0] ?? '';
  const family = families[name];
  if (family === undefined) throw new RangeError(`Name the family ${name} in scripts/rulePages.ts.`);
  return family;
}

function page(facts: RuleFacts): string {
  const { id, severity, authority, note, messages } = facts;
  const head = `级别：${severities[severity][0]} · 类别：${familyOf(id)[0]} · 依据：${authority}`;
  return [
    `# ${id} ${messages.title.zh}`,
    head,
    '## 查什么',
    note.zh,
    '## 示例',
    `> ${exampleMessage(id, note.example)}`,
    '## 怎样改',
    messages.remedy.zh,
    ...wordings(facts),
    ...thresholds(facts),
    '## 沿革',
    history(note),
    '## English',
    english(facts),
    '---',
    '[全部规则 · All rules](README.md)。本页由 `npm run docs:rules` 生成，示例是虚构的。',
  ]
    .join('\n\n')
    .concat('\n');
}

function wordings({ messages }: RuleFacts): readonly string[] {
  const templates = [...new Set(Object.values(messages.message).map(({ zh }) => readable(zh)))];
  return templates.length === 0 ? [] : ['## 报告里的说法', templates.map((text) => `- ${text}`).join('\n')];
}

function thresholds(facts: RuleFacts): readonly string[] {
  const lines = Object.entries(facts.thresholds).map(
    ([name, { usual, least, most, meaning }]) =>
      `- \`${name}\`：${meaning.zh}（${meaning.en}）。通常为 ${usual}，可设为 ${least} 至 ${most}。`,
  );
  return lines.length === 0 ? [] : ['## 可调的阈值', lines.join('\n')];
}

function history({ history: entries = [] }: RuleNote): string {
  return [...entries.map(({ version, zh }) => `- ${version}：${zh}`), '- 0.1.0：新增。'].join('\n');
}

function english({ severity, note, messages }: RuleFacts): string {
  const title = `${messages.title.en.charAt(0).toUpperCase()}${messages.title.en.slice(1)}`;
  return `**${title}** (${severities[severity][1]}). ${note.en} To put it right: ${messages.remedy.en}`;
}

const preface = `# 规则 · Rules

每条规则一页：查什么、示例、依据、怎样改。报告的 JSON 里每个问题都有 \`rule\`，就是这里的编号。“算术”类规则不是逐条写出来的公式，而是由每个数的口径推出来的，见[架构说明](../architecture.md)。级别是通常的级别，证据不足时会降低，各页有说明。

One page per rule: what it finds, an example, its authority, the remedy. \`rule\` in the JSON report is the id used here. Arithmetic rules are generated from the scopes of the figures ([architecture](../architecture.md)). The severity is the usual one; a page says when it is lower.`;

function indexPage(all: readonly RuleFacts[]): string {
  const sections = Object.entries(families).flatMap(([name, [zh, en]]) => {
    const own = all.filter(({ id }) => id.startsWith(`${name}.`));
    return own.length === 0 ? [] : [`## ${zh} · ${en}`, tableOf(own)];
  });
  return [preface, ...sections].join('\n\n').concat('\n');
}

function tableOf(own: readonly RuleFacts[]): string {
  const rows = own.map(
    ({ id, severity, messages }) =>
      `| [${id}](${id}.md) | ${severities[severity][0]} | ${messages.title.zh} | ${messages.title.en} |`,
  );
  return ['| 规则 rule | 级别 | 查什么 | what it finds |', '|---|---|---|---|', ...rows].join('\n');
}

/** The pages by file name. Throws a RangeError for a rule without note or messages. */
export function rulePages(): ReadonlyMap<string, string> {
  const all = ruleIds.map(factsOf);
  return new Map([
    ['README.md', indexPage(all)],
    ...all.map((facts) => [`${facts.id}.md`, page(facts)] as const),
  ]);
}

function writePages(): void {
  const pages = rulePages();
  mkdirSync(pagesFolder, { recursive: true });
  for (const file of readdirSync(pagesFolder)) {
    if (file.endsWith('.md') && !pages.has(file)) rmSync(join(pagesFolder, file));
  }
  for (const [file, text] of pages) writeFileSync(join(pagesFolder, file), text);
  console.log(`${pages.size} pages in docs/rules`);
}

if (process.argv[1] === import.meta.filename) writePages();
