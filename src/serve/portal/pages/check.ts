import type { TracedFigure, TracedRelation, TracedTerm, TracedWeight } from '../../../model/trace.ts';
import { placeWords, referenceWords } from '../../../model/words/place.ts';
import type { Dataset } from '../data/dataset.ts';
import { figuresOf, hasChecks, type CheckPart, type PortalDocument } from '../document.ts';
import { html, joined, type Html } from '../html.ts';
import { downloads, type PortalPage } from '../page.ts';
import { partName, toldFinding } from './checks.ts';
import { questionLink } from '../questions/page.ts';
import { crumbsOf, headingOf, routeTo, tabsOf } from './frame.ts';

/** Every number of one part: where it stands, where else it is printed, what it adds up with; null for an empty part. */
export function checkPage(
  document: PortalDocument,
  version: number | null,
  part: CheckPart,
): PortalPage | null {
  const { published, view } = document;
  const { say } = view;
  const figures = figuresOf(document, part);
  if (!hasChecks(document, part)) return null;
  const route = routeTo(document, version, part);
  const { name } = partName(part, document);
  const data = figureData(figures, document);
  const printed =
    part.of === 'table'
      ? document.part({ kind: 'table', number: Number(part.name) })
      : part.of === 'project'
        ? document.part({ kind: 'project', slug: part.name })
        : document.part({ kind: 'narrative' });
  return {
    title: `${say('核对', 'Checks')} ${name} · ${published.summary.name}`,
    description: say(
      `${name}的 ${figures.length} 个数各与哪些数核对过`,
      `How the ${figures.length} numbers of ${name} were checked`,
    ),
    route,
    crumbs: [
      ...crumbsOf(document, true),
      { title: say('核对', 'Checks'), href: document.part({ kind: 'checks' }) },
    ],
    tabs: tabsOf(document, 'checks'),
    data: [data],
    body: html`${headingOf(document, name)}
      <p class="legend">
        <a href="${printed}">${say('看原样', 'As published')}</a>
        <span class="state v">✓ ${say('核对无误', 'verified')}</span>
        <span class="state x">✕ ${say('有矛盾', 'contradicted')}</span>
        <span class="state u">○ ${say('无从核对', 'not verifiable')}</span>
      </p>
      ${figures.length === 0 ? html`<p class="empty">${say('这一部分没有数。', 'This part holds no numbers.')}</p>` : null}
      <div class="figures">
        ${joined(
          figures.map(([id, figure]) => figureArticle(id, figure, document)),
          '\n',
        )}
      </div>
      ${downloads(route, data, true, view)}`,
  };
}

const signs = { verified: '✓', contradicted: '✕', unverified: '○' } as const;
const letters = { verified: 'v', contradicted: 'x', unverified: 'u' } as const;

function figureArticle(id: number, figure: TracedFigure, document: PortalDocument): Html {
  const { view, names } = document;
  const { say, language } = view;
  const { text, state, quote, place } = figure;
  const states = {
    verified: say('核对无误', 'verified'),
    contradicted: say('有矛盾', 'contradicted'),
    unverified: say('无从核对', 'not verifiable'),
  };
  const where = placeWords(place, language, names);
  const printed = text === '' ? say('空白', 'blank') : text;
  const told = quote === null ? null : html`<p class="quote"><q lang="zh-CN">${quote}</q></p>`;
  return html`<article id="f${id}" class="figure ${letters[state]}">
    <h2>
      <span class="num">${printed}</span>
      <span class="state ${letters[state]}">${signs[state]} ${states[state]}</span>
    </h2>
    <p class="where">${where}</p>
    ${told}${sourceLinks(id, figure, document)}${relationsHtml(id, document)}${findingsOn(figure, document)}
  </article>`;
}

/** The row of the published table, and the page of the published file. */
function sourceLinks(id: number, { place }: TracedFigure, document: PortalDocument): Html | null {
  const { view, published, part } = document;
  const links: Html[] = [];
  if (place.table !== undefined) {
    const table = published.disclosure.tables.find(({ number }) => number === place.table);
    const row = table?.rows.findIndex((each) => each.place.row === place.row) ?? -1;
    const anchor = row < 0 ? '' : `#r${place.table}-${row}`;
    links.push(
      html`<a href="${part({ kind: 'table', number: place.table })}${anchor}"
        >${view.say('表中这一行', 'the row in the table')}</a
      >`,
    );
  }
  const file = fileIndex(place.file, document);
  const reference = referenceWords(place, view.language);
  if (place.page !== undefined && file >= 0)
    links.push(
      html`<a href="${part({ kind: 'source', file, page: place.page })}#b${id}"
        >${view.say(`原文件第${place.page}页`, `page ${place.page} of the document`)}</a
      >`,
    );
  else if (place.line !== undefined && file >= 0)
    links.push(
      html`<a href="${part({ kind: 'source', file, page: 1 })}#L${place.line}"
        >${view.say(`原文件第${place.line}行`, `line ${place.line} of the document`)}</a
      >`,
    );
  else if (reference !== '') links.push(html`<span>${view.say('原文件', 'Document: ')}${reference}</span>`);
  const unclear = questionLink(`f${id}`, document);
  if (unclear !== null) links.push(unclear);
  return links.length === 0 ? null : html`<p class="meta">${joined(links, ' · ')}</p>`;
}

