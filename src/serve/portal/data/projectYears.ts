import type { PublishedDisclosure } from '../source.ts';
import { projectKey } from '../../../check/rules/project/projectName.ts';
import { portalProjects, type PortalProject } from './projects.ts';
import { yearless } from './yearChanges.ts';

/** A project in one published year. */
export interface ProjectYear {
  readonly published: PublishedDisclosure;
  readonly project: PortalProject;
  /** 分 by the key of the fund column that prints it; empty where no table does. */
  readonly funds: ReadonlyMap<string, number>;
}

/** The same project in several disclosures of one department, by its name without years; the oldest first. */
export function projectYears(
  name: string,
  disclosures: readonly PublishedDisclosure[],
): readonly ProjectYear[] {
  const wanted = yearless(projectKey(name));
  return disclosures
    .flatMap((published) => {
      const same = portalProjects(published.disclosure).filter(({ key }) => yearless(key) === wanted);
      const [project] = same;
      return project === undefined || same.length > 1
        ? []
        : [{ published, project, funds: fundsOf(project, published) }];
    })
    .sort((a, b) => a.published.summary.year - b.published.summary.year);
}

/** A project's amounts by fund over all its rows; the total's column is left out. */
export function fundsOf(
  { rows }: PortalProject,
  { disclosure }: PublishedDisclosure,
): ReadonlyMap<string, number> {
  const funds = new Map<string, number>();
  for (const row of rows) {
    const table = disclosure.tables.find(({ number }) => number === row.table);
    const printed = table?.rows.find(({ place }) => place.row === row.place.row);
    for (const [key, { fen }] of Object.entries(printed?.cells ?? {}))
      if (fen !== null && fen !== 0 && key !== 'total') funds.set(key, (funds.get(key) ?? 0) + fen);
  }
  return funds;
}
