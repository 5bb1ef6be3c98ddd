import { textMarks } from '../../../model/diff/textMarks.ts';
import type { CorrectedFigure, CorrectedText, PrintedAmount } from '../data/corrected.ts';
import { correctionsOf } from '../data/corrections.ts';
import type { AmountCell, DataRow, Dataset } from '../data/dataset.ts';
import { dataTable } from '../data/dataTable.ts';
import { documentOf, type PortalDocument } from '../document.ts';
import { html, joined, type Html } from '../html.ts';
import { downloads, section, type PortalPage } from '../page.ts';
import type { PublishedDisclosure } from '../source.ts';
import type { View } from '../view.ts';
import { crumbsOf, headingOf, routeTo, tabsOf, yearWords } from './frame.ts';

/** What a corrected version says otherwise than the published version before it, as data and in words. */
export interface CorrectionsShown {
  /** 更正了 3 个数、2 处文字 */
  readonly words: string;
  /** Amounts, then texts; only what there is. */
  readonly data: readonly Dataset[];
  readonly figures: Dataset | null;
  readonly texts: readonly CorrectedText[];
}

/** The data sets of a correction. */
export const correctedIds = { figures: 'corrected', texts: 'rewritten' } as const;

/** What was corrected; null where no earlier version is public. */
export function correctionsShown(
  document: PortalDocument,
  previous: PublishedDisclosure | null,
): CorrectionsShown | null {
  if (previous === null) return null;
  const { view, published } = document;
  const { figures, texts, otherFiles } = correctionsOf(previous, published);
  const old = documentOf(previous, previous.summary.version, view);
  const amounts = figures.length === 0 ? null : figureData(figures, old, document);
  const sentences = texts.length === 0 ? null : textData(texts, view);
  return {
    words: correctedWords({ figures: figures.length, texts: texts.length }, otherFiles, view),
    data: [amounts, sentences].filter((each) => each !== null),
    figures: amounts,
    texts,
  };
}

/** How much was corrected, as a clause. */
export function correctedWords(
  { figures, texts }: { readonly figures: number; readonly texts: number },
  otherFiles: boolean,
  { say }: View,
): string {
  if (figures + texts === 0)
    return otherFiles
      ? say('换了文件，数和文字没有变', 'Files were replaced; numbers and words are the same')
      : say('数和文字没有变', 'Numbers and words are the same');
  const parts = [
    ...(figures === 0 ? [] : [say(`${figures} 个数`, `${figures} number${figures === 1 ? '' : 's'}`)]),
    ...(texts === 0 ? [] : [say(`${texts} 处文字`, `${texts} passage${texts === 1 ? '' : 's'}`)]),
  ];
  const were = figures + texts === 1 ? 'was' : 'were';
  return say(`更正了 ${parts.join('、')}`, `${parts.join(' and ')} ${were} corrected`);
}

/** The page that tells everything that changed since the version before; null where none is public. */
export function correctionsPage(
  document: PortalDocument,
  version: number | null,
  previous: PublishedDisclosure | null,
): PortalPage | null {
  const shown = correctionsShown(document, previous);
  if (shown === null || previous === null) return null;
  const { published, view } = document;
  const { say } = view;
  const { summary } = published;
  const route = routeTo(document, version, { kind: 'corrections' });
  const title = say(`第${summary.version}版更正了什么`, `What version ${summary.version} corrected`);
  const [main] = shown.data;
  const load = (data: Dataset | undefined): Html | null =>
    data === undefined ? null : downloads(route, data, data === main, view);
  return {
    title: `${title} · ${summary.name} ${yearWords(summary, view)}`,
    description: `${summary.name} ${yearWords(summary, view)}${say('：', ': ')}${shown.words}`,
    route,
    crumbs: crumbsOf(document, true),
    tabs: tabsOf(document, 'overview'),
    data: shown.data,
    body: html`${headingOf(document, title)}
      <p>${versionsCompared(document, previous)}${shown.words}${say('。', '.')}</p>
      ${shown.figures === null ? null : section('figures', shown.figures.title, figuresHtml(shown.figures, view), load(shown.figures))}
      ${shown.texts.length === 0 ? null : section('passages', say('更正的文字', 'Corrected passages'), textsHtml(shown.texts, view), load(shown.data.at(-1)))}
      <p class="note">
        ${say(
          '由程序把两版逐数逐句对比得出；只比公布的内容。旧版的页面和文件仍在原来的地址。',
          'Found by comparing both published versions number by number and sentence by sentence. The old version keeps its pages, files and addresses.',
        )}
      </p>`,
  };
}

/** 第2版（2026-02-03 公布）与第1版（2026-02-01 公布）相比， */
function versionsCompared({ published, view }: PortalDocument, previous: PublishedDisclosure): Html {
  const { say, link } = view;
  const { region, year, stage, department } = published.summary;
  const named = ({ version, publishedAt }: PublishedDisclosure['summary']): Html => {
    const key = { region, year, stage, department };
    const href = link({ kind: 'disclosure', key, version, part: { kind: 'overview' } });
    const day = html`<time datetime="${publishedAt}">${publishedAt.slice(0, 10)}</time>`;
    return html`<a href="${href}">${say(`第${version}版`, `Version ${version}`)}</a
      >${say('（', ' (')}${day}${say(' 公布）', ')')}`;
  };
  return html`${named(published.summary)}${say('与', ' against ')}${named(previous.summary)}${say('相比，', ': ')}`;
}

