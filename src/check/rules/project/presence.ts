import type { Disclosure } from '../../../model/disclosure.ts';
import type { Culprit, Evidence } from '../../../model/finding.ts';
import type { Observation, Rule, RuleResult } from '../../rule.ts';
import { culpritAt, observe, textEvidence, type Params } from '../performance/observation.ts';
import { matchProjects, type Matching, type MisprintedProject, type NamedProject } from './matching.ts';
import { nameDifference } from './projectName.ts';
import { isProjectTable, type ProjectRow } from './projectRows.ts';

const authority = '财预〔2015〕88号';
const none: RuleResult = { observations: [], pass: 0, notApplicable: 1 };

function matched({ named, nearly }: Matching): number {
  return named.length + nearly.length;
}

/** Where fewer than half have a partner, sheets are published for some projects only: one piece of advice. */
function isSelection(matching: Matching, missing: readonly NamedProject[]): boolean {
  return missing.length > 3 && missing.length > matched(matching);
}

/** A project in the tables that has no performance sheet; advice where its money is only carried over. */
export const rowWithoutSheet: Rule = {
  id: 'project.rowWithoutSheet',
  severity: 'warning',
  authority,
  check: ({ disclosure }) => {
    if (disclosure.projects.length === 0) return none;
    const matching = matchProjects(disclosure);
    const rowsOnly = matching.rowsOnly.filter((project) => !isWithheldLine(project, disclosure));
    const misprinted = matching.misprinted.map(withoutOwnSheet);
    const missing = isSelection(matching, rowsOnly)
      ? summed('project.rowWithoutSheet', rowsOnly, matching)
      : rowsOnly.map(withoutSheet);
    return { observations: [...misprinted, ...missing], pass: matched(matching) };
  },
};

/** The line that stands for withheld projects, in a table whose note says so, has no sheet to show. */
function isWithheldLine({ rows }: NamedProject, { tables }: Disclosure): boolean {
  return rows.every(({ name, table }) => {
    const note = tables.find(({ number }) => number === table)?.note ?? '';
    return name.startsWith('其他项目') && /不(?:予|宜)?公开|涉密/.test(note);
  });
}

/** The name that most of the project's rows and its sheet bear is expected. */
function withoutOwnSheet({ row: { rows }, owner }: MisprintedProject): Observation {
  const [row] = rows;
  const [sheet] = owner.sheets;
  const meant = sheet?.name ?? owner.key;
  const culprit = culpritAt(row?.place ?? { file: '' }, row?.name ?? '', { text: meant, fen: null });
  const params = { ...rowParams(rows, row), meant };
  const evidence = [...owner.rows, ...owner.sheets].map(({ place, name }) => textEvidence(place, name));
  return observe('project.rowWithoutSheet', 'warning', culprit, { variant: 'misprint', params, evidence });
}

function rowParams(rows: readonly ProjectRow[], row: ProjectRow | undefined): Params {
  return {
    project: row?.name ?? '',
    table: row?.table ?? '',
    amount: row?.amount?.text ?? '—',
    unit: row?.money ?? '',
    count: rows.length,
  };
}

function withoutSheet(project: NamedProject): Observation {
  const current = project.rows.filter((row) => !row.carriedOver);
  const [row = project.rows[0], ...others] = current.length > 0 ? current : project.rows;
  const carried = current.length === 0;
  const culprit = culpritAt(row?.place ?? { file: '' }, row?.name ?? '');
  const evidence = others.map((other) => textEvidence(other.place, other.name));
  const variant = carried ? 'carriedOver' : project.rows.length > 1 ? 'several' : '';
  return observe('project.rowWithoutSheet', carried ? 'info' : 'warning', culprit, {
    variant,
    params: rowParams(project.rows, row),
    evidence,
  });
}

/** A performance sheet whose project stands in no project table. */
export const sheetWithoutRow: Rule = {
  id: 'project.sheetWithoutRow',
  severity: 'warning',
  authority,
  check: ({ disclosure }) => {
    if (!disclosure.tables.some((table) => isProjectTable(table) && table.rows.length > 1)) return none;
    const matching = matchProjects(disclosure);
    const { sheetsOnly } = matching;
    const observations = isSelection(matching, sheetsOnly)
      ? summed('project.sheetWithoutRow', sheetsOnly, matching)
      : sheetsOnly.map(withoutRow);
    return { observations, pass: matched(matching) };
  },
};

function withoutRow(project: NamedProject): Observation {
  const [sheet] = project.sheets;
  const params = { project: sheet?.name ?? project.key, amount: sheet?.funds.annual.total?.text ?? '—' };
  return observe('project.sheetWithoutRow', 'warning', culpritOf(project), { params });
}

function culpritOf(project: NamedProject): Culprit {
  const [first] = [...project.rows, ...project.sheets];
  return culpritAt(first?.place ?? { file: '' }, first?.name ?? project.key);
}

/** One finding that names them all. */
function summed(rule: string, missing: readonly NamedProject[], matching: Matching): readonly Observation[] {
  const [first] = missing;
  if (first === undefined) return [];
  const evidence = missing.flatMap((project): readonly Evidence[] => {
    const { place, reported } = culpritOf(project);
    return [textEvidence(place, reported?.text ?? '')];
  });
  const params = { count: missing.length, matched: matched(matching) };
  return [observe(rule, 'info', culpritOf(first), { variant: 'selection', params, evidence })];
}

/** A project that its row and its sheet name with slightly different words: one finding with both. */
export const nameDiffers: Rule = {
  id: 'project.nameDiffers',
  severity: 'warning',
  authority,
  check: ({ disclosure }) => {
    const { nearly, named } = matchProjects(disclosure);
    const observations = nearly.map(({ row, sheet }): Observation => {
      const [inTable, inSheet] = [row.rows[0], sheet.sheets[0]];
      const { left, right } = nameDifference(row.key, sheet.key);
      const params = {
        tableName: inTable?.name ?? '',
        sheetName: inSheet?.name ?? '',
        inTable: left,
        inSheet: right,
      };
      const place = inTable?.place ?? { file: '' };
      const culprits = [
        culpritAt(place, params.tableName, { text: params.sheetName, fen: null }),
        culpritAt(inSheet?.place ?? place, params.sheetName, { text: params.tableName, fen: null }),
      ];
      return {
        rule: 'project.nameDiffers',
        severity: 'warning',
        variant: variantOf(left, right),
        params,
        culprits,
      };
    });
    return { observations, pass: named.length };
  },
};

function variantOf(left: string, right: string): string {
  if (left === '') return 'onlySheet';
  if (right === '') return 'onlyTable';
  return left.toLowerCase() === right.toLowerCase() ? 'case' : '';
}
