import type { DataColumn, DataRow, Dataset } from '../data/dataset.ts';
import { portalProjects, type PortalProject } from '../data/projects.ts';
import { measured } from '../data/targets.ts';
import type { PortalDocument } from '../document.ts';

/** All projects as a data set; null where none is published. */
export function projectData(document: PortalDocument): Dataset | null {
  const { published, view } = document;
  const projects = portalProjects(published.disclosure);
  if (projects.length === 0) return null;
  const { say } = view;
  const carried = projects.some(({ carriedOverFen }) => carriedOverFen !== null);
  const sheets = projects.some((project) => project.sheets.length > 0);
  const columns: readonly DataColumn[] = [
    { key: 'name', title: say('项目', 'Project'), kind: 'text' },
    { key: 'amount', title: say('本年金额', 'This year'), kind: 'amount' },
    ...(carried
      ? [{ key: 'carriedOver', title: say('其中上年结转', 'carried over'), kind: 'amount' } as const]
      : []),
    ...(sheets
      ? [
          { key: 'targets', title: say('绩效指标', 'Targets'), kind: 'count' } as const,
          { key: 'measurable', title: say('能衡量的', 'measurable'), kind: 'count' } as const,
        ]
      : []),
    { key: 'address', title: say('地址', 'Address'), kind: 'text', hidden: true },
  ];
  return {
    id: 'projects',
    title: say('项目', 'Projects'),
    unit: '万元',
    columns,
    rows: projects.map((project) => rowOf(project, document)),
  };
}

function rowOf(project: PortalProject, document: PortalDocument): DataRow {
  const targets = measured(project);
  const [only] = project.rows;
  const cell = project.rows.length === 1 ? only?.amount : null;
  const href = cell == null ? undefined : document.hrefAt(cell.place, cell.text);
  const isListed = project.sheets.length > 0;
  const address = document.part({ kind: 'project', slug: project.slug });
  return {
    href: address,
    cells: {
      address,
      name: project.name,
      amount: project.fen === null ? null : { fen: project.fen, ...(href === undefined ? {} : { href }) },
      carriedOver: project.carriedOverFen === null ? null : { fen: project.carriedOverFen },
      targets: isListed ? targets.all : null,
      measurable: isListed ? targets.measurable : null,
    },
  };
}