/** The section's anchor on a disclosure's first page. */
export const correctionsId = 'corrections';

/** So many of each are told on the first page; the rest is a link away. */
const mostFigures = 12;
const mostTexts = 5;

/** What was corrected, as a section of a disclosure's first page; null where only files were replaced. */
export function correctionsSection(
  document: PortalDocument,
  { figures, texts, data }: CorrectionsShown,
): Html | null {
  const { view, part, published } = document;
  const { say } = view;
  if (data.length === 0) return null;
  const told = figures === null ? null : { ...figures, rows: figures.rows.slice(0, mostFigures) };
  const { version } = published.summary;
  return section(
    correctionsId,
    say(`第${version}版更正了什么`, `What version ${version} corrected`),
    told === null ? null : figuresHtml(told, view),
    texts.length === 0 ? null : textsHtml(texts.slice(0, mostTexts), view),
    html`<p class="more">
      <a href="${part({ kind: 'corrections' })}"
        >${say('全部更正、与哪一版相比、下载', 'All corrections, which versions, downloads')}</a
      >
    </p>`,
  );
}

/** A table for each part of the disclosure, under its name. */
function figuresHtml(figures: Dataset, view: View): Html {
  const parts = new Map<string, DataRow[]>();
  for (const row of figures.rows) {
    const cell = row.cells['part'];
    const part = typeof cell === 'string' ? cell : '';
    parts.set(part, [...(parts.get(part) ?? []), row]);
  }
  const columns = figures.columns.filter(({ key }) => key !== 'part');
  const { id, unit, note } = figures;
  const tables = [...parts].map(([part, rows]) => dataTable({ id, unit, title: part, columns, rows }, view));
  return html`${joined(tables)}${note === undefined ? null : html`<p class="note">${note}</p>`}`;
}

/** What went is struck out, what came is underlined: told without colours too. */
function textsHtml(texts: readonly CorrectedText[], { say }: View): Html {
  const items = texts.map(({ where, before, after }) => {
    const place = html`<p class="over">${where.join(' › ')}</p>`;
    const words =
      before === null || after === null
        ? html`<span class="tag">${before === null ? say('增加', 'added') : say('删去', 'removed')}</span>
            ${before === null ? html`<ins>${after}</ins>` : html`<del>${before}</del>`}`
        : joined(textMarks(before, after).map(markHtml));
    return html`<li>
      ${place}
      <blockquote class="quote" lang="zh-CN">${words}</blockquote>
    </li>`;
  });
  return html`<ul class="rewritten">
    ${joined(items)}
  </ul>`;
}

function markHtml({ kind, text }: ReturnType<typeof textMarks>[number]): Html {
  if (kind === 'removed') return html`<del>${text}</del>`;
  return kind === 'added' ? html`<ins>${text}</ins>` : html`${text}`;
}

function figureData(
  figures: readonly CorrectedFigure[],
  old: PortalDocument,
  document: PortalDocument,
): Dataset {
  const { say } = document.view;
  const unit = figures[0]?.unit ?? '万元';
  const hasBlank = figures.some(({ before, after }) => before === null || after === null);
  return {
    id: correctedIds.figures,
    title: say('更正的数', 'Corrected numbers'),
    unit,
    columns: [
      { key: 'item', title: say('项', 'Item'), kind: 'text' },
      { key: 'before', title: say('更正前', 'Before'), kind: 'amount' },
      { key: 'after', title: say('更正后', 'After'), kind: 'amount' },
      { key: 'change', title: say('差', 'Difference'), kind: 'amount' },
      { key: 'part', title: say('哪张表', 'Table'), kind: 'text' },
      { key: 'row', title: say('行', 'Row'), kind: 'text', hidden: true },
      { key: 'column', title: say('列', 'Column'), kind: 'text', hidden: true },
    ],
    rows: figures.map(({ part, row, column, unit: own, before, after, changeFen }) => ({
      cells: {
        item: [row, column].filter((words) => words !== '').join(' · '),
        before: amountCell(before, own === unit, old),
        after: amountCell(after, own === unit, document),
        change: { fen: changeFen },
        part,
        row,
        column,
      },
    })),
    ...(hasBlank
      ? { note: say('空白：那一版没有印这个数。', 'Blank: that version does not print the number.') }
      : {}),
  };
}

/** As printed where it is printed in the unit of the column. */
function amountCell(
  amount: PrintedAmount | null,
  isOwnUnit: boolean,
  { hrefAt }: PortalDocument,
): AmountCell | null {
  if (amount === null) return null;
  const { fen, text, place } = amount;
  const href = place === null ? undefined : hrefAt(place, text);
  return { fen, ...(isOwnUnit ? { text } : {}), ...(href === undefined ? {} : { href }) };
}

function textData(texts: readonly CorrectedText[], { say }: View): Dataset {
  return {
    id: correctedIds.texts,
    title: say('更正的文字', 'Corrected passages'),
    unit: '万元',
    columns: [
      { key: 'where', title: say('位置', 'Where'), kind: 'text' },
      { key: 'before', title: say('更正前', 'Before'), kind: 'text' },
      { key: 'after', title: say('更正后', 'After'), kind: 'text' },
    ],
    rows: texts.map(({ where, before, after }) => {
      return { cells: { where: where.join(' › '), before, after } };
    }),
  };
}
