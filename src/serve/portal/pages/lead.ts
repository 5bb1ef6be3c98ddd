import { readable, shareWords } from '../amounts.ts';
import { amountsOf } from '../data/amountIndex.ts';
import { statedChanges } from '../data/changes.ts';
import { codeLinesOf } from '../data/codeLines.ts';
import { portalProjects } from '../data/projects.ts';
import type { PortalDocument } from '../document.ts';
import { html, joined, type Html } from '../html.ts';
import { codeName } from '../names.ts';
import type { Figure } from '../../../model/figure.ts';
import { figureAmount } from './frame.ts';

export interface Lead {
  readonly body: Html;
  /** The same without links. */
  readonly text: string;
}

/** The sums of a department's year as a citizen would say them. */
export function leadOf(document: PortalDocument): Lead {
  const sentences = [
    totalSentence(document),
    purposeSentence(document),
    natureSentence(document),
    changeSentence(document),
  ];
  const told = sentences.filter((sentence) => sentence !== null);
  const between = document.view.language === 'zh' ? '' : ' ';
  const body = html`<p>${joined(told, between)}</p>`;
  return {
    body,
    text: body.markup
      .replace(/<[^>]*>/g, '')
      .replaceAll('&#39;', '’')
      .replaceAll('&quot;', '”'),
  };
}

function totalSentence(document: PortalDocument): Html {
  const { published, view } = document;
  const { say } = view;
  const { year, stage } = published.summary;
  const index = amountsOf(published);
  const total = index.expenditure;
  const when = say(`${year}年`, `In ${year} `);
  if (total === null)
    return html`${when}${say('公布的表里没有支出总计。', 'the published tables print no total expenditure.')}`;
  if (total.fen === 0) return html`${when}${say('没有安排支出。', 'no expenditure was planned.')}`;
  const verb =
    stage === 'finalAccounts'
      ? say('本部门支出总计', 'the department accounted for ')
      : say('本部门计划支出', 'the department plans to spend ');
  return html`${when}${verb}
    <strong>${figureAmount(total, document)}</strong>${carriedClause(document)}${say('。', '.')}`;
}

/** …其中 A 是当年安排的，B 是上年没用完、结转来的 */
function carriedClause(document: PortalDocument): Html | null {
  const { published, view } = document;
  const index = amountsOf(published);
  const [current, carried] = (['current', 'carriedOver'] as const).map((vintage) =>
    index.find({ flow: 'revenue', vintage }),
  );
  if (current == null || carried == null || carried.fen === 0) return null;
  const { say } = view;
  return html`${say('，其中 ', ', of which ')}${figureAmount(current, document)}${say(' 是当年收入，', " is this year's revenue and ")}${figureAmount(carried, document)}${say(' 是上年没用完、结转来的', ' was carried over from last year')}`;
}

/** The largest functions with their shares, as many as make up four fifths, at most three. */
function purposeSentence(document: PortalDocument): Html | null {
  const { published, view } = document;
  const { say } = view;
  const classes = codeLinesOf(published, 'function')?.below('') ?? [];
  const whole = classes.reduce((sum, { figure }) => sum + figure.fen, 0);
  const largest = [...classes].sort((a, b) => b.figure.fen - a.figure.fen).slice(0, 3);
  const named = largest.filter(
    ({ figure }, i) =>
      figure.fen > 0 && largest.slice(0, i).reduce((sum, each) => sum + each.figure.fen, 0) < 0.8 * whole,
  );
  if (named.length === 0) return null;
  const items = named.map(({ code, name, figure }) => {
    const share = shareWords(figure.fen, whole);
    const words = view.language === 'zh' ? name.replace(/支出$/, '') : codeName(code, name, view);
    const link = html`<a href="${document.part({ kind: 'function', code })}">${words}</a>`;
    return html`${link}${share === null ? null : say(`（${share}）`, ` (${share})`)}`;
  });
  return html`${say('钱主要用在', 'It goes mainly to ')}${joined(items, say('、', ', '))}${say('。', '.')}`;
}

/** What keeps the department running, and what is for projects. */
function natureSentence(document: PortalDocument): Html | null {
  const { published, view } = document;
  const { say } = view;
  const index = amountsOf(published);
  const amount = (nature: string): Figure | null => index.find({ flow: 'expenditure', use: 'spent', nature });
  const [basic, project] = [amount('basic'), amount('project')];
  if (basic === null || project === null || (basic.fen === 0 && project.fen === 0)) return null;
  const count = portalProjects(published.disclosure).length;
  const projects = count === 0 ? say('项目', 'projects') : say(` ${count} 个项目`, `${count} projects`);
  return html`${figureAmount(basic, document)}${say(' 维持日常运转（人员和办公），', ' keeps it running (staff and offices); ')}${figureAmount(project, document)}${say(' 用于', ' is for ')}${html`${projects}`}${say('。', '.')}`;
}

function changeSentence(document: PortalDocument): Html | null {
  const { published, view } = document;
  const { say } = view;
  const total = statedChanges(published).find(({ scope }) =>
    Object.keys(scope).every((dimension) => dimension === 'flow' || dimension === 'use'),
  );
  if (total === undefined) return null;
  const words = readable(Math.abs(total.fen), view);
  const rate = total.rate === null ? '' : say(`（${total.rate}）`, ` (${total.rate})`);
  const up = total.fen > 0;
  const sentence = say(
    `比上年${up ? '增加' : '减少'} ${words}${rate}。`,
    `That is ${words}${rate} ${up ? 'more' : 'less'} than last year.`,
  );
  return html`<a class="quiet" href="#changes">${sentence}</a>`;
}
