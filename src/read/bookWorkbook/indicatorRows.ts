import { words, type Words } from '../../model/bookProblem.ts';
import type { BookList } from '../../model/bookSheets/sheetForm.ts';
import { valueOf, type Collecting } from './collecting.ts';
import type { FoundRow } from './sheetCells.ts';
import { isTree, setAt, type Tree } from './tree.ts';

/** Indicators go to the performance sheets of the projects that they name. */
export function readIndicators(
  list: BookList,
  rows: readonly FoundRow[],
  sheet: string,
  collecting: Collecting,
): void {
  const projects = projectsOf(collecting.book);
  // Without the sheet of the projects nothing can be said of their indicators.
  if (projects === null) return;
  const lists = new Map<number, Tree[]>();
  for (const row of rows) {
    const at = projectOf(list, row, sheet, projects, collecting);
    if (at === null) continue;
    const own = lists.get(at) ?? [];
    own.push(indicatorOf(list, row, `projects[${at}].sheet.indicators[${own.length}]`, sheet, collecting));
    lists.set(at, own);
  }
  for (const [at, indicators] of lists) {
    const project = projects[at];
    if (project !== undefined) setAt(project, 'sheet.indicators', indicators);
  }
}

function projectsOf(book: Tree): readonly Tree[] | null {
  const projects: unknown = book['projects'];
  return Array.isArray(projects) ? projects.filter(isTree) : null;
}

/** Which project the row belongs to; null where it names none that has a sheet, which is reported. */
function projectOf(
  list: BookList,
  row: FoundRow,
  sheet: string,
  projects: readonly Tree[],
  collecting: Collecting,
): number | null {
  const place = row.get('project');
  const path = `indicators ${place?.address ?? ''}`;
  const cell = list.columns[0]?.cell;
  const name = cell === undefined ? undefined : valueOf(place, cell, path, collecting);
  const at = projects.findIndex((project) => (project['id'] ?? project['name']) === name);
  if (name !== undefined && at >= 0 && projects[at]?.['#sheet'] !== 'no') return at;
  collecting.cells.set(path, { sheet, cell: place?.address ?? 'A1' });
  collecting.problems.push({ path, message: unknownWords(name, at >= 0) });
  return null;
}

function unknownWords(name: string | number | undefined, known: boolean): Words {
  if (name === undefined)
    return words('请填写这个指标属于哪个项目', 'State which project the indicator belongs to');
  return known
    ? words(
        `项目“${name}”写的是不公开绩效目标表，请改为“是”，或删除这个指标`,
        `The project “${name}” publishes no performance sheet: put “是”, or remove the indicator`,
      )
    : words(
        `项目“${name}”不在“项目”表中，请先登记项目，或核对名称`,
        `The project “${name}” is not in the sheet “项目”: add it first, or check the name`,
      );
}

function indicatorOf(
  list: BookList,
  row: FoundRow,
  base: string,
  sheet: string,
  collecting: Collecting,
): Tree {
  const indicator: Tree = {};
  for (const { path, cell } of list.columns.slice(1)) {
    const found = row.get(path);
    const field = `${base}.${path}`;
    if (found !== undefined) collecting.cells.set(field, { sheet, cell: found.address });
    const value = valueOf(found, cell, field, collecting);
    if (value !== undefined) indicator[path] = value;
  }
  return indicator;
}
