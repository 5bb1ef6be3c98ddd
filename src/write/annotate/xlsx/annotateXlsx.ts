import type { Severity } from '../../../model/finding.ts';
import type { Annotated } from '../annotated.ts';
import { plainNote, type Mark } from '../marks.ts';
import { openPackage } from '../package.ts';
import { fillCells, openStyles } from './fill.ts';
import { addNotes } from './notes.ts';
import { cellOf, workbookOf } from './workbook.ts';

/** What stands on one cell. */
interface CellMarks {
  readonly notes: Set<string>;
  /** Null: the cell keeps its fill. */
  severity: Severity | null;
}

const ranks: readonly (Severity | null)[] = ['error', 'warning', 'info', null];
const rankOf = (severity: Severity | null): number => ranks.indexOf(severity);

/**
 * A copy of a workbook with a note and a fill on each marked cell; a mark without a cell stands on A1 of its
 * sheet, one without a sheet on the first. Every part that is not concerned keeps its bytes. Undefined when
 * the package holds no worksheet.
 */
export function annotateXlsx(bytes: Uint8Array, marks: readonly Mark[]): Annotated | undefined {
  const office = openPackage(bytes);
  const workbook = office === undefined ? undefined : workbookOf(office);
  if (office === undefined || workbook === undefined) return undefined;
  const styles = workbook.styles === undefined ? undefined : openStyles(office.read(workbook.styles) ?? '');
  let annotations = 0;
  for (const [sheet, cells] of gather(marks, workbook.sheets)) {
    const source = office.read(sheet);
    if (source === undefined) continue;
    const severities = new Map(
      [...cells].flatMap(([address, { severity }]) =>
        severity === null ? [] : [[address, severity] as const],
      ),
    );
    if (styles !== undefined) office.write(sheet, fillCells(source, severities, styles));
    addNotes(
      office,
      sheet,
      new Map([...cells].map(([address, { notes }]) => [address, [...notes].join('\n\n')])),
    );
    annotations += cells.size;
  }
  if (workbook.styles !== undefined && styles !== undefined) office.write(workbook.styles, styles.source());
  const copy = office.bytes();
  return copy === undefined ? undefined : { bytes: copy, placed: marks.length, annotations };
}

/** Cells by the part of their sheet. */
function gather(
  marks: readonly Mark[],
  sheets: ReadonlyMap<string, string>,
): ReadonlyMap<string, ReadonlyMap<string, CellMarks>> {
  const [first = ''] = sheets.values();
  const bySheet = new Map<string, Map<string, CellMarks>>();
  for (const mark of marks) {
    const { place, severity } = mark;
    const part = sheets.get(place.sheet ?? '') ?? first;
    const address = place.cell !== undefined && cellOf(place.cell) !== undefined ? place.cell : 'A1';
    const cells = bySheet.get(part) ?? new Map<string, CellMarks>();
    bySheet.set(part, cells);
    const cell = cells.get(address) ?? { notes: new Set(), severity };
    cells.set(address, cell);
    cell.notes.add(plainNote(mark));
    if (severity !== null && rankOf(severity) < rankOf(cell.severity)) cell.severity = severity;
  }
  return bySheet;
}
