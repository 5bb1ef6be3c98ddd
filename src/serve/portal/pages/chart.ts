import { sankeyData } from '../charts/sankeyData.ts';
import { sankeyFigure, standaloneSankey } from '../charts/sankeySvg.ts';
import { flowsOf } from '../data/flows.ts';
import type { PortalDocument } from '../document.ts';
import { html } from '../html.ts';
import { dataTable } from '../data/dataTable.ts';
import { embedFrame, type FrameLook } from './embedFrame.ts';
import { flowData } from './flowData.ts';
import { yearWords } from './frame.ts';
import { howToRead } from './howTo.ts';
import { chartStyle } from '../assets/style.ts';
import { readable } from '../amounts.ts';

/** The chart as a page for frames of other sites: its links lead back here. Null where there is no chart. */
export function chartFrame(document: PortalDocument, look: FrameLook): string | null {
  const { published, view, part } = document;
  const flows = flowsOf(published);
  if (flows === null) return null;
  const { summary } = published;
  const { say } = view;
  const title = titleOf(document);
  const data = sankeyData(flows, view, (code) => part({ kind: 'function', code }));
  const table = flowData(document);
  const body = html`<figure class="chart">
      <figcaption><b>${title}</b></figcaption>
      ${sankeyFigure(data, title)}
    </figure>
    ${howToRead('flow', view)}
    ${
      table === null
        ? null
        : html`<details class="under">
            <summary>${say('图中各数的表', 'The figures of the chart as a table')}</summary>
            ${dataTable(table, view, { quiet: true })}
          </details>`
    }`;
  const from = `${summary.name} ${yearWords(summary, view)}`;
  return embedFrame({ title, body, href: part({ kind: 'overview' }), from }, view, look);
}

/** The chart as one SVG file with its style in it. */
export function chartSvg(document: PortalDocument, origin: string): string | null {
  const { published, view, part } = document;
  const flows = flowsOf(published);
  if (flows === null) return null;
  const data = sankeyData(flows, view, (code) => origin + part({ kind: 'function', code }));
  const source = decodeURI(origin + part({ kind: 'overview' }));
  return standaloneSankey(data, titleOf(document), chartStyle, source).markup;
}

function titleOf({ published, view }: PortalDocument): string {
  const { summary } = published;
  const sum = summary.expenditureFen === null ? '' : ` ${readable(summary.expenditureFen, view)}`;
  return `${summary.name} ${yearWords(summary, view)}${sum}`;
}
