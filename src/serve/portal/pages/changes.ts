import { growthWords, readable } from '../amounts.ts';
import { statedChanges, type StatedChange } from '../data/changes.ts';
import { isAmount, type DataCell, type DataRow, type Dataset } from '../data/dataset.ts';
import { dataTable } from '../data/dataTable.ts';
import { classChanges, projectChanges, type Movement, type YearChange } from '../data/yearChanges.ts';
import type { PortalDocument } from '../document.ts';
import { html, joined, nothing, type Html } from '../html.ts';
import { codeName } from '../names.ts';
import { section } from '../page.ts';
import { scopeWords } from '../scopeWords.ts';
import type { PublishedDisclosure } from '../source.ts';
import type { View } from '../view.ts';
import { howToRead } from './howTo.ts';

export interface Changes {
  readonly body: Html;
  readonly data: readonly Dataset[];
}

/** What changed since last year: as the text states and explains it, and as the two years' tables show it. */
export function changesSection(
  document: PortalDocument,
  previous: PublishedDisclosure | null,
  load: (data: Dataset) => Html | null,
): Changes {
  const { published, view } = document;
  const { say } = view;
  const stated = statedChanges(published);
  const years = previous === null ? [] : yearData(document, previous);
  if (stated.length === 0 && years.length === 0) return { body: nothing, data: [] };
  const data = stated.length === 0 ? [] : [statedData(stated, document)];
  const tables = years.map((each) => html`${movesHtml(each, document)}${load(each)}`);
  return {
    data: [...data, ...years],
    body: section(
      'changes',
      say('与上年相比', 'Compared with last year'),
      stated.length === 0
        ? null
        : html`${statedHtml(stated, document)}${joined(data.map((each) => html`${load(each)}`))}`,
      joined(tables),
    ),
  };
}

const mostShown = 8;
const mostMoves = 15;

/** What moved, the largest first; what stayed the same is counted. */
function movesHtml(data: Dataset, { view }: PortalDocument): Html {
  const { say } = view;
  const moved = data.rows.filter(({ cells }) => !isSame(cells['change']));
  const shown = moved.slice(0, mostMoves);
  const same = data.rows.length - moved.length;
  const left = moved.length - shown.length;
  const notes = [
    ...(left === 0
      ? []
      : [say(`另有 ${left} 项变化较小，见下载`, `${left} smaller changes in the download`)]),
    ...(same === 0 ? [] : [say(`${same} 项没有变化`, `${same} unchanged`)]),
  ].join(say('；', '; '));
  return html`<h3>${data.title}</h3>
    ${shown.length === 0 ? null : dataTable({ ...data, rows: shown }, view, { quiet: true })}
    ${shown.length === 0 ? null : howToRead('changes', view)}
    ${notes === '' ? null : html`<p class="note">${notes}${say('。', '.')}</p>`}`;
}

function isSame(cell: DataCell | undefined): boolean {
  return isAmount(cell) && cell.fen === 0;
}

/** The reason that the text gives for a class's change; null: it gives none. */
function reasonOf(code: string, document: PortalDocument): string | null {
  const stated = statedChanges(document.published).filter(({ scope }) => scope.function === code);
  return stated.find(({ reason }) => reason !== null)?.reason ?? null;
}

/** A change of a tenth or more is worth a reason. */
function isLarge({ beforeFen, nowFen }: YearChange): boolean {
  const [before, now] = [beforeFen ?? 0, nowFen ?? 0];
  return Math.abs(now - before) * 10 >= Math.max(Math.abs(before), Math.abs(now)) && now !== before;
}

function statedHtml(stated: readonly StatedChange[], document: PortalDocument): Html {
  const { say } = document.view;
  const [first, rest] = [stated.slice(0, mostShown), stated.slice(mostShown)];
  const more =
    rest.length === 0
      ? null
      : html`<details class="under">
          <summary>${say(`其余 ${rest.length} 项`, `${rest.length} more`)}</summary>
          ${listHtml(rest, document)}
        </details>`;
  return html`<p class="hint">
      ${say('部门在情况说明里写明的变化，和它给出的原因。', 'The changes that the department states, with the reasons it gives.')}
    </p>
    ${listHtml(first, document)}${more}`;
}

function listHtml(stated: readonly StatedChange[], document: PortalDocument): Html {
  return html`<ul class="changes">
    ${joined(stated.map((change) => changeHtml(change, document)))}
  </ul>`;
}

function changeHtml(change: StatedChange, { view, published, part }: PortalDocument): Html {
  const { say } = view;
  const up = change.fen > 0;
  const sign = up ? '▲' : '▼';
  const amount = view.language === 'zh' ? `${up ? '增加' : '减少'} ` : up ? 'up ' : 'down ';
  const rate = change.rate === null ? null : html` <span class="rate">${change.rate}</span>`;
  const before =
    change.previousFen === null || change.currentFen === null
      ? null
      : html`<span class="from"
          >${readableChange(change.previousFen, change.currentFen, view)}${change.againstExecution ? say('（上年执行数）', ' (carried out last year)') : ''}</span
        >`;
  const section_ = published.disclosure.narrative.findIndex(({ section: key }) => key === change.section);
  const source = html` <a class="source" href="${part({ kind: 'narrative' })}#s${Math.max(0, section_)}"
    >${say('看原句', 'the sentence')}</a
  >`;
  const reason =
    change.reason === null
      ? html`<p class="reason none">${say('正文未说明原因', 'The text gives no reason')}${source}</p>`
      : html`<p class="reason">
          ${say('原因：', 'Reason: ')}<q lang="zh-CN">${shortened(change.reason)}</q>${source}
        </p>`;
  return html`<li class="${up ? 'up' : 'down'}">
    <p>
      <span class="what">${scopeWords(change.scope, published, view)}</span>
      <span class="by"
        ><span aria-hidden="true">${sign}</span> ${amount}${readable(Math.abs(change.fen), view)}${rate}</span
      >
      ${before}
    </p>
    ${reason}
  </li>`;
}

