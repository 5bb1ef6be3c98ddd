import { SearchOutlined, SortAscendingOutlined, VerticalAlignBottomOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { memo, useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useSay } from '../language.tsx';
import { amountText } from '../words/money.ts';
import { useAmountUnit } from './amountUnit.tsx';
import type { GridColumn } from './columns.ts';
import { copiedRange, type CopiedRange } from './copied.ts';
import { FindBar } from './findBar.tsx';
import { Grid } from './grid.tsx';
import type { ListLines } from './gridProps.ts';
import { useListChanges, type ListChanges } from './listChanges.ts';
import { PrintedLines } from './printedLines.tsx';
import { useMarks, useRefusals } from './refusals.ts';
import { inside, rangeOf, type Spot } from './spots.ts';
import { bookWords } from './words.ts';

export interface ListEditorProps<Row> extends ListLines<Row> {
  readonly label: string;
  readonly readOnly: boolean;
  /** Messages by "row field". */
  readonly problems: ReadonlyMap<string, string>;
  /** An amount of a line in 分, for the sum of what is chosen. */
  readonly fenOf?: (row: Row) => number;
  /** The line that a problem leads to. */
  readonly target?: Spot | null;
  readonly empty: string;
  readonly fit?: boolean;
  readonly hint?: string;
}

const start: Spot = { row: 0, column: 0 };

/** Lines of one kind in a grid: typed, pasted from a spreadsheet, added and deleted. */
export const ListEditor = memo(ListEditorView) as typeof ListEditorView;

function ListEditorView<Row>(props: ListEditorProps<Row>): ReactNode {
  const { rows, columns, label, readOnly, fit = true, hint = '', empty } = props;
  const [spot, setSpot] = useState<Spot>(start);
  const [anchor, setAnchor] = useState<Spot>(spot);
  const [finding, setFinding] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const choose = useCallback((next: Spot, from: Spot) => {
    setSpot(next);
    setAnchor(from);
  }, []);
  useTarget(props.target ?? null, choose);
  const shown = inside(spot, rows.length, columns.length);
  const from = inside(anchor, rows.length, columns.length);
  const { marks: refused, mark } = useRefusals(rows);
  const problems = useMarks(props.problems, refused);
  const changes = useListChanges(props, { spot: shown, anchor: from, choose, refused, mark });
  const find = (): void => {
    setFinding(true);
    whole.current?.querySelector<HTMLInputElement>('.find-input')?.select();
  };
  return (
    <div className="list-editor" ref={whole}>
      <div className="toolbar list-tools">
        <ListTools {...{ changes, readOnly, onFind: find }} hint={finding ? '' : hint} count={rows.length} />
        {finding && rows.length > 0 && (
          <FindBar
            {...{ rows, columns }}
            spot={shown}
            onGo={(next) => {
              choose(next, next);
            }}
            onClose={() => {
              setFinding(false);
              whole.current?.querySelector<HTMLElement>('.grid-input')?.focus();
            }}
          />
        )}
      </div>
      {rows.length === 0 ? (
        <EmptyList words={empty} readOnly={readOnly} onPaste={changes.paste} label={label} />
      ) : (
        <>
          <Grid
            {...{ rows, columns, label, readOnly, problems, fit, changes }}
            spot={shown}
            anchor={from}
            onSpot={choose}
            onFind={find}
          />
          <PrintedLines {...{ rows, columns, label, problems }} />
          <BottomLine
            {...{ rows, columns }}
            fenOf={props.fenOf}
            from={shown}
            to={from}
            problem={problems.get(`${shown.row} ${columns[shown.column]?.field ?? ''}`) ?? null}
          />
        </>
      )}
    </div>
  );
}

function useTarget(target: Spot | null, choose: (spot: Spot, anchor: Spot) => void): void {
  const [row, column] = [target?.row ?? -1, target?.column ?? 0];
  useEffect(() => {
    if (row >= 0) choose({ row, column }, { row, column });
  }, [choose, row, column]);
}

interface ToolsProps<Row> {
  readonly changes: ListChanges<Row>;
  readonly readOnly: boolean;
  readonly count: number;
  readonly hint: string;
  readonly onFind: () => void;
}

/** From so many lines on it is worth to sort them and to look for one. */
const many = 8;

function ListTools<Row>({ changes, readOnly, count, hint, onFind }: ToolsProps<Row>): ReactNode {
  const say = useSay(bookWords);
  const { add, remove, fillDown, sort } = changes;
  const directions = (['ascending', 'descending'] as const).map((key) => ({
    key,
    label: say(key),
    onClick: () => {
      sort(key);
    },
  }));
  return (
    <>
      <Button size="small" disabled={readOnly} onClick={add} title={`${say('addRow')} Ctrl+Enter`}>
        {say('addRow')}
      </Button>
      <Button
        size="small"
        disabled={readOnly || count === 0}
        onClick={remove}
        title={`${say('deleteRows')} Ctrl+-`}
      >
        {say('deleteRows')}
      </Button>
      {count >= many && (
        <>
          <Button
            {...{ size: 'small', icon: <VerticalAlignBottomOutlined />, disabled: readOnly }}
            aria-label={say('fillDown')}
            title={`${say('fillDown')} Ctrl+D`}
            onClick={fillDown}
          />
          <Dropdown trigger={['click']} disabled={readOnly} menu={{ items: directions }}>
            <Button
              {...{ size: 'small', icon: <SortAscendingOutlined />, disabled: readOnly }}
              aria-label={say('sort')}
              title={say('sort')}
            />
          </Dropdown>
          <Button
            {...{ size: 'small', icon: <SearchOutlined /> }}
            aria-label={say('find')}
            title={`${say('find')} Ctrl+F`}
            onClick={onFind}
          />
        </>
      )}
      <span className="soft small">{hint}</span>
    </>
  );
}

interface EmptyProps {
  readonly words: string;
  readonly label: string;
  readonly readOnly: boolean;
  readonly onPaste: (copied: CopiedRange) => void;
}

/** Nothing yet: a range of a spreadsheet may be pasted here at once. */
function EmptyList({ words, label, readOnly, onPaste }: EmptyProps): ReactNode {
  const say = useSay(bookWords);
  return (
    <div
      className="empty-list"
      tabIndex={0}
      role="group"
      aria-label={label}
      onPaste={(event) => {
        event.preventDefault();
        if (!readOnly) onPaste(copiedRange(event.clipboardData));
      }}
    >
      {words} {!readOnly && <span className="soft">{say('emptyHint')}</span>}
    </div>
  );
}

interface BottomProps<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn<Row>[];
  readonly fenOf: ((row: Row) => number) | undefined;
  readonly from: Spot;
  readonly to: Spot;
  /** What is wrong with the chosen cell. */
  readonly problem: string | null;
}

/** As a spreadsheet's bottom line: what is wrong with the cell, and the sum of what is chosen, or of all. */
function BottomLine<Row>({ rows, columns, fenOf, from, to, problem }: BottomProps<Row>): ReactNode {
  const say = useSay(bookWords);
  const { unit } = useAmountUnit();
  if (fenOf === undefined && problem === null) return null;
  const { top, bottom, left, right } = rangeOf(from, to);
  const some = bottom > top && columns.slice(left, right + 1).some(({ amount }) => amount === true);
  const chosen = some ? rows.slice(top, bottom + 1) : rows;
  const sum = fenOf === undefined ? 0 : chosen.reduce((all, row) => all + fenOf(row), 0);
  const money = `${amountText(sum, unit)} ${say(unit)}`;
  return (
    <p className="selected numbers small" role="status">
      {problem !== null && <span className="bad">✕ {problem}</span>}
      <span className="grow" />
      {fenOf !== undefined && (
        <span>{some ? say('selected', bottom - top + 1, money) : say('allRows', rows.length, money)}</span>
      )}
    </p>
  );
}
