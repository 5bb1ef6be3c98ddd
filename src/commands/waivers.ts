import { basename } from 'node:path';
import { findingOf } from '../check/rule.ts';
import { isObject, parseJson, unknownKeys } from '../check/settings/json.ts';
import { mistakeSentence, type Mistake } from '../check/settings/mistake.ts';
import { readWaivers } from '../check/settings/readWaivers.ts';
import type { WaiverEntry } from '../check/settings/waiverEntry.ts';
import type { Finding } from '../model/finding.ts';
import { textOf, waiversPath } from './configure.ts';

export interface BesideWaivers {
  readonly waivers: readonly WaiverEntry[];
  /** Advice on entries that are wrong: they have no effect, and the findings stay. */
  readonly findings: readonly Finding[];
}

/** The waivers kept beside a document in `<document>.waivers.json`; none when there is no such file. */
export async function waiversBeside(file: string): Promise<BesideWaivers> {
  const path = waiversPath(file);
  const text = await textOf(path);
  if (text === null) return { waivers: [], findings: [] };
  const read = typeof text === 'string' ? readContent(text) : unreadable(text.code);
  return {
    waivers: read.waivers,
    findings: read.mistakes.map((mistake) => adviceOn(mistake, basename(path), file)),
  };
}

interface ReadContent {
  readonly waivers: readonly WaiverEntry[];
  readonly mistakes: readonly Mistake[];
}

function readContent(text: string): ReadContent {
  const parsed = parseJson(text);
  if ('mistake' in parsed) return { waivers: [], mistakes: [parsed.mistake] };
  if (!isObject(parsed.value)) return { waivers: [], mistakes: [{ code: 'notAnObject', at: '' }] };
  const { waivers, mistakes } = readWaivers(parsed.value['waivers'] ?? [], 'beside');
  return { waivers, mistakes: [...unknownKeys(parsed.value, ['waivers'], ''), ...mistakes] };
}

function unreadable(code: string): ReadContent {
  return { waivers: [], mistakes: [{ code: 'unreadable', at: '', value: code }] };
}

function adviceOn(mistake: Mistake, waivers: string, file: string): Finding {
  return findingOf({
    rule: 'document.staleWaiver',
    severity: 'info',
    variant: 'mistake',
    params: {
      waivers,
      mistake: mistakeSentence(mistake, 'zh'),
      mistakeEn: mistakeSentence(mistake, 'en'),
    },
    culprits: [{ reported: null, expected: null, support: 0, slip: null, place: { file } }],
  });
}
