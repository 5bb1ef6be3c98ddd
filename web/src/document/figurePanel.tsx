import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { placeWords, referenceWords } from '../../../src/model/words/place.ts';
import type { Comment } from '../api/schema.ts';
import { useLanguage, usePunctuation, useSay } from '../language.tsx';
import type { FigureState, Place, TracedRelation } from './disclosure.ts';
import { isAt, type FigureIndex } from './figures.ts';
import { documentWords } from './words.ts';

const signs: Readonly<Record<FigureState, string>> = { verified: '✓', contradicted: '✕', unverified: '○' };
const tones: Readonly<Record<FigureState, string>> = {
  verified: 'good',
  contradicted: 'bad',
  unverified: 'soft',
};
/** More would hide the rest of the panel; the largest sums have about thirty terms. */
const mostRelations = 12;

interface FigurePanelProps {
  readonly id: number;
  readonly figures: FigureIndex;
  readonly titleOf: (rule: string) => string;
  readonly comments: readonly Comment[];
  readonly onGo: (id: number) => void;
  readonly onClose: () => void;
  readonly onComment?: (() => void) | undefined;
}

/** Where a figure stands, what it is made of, where else it stands and what has verified it. */
export function FigurePanel(props: FigurePanelProps): ReactNode {
  const { id, figures, onClose, onComment } = props;
  const say = useSay(documentWords);
  const { language } = useLanguage();
  const figure = figures.trace.figures[id];
  if (figure === undefined) return null;
  const relations = figures.relationsOf(id);
  const { text, place, quote, state } = figure;
  return (
    <section className="figure-panel" aria-label={say('figure')} aria-live="polite">
      <div className="figure-head">
        <b className="figure-value">{text === '' ? say('emptyCell') : text}</b>
        <span className={`strong ${tones[state]}`}>
          {signs[state]} {say(state)}
        </span>
        <span className="grow" />
        {onComment !== undefined && (
          <Button size="small" onClick={onComment}>
            {say('comment')}
          </Button>
        )}
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={say('close')}
          onClick={onClose}
        />
      </div>
      <p>
        {placeWords(place, language, figures.names)}{' '}
        <span className="soft">{referenceWords(place, language)}</span>
      </p>
      {quote !== null && <p className="quote">“{quote}”</p>}
      <CommentsAt place={place} comments={props.comments} />
      {relations.length === 0 && <p className="soft">{say('noRelations')}</p>}
      {relations.slice(0, mostRelations).map((relation, i) => (
        <Relation key={i} relation={relation} {...props} />
      ))}
    </section>
  );
}

/** What was said about the figure, the open ones first. */
function CommentsAt({
  place,
  comments,
}: {
  readonly place: Place;
  readonly comments: readonly Comment[];
}): ReactNode {
  const say = useSay(documentWords);
  const { labelled } = usePunctuation();
  const own = comments.filter((comment) => isAt(comment.place, place));
  if (own.length === 0) return null;
  return (
    <div className="comments-here">
      <h4>{say('commentsHere')}</h4>
      <ul className="plain-list">
        {own.map(({ id, authorName, body, resolvedAt }) => (
          <li key={id} className={resolvedAt === null ? '' : 'soft'}>
            <b>{labelled(authorName, '')}</b>
            {resolvedAt === null ? '' : '✓ '}
            {body}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Relation({
  relation,
  id,
  figures,
  titleOf,
  onGo,
}: FigurePanelProps & { readonly relation: TracedRelation }): ReactNode {
  const say = useSay(documentWords);
  const { language } = useLanguage();
  const { kind, outcome, terms, rule } = relation;
  const own = terms.find(({ figure }) => figure === id);
  const title =
    kind === 'same' ? 'sameAs' : kind === 'ratio' ? 'ratio' : own?.role === 'total' ? 'sumOf' : 'partOf';
  // A blank adds nothing to a sum; a wrong one is told by its finding.
  const others = terms.filter(
    ({ figure }) => figure !== id && (kind !== 'sum' || figures.trace.figures[figure]?.text !== ''),
  );
  const tone = outcome === 'fail' ? 'bad' : 'good';
  return (
    <div className="relation">
      <h4>
        {say(title)}{' '}
        <span className={tone}>
          {outcome === 'fail' ? '✕' : '✓'} {say(outcome)}
        </span>
        {outcome === 'fail' && <span className="soft"> {titleOf(rule)}</span>}
      </h4>
      <ul className="plain-list numbers">
        {others.map(({ figure, weight, role }, i) => {
          const other = figures.trace.figures[figure];
          if (other === undefined) return null;
          return (
            <li key={i}>
              <button
                type="button"
                className="go"
                onClick={() => {
                  onGo(figure);
                }}
              >
                <span className="go-number">
                  {kind === 'sum' && role !== 'total' && weight < 0 ? '−' : ''}
                  {other.text === '' ? say('emptyCell') : other.text}
                </span>
                <span className="soft">{placeWords(other.place, language, figures.names)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