/** Enough to understand; the whole sentence is a link away. */
function shortened(words: string): string {
  const signs = Array.from(words);
  return signs.length > 110 ? `${signs.slice(0, 108).join('')}…` : words;
}

function readableChange(from: number, to: number, view: View): string {
  return `${readable(from, view)} → ${readable(to, view)}`;
}

function statedData(stated: readonly StatedChange[], { view, published }: PortalDocument): Dataset {
  const { say } = view;
  return {
    id: 'changes',
    title: say('说明中的增减变化', 'Changes stated in the text'),
    unit: '万元',
    columns: [
      { key: 'name', title: say('项', 'Item'), kind: 'text' },
      { key: 'before', title: say('上年', 'Last year'), kind: 'amount' },
      { key: 'now', title: say('本年', 'This year'), kind: 'amount' },
      { key: 'change', title: say('增减', 'Change'), kind: 'amount' },
      { key: 'rate', title: say('增减比例', 'Rate'), kind: 'percent' },
      { key: 'reason', title: say('原因', 'Reason'), kind: 'text' },
      { key: 'sentence', title: say('原句', 'Sentence'), kind: 'text' },
    ],
    rows: stated.map((change): DataRow => {
      const { scope, fen, rate, currentFen, previousFen, reason, sentence } = change;
      return {
        cells: {
          name: scopeWords(scope, published, view),
          before: previousFen === null ? null : { fen: previousFen },
          now: currentFen === null ? null : { fen: currentFen },
          change: { fen },
          rate: rate === null ? null : `${fen < 0 ? '-' : ''}${rate}`,
          reason,
          sentence,
        },
      };
    }),
  };
}

function yearData(document: PortalDocument, previous: PublishedDisclosure): readonly Dataset[] {
  const { published, view, part } = document;
  const { say } = view;
  const year = previous.summary.year;
  const classes = classChanges(published, previous);
  const projects = projectChanges(published.disclosure, previous.disclosure);
  const made: Dataset[] = [];
  if (classes !== null)
    made.push(
      tableOf(
        'classes',
        say(`各类支出与${year}年公布数相比`, `Classes compared with ${year} as published`),
        classes,
        document,
        (id) => part({ kind: 'function', code: id }),
        (change) =>
          reasonOf(change.id, document) ??
          (isLarge(change) ? say('正文未说明原因', 'no reason given') : null),
        (id, name) => codeName(id, name, view),
      ),
    );
  if (projects !== null)
    made.push(
      tableOf(
        'moves',
        say(`项目与${year}年公布数相比`, `Projects compared with ${year} as published`),
        projects,
        document,
        (id) => part({ kind: 'project', slug: id }),
      ),
    );
  return made;
}

function tableOf(
  id: string,
  title: string,
  changes: readonly YearChange[],
  { view, published }: PortalDocument,
  href: (id: string) => string,
  reason?: (change: YearChange) => string | null,
  words?: (id: string, name: string) => string,
): Dataset {
  const { say } = view;
  const { year } = published.summary;
  const movements: Readonly<Record<Movement, string>> = {
    new: say('新增', 'new'),
    ended: say('结束', 'ended'),
    grown: say('▲ 增加', '▲ grown'),
    cut: say('▼ 减少', '▼ cut'),
    same: say('不变', 'same'),
  };
  return {
    id,
    title,
    unit: '万元',
    drawn: { as: 'changes', bars: 'change' },
    columns: [
      { key: 'name', title: say('项', 'Item'), kind: 'text' },
      { key: 'before', title: String(year - 1), kind: 'amount' },
      { key: 'now', title: String(year), kind: 'amount' },
      { key: 'change', title: say('增减', 'Change'), kind: 'amount' },
      { key: 'rate', title: say('比例', 'Rate'), kind: 'percent' },
      { key: 'movement', title: say('变化', 'Movement'), kind: 'text', brief: true },
      ...(reason === undefined || changes.every((each) => reason(each) === null)
        ? []
        : [{ key: 'reason', title: say('说明的原因', 'Reason given'), kind: 'text' } as const]),
    ],
    rows: changes.map((each): DataRow => {
      const { name, id: to, beforeFen, nowFen, movement } = each;
      return {
        ...(nowFen === null ? {} : { href: href(to) }),
        cells: {
          name: words?.(to, name) ?? name,
          before: beforeFen === null ? null : { fen: beforeFen },
          now: nowFen === null ? null : { fen: nowFen },
          change: { fen: (nowFen ?? 0) - (beforeFen ?? 0) },
          rate: growthWords(beforeFen ?? 0, nowFen ?? 0),
          movement: movements[movement],
          reason: reason?.(each) ?? null,
        },
      };
    }),
  };
}
