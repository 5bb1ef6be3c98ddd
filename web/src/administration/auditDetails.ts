import { filingStateWords } from '../../../src/model/words/filingStates.ts';
import { filingWords } from '../filing/words.ts';
import { frameWords } from '../frame/words.ts';

type Words = readonly [zh: string, en: string];

/** Names of what a record keeps, in the order in which they are told. */
const names: Readonly<Record<string, Words>> = {
  version: ['版本', 'version'],
  from: ['原状态', 'from'],
  to: ['新状态', 'to'],
  disclosure: ['文本版本', 'document'],
  verdict: ['结论', 'verdict'],
  role: ['角色', 'role'],
  region: ['地区', 'region'],
  kind: ['类型', 'kind'],
  files: ['文件数', 'files'],
  rule: ['规则', 'rule'],
  severity: ['级别', 'severity'],
  thresholds: ['阈值', 'limits'],
  usual: ['恢复通常', 'as shipped'],
  reason: ['理由', 'reason'],
  expires: ['有效期至', 'until'],
  waivers: ['豁免数', 'waivers'],
  disabled: ['停用', 'disabled'],
  year: ['年度', 'year'],
  fingerprint: ['问题的摘要', 'hash of the finding'],
  hash: ['摘要', 'hash'],
};

const values: Readonly<Record<string, Words>> = {
  ...Object.fromEntries(
    Object.entries(filingStateWords).map(([state, { zh, en }]) => [state, [zh, en] as const]),
  ),
  clean: ['未发现问题', 'no findings'],
  errors: filingWords.errors,
  warnings: filingWords.warnings,
  unreadable: filingWords.unreadable,
  check: ['审核文件', 'check'],
  compose: ['生成文本', 'compose'],
  error: ['错误', 'error'],
  warning: ['提醒', 'warning'],
  info: ['提示', 'advice'],
  off: ['停用', 'off'],
  true: ['是', 'yes'],
  false: ['否', 'no'],
};
/** What is kept as a code and told in words; anything else is somebody's own text. */
const coded = new Set(['from', 'to', 'verdict', 'role', 'kind', 'severity', 'disabled', 'usual']);

/**
 * What a record of the audit log keeps, in words: `原状态 编制 · 新状态 单位审核 · 文本版本 1`.
 * @param at 0 for Chinese, 1 for English
 */
export function detailText(details: Readonly<Record<string, unknown>>, at: 0 | 1): string {
  return Object.entries(details)
    .filter(([, value]) => value !== null && !isEmpty(value))
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([key, value]) => `${names[key]?.[at] ?? key} ${valueText(key, value, at)}`)
    .join(' · ');
}

/** Limits of a rule that none was set of. */
function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** What has no name stands before the hash, which is for machines to compare. */
function rank(key: string): number {
  const all = Object.keys(names);
  return key in names ? all.indexOf(key) : all.length - 1.5;
}

function valueText(key: string, value: unknown, at: 0 | 1): string {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, limit]) => `${name} ${String(limit)}`)
      .join('、');
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (!coded.has(key)) return text;
  const words: Words | undefined = values[text] ?? (frameWords as Readonly<Record<string, Words>>)[text];
  return words?.[at] ?? text;
}
