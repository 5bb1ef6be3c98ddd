import { withKeys } from './sheetRows.ts';
import type { RowCell, SheetRow } from './sheetRows.ts';
import type { FieldLabel, SheetTests } from './sheetTests.ts';
import { labelKey } from './sheetWords.ts';

/** A text's label is one only at the head of a row; inside a text the same words are the author's. */
function isLabel(key: string, first: boolean, tests: SheetTests): boolean {
  const field = tests.field(key);
  if (field !== null) return field.kind !== 'text' || first;
  return tests.fund(key) !== null;
}

/** A colon behind a few characters, with something after it. */
const hasColon = /^[^:：]{2,24}?[:：]\s*\S/;

/** A cell that holds a label, a colon and its value becomes two cells: "项目名称：…", "年度资金总额：100". */
export function splitLabelled(row: SheetRow, tests: SheetTests): SheetRow {
  if (!row.cells.some((cell) => hasColon.test(cell.text))) return row;
  const cells = row.cells.flatMap(
    (cell, index) => splitFooter(cell, tests) ?? splitCell(cell, index === 0, tests) ?? [cell],
  );
  return { ...row, cells };
}

function splitCell(cell: RowCell, first: boolean, tests: SheetTests): RowCell[] | null {
  const match = /^(?:其中[:：])?([^:：\n]{2,20})[:：]\s*(\S[\s\S]*)$/.exec(cell.text);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  if (!isLabel(labelKey(match[1]), first, tests)) return null;
  return [
    { ...cell, ...withKeys(match[1]) },
    { ...cell, ...withKeys(match[2]) },
  ];
}

/** A footer in one cell: 负责人: 经办人: 联系电话: 填报日期: … */
function splitFooter(cell: RowCell, tests: SheetTests): RowCell[] | null {
  if (!/[:：].*[:：]/.test(cell.text.slice(0, 60))) return null;
  const parts = cell.text.split(/(?<=[:：])|\s+(?=[^\s:：]{2,8}[:：])/);
  if (parts.length < 3) return null;
  const labels = parts.filter((part) => {
    const label = tests.field(labelKey(part));
    return label !== null && label.kind !== 'text' && label.kind !== 'head';
  });
  if (labels.length < 2) return null;
  return parts.filter((part) => part.trim() !== '').map((part) => ({ ...cell, ...withKeys(part.trim()) }));
}

/** A label of a row and the cells that follow it up to the next label. */
export interface LabelledValues {
  readonly label: FieldLabel;
  readonly values: readonly RowCell[];
}

/** The labels of a row with their values, and the cells before the first label. */
export function labelledValues(
  row: SheetRow,
  tests: SheetTests,
): { readonly before: readonly RowCell[]; readonly found: readonly LabelledValues[] } {
  const before: RowCell[] = [];
  const found: { label: FieldLabel; values: RowCell[] }[] = [];
  for (const cell of row.cells) {
    const label = tests.field(cell.key);
    if (label !== null) found.push({ label, values: [] });
    else (found.at(-1)?.values ?? before).push(cell);
  }
  return { before, found };
}
