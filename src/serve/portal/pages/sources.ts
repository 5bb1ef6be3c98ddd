import type { FileSummary } from '../source.ts';
import type { Dataset } from '../data/dataset.ts';
import type { PortalDocument } from '../document.ts';
import { html, joined, type Html } from '../html.ts';
import type { PortalPage } from '../page.ts';
import { crumbsOf, headingOf, routeTo, tabsOf, yearWords } from './frame.ts';
import { fileIndex } from './check.ts';

/** A file as it can be shown: pictures of pages, lines of text, or the download alone. */
export type ShownFile =
  | { readonly kind: 'pages'; readonly pages: readonly PageSize[] }
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'download' };

/** In PDF points. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** The published files: to download, and page by page where they can be shown. */
export function sourcesPage(
  document: PortalDocument,
  version: number | null,
  shown: readonly ShownFile[],
): PortalPage {
  const { published, view } = document;
  const { say } = view;
  const { files } = published.summary;
  const items = files.map((file, i) => fileHtml(file, i, shown[i] ?? { kind: 'download' }, document));
  return {
    title: `${say('原文', 'Original')} · ${published.summary.name} ${yearWords(published.summary, view)}`,
    description: say('部门公布的原文件', 'The files as the department published them'),
    route: routeTo(document, version, { kind: 'sources' }),
    crumbs: crumbsOf(document, true),
    tabs: tabsOf(document, 'sources'),
    data: [fileData(document)],
    body: html`${headingOf(document, say('原文', 'Original'))}
      <p class="hint">
        ${say('部门公布的文件，一字未动。校验值可以用来确认下载的文件与公布的相同。', 'The files as published, unchanged. The checksum tells whether a copy is the same.')}
      </p>
      ${joined(items)}`,
  };
}

function fileHtml(file: FileSummary, index: number, shown: ShownFile, { view, part }: PortalDocument): Html {
  const { say } = view;
  const size = `${(file.bytes / 1024 / 1024).toFixed(file.bytes < 1024 * 1024 ? 2 : 1)} MB`;
  const pages =
    shown.kind === 'pages'
      ? html`<ol class="pages">
          ${joined(shown.pages.map((_, i) => html`<li><a href="${part({ kind: 'source', file: index, page: i + 1 })}">${say(`第${i + 1}页`, `page ${i + 1}`)}</a></li>`))}
        </ol>`
      : shown.kind === 'lines'
        ? html`<p>
            <a href="${part({ kind: 'source', file: index, page: 1 })}"
              >${say(`按行看（${shown.lines.length} 行）`, `By line (${shown.lines.length} lines)`)}</a
            >
          </p>`
        : null;
  return html`<section class="file">
    <h2>${file.name}</h2>
    <p>
      <a class="button" href="${part({ kind: 'file', file: index })}">${say('下载原文件', 'Download')}</a>
      <span class="meta">${size}</span>
    </p>
    <p class="meta hash">SHA-256 ${file.sha256}</p>
    ${pages}
  </section>`;
}

/** One page of a PDF as a picture with every number marked, or a text file by lines; null where there is no such page. */
export function sourcePage(
  document: PortalDocument,
  version: number | null,
  at: { readonly file: number; readonly page: number },
  shown: ShownFile,
): PortalPage | null {
  const { published, view } = document;
  const { say } = view;
  const file = published.summary.files[at.file];
  if (file === undefined) return null;
  const content = contentOf(document, at, shown);
  if (content === null) return null;
  const words = shown.kind === 'pages' ? say(`第${at.page}页`, `page ${at.page}`) : '';
  return {
    title: `${file.name} ${words}`,
    description: `${published.summary.name} ${yearWords(published.summary, view)} ${file.name} ${words}`,
    route: routeTo(document, version, { kind: 'source', ...at }),
    crumbs: [
      ...crumbsOf(document, true),
      { title: say('原文', 'Original'), href: document.part({ kind: 'sources' }) },
    ],
    tabs: tabsOf(document, 'sources'),
    data: [],
    body: html`${headingOf(document, `${file.name} ${words}`)}${content}`,
  };
}

