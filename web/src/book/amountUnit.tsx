import { Input, Segmented } from 'antd';
import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import { useSay } from '../language.tsx';
import { usePreferences } from '../session/preferences.ts';
import { amountText, amountTyped, parseMoney, type AmountUnit } from '../words/money.ts';
import { bookWords } from './words.ts';

interface UnitState {
  readonly unit: AmountUnit;
  readonly choose: (unit: AmountUnit) => void;
}

const UnitContext = createContext<UnitState>({ unit: 'yuan', choose: () => undefined });

/** Amounts below it are typed and shown in the unit that the clerk chose last. */
export function AmountUnitProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { preferences, prefer } = usePreferences();
  const unit = preferences?.amountUnit ?? 'yuan';
  const state = useMemo(
    () => ({
      unit,
      choose: (amountUnit: AmountUnit) => {
        prefer({ amountUnit });
      },
    }),
    [prefer, unit],
  );
  return <UnitContext value={state}>{children}</UnitContext>;
}

export function useAmountUnit(): UnitState {
  return use(UnitContext);
}

export function AmountUnitSwitch(): ReactNode {
  const say = useSay(bookWords);
  const { unit, choose } = useAmountUnit();
  const options = (['yuan', 'wan'] as const).map((value) => ({ value, label: say(value) }));
  return (
    <Segmented
      size="small"
      options={options}
      value={unit}
      onChange={choose}
      aria-label={say('unitOfAmounts')}
    />
  );
}

interface MoneyInputProps {
  readonly fen: number;
  readonly label?: string;
  readonly id?: string;
  readonly onChange: (fen: number) => void;
}

/** An amount in the chosen unit; 元 or 万 may be written behind it. It counts while one types. */
export function MoneyInput({ fen, label, id, onChange }: MoneyInputProps): ReactNode {
  const say = useSay(bookWords);
  const { unit } = useAmountUnit();
  const [text, setText] = useState<string | null>(null);
  const wrong = text !== null && readAmount(text, unit) === null;
  return (
    <>
      <Input
        {...(id === undefined ? {} : { id })}
        {...(label === undefined ? {} : { 'aria-label': label })}
        className="numbers right"
        status={wrong ? 'error' : ''}
        aria-invalid={wrong}
        inputMode="decimal"
        value={text ?? amountText(fen, unit)}
        onFocus={({ target }) => {
          // Separators are for reading; what is typed has none.
          setText(amountTyped(fen, unit));
          requestAnimationFrame(() => {
            target.select();
          });
        }}
        onChange={({ target }) => {
          setText(target.value);
          const read = readAmount(target.value, unit);
          if (read !== null && read !== fen) onChange(read);
        }}
        onBlur={() => {
          if (!wrong) setText(null);
        }}
      />
      {wrong && (
        <em className="bad small" role="alert">
          {say('notAnAmount')}
        </em>
      )}
    </>
  );
}

function readAmount(text: string, unit: AmountUnit): number | null {
  return text.trim() === '' ? 0 : parseMoney(text, unit);
}
