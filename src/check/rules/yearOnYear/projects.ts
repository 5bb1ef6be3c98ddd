import type { Observation, Rule, RuleResult } from '../../rule.ts';
import { comparisonOf, isSameDepartment } from '../../yearOnYear/compared.ts';
import { advice, culpritAt, observe, textEvidence } from '../performance/observation.ts';
import { differInNumbersOnly, editDistance } from '../project/projectName.ts';
import { projectRows, type ProjectRow } from '../project/projectRows.ts';

const id = 'yearOnYear.project';
const none: RuleResult = { observations: [], pass: 0, notApplicable: 1 };

/** Projects that last year's tables name slightly otherwise, and carried-over ones that they do not name. */
export const projects: Rule = {
  id,
  severity: 'info',
  authority: '财预〔2016〕143号',
  check: (context) => {
    const comparison = comparisonOf(context);
    if (comparison === null || !isSameDepartment(context.disclosure, comparison)) return none;
    const now = projectRows(context.disclosure);
    const then = projectRows(comparison.lastYear.disclosure);
    if (now.length === 0 || then.length === 0) return none;
    const known = new Set(then.map(({ key }) => key));
    const current = new Set(now.map(({ key }) => key));
    const ended = then.filter(({ key }) => !current.has(key));
    const fresh = distinct(now.filter(({ key }) => !known.has(key)));
    const renamed = fresh.flatMap((row) => renamedFrom(row, ended));
    const isNew = (row: ProjectRow): boolean => row.carriedOver && renamedFrom(row, ended).length === 0;
    const unknown = fresh.filter(isNew).map(unknownLastYear);
    const pass = current.size - fresh.length;
    const told = [advice(renamed, pass, 3), advice(unknown, 0, 1)];
    return { observations: told.flatMap(({ observations }) => observations), pass };
  },
};

function distinct(rows: readonly ProjectRow[]): readonly ProjectRow[] {
  return [...new Map(rows.map((row) => [row.key, row])).values()];
}

/** One character in eight may differ, and no mere number: a second phase is another project. */
function renamedFrom(row: ProjectRow, ended: readonly ProjectRow[]): readonly Observation[] {
  const limit = Math.max(1, Math.floor(row.key.length / 8));
  const last = ended.find(
    ({ key }) =>
      key.length >= 6 && !differInNumbersOnly(key, row.key) && editDistance(key, row.key, limit) <= limit,
  );
  if (last === undefined) return [];
  const params = { name: row.name, last: last.name, table: row.table };
  const evidence = [textEvidence(last.place, last.name)];
  return [observe(id, 'info', culpritAt(row.place, row.name), { variant: 'renamed', params, evidence })];
}

function unknownLastYear(row: ProjectRow): Observation {
  const params = { name: row.name, table: row.table, amount: row.amount?.text ?? '—' };
  return observe(id, 'info', culpritAt(row.place, row.name), { variant: 'carriedOver', params });
}
