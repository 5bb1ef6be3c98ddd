import { isAmount, type DataRow, type Dataset } from '../data/dataset.ts';
import { dataTable } from '../data/dataTable.ts';
import { html, type Html } from '../html.ts';
import { headStart, type PortalPage } from '../page.ts';
import type { View } from '../view.ts';
import { howToRead } from './howTo.ts';

export interface FrameLook {
  readonly style: string;
  /** Printed in the page where no header can carry it. */
  readonly policy: string | null;
}

export interface Framed {
  readonly title: string;
  readonly body: Html;
  /** The page that the picture is of. */
  readonly href: string;
  readonly from: string;
}

/** More rows would make a frame a page; all of them are a link away. */
const mostRows = 20;

/** A picture as a page for frames of other sites: its links lead back here, in the whole window. */
export function embedFrame({ title, body, href, from }: Framed, view: View, look: FrameLook): string {
  const { say } = view;
  const policy =
    look.policy === null
      ? null
      : html`<meta http-equiv="Content-Security-Policy" content="${look.policy}" />`;
  return html`<!doctype html>
    <html lang="${say('zh-CN', 'en')}">
      <head>
        ${headStart} ${policy}
        <title>${title}</title>
        <base target="_top" />
        <link rel="stylesheet" href="${look.style}" />
      </head>
      <body class="embedded">
        <main>
          <h1 class="vh">${title}</h1>
          ${body}
          <p class="meta"><a href="${href}">${from}${say('：看全部', ': see everything')}</a></p>
        </main>
      </body>
    </html> `.markup;
}

/** The drawn rows of a page's data set with how they are read; the table is the picture. Null where nothing is drawn. */
export function dataFrame(page: PortalPage, data: Dataset, view: View, look: FrameLook): string | null {
  if (data.drawn === undefined) return null;
  const { say } = view;
  const rows = drawnRows(data).slice(0, mostRows);
  const left = data.rows.length - rows.length;
  const more =
    left === 0
      ? null
      : html`<p class="note">${say(`另有 ${left} 项，见全部。`, `${left} more on the page.`)}</p>`;
  const body = html`<figure class="chart">
      <figcaption><b>${data.title}</b> · ${page.title}</figcaption>
      ${dataTable({ ...data, rows }, view, { quiet: true })}${more}
    </figure>
    ${howToRead(data.drawn.as, view)}`;
  return embedFrame(
    { title: `${data.title} · ${page.title}`, body, href: view.link(page.route), from: page.title },
    view,
    look,
  );
}

/** What stayed as it was is no change to draw. */
function drawnRows({ rows, drawn }: Dataset): readonly DataRow[] {
  if (drawn?.as !== 'changes') return rows;
  return rows.filter(({ cells }) => {
    const change = cells[drawn.bars];
    return isAmount(change) && change.fen !== 0;
  });
}
