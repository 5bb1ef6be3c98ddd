import type { DocumentDigest } from '../../model/digest.ts';
import { fold } from '../../model/fold.ts';
import { bareName } from '../bareName.ts';

/** A department's document with those of its units. */
export interface Group {
  readonly department: DocumentDigest;
  readonly units: readonly DocumentDigest[];
  /** Units that the department prints and that have no document here. */
  readonly missing: readonly string[];
  /** How many units there are; null where the department does not say. */
  readonly count: number | null;
  /** Every unit's document is here: sums may be compared. */
  readonly complete: boolean;
}

/** Each department with the units' documents of its year and stage that belong to it. */
export function groupsOf(digests: readonly DocumentDigest[]): readonly Group[] {
  return digests
    .filter(({ level }) => level === 'department')
    .map((department) => groupOf(department, digests));
}

function groupOf(department: DocumentDigest, digests: readonly DocumentDigest[]): Group {
  const units = digests.filter(
    (other) => other !== department && isSameFrame(other, department) && belongs(other, department),
  );
  const printed = department.units.filter(
    (name, i, all) => all.findIndex((other) => isSameName(other, name)) === i,
  );
  const missing = printed.filter((name) => !units.some((unit) => isRowOf(name, unit, department)));
  const count =
    printed.length > 1 ? printed.length : (department.unitCount ?? (printed.length === 1 ? 1 : null));
  const complete = printed.length > 1 ? missing.length === 0 : count !== null && units.length === count;
  return { department, units, missing: printed.length > 1 ? missing : [], count, complete };
}

export function isSameFrame(a: DocumentDigest, b: DocumentDigest): boolean {
  return a.year === b.year && a.stage === b.stage;
}

/** A row of the department's tables bears its name, or it is a unit's document that the text names. */
function belongs(other: DocumentDigest, department: DocumentDigest): boolean {
  if (other.name === null || other.level === 'region') return false;
  if (isSameName(other.name, department.name)) return other.level === 'unit';
  if (department.units.some((name) => isRowOf(name, other, department))) return true;
  return other.level === 'unit' && names(department, other.name);
}

/** The text names it, in full or without the region; a short word may be something else. */
function names({ organisation, region, name }: DocumentDigest, unit: string): boolean {
  const text = fold(organisation);
  const full = bareName(unit);
  const local = region !== null && full.startsWith(fold(region)) ? full.slice(fold(region).length) : full;
  return local.length >= 4 && !bareName(name ?? '').includes(local) && text.includes(local);
}

/** A row of a table names the body in full, or without the region that the table is of (教育局, 县教育局). */
export function isRowOf(printed: string, { name }: DocumentDigest, { region }: DocumentDigest): boolean {
  return name !== null && localName(printed, region) === localName(name, region);
}

function localName(name: string, region: string | null): string {
  const bare = bareName(name);
  const parts = fold(region ?? '').match(/[^省市县区旗]+[省市县区旗]/g) ?? [];
  const level = parts.at(-1)?.at(-1) ?? '';
  const afterRegion = parts.reduce(
    (rest, part) => (rest.startsWith(part) ? rest.slice(part.length) : rest),
    bare,
  );
  const local = level !== '' && afterRegion.startsWith(level) ? afterRegion.slice(1) : afterRegion;
  return local.length < shortestName ? bare : local;
}

/** Fewer characters are no name of a body: 县本级 without its region says nothing. */
const shortestName = 3;

/** One body under one name: brackets and the words for the office itself do not count. */
export function isSameName(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && bareName(a) === bareName(b);
}
