import { dataTable } from '../data/dataTable.ts';
import type { PortalDocument } from '../document.ts';
import { html } from '../html.ts';
import { downloads, type PortalPage } from '../page.ts';
import { readable } from '../amounts.ts';
import { portalProjects } from '../data/projects.ts';
import { measured } from '../data/targets.ts';
import { crumbsOf, headingOf, routeTo, tabsOf, yearWords } from './frame.ts';
import { projectData } from './projectData.ts';

/** All projects of a department's year, the largest first. */
export function projectsPage(document: PortalDocument, version: number | null): PortalPage {
  const { published, view } = document;
  const { say } = view;
  const route = routeTo(document, version, { kind: 'projects' });
  const data = projectData(document);
  const projects = portalProjects(published.disclosure);
  const sum = projects.reduce((total, { fen }) => total + (fen ?? 0), 0);
  const targets = projects.map(measured);
  const all = targets.reduce((total, each) => total + each.all, 0);
  const measurable = targets.reduce((total, each) => total + each.measurable, 0);
  const words =
    projects.length === 0
      ? say('公布的文件里没有项目。', 'The document lists no projects.')
      : say(
          `${projects.length} 个项目，共 ${readable(sum, view)}。${all === 0 ? '' : `公布了 ${all} 条绩效指标，其中 ${measurable} 条写明了数、时间或等级，事后可以衡量。`}`,
          `${projects.length} projects, ${readable(sum, view)} together.${all === 0 ? '' : ` ${all} targets are published; ${measurable} state a number, a time or a grade and can be measured.`}`,
        );
  return {
    title: `${say('项目', 'Projects')} · ${published.summary.name} ${yearWords(published.summary, view)}`,
    description: `${published.summary.name}：${words}`,
    route,
    crumbs: crumbsOf(document, true),
    tabs: tabsOf(document, 'projects'),
    data: data === null ? [] : [data],
    body: html`${headingOf(document, say('项目', 'Projects'))}
      <div class="lead"><p>${words}</p></div>
      ${data === null ? null : html`${dataTable(data, view, { bars: 'amount', quiet: true })}${downloads(route, data, true, view)}`}`,
  };
}
