import { Alert, Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useSay } from '../language.tsx';
import type { Book, Content } from './book.ts';
import { bookWords } from './words.ts';

interface TabProps {
  readonly book: Book;
  readonly readOnly: boolean;
  readonly onChange: (content: Content) => void;
}

const reasonKeys = [
  'total',
  'general',
  'governmentFund',
  'stateCapital',
  'basic',
  'project',
  'threePublic',
  'operating',
] as const;
const reasonWords = {
  total: 'reasonTotal',
  general: 'general',
  governmentFund: 'governmentFund',
  stateCapital: 'stateCapital',
  basic: 'basic',
  project: 'projectTotal',
  threePublic: 'threePublic',
  operating: 'operatingFunds',
} as const;

/** What people write: duties, offices, the reasons for changes. */
export function TextsTab({ book, readOnly, onChange }: TabProps): ReactNode {
  const say = useSay(bookWords);
  const { overview, reasons } = book;
  const offices = overview.offices
    .map(({ name, text }) => (text === '' ? name : `${name}，${text}`))
    .join('\n');
  const putReason = (key: string, text: string): void => {
    const kept = Object.entries({ ...reasons, [key]: text }).filter(([, value]) => value !== '');
    onChange({ ...book, reasons: Object.fromEntries(kept) });
  };
  return (
    <fieldset className="texts panel" disabled={readOnly}>
      <TextField
        label={say('duties')}
        text={overview.duties}
        onText={(duties) => {
          onChange({ ...book, overview: { ...overview, duties } });
        }}
      />
      <TextField
        label={say('offices')}
        hint={say('officesHint')}
        text={offices}
        onText={(text) => {
          onChange({ ...book, overview: { ...overview, offices: officesOf(text) } });
        }}
      />
      <h2>{say('reasons')}</h2>
      <p className="soft">{say('reasonsHint')}</p>
      {reasonKeys.map((key) => (
        <TextField
          key={key}
          label={say(reasonWords[key])}
          text={reasons[key] ?? ''}
          onText={(text) => {
            putReason(key, text);
          }}
        />
      ))}
      <TextField
        label={say('otherNotes')}
        text={book.otherNotes}
        onText={(otherNotes) => {
          onChange({ ...book, otherNotes });
        }}
      />
    </fieldset>
  );
}

function officesOf(text: string): Book['overview']['offices'] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const at = line.search(/[，,：:]/);
      return at < 0 ? { name: line, text: '' } : { name: line.slice(0, at), text: line.slice(at + 1) };
    });
}

interface TextFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Taken when one leaves the field: a half-typed line is no change yet. */
function TextField({ label, hint = '', text, onText }: TextFieldProps): ReactNode {
  const [own, setOwn] = useState<string | null>(null);
  return (
    <label className="field">
      <span>
        {label} <span className="soft small">{hint}</span>
      </span>
      <Input.TextArea
        autoSize={{ minRows: 1, maxRows: 12 }}
        value={own ?? text}
        onChange={({ target }) => {
          setOwn(target.value);
        }}
        onBlur={() => {
          if (own !== null && own !== text) onText(own.trim());
          setOwn(null);
        }}
      />
    </label>
  );
}

const otherParts = [
  'units',
  'revenue',
  'previous',
  'threePublic',
  'procurement',
  'assets',
  'purchasedServices',
  'glossary',
  'dates',
] as const;

/** The rest of the book as data: revenue, last year, public expenses, procurement, assets. */
export function OtherTab({ book, readOnly, onChange }: TabProps): ReactNode {
  const say = useSay(bookWords);
  const parts = Object.fromEntries(otherParts.map((key) => [key, book[key] ?? null]));
  const [text, setText] = useState(() => JSON.stringify(parts, null, 2));
  const [wrong, setWrong] = useState<string | null>(null);
  const apply = (): void => {
    try {
      const read: unknown = JSON.parse(text);
      setWrong(null);
      onChange({ ...book, ...(read as Content) });
    } catch (error) {
      setWrong(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <section className="panel">
      <p className="soft">{say('rawHint')}</p>
      <Input.TextArea
        className="raw"
        rows={22}
        readOnly={readOnly}
        spellCheck={false}
        aria-label={say('other')}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
        }}
      />
      {wrong !== null && <Alert type="error" showIcon title={say('rawWrong', wrong)} role="alert" />}
      <p>
        <Button disabled={readOnly} onClick={apply}>
          {say('apply')}
        </Button>
      </p>
    </section>
  );
}
