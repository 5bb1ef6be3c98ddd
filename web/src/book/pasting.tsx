import { App, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useSay } from '../language.tsx';
import type { AmountUnit } from '../words/money.ts';
import { useAmountUnit } from './amountUnit.tsx';
import type { CopiedRange } from './copied.ts';
import type { ChosenCells, ListLines } from './gridProps.ts';
import { likelyUnit, paste, type PastedRows } from './paste.ts';
import { rangeOf, type Range, type Spot } from './spots.ts';
import { bookWords } from './words.ts';

/** One message at a time tells what became of what was pasted. */
const pastedMessage = 'pasted';

type Told = readonly (string | false)[];

/** Takes a copied range and tells what became of it, at the cells and in a message. */
export function usePasting<Row>(
  { rows, columns, newRow, onRows }: ListLines<Row>,
  { spot, anchor, choose, mark }: ChosenCells,
): (copied: CopiedRange) => void {
  const say = useSay(bookWords);
  const { message } = App.useApp();
  const { unit: shownUnit } = useAmountUnit();
  const at = rangeOf(spot, anchor);
  const last = useRef<readonly Row[] | null>(null);
  useEffect(() => {
    // What is told, and the offer to take it otherwise, hold for what was pasted, not for what was done since.
    if (last.current !== null && rows !== last.current) message.destroy(pastedMessage);
  }, [rows, message]);
  const take = (copied: CopiedRange, unit: AmountUnit | null): void => {
    const made = paste({ rows, columns, at, copied, newRow, unit });
    const marks = made.refused.map(
      ({ row, field, title, text }) => [`${row} ${field}`, say('notUnderstood', text, title)] as const,
    );
    mark(made.rows, new Map(marks));
    last.current = made.rows;
    onRows(made.rows);
    choose({ row: at.top, column: at.left }, pastedEnd(made, copied, at, columns.length));
    tell(made, copied, unit);
  };
  const tell = (made: PastedRows<Row>, copied: CopiedRange, unit: AmountUnit | null): void => {
    const told: Told = [
      say('pasted', made.lines),
      made.heads > 0 && say('pastedHeads', made.heads),
      made.sums > 0 && say('pastedSums', made.sums),
      made.unit !== null && made.unit !== shownUnit && say('pastedUnit', say(made.unit)),
      made.refused.length > 0 && say('pasteProblems', made.refused.length),
    ];
    const words = told.filter((each) => each !== false).join(say('listComma'));
    const doubt = made.unit === null && unit === null ? doubtedUnit(made) : null;
    if (doubt === null) void message.info({ key: pastedMessage, content: words });
    else ask(words, copied, doubt);
  };
  const doubtedUnit = ({ fen, rows: all }: PastedRows<Row>): AmountUnit | null => {
    const amount = columns.find(({ fenOf }) => fenOf !== undefined)?.fenOf;
    const old = new Set(rows);
    const before = amount === undefined ? [] : all.filter((row) => old.has(row)).map(amount);
    return likelyUnit(shownUnit, fen, before);
  };
  const ask = (words: string, copied: CopiedRange, unit: AmountUnit): void => {
    const again = (
      <Button
        size="small"
        onClick={() => {
          message.destroy(pastedMessage);
          take(copied, unit);
        }}
      >
        {say('pasteAs', say(unit))}
      </Button>
    );
    void message.warning({
      key: pastedMessage,
      duration: 15,
      content: (
        <>
          {`${words}${say('listComma')}${say('unitDoubt', say(shownUnit), say(unit))} `}
          {again}
        </>
      ),
    });
  };
  return (copied) => {
    if (copied.some((line) => line.some(({ text }) => text.trim() !== ''))) take(copied, null);
  };
}

/** What was pasted is chosen afterwards, so that it is seen and can be summed or deleted at once. */
function pastedEnd<Row>(made: PastedRows<Row>, copied: CopiedRange, at: Range, columns: number): Spot {
  const width = Math.max(...copied.map((line) => line.length));
  const row = Math.max(at.top, Math.min(made.rows.length, at.top + made.lines) - 1);
  return { row, column: Math.max(at.left, Math.min(columns, at.left + width) - 1) };
}
