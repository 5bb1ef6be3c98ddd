import type { Disclosure, ProjectSheet } from '../../../model/disclosure.ts';
import { editDistance, differInNumbersOnly, projectKey } from './projectName.ts';
import { projectRows, type ProjectRow } from './projectRows.ts';

/** The rows and sheets that bear one name. */
export interface NamedProject {
  readonly key: string;
  readonly rows: readonly ProjectRow[];
  readonly sheets: readonly ProjectSheet[];
}

/** A project whose rows and sheets bear names that differ slightly. */
export interface NearlyNamed {
  readonly row: NamedProject;
  readonly sheet: NamedProject;
  /** Their amounts are equal within their printed digits. */
  readonly sameAmount: boolean;
}

/** Rows under a name that is misprinted, and the project of several rows that they belong to. */
export interface MisprintedProject {
  readonly row: NamedProject;
  readonly owner: NamedProject;
}

export interface Matching {
  readonly named: readonly NamedProject[];
  readonly nearly: readonly NearlyNamed[];
  readonly misprinted: readonly MisprintedProject[];
  readonly rowsOnly: readonly NamedProject[];
  readonly sheetsOnly: readonly NamedProject[];
}

const known = new WeakMap<Disclosure, Matching>();

/** Which rows of the project tables belong to which sheets: by equal name, then by the nearest name. */
export function matchProjects(disclosure: Disclosure): Matching {
  const found = known.get(disclosure) ?? match(disclosure);
  known.set(disclosure, found);
  return found;
}

function match(disclosure: Disclosure): Matching {
  const all = byName(projectRows(disclosure), disclosure.projects);
  const named = all.filter((project) => project.rows.length > 0 && project.sheets.length > 0);
  const rows = all.filter((project) => project.sheets.length === 0);
  const sheets = all.filter((project) => project.rows.length === 0);
  const nearly = nearest(rows, sheets);
  const unmatched = rows.filter((project) => !nearly.some(({ row }) => row === project));
  const misprinted = misprints(unmatched, named);
  return {
    ...{ named, nearly, misprinted },
    rowsOnly: unmatched.filter((project) => !misprinted.some(({ row }) => row === project)),
    sheetsOnly: sheets.filter((project) => !nearly.some(({ sheet }) => sheet === project)),
  };
}

function byName(rows: readonly ProjectRow[], sheets: readonly ProjectSheet[]): readonly NamedProject[] {
  const projects = new Map<string, { key: string; rows: ProjectRow[]; sheets: ProjectSheet[] }>();
  const at = (key: string): { rows: ProjectRow[]; sheets: ProjectSheet[] } => {
    const project = projects.get(key) ?? { key, rows: [], sheets: [] };
    projects.set(key, project);
    return project;
  };
  for (const row of rows) at(row.key).rows.push(row);
  for (const sheet of sheets) if (sheet.name !== '') at(projectKey(sheet.name)).sheets.push(sheet);
  return [...projects.values()];
}

interface Candidate extends NearlyNamed {
  readonly distance: number;
}

/** Pairs off the names that are nearest to each other; every name is used once. */
function nearest(rows: readonly NamedProject[], sheets: readonly NamedProject[]): readonly NearlyNamed[] {
  const candidates = rows.flatMap((row) => sheets.flatMap((sheet) => candidate(row, sheet) ?? []));
  candidates.sort((a, b) => Number(b.sameAmount) - Number(a.sameAmount) || a.distance - b.distance);
  const used = new Set<NamedProject>();
  return candidates.filter(({ row, sheet }) => {
    if (used.has(row) || used.has(sheet)) return false;
    used.add(row).add(sheet);
    return true;
  });
}

/** Equal amounts allow a third of the name to differ, else one character in eight, and no mere number. */
function candidate(row: NamedProject, sheet: NamedProject): Candidate | null {
  const sameAmount = agree(row.rows, sheet.sheets);
  const length = Math.max(row.key.length, sheet.key.length);
  const limit = sameAmount ? Math.max(1, Math.floor(length / 3)) : Math.max(1, Math.floor(length / 8));
  if (length < 4) return null;
  const distance = editDistance(row.key, sheet.key, limit);
  if (distance > limit || (!sameAmount && differInNumbersOnly(row.key, sheet.key))) return null;
  return { row, sheet, sameAmount, distance };
}

/**
 * Rows that bear a nearly named project's name misprinted: the only one whose funds are complete with these rows and
 * not without them. Likeness alone decides nothing: the projects of two villages differ by one character too.
 */
function misprints(
  rows: readonly NamedProject[],
  named: readonly NamedProject[],
): readonly MisprintedProject[] {
  return rows.flatMap((row): readonly MisprintedProject[] => {
    const owners = named.filter((other) => {
      const together = { ...row, rows: [...other.rows, ...row.rows] };
      return candidate(together, other)?.sameAmount === true && !agree(other.rows, other.sheets);
    });
    const [owner] = owners;
    return owner !== undefined && owners.length === 1 ? [{ row, owner }] : [];
  });
}

/** A table's amount in 万元 to two decimals leaves half of the last digit, 50 元. */
const halfDigit = 5_000;

function agree(rows: readonly ProjectRow[], sheets: readonly ProjectSheet[]): boolean {
  const printed = rows.reduce((sum, row) => sum + (row.amount?.fen ?? 0), 0);
  const stated = sheets.reduce((sum, sheet) => sum + (sheet.funds.annual.total?.fen ?? 0), 0);
  return printed !== 0 && Math.abs(printed - stated) <= halfDigit * rows.length;
}
