import { LinkOutlined } from '@ant-design/icons';
import { Button, Input, Popover } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useRef, useState, type ReactNode, type RefObject } from 'react';
import { linkedAt, tokenOf, type FigureOffer } from '../../../src/model/bookFigures/offers.ts';
import { useSay } from '../language.tsx';
import { wanText } from '../words/money.ts';
import type { Book } from './book.ts';
import { foundFigures, hasLinks, linkOffers, printedText } from './figureLinks.ts';
import { messageAt, useProblems } from './problemPlaces.tsx';
import { bookWords } from './words.ts';

interface LinkedTextProps {
  readonly label: string;
  readonly path: string;
  readonly book: Book;
  readonly readOnly: boolean;
  readonly text: string;
  readonly rows: number;
  readonly side?: ReactNode;
  readonly advice?: string | null;
  readonly onText: (text: string) => void;
}

/** A text whose figures follow the book: they are inserted, or linked when a typed one equals one of the book. */
export function LinkedText(props: LinkedTextProps): ReactNode {
  const { label, path, book, readOnly, text, rows, side = null, advice = null, onText } = props;
  const say = useSay(bookWords);
  const field = useRef<TextAreaRef>(null);
  const problem = messageAt(useProblems(), path);
  return (
    <div className="linked-text" data-path={path}>
      <div className="linked-head">
        <b>{label}</b> {side} {advice !== null && <em className="warn small">! {advice}</em>}
        <span className="grow" />
        {!readOnly && <InsertFigure book={book} field={field} text={text} onText={onText} />}
      </div>
      <Input.TextArea
        ref={field}
        aria-label={label}
        aria-invalid={problem !== null}
        autoSize={{ minRows: rows, maxRows: 14 }}
        readOnly={readOnly}
        value={text}
        onChange={({ target }) => {
          onText(target.value);
        }}
      />
      {hasLinks(text) && (
        <p className="printed small">
          <span className="soft">{say('reads')}</span>
          {printedText(text, book)}
        </p>
      )}
      {!readOnly && <Offers text={text} book={book} onText={onText} />}
      {problem !== null && (
        <em className="bad small" role="alert">
          ✕ {problem}
        </em>
      )}
    </div>
  );
}

interface OffersProps {
  readonly text: string;
  readonly book: Book;
  readonly onText: (text: string) => void;
}

/** Amounts that were typed and equal figures of the book. */
function Offers({ text, book, onText }: OffersProps): ReactNode {
  const say = useSay(bookWords);
  const all = linkOffers(text, book);
  if (all.length === 0) return null;
  return (
    <ul className="plain-list link-offers small" role="status">
      {all.map(({ figure, offers }) =>
        offers.map((offer) => (
          <li key={`${figure.start} ${offer.words}`}>
            {say('offerLink', figure.text, offer.name)}{' '}
            <Button
              size="small"
              type="link"
              onClick={() => {
                onText(linkedAt(text, figure, offer));
              }}
            >
              {say('doLink')}
            </Button>
          </li>
        )),
      )}
    </ul>
  );
}

interface InsertProps extends OffersProps {
  readonly field: RefObject<TextAreaRef | null>;
}

/** Finds a figure of the book and puts it where the cursor stands. */
function InsertFigure({ book, field, text, onText }: InsertProps): ReactNode {
  const say = useSay(bookWords);
  const [open, setOpen] = useState(false);
  const insert = ({ words }: FigureOffer): void => {
    const area = field.current?.resizableTextArea?.textArea;
    const at = area?.selectionStart ?? text.length;
    onText(text.slice(0, at) + tokenOf(words, '万元') + text.slice(area?.selectionEnd ?? at));
    setOpen(false);
    area?.focus();
  };
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      placement="bottomRight"
      destroyOnHidden
      content={<FigureFinder book={book} onFound={insert} />}
    >
      <Button size="small" icon={<LinkOutlined />} title={say('linkHint')}>
        {say('linkFigure')}
      </Button>
    </Popover>
  );
}

interface FinderProps {
  readonly book: Book;
  readonly onFound: (offer: FigureOffer) => void;
}

function FigureFinder({ book, onFound }: FinderProps): ReactNode {
  const say = useSay(bookWords);
  const [wanted, setWanted] = useState('');
  const found = foundFigures(wanted, book);
  return (
    <div className="figure-finder">
      <Input
        autoFocus
        allowClear
        placeholder={say('findFigure')}
        aria-label={say('findFigure')}
        value={wanted}
        onChange={({ target }) => {
          setWanted(target.value);
        }}
        onPressEnter={(event) => {
          // The key goes on into the text otherwise.
          event.preventDefault();
          const [first] = found;
          if (first !== undefined) onFound(first);
        }}
      />
      <ul className="plain-list">
        {found.map((offer) => (
          <li key={offer.words}>
            <button
              type="button"
              onClick={() => {
                onFound(offer);
              }}
            >
              <span>{offer.name}</span>
              <span className="numbers">{wanText(offer.fen)}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="soft">{say('unknownFigure')}</p>}
    </div>
  );
}
