import type { TracedFigure, TracedRelation, TracedTerm, TracedWeight } from '../../../model/trace.ts';
import { placeWords } from '../../../model/words/place.ts';
import type { PortalDocument } from '../document.ts';
import { html, joined, type Html } from '../html.ts';

const mostRelations = 12;
const longSum = 10;

/** What a number was compared with: where else it is printed, what it adds up with. */
export function relationsHtml(id: number, document: PortalDocument): Html {
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

const knownTerms = new WeakMap<TracedRelation, string>();

/** What makes two relations one equation for the reader; a sum of 300 lines is asked for at each of them. */
function termText(relation: TracedRelation, document: PortalDocument): string {
  const known = knownTerms.get(relation) ?? termsOf(relation, document);
  knownTerms.set(relation, known);
  return known;
}

function termsOf({ kind, outcome, terms }: TracedRelation, { published }: PortalDocument): string {
  const printed = terms.map(({ figure, weight }) => [weight, published.trace.figures[figure]?.text ?? '']);
  return JSON.stringify([kind, outcome, printed.filter(([, text]) => text !== '')]);
}

/** The one other number of a sum whose other terms are blank: the sum says that the two are equal. */
export function twinOf(id: number, relation: TracedRelation, { published }: PortalDocument): number | null {
  if (relation.kind !== 'sum') return null;
  const printed = relation.terms.filter(({ figure }) => (published.trace.figures[figure]?.text ?? '') !== '');
  const other = printed.find(({ figure }) => figure !== id);
  const isPair = printed.length === 2 && printed.every(({ weight }) => Math.abs(weight) === 1);
  return isPair && other !== undefined ? other.figure : null;
}

/** Other printings of the same quantity with the outcome, each once. */
export function sameFigures(
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
