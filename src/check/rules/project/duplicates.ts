import type { Observation, Rule } from '../../rule.ts';
import { culpritAt, observe, textEvidence } from '../performance/observation.ts';
import { matchProjects } from './matching.ts';
import type { ProjectRow } from './projectRows.ts';

const authority = '财预〔2016〕143号';

/** One project twice in one table: with the same amount a doubled row, else perhaps two parts of one project. */
export const duplicateRow: Rule = {
  id: 'project.duplicateRow',
  severity: 'warning',
  authority,
  check: ({ disclosure }) => {
    const { named, nearly, rowsOnly } = matchProjects(disclosure);
    const projects = [...named, ...nearly.map(({ row }) => row), ...rowsOnly];
    const groups = projects.flatMap(({ rows }) => byTableAndUnit(rows));
    return {
      observations: groups.filter((rows) => rows.length > 1).map(repeatedRows),
      pass: groups.filter((rows) => rows.length === 1).length,
    };
  },
};

function byTableAndUnit(rows: readonly ProjectRow[]): readonly (readonly ProjectRow[])[] {
  const groups = new Map<string, ProjectRow[]>();
  for (const row of rows) {
    const key = `${row.table} ${row.unit} ${row.codes}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

function repeatedRows(rows: readonly ProjectRow[]): Observation {
  const amounts = rows.map((row) => row.amount?.fen ?? 0);
  const doubled = rows.findIndex((_, i) => amounts.indexOf(amounts[i] ?? 0) < i);
  const culprit = rows[doubled < 0 ? 1 : doubled];
  const params = {
    project: culprit?.name ?? '',
    table: culprit?.table ?? '',
    count: rows.length,
    amount: culprit?.amount?.text ?? '',
    amounts: rows.map((row) => row.amount?.text ?? '—').join('、'),
  };
  const evidence = rows
    .filter((row) => row !== culprit)
    .map((row) => textEvidence(row.place, row.amount?.text ?? ''));
  return observe(
    'project.duplicateRow',
    doubled < 0 ? 'info' : 'warning',
    culpritAt(culprit?.place ?? { file: '' }, culprit?.name ?? ''),
    { variant: doubled < 0 ? 'differentAmounts' : '', params, evidence },
  );
}

/** Two performance sheets of one name, more than the tables have rows of it. */
export const duplicateSheet: Rule = {
  id: 'project.duplicateSheet',
  severity: 'warning',
  authority: '财预〔2015〕88号',
  check: ({ disclosure }) => {
    const { named, nearly, sheetsOnly } = matchProjects(disclosure);
    const projects = [...named, ...nearly.map(({ sheet }) => sheet), ...sheetsOnly];
    const repeated = projects.filter(({ rows, sheets }) => sheets.length > Math.max(1, rows.length));
    const observations = repeated.map(({ rows, sheets }) => {
      const [first, second, ...more] = sheets;
      const params = { project: second?.name ?? '', sheets: sheets.length, rows: rows.length };
      const evidence = [first, ...more].flatMap((sheet) =>
        sheet === undefined ? [] : [textEvidence(sheet.place, sheet.name)],
      );
      const culprit = culpritAt(second?.place ?? { file: '' }, second?.name ?? '');
      return observe('project.duplicateSheet', 'warning', culprit, { params, evidence });
    });
    return { observations, pass: projects.length - repeated.length };
  },
};