function contentOf(
  document: PortalDocument,
  at: { readonly file: number; readonly page: number },
  shown: ShownFile,
): Html | null {
  if (shown.kind === 'lines') return at.page === 1 ? linesHtml(document, at.file, shown.lines) : null;
  const size = shown.kind === 'pages' ? shown.pages[at.page - 1] : undefined;
  return size === undefined || shown.kind !== 'pages'
    ? null
    : pictureHtml(document, at, size, shown.pages.length);
}

function pictureHtml(
  document: PortalDocument,
  at: { readonly file: number; readonly page: number },
  { width, height }: PageSize,
  count: number,
): Html {
  const { view, part, published } = document;
  const { say } = view;
  const picture = part({ kind: 'source', ...at }, 'png');
  const marks = published.trace.figures.flatMap(({ place, text, state }, id) => {
    if (
      place.page !== at.page ||
      place.box === undefined ||
      text === '' ||
      fileIndex(place.file, document) !== at.file
    )
      return [];
    const [x, y, w, h] = place.box;
    const letter = { verified: 'v', contradicted: 'x', unverified: 'u' }[state];
    return [
      html`<a id="b${id}" class="mark ${letter}" href="${document.figureHref(id)}" aria-label="${text}"
        ><rect x="${x - 1.5}" y="${y - 1}" width="${w + 3}" height="${h + 2}" rx="1.5"
      /></a>`,
    ];
  });
  const step = (page: number, words: string): Html | null =>
    page < 1 || page > count
      ? null
      : html`<a href="${part({ kind: 'source', file: at.file, page })}">${words}</a>`;
  return html`<p class="steps">
      ${step(at.page - 1, say('← 上一页', '← previous'))}
      <span>${at.page} / ${count}</span> ${step(at.page + 1, say('下一页 →', 'next →'))}
    </p>
    <p class="hint">
      ${say('框出的数都读过、核对过；点一个数看它的核对情况。', 'Every framed number was read and checked; it opens its checks.')}
    </p>
    <div
      class="scroll paper"
      tabindex="0"
      role="region"
      aria-label="${say(`第${at.page}页`, `page ${at.page}`)}"
    >
      <svg
        class="pagepicture"
        viewBox="0 0 ${Math.round(width * 10) / 10} ${Math.round(height * 10) / 10}"
        role="group"
        aria-label="${say(`原文件第${at.page}页的图像，带 ${marks.length} 个可以点开的数`, `picture of page ${at.page} with ${marks.length} numbers`)}"
      >
        <image
          href="${picture}"
          width="${Math.round(width * 10) / 10}"
          height="${Math.round(height * 10) / 10}"
        />
        ${joined(marks)}
      </svg>
    </div>`;
}

function linesHtml({ view }: PortalDocument, _file: number, lines: readonly string[]): Html {
  const items = lines.map(
    (line, i) => html`<li id="L${i + 1}" value="${i + 1}">${line.replaceAll('\t', ' │ ')}</li>`,
  );
  return html`<ol class="lines" lang="zh-CN" aria-label="${view.say('原文件各行', 'lines of the file')}">
    ${joined(items)}
  </ol>`;
}

export function fileData({ published, view, part }: PortalDocument): Dataset {
  const { say } = view;
  return {
    id: 'files',
    title: say('原文件', 'Files'),
    unit: '万元',
    columns: [
      { key: 'name', title: say('文件', 'File'), kind: 'text' },
      { key: 'mediaType', title: say('类型', 'Type'), kind: 'text', brief: true },
      { key: 'bytes', title: say('字节', 'Bytes'), kind: 'count' },
      { key: 'sha256', title: 'SHA-256', kind: 'text', code: true },
    ],
    rows: published.summary.files.map(({ name, mediaType, bytes, sha256 }, i) => ({
      href: part({ kind: 'file', file: i }),
      cells: { name, mediaType, bytes, sha256 },
    })),
  };
}
