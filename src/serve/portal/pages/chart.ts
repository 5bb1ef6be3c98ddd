import { sankeyData } from '../charts/sankeyData.ts';
import { sankeyFigure, standaloneSankey } from '../charts/sankeySvg.ts';
import { flowsOf } from '../data/flows.ts';
import type { PortalDocument } from '../document.ts';
import { html } from '../html.ts';
import { headStart } from '../page.ts';
import { yearWords } from './frame.ts';
import { chartStyle } from '../assets/style.ts';
import { readable } from '../amounts.ts';

/** The chart as a page for frames of other sites: its links lead back here. Null where there is no chart. */
export function chartFrame(document: PortalDocument, style: string, policy: string | null): string | null {
  const { published, view, part } = document;
  const flows = flowsOf(published);
  if (flows === null) return null;
  const { summary } = published;
  const { say } = view;
  const title = titleOf(document);
  const data = sankeyData(flows, view, (code) => part({ kind: 'function', code }));
  const meta =
    policy === null ? null : html`<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
  return html`<!doctype html>
    <html lang="${say('zh-CN', 'en')}">
      <head>
        ${headStart} ${meta}
        <title>${title}</title>
        <base target="_top" />
        <link rel="stylesheet" href="${style}" />
      </head>
      <body class="embedded">
        <main>
          <figure class="chart">
            <figcaption><b>${title}</b></figcaption>
            ${sankeyFigure(data, title)}
          </figure>
          <p class="meta">
            <a href="${part({ kind: 'overview' })}"
              >${summary.name} ${yearWords(summary, view)}${say('：看全部', ': see everything')}</a
            >
          </p>
        </main>
      </body>
    </html> `.markup;
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
