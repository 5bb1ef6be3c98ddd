import type { Mistake } from './mistake.ts';
import { nearest } from './nearest.ts';
import { knownRules } from './settings.ts';

/** A rule's name (or, where families may stand, a family's with .*) that does not exist, and the nearest one. */
export function unknownRule(rule: string, at: string, allowed: 'rules' | 'families'): Mistake | null {
  const known = knownRules();
  const families = allowed === 'families' ? [...new Set(known.map((id) => `${familyOf(id)}.*`))] : [];
  if (known.includes(rule) || families.includes(rule)) return null;
  const hint = nearest(rule, [...known, ...families]) ?? nearestName(rule, known);
  return { code: 'unknownRule', at, value: rule, ...(hint === null ? {} : { hint }) };
}

function familyOf(rule: string): string {
  return rule.split('.')[0] ?? '';
}

/** The right name in the wrong family, or without one. */
function nearestName(rule: string, known: readonly string[]): string | null {
  const name = rule.split('.').at(-1) ?? rule;
  const found = nearest(
    name,
    known.map((id) => id.split('.')[1] ?? id),
  );
  return known.find((id) => id.split('.')[1] === found) ?? null;
}