/** The position of a file among the published ones, by its name. */
export function fileIndex(file: string, { published }: PortalDocument): number {
  const name = file.split(/[\\/]/).at(-1) ?? '';
  const at = published.summary.files.findIndex((each) => each.name === name);
  return at < 0 && published.summary.files.length === 1 ? 0 : at;
}

const mostRelations = 12;
const longSum = 10;

function relationsHtml(id: number, document: PortalDocument): Html {
  const { say } = document.view;
  const relations = document.relationsOf(id);
  const same = sameFigures(id, relations, document);
  const others = relations.filter(
    (relation) => relation.kind !== 'same' && twinOf(id, relation, document) === null,
  );
  // Several tables may state one equation: it is told once.
  const told = new Map(others.map((relation) => [termText(relation, document), relation]));
  const items = [
    ...(same.length === 0 ? [] : [sameItem(same, document)]),
    ...[...told.values()].slice(0, mostRelations).map((relation) => relationItem(id, relation, document)),
  ];
  if (items.length === 0)
    return html`<p class="none">
      ${say('文件里没有别的数可以与它对照。', 'The document holds no other number to compare it with.')}
    </p>`;
  return html`<ul class="relations">
    ${joined(items)}
  </ul>`;
}

function termText({ kind, outcome, terms }: TracedRelation, { published }: PortalDocument): string {
  const printed = terms.map(({ figure, weight }) => [weight, published.trace.figures[figure]?.text ?? '']);
  return JSON.stringify([kind, outcome, printed.filter(([, text]) => text !== '')]);
}

/** The one other number of a sum whose other terms are blank: the sum says that the two are equal. */
function twinOf(id: number, relation: TracedRelation, { published }: PortalDocument): number | null {
  if (relation.kind !== 'sum') return null;
  const printed = relation.terms.filter(({ figure }) => (published.trace.figures[figure]?.text ?? '') !== '');
  const other = printed.find(({ figure }) => figure !== id);
  const isPair = printed.length === 2 && printed.every(({ weight }) => Math.abs(weight) === 1);
  return isPair && other !== undefined ? other.figure : null;
}

/** Other printings of the same quantity with the outcome, each once. */
function sameFigures(
  id: number,
  relations: readonly TracedRelation[],
  document: PortalDocument,
): readonly (readonly [number, TracedRelation])[] {
  const found = new Map<number, TracedRelation>();
  for (const relation of relations) {
    const twin = twinOf(id, relation, document);
    if (twin !== null) found.set(twin, relation);
    if (relation.kind === 'same')
      for (const { figure } of relation.terms) if (figure !== id) found.set(figure, relation);
  }
  return [...found];
}

function sameItem(same: readonly (readonly [number, TracedRelation])[], document: PortalDocument): Html {
  const { say, language } = document.view;
  const items = same.slice(0, mostRelations).map(([figure, { outcome }]) => {
    const other = document.published.trace.figures[figure];
    const where = other === undefined ? '' : placeWords(other.place, language, document.names);
    return html`<li>
      ${outcomeSign(outcome)}
      <a class="f" href="${document.figureHref(figure)}">${printedText(other, document)}</a>
      <span class="meta">${where}</span>
    </li>`;
  });
  return html`<li>
    ${say('与这些处相同：', 'Equal to:')}
    <ul>
      ${joined(items)}
    </ul>
  </li>`;
}

function printedText(figure: TracedFigure | undefined, { view }: PortalDocument): string {
  return figure === undefined || figure.text === '' ? view.say('空白', 'blank') : figure.text;
}

function outcomeSign(outcome: TracedRelation['outcome']): Html {
  const letter = outcome === 'fail' ? 'x' : 'v';
  return html`<span class="state ${letter}"
    >${outcome === 'fail' ? '✕' : outcome === 'rounding' ? '≈' : '✓'}</span
  >`;
}

function outcomeWords(outcome: TracedRelation['outcome'], { view }: PortalDocument): string {
  if (outcome === 'fail') return view.say('不相符', 'does not hold');
  return outcome === 'rounding'
    ? view.say('相符（尾差）', 'holds within rounding')
    : view.say('相符', 'holds');
}

/** An equation with the total on the left; blanks are left out, long sums folded. */
function relationItem(id: number, relation: TracedRelation, document: PortalDocument): Html {
  const { view, published } = document;
  const { say } = view;
  const { kind, outcome, terms } = relation;
  const figures = published.trace.figures;
  const shown = terms.filter(({ figure }) => figure === id || (figures[figure]?.text ?? '') !== '');
  const verdict = html`<span class="holds"
    >${outcomeSign(outcome)}<span class="meta">${outcomeWords(outcome, document)}</span></span
  >`;
  if (kind === 'ratio') return html`<li>${quotientHtml(id, relation, document)} ${verdict}</li>`;
  const title = html`<span class="meta">${say('加总：', 'Sum: ')}</span>`;
  const total = shown.find(({ role }) => role === 'total') ?? shown.find(({ weight }) => weight < 0);
  return html`<li>
    ${title}${total === undefined ? '0' : termHtml(total, id, document)} =
    ${sumHtml(id, total, shown, document)} ${verdict}
  </li>`;
}

