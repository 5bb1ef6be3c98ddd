import type { Disclosure, TableRow } from '../../../model/disclosure.ts';
import { fold } from '../../../model/fold.ts';
import { renamedTerms } from '../../../model/codes/renamed.ts';
import type { Observation, Rule, RuleResult } from '../../rule.ts';
import { comparisonOf, isSameDepartment } from '../../yearOnYear/compared.ts';
import { sameDepartment } from '../../yearOnYear/lastYear.ts';
import { advice, culpritAt, observe, textEvidence } from '../performance/observation.ts';

const id = 'yearOnYear.renamed';
const none: RuleResult = { observations: [], pass: 0, notApplicable: 1 };

/** A code that bears another name than last year, a name under another code, a department under another name. */
export const renamed: Rule = {
  id,
  severity: 'info',
  authority: '政府收支分类科目',
  check: (context) => {
    const { disclosure } = context;
    const comparison = comparisonOf(context);
    if (comparison === null || !isSameDepartment(disclosure, comparison)) return none;
    const last = comparison.lastYear.disclosure;
    const [now, then] = [functionRows(disclosure), functionRows(last)];
    const both = [...now].filter(([code]) => then.has(code));
    const changed = both.flatMap(([code, row]) => otherName(code, row, then.get(code)));
    const moved = [...now].flatMap(([code, row]) => otherCode(code, row, now, then));
    const told = advice([...changed, ...moved], both.length - changed.length, 3);
    return { ...told, observations: [...departmentName(disclosure, last), ...told.observations] };
  },
};

/** The first row of each function code. */
function functionRows({ tables }: Disclosure): ReadonlyMap<string, TableRow> {
  const rows = new Map<string, TableRow>();
  for (const row of tables.flatMap((table) => table.rows)) {
    if (row.code === null || !/^2\d{2}(?:\d{2}){0,2}$/.test(row.code) || row.name === '') continue;
    if (!rows.has(row.code)) rows.set(row.code, row);
  }
  return rows;
}

function otherName(code: string, row: TableRow, last: TableRow | undefined): readonly Observation[] {
  if (last === undefined || fold(row.name) === fold(last.name) || isOfficial(code, last.name)) return [];
  const params = { code, name: row.name, last: last.name };
  const evidence = [textEvidence(last.place, last.name)];
  return [observe(id, 'info', culpritAt(row.place, row.name), { params, evidence })];
}

/** The classification itself renamed the item. */
function isOfficial(code: string, former: string): boolean {
  return renamedTerms.some((term) => term.code === code && fold(term.former) === fold(former));
}

/** An item of the same division and name under another code, where neither year has both codes. */
function otherCode(
  code: string,
  row: TableRow,
  now: ReadonlyMap<string, TableRow>,
  then: ReadonlyMap<string, TableRow>,
): readonly Observation[] {
  if (code.length !== 7 || then.has(code)) return [];
  const same = [...then].find(
    ([other, last]) =>
      other.length === 7 &&
      other.slice(0, 5) === code.slice(0, 5) &&
      fold(last.name) === fold(row.name) &&
      !now.has(other),
  );
  if (same === undefined) return [];
  const params = { code, name: row.name, last: same[0] };
  const evidence = [textEvidence(same[1].place, same[0])];
  return [observe(id, 'info', culpritAt(row.place, code), { variant: 'code', params, evidence })];
}

function departmentName(disclosure: Disclosure, last: Disclosure): readonly Observation[] {
  if (sameDepartment(disclosure.department, last.department)) return [];
  const params = { name: disclosure.department.name ?? '', last: last.department.name ?? '' };
  const culprit = culpritAt({ file: disclosure.file }, null);
  return [observe(id, 'info', culprit, { variant: 'department', params })];
}
