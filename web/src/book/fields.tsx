import { Alert, DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useSay } from '../language.tsx';
import { MoneyInput } from './amountUnit.tsx';
import { messageAt, useProblems, wholeProblems } from './problemPlaces.tsx';
import { bookWords } from './words.ts';

interface FieldProps {
  readonly label: string;
  /** The field of the book; what must be put right there stands below it, and problems lead to it. */
  readonly path?: string;
  readonly hint?: string;
  readonly advice?: string | null;
  /** A label names what is inside it; a field of several controls has a group instead. */
  readonly children: ReactNode;
}

/** A field with its label, and in a clerk's words what is wrong with it. */
export function Field({ label, path, hint = '', advice = null, children }: FieldProps): ReactNode {
  const problem = messageAt(useProblems(), path ?? '\n');
  return (
    <label className="field" data-path={path}>
      <span>
        {label} {hint !== '' && <span className="soft small">{hint}</span>}{' '}
        {advice !== null && <em className="warn small">! {advice}</em>}
      </span>
      {children}
      {problem !== null && (
        <em className="bad small" role="alert">
          ✕ {problem}
        </em>
      )}
    </label>
  );
}

interface AmountProps {
  readonly label: string;
  readonly path?: string;
  readonly hint?: string;
  readonly fen: number;
  readonly onFen: (fen: number) => void;
}

export function AmountField({ fen, onFen, ...field }: AmountProps): ReactNode {
  return (
    <Field {...field}>
      <MoneyInput fen={fen} onChange={onFen} />
    </Field>
  );
}

interface CountProps {
  readonly label: string;
  readonly path?: string;
  readonly value: number;
  readonly onValue: (value: number) => void;
}

/** A whole number; nothing typed is 0. */
export function CountField({ value, onValue, ...field }: CountProps): ReactNode {
  const say = useSay(bookWords);
  const [text, setText] = useState<string | null>(null);
  const wrong = text !== null && countOf(text) === null;
  return (
    <Field {...field} advice={wrong ? say('notANumber') : null}>
      <Input
        className="numbers right"
        inputMode="numeric"
        status={wrong ? 'error' : ''}
        aria-invalid={wrong}
        value={text ?? String(value)}
        onFocus={({ target }) => {
          target.select();
        }}
        onChange={({ target }) => {
          setText(target.value);
          const read = countOf(target.value);
          if (read !== null && read !== value) onValue(read);
        }}
        onBlur={() => {
          if (!wrong) setText(null);
        }}
      />
    </Field>
  );
}

/** A whole number as people type it; null for what is none. */
export function countOf(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  if (plain === '') return 0;
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null;
}

interface DateProps {
  readonly label: string;
  readonly path?: string;
  readonly hint?: string;
  /** YYYY-MM-DD; null or empty while not known. */
  readonly date: string | null;
  readonly clearable?: boolean;
  readonly readOnly: boolean;
  readonly onDate: (date: string | null) => void;
}

export function DateField({ date, clearable = false, readOnly, onDate, ...field }: DateProps): ReactNode {
  const day = date === null || date === '' ? null : dayjs(date);
  return (
    <Field {...field}>
      <DatePicker
        value={day?.isValid() === true ? day : null}
        allowClear={clearable}
        disabled={readOnly}
        placeholder="2026-01-31"
        format={['YYYY-MM-DD', 'YYYY-M-D', 'YYYY/M/D', 'YYYY年M月D日']}
        onChange={(next) => {
          onDate(next === null ? null : next.format('YYYY-MM-DD'));
        }}
      />
    </Field>
  );
}

interface LineProps {
  readonly label: string;
  readonly path?: string;
  readonly hint?: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

export function LineField({ text, onText, ...field }: LineProps): ReactNode {
  return (
    <Field {...field}>
      <Input
        value={text}
        onChange={({ target }) => {
          onText(target.value);
        }}
      />
    </Field>
  );
}

/** What is wrong with the part as a whole. */
export function WholeProblems({ path }: { readonly path: string }): ReactNode {
  const all = wholeProblems(useProblems(), path);
  return all.map((message) => (
    <Alert key={message} type="error" showIcon title={message} className="whole" />
  ));
}

interface SectionProps {
  readonly title: string;
  readonly hint?: string;
  readonly side?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, hint = '', side = null, children }: SectionProps): ReactNode {
  const id = useId();
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {side}
      </div>
      {hint !== '' && <p className="soft small">{hint}</p>}
      {children}
    </section>
  );
}

/** Brings the keyboard to the field that a problem leads to. */
export function useFieldTarget(path: string | null): { readonly current: HTMLDivElement | null } {
  const within = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (path === null) return;
    const fields = [...(within.current?.querySelectorAll<HTMLElement>('[data-path]') ?? [])];
    const found = fields.find(({ dataset }) => dataset['path'] === path);
    found?.querySelector<HTMLElement>('input, textarea')?.focus();
    found?.scrollIntoView({ block: 'center' });
  }, [path]);
  return within;
}