/** 1.10% = 33.58 ÷ (3082.84 − 33.58); without the division where the trace does not hold it. */
function quotientHtml(id: number, { rate, terms, quotient }: TracedRelation, document: PortalDocument): Html {
  const { say } = document.view;
  const side = (weights: readonly TracedWeight[]): Html => {
    const sum = signedSum(id, weights, 1, document);
    return weights.length > 1 ? html`(${sum})` : sum;
  };
  const own = rate === null ? null : numberHtml(rate, id, document);
  const others = terms
    .filter(({ figure }) => figure !== rate)
    .map(({ figure }) => numberHtml(figure, id, document));
  const divided =
    quotient === undefined
      ? html`${say('，由', ', from ')}${joined(others, say('、', ', '))}`
      : html` = ${side(quotient.part)} ÷ ${side(quotient.whole)}`;
  return html`<span class="meta">${say('比率：', 'Ratio: ')}</span>${own}${divided}`;
}

/** Terms with their signs; `sign` −1 turns all round. */
function signedSum(id: number, terms: readonly TracedWeight[], sign: number, document: PortalDocument): Html {
  return joined(
    terms.map((term, i) => {
      const minus = term.weight * sign < 0;
      return html`${minus ? ' − ' : i === 0 ? '' : ' + '}${termHtml(term, id, document)}`;
    }),
  );
}

/** The parts of a sum; a long one is folded, and is told in full at its total only. */
function sumHtml(
  id: number,
  total: TracedTerm | undefined,
  shown: readonly TracedTerm[],
  document: PortalDocument,
): Html {
  const { say } = document.view;
  const parts = shown.filter((term) => term !== total);
  const sign = total === undefined ? 1 : -Math.sign(total.weight);
  const sum = (weights: readonly TracedTerm[]): Html => signedSum(id, weights, sign, document);
  if (parts.length <= longSum) return sum(parts);
  const own = parts.filter(({ figure }) => figure === id);
  if (total === undefined || own.length === 0)
    return html`<details class="inline">
      <summary>${say(`${parts.length} 个数之和`, `the sum of ${parts.length} numbers`)}</summary>
      ${sum(parts)}
    </details>`;
  const rest = parts.length - own.length;
  const words = say(`其余 ${rest} 个数`, `${rest} other numbers`);
  return html`${sum(own)} + <a class="f" href="${document.figureHref(total.figure)}">${words}</a>`;
}

function termHtml({ figure, weight }: TracedWeight, own: number, document: PortalDocument): Html {
  const times = Math.abs(weight) === 1 ? null : html`${Math.abs(weight)} × `;
  return html`${times}${numberHtml(figure, own, document)}`;
}

function numberHtml(figure: number, own: number, document: PortalDocument): Html {
  const { figureHref, published, view, names } = document;
  const text = printedText(published.trace.figures[figure], document);
  if (figure === own) return html`<b class="num">${text}</b>`;
  const place = published.trace.figures[figure]?.place;
  const where = place === undefined ? '' : placeWords(place, view.language, names);
  return html`<a class="f" href="${figureHref(figure)}" title="${where}">${text}</a>`;
}

/** The findings that name the number. */
function findingsOn({ place, state, text }: TracedFigure, document: PortalDocument): Html | null {
  if (state !== 'contradicted') return null;
  const key = JSON.stringify(place);
  const own = document.published.report.findings.filter(({ culprits }) =>
    culprits.some(
      (culprit) => JSON.stringify(culprit.place) === key && (culprit.reported?.text ?? '') === text,
    ),
  );
  return own.length === 0
    ? null
    : html`${own.map((finding) => html`<p class="verdict">✕ ${toldFinding(finding, document).message}</p>`)}`;
}

function figureData(
  figures: readonly (readonly [number, TracedFigure])[],
  document: PortalDocument,
): Dataset {
  const { view, names } = document;
  const { say } = view;
  return {
    id: 'figures',
    title: say('各数的核对', 'Checks of the numbers'),
    unit: '万元',
    columns: [
      { key: 'place', title: say('位置', 'Place'), kind: 'text' },
      { key: 'text', title: say('写作', 'As printed'), kind: 'text' },
      { key: 'state', title: say('状态', 'State'), kind: 'text' },
      { key: 'same', title: say('同数处数', 'Other printings'), kind: 'count' },
      { key: 'relations', title: say('关系数', 'Relations'), kind: 'count' },
    ],
    rows: figures.map(([id, { place, text, state, quote }]) => {
      const relations = document.relationsOf(id);
      return {
        cells: {
          place: placeWords(place, view.language, names) + (quote === null ? '' : `“${quote}”`),
          text,
          state,
          same: sameFigures(id, relations, document).length,
          relations: relations.filter((each) => each.kind !== 'same' && twinOf(id, each, document) === null)
            .length,
        },
      };
    }),
  };
}
