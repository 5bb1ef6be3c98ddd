import { matchProjects, type NamedProject } from '../../../check/rules/project/matching.ts';
import { projectKey } from '../../../check/rules/project/projectName.ts';
import { projectRows, type ProjectRow } from '../../../check/rules/project/projectRows.ts';
import type { Disclosure, ProjectSheet } from '../../../model/disclosure.ts';
import { slugWords } from './slug.ts';

/** A project as published: its rows in the project tables and its performance sheets. */
export interface PortalProject {
  readonly slug: string;
  /** As the table prints it, else as the sheet does. */
  readonly name: string;
  /** For comparison over years. */
  readonly key: string;
  readonly rows: readonly ProjectRow[];
  readonly sheets: readonly ProjectSheet[];
  /** This year's amount: of the tables, else of the sheet; null where neither prints one. */
  readonly fen: number | null;
  /** Of it, carried over from last year; null where no table says so. */
  readonly carriedOverFen: number | null;
}

const known = new WeakMap<Disclosure, readonly PortalProject[]>();

/** All projects of a disclosure, the largest first. */
export function portalProjects(disclosure: Disclosure): readonly PortalProject[] {
  const found = known.get(disclosure) ?? readProjects(disclosure);
  known.set(disclosure, found);
  return found;
}

function readProjects(disclosure: Disclosure): readonly PortalProject[] {
  // Every row and every sheet belongs to one project: by its name, or by the nearest one.
  const { named, nearly, misprinted, rowsOnly, sheetsOnly } = matchProjects(disclosure);
  const all = [
    ...named,
    ...nearly.map(({ row, sheet }) => ({ key: row.key, rows: row.rows, sheets: sheet.sheets })),
    ...misprinted.map(({ row }) => row),
    ...rowsOnly,
    ...sheetsOnly,
  ];
  const positions = new Map(projectRows(disclosure).map((row, i) => [row.key, i]));
  const ordered = all
    .map((project) => withAmounts(project))
    .sort((a, b) => (b.fen ?? 0) - (a.fen ?? 0) || at(positions, a.key) - at(positions, b.key));
  return withSlugs(ordered);
}

function at(positions: ReadonlyMap<string, number>, key: string): number {
  return positions.get(key) ?? positions.size;
}

function withAmounts({ rows, sheets }: NamedProject): Omit<PortalProject, 'slug'> {
  const name = rows[0]?.name ?? sheets[0]?.name ?? '';
  const printed = rows.filter(({ amount }) => amount !== null);
  const carried = printed.filter(({ carriedOver }) => carriedOver);
  const stated = sheets.flatMap(({ funds }) => funds.annual.total ?? []);
  const fen =
    printed.length > 0
      ? sumOf(printed)
      : stated.length > 0
        ? stated.reduce((sum, a) => sum + a.fen, 0)
        : null;
  return {
    name,
    key: projectKey(name),
    rows,
    sheets,
    fen,
    carriedOverFen: carried.length > 0 ? sumOf(carried) : null,
  };
}

function sumOf(rows: readonly ProjectRow[]): number {
  return rows.reduce((sum, { amount }) => sum + (amount?.fen ?? 0), 0);
}

/** Two projects of one name get the endings ~2, ~3 in printed order. */
function withSlugs(projects: readonly Omit<PortalProject, 'slug'>[]): readonly PortalProject[] {
  const used = new Map<string, number>();
  return projects.map((project) => {
    const words = slugWords(project.name);
    const nth = (used.get(words) ?? 0) + 1;
    used.set(words, nth);
    return { ...project, slug: nth === 1 ? words : `${words}~${nth}` };
  });
}
