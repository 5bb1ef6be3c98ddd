import type { Culprit, Finding, RuleCount, Waiver } from '../../model/finding.ts';
import { fold } from '../../model/fold.ts';
import type { Place } from '../../model/place.ts';
import { allMessages } from '../messages.ts';
import { findingOf } from '../rule.ts';
import { placeKeys, type WaiverEntry } from './waiverEntry.ts';

const id = 'document.staleWaiver';

export interface Waived {
  readonly findings: readonly Finding[];
  /** Advice on waivers that expired or fit nothing. */
  readonly stale: readonly Finding[];
  readonly counts: readonly RuleCount[];
}

/**
 * Puts waivers on the findings they fit; a waiver is in force through the day it expires. One that expired
 * or fits no finding is told. `today` is YYYY-MM-DD.
 */
export function applyWaivers(
  findings: readonly Finding[],
  waivers: readonly WaiverEntry[],
  file: string,
  today: string,
): Waived {
  if (waivers.length === 0) return { findings, stale: [], counts: [] };
  const inForce = waivers.filter((waiver) => !isExpired(waiver, today));
  const fitting = findings.map((finding) => inForce.find((waiver) => fits(waiver, finding)) ?? null);
  const stale = waivers.flatMap((waiver) => {
    if (isExpired(waiver, today)) return [staleWaiver(waiver, file, 'expired')];
    return findings.some((finding) => fits(waiver, finding)) ? [] : [staleWaiver(waiver, file, '')];
  });
  return {
    findings: findings.map((finding, i) => {
      const waiver = fitting[i] ?? null;
      return waiver === null ? finding : { ...finding, waiver: plain(waiver) };
    }),
    stale,
    counts: [
      {
        rule: id,
        pass: waivers.length - stale.length,
        rounding: 0,
        fail: stale.length,
        notApplicable: 0,
        unreadable: 0,
      },
    ],
  };
}

function isExpired({ expires }: WaiverEntry, today: string): boolean {
  return expires !== null && expires < today;
}

function plain({ reason, by, date, expires }: WaiverEntry): Waiver {
  return { reason, by, date, expires };
}

/** A finding without culprits is of the whole document. */
function fits(waiver: WaiverEntry, finding: Finding): boolean {
  if (waiver.rule !== finding.rule) return false;
  if (finding.culprits.length === 0) return isAt(waiver, {}) && waiver.reported === null;
  return finding.culprits.some((culprit) => isAt(waiver, culprit.place) && isPrinted(waiver, culprit));
}

function isAt({ place }: WaiverEntry, at: Omit<Place, 'file'>): boolean {
  return placeKeys.every((key) => place[key] === '*' || place[key] === at[key]);
}

function isPrinted({ reported }: WaiverEntry, culprit: Culprit): boolean {
  return reported === null || fold(reported) === fold(culprit.reported?.text ?? '');
}

/** The advice on a waiver, at the place that it names. */
function staleWaiver(waiver: WaiverEntry, file: string, variant: '' | 'expired'): Finding {
  const titles = allMessages[waiver.rule]?.title;
  return findingOf({
    rule: id,
    severity: 'info',
    variant,
    params: {
      title: titles?.zh ?? waiver.rule,
      titleEn: titles?.en ?? waiver.rule,
      by: waiver.by,
      date: waiver.date,
      reason: waiver.reason,
      expires: waiver.expires ?? '',
    },
    culprits: [
      {
        reported: waiver.reported === null ? null : { text: waiver.reported, fen: null },
        expected: null,
        support: 0,
        slip: null,
        place: placeOf(waiver, file),
      },
    ],
  });
}

function placeOf({ place }: WaiverEntry, file: string): Place {
  const keys = placeKeys.flatMap((key) => {
    const value = place[key];
    return value === undefined || value === '*' ? [] : [[key, value] as const];
  });
  return { file, ...Object.fromEntries(keys) };
}
