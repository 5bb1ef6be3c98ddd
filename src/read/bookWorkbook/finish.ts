import type { Collecting } from './collecting.ts';
import { isTree, setAt, type Tree } from './tree.ts';

/** Parts of the book that are absent as a whole: last year, performance sheets, the department's goal. */
export function finish({ book, cells }: Collecting): void {
  const previous = book['#previous'];
  for (const own of ['#previous', '#unit']) Reflect.deleteProperty(book, own);
  if (previous === 'no') book['previous'] = null;
  const place = cells.get('#previous');
  if (place !== undefined) cells.set('previous', place);
  for (const path of ['department', 'overview', 'reasons', 'assets.vehicles']) fillIn(book, path);
  if (isTree(book['previous'])) for (const key of ['byFund', 'threePublic']) fillIn(book, `previous.${key}`);
  const goal = book['departmentGoal'];
  const empty = isTree(goal) && goal['goal'] === undefined && isEmptyList(goal['indicators']);
  if (empty) Reflect.deleteProperty(book, 'departmentGoal');
  for (const key of ['decisions', 'codes', 'shares'])
    if (isEmptyList(book[key])) Reflect.deleteProperty(book, key);
  const projects = Array.isArray(book['projects']) ? (book['projects'] as readonly Tree[]) : [];
  for (const project of projects) finishSheet(project);
}

/** A record of which nothing is filled in is an empty one. */
function fillIn(book: Tree, path: string): void {
  const value = path.split('.').reduce<unknown>((node, key) => (isTree(node) ? node[key] : undefined), book);
  if (value === undefined) setAt(book, path, {});
}

function isEmptyList(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

/** A project without a performance sheet has none of its fields; one with a sheet has all its parts. */
function finishSheet(project: Tree): void {
  const shown = project['#sheet'];
  Reflect.deleteProperty(project, '#sheet');
  const sheet = project['sheet'];
  if (shown === 'no' && (!isTree(sheet) || sheet['indicators'] === undefined)) {
    Reflect.deleteProperty(project, 'sheet');
    return;
  }
  if (shown === undefined && sheet === undefined) return;
  const made = isTree(sheet) ? sheet : {};
  const funds = isTree(made['funds']) ? made['funds'] : {};
  project['sheet'] = {
    ...made,
    funds: { period: funds['period'] ?? {}, annual: funds['annual'] ?? {} },
    texts: made['texts'] ?? {},
    indicators: made['indicators'] ?? [],
  };
}
