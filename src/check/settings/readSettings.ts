import { rules } from '../rules.ts';
import type { Threshold } from '../rule.ts';
import { isObject, unknownKeys, type JsonObject } from './json.ts';
import type { Mistake } from './mistake.ts';
import { readWaivers } from './readWaivers.ts';
import type { SetSeverity, Settings } from './settings.ts';
import { unknownRule } from './unknownRule.ts';

export interface ReadSettings {
  readonly settings: Settings;
  readonly mistakes: readonly Mistake[];
}

const severities: readonly SetSeverity[] = ['error', 'warning', 'info', 'off'];

/**
 * The settings in the content of a `mingsuan.config.json` (schemas/config.schema.json): what is right in it,
 * and every mistake with its place.
 */
export function readSettings(content: unknown): ReadSettings {
  if (!isObject(content)) return withMistakes([{ code: 'notAnObject', at: '' }]);
  const ruled = readRules(content['rules']);
  const waived = content['waivers'] === undefined ? null : readWaivers(content['waivers'], 'document');
  return {
    settings: { ...ruled.settings, waivers: waived?.waivers ?? [] },
    mistakes: [
      ...unknownKeys(content, ['rules', 'waivers'], ''),
      ...ruled.mistakes,
      ...(waived?.mistakes ?? []),
    ],
  };
}

function withMistakes(mistakes: readonly Mistake[]): ReadSettings {
  return { settings: { severities: {}, thresholds: {}, waivers: [] }, mistakes };
}

function readRules(content: unknown): ReadSettings {
  if (content === undefined) return withMistakes([]);
  if (!isObject(content)) return withMistakes([{ code: 'notAnObject', at: 'rules' }]);
  const severityOf: Record<string, SetSeverity> = {};
  const thresholdsOf: Record<string, Record<string, number>> = {};
  const mistakes: Mistake[] = [];
  for (const [rule, value] of Object.entries(content)) {
    const unknown = unknownRule(rule, `rules.${rule}`, 'families');
    if (unknown !== null) {
      mistakes.push(unknown);
      continue;
    }
    const read = readRule(rule, value);
    mistakes.push(...read.mistakes);
    if (read.severity !== null) severityOf[rule] = read.severity;
    if (Object.keys(read.thresholds).length > 0) thresholdsOf[rule] = read.thresholds;
  }
  return { settings: { severities: severityOf, thresholds: thresholdsOf, waivers: [] }, mistakes };
}

interface ReadRule {
  readonly severity: SetSeverity | null;
  readonly thresholds: Record<string, number>;
  readonly mistakes: readonly Mistake[];
}

/** "off", or { "severity": "info", "change": 0.2 }. */
function readRule(rule: string, value: unknown): ReadRule {
  const at = `rules.${rule}`;
  if (!isObject(value)) return { thresholds: {}, ...readSeverity(value, at) };
  const { severity, ...rest } = value;
  const read =
    severity === undefined ? { severity: null, mistakes: [] } : readSeverity(severity, `${at}.severity`);
  const limits = readThresholds(rule, rest, at);
  return {
    severity: read.severity,
    thresholds: limits.thresholds,
    mistakes: [...read.mistakes, ...limits.mistakes],
  };
}

function readSeverity(value: unknown, at: string): Pick<ReadRule, 'severity' | 'mistakes'> {
  const severity = severities.find((known) => known === value);
  if (severity !== undefined) return { severity, mistakes: [] };
  const given = typeof value === 'string' ? value : JSON.stringify(value);
  return {
    severity: null,
    mistakes: [{ code: 'wrongSeverity', at, value: given, hint: severities.join(', ') }],
  };
}

function readThresholds(
  rule: string,
  given: JsonObject,
  at: string,
): { readonly thresholds: Record<string, number>; readonly mistakes: readonly Mistake[] } {
  const known = rules.find(({ id }) => id === rule)?.thresholds ?? {};
  const thresholds: Record<string, number> = {};
  const mistakes: Mistake[] = [];
  for (const [name, value] of Object.entries(given)) {
    const threshold = Object.hasOwn(known, name) ? known[name] : undefined;
    if (threshold === undefined) mistakes.push(unknownThreshold(name, known, at));
    else if (isWithin(value, threshold)) thresholds[name] = value;
    else {
      const hint = `${threshold.least}–${threshold.most}`;
      mistakes.push({ code: 'wrongThreshold', at: `${at}.${name}`, value: JSON.stringify(value), hint });
    }
  }
  return { thresholds, mistakes };
}

function unknownThreshold(name: string, known: Readonly<Record<string, Threshold>>, at: string): Mistake {
  const names = ['severity', ...Object.keys(known)].join(', ');
  return { code: 'unknownThreshold', at, value: name, hint: names };
}

function isWithin(value: unknown, { least, most }: Threshold): value is number {
  return typeof value === 'number' && value >= least && value <= most;
}
