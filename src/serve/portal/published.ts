import type { Disclosure } from '../../model/disclosure.ts';
import type { DocumentReport } from '../../model/report.ts';
import type { Trace } from '../../model/trace.ts';
import { amountsOf } from './data/amountIndex.ts';
import { portalProjects } from './data/projects.ts';
import { slugWords } from './data/slug.ts';
import type { DepartmentYear, DisclosureKey, DisclosureLevel, FileSummary } from './source.ts';

/** What was read and checked, with what publishing adds to it. */
export interface Publication {
  readonly disclosure: Disclosure;
  readonly report: DocumentReport;
  readonly trace: Trace;
  readonly version: number;
  /** ISO date-time. */
  readonly publishedAt: string;
  readonly files: readonly FileSummary[];
}

/** The disclosure's name in addresses; null where the document says no year or no department. */
export function keyOf(disclosure: Disclosure): DisclosureKey | null {
  const { region, year, stage, department } = disclosure;
  const { name } = department;
  if (year === null || name === null) return null;
  const short = region !== null && name.length > region.length + 1 ? name.replace(region, '') : name;
  const own = slugWords(department.code ?? short);
  const unit = levelOf(disclosure) === 'unit' ? '-单位' : '';
  return { region: slugWords(region ?? '未注明地区'), year, stage, department: `${own}${unit}` };
}

/** The summary that lists show; throws where `keyOf` is null. */
export function summaryOf(publication: Publication): DepartmentYear {
  const { disclosure, report, version, publishedAt, files } = publication;
  const key = keyOf(disclosure);
  if (key === null) throw new TypeError('a disclosure without year or department has no address');
  const amounts = amountsOf(publication);
  return {
    ...key,
    name: disclosure.department.name ?? '',
    level: levelOf(disclosure),
    version,
    publishedAt,
    revenueFen: amounts.revenue?.fen ?? null,
    expenditureFen: amounts.expenditure?.fen ?? null,
    projects: portalProjects(disclosure).length,
    coverage: report.coverage,
    verdict: report.verdict,
    files,
  };
}

/** Whose budget it is, by the words of the tables' titles. */
export function levelOf({ tables, narrative }: Disclosure): DisclosureLevel {
  const titles = [...tables, ...narrative].map(({ title }) => title);
  const count = (pattern: RegExp): number => titles.filter((title) => pattern.test(title)).length;
  const units = count(/预算单位|单位(?:财务|预算|决算|收支|收入|支出)/);
  return units > count(/部门(?:财务|预算|决算|收支|收入|支出)/) ? 'unit' : 'department';
}
