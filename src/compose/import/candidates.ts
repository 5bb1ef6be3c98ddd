import type { BookFund, BookNature, BookUnit, BookVintage } from '../../model/book.ts';
import { fiscalFunds, ownFunds } from '../../model/book.ts';
import type { Figure } from '../../model/figure.ts';
import { fold } from '../../model/fold.ts';
import { nodeContains, scopeKey, withNode, type Scope } from '../../model/scope.ts';
import { coverIndex } from './coverIndex.ts';
import { covers, isBlank, isMoney, withoutFlow } from './imported.ts';
import type { ProjectRow } from './projectRows.ts';

/** A fact whose amount is to be found; `carriedForward` is money that is not spent. */
export interface Candidate {
  readonly scope: Scope;
  readonly unit: string;
  readonly function: string;
  readonly fund: BookFund;
  readonly vintage: BookVintage;
  readonly nature: BookNature | 'carriedForward';
  readonly deptEconomic: string | null;
  readonly project: ProjectRow | null;
}

/** What facts of the document can be made of. */
export interface Leaves {
  readonly functions: readonly string[];
  readonly economic: readonly string[];
  readonly funds: readonly BookFund[];
  readonly units: readonly BookUnit[];
  readonly projects: readonly ProjectRow[];
}

/** Codes with money that no other printed code lies under. */
export function leafCodes(
  figures: readonly Figure[],
  axis: 'function' | 'deptEconomic' | 'revenueCode',
): readonly string[] {
  const codes = new Set(figures.flatMap(({ scope, fen }) => (fen === 0 ? [] : (scope[axis] ?? []))));
  const numbers = [...codes].filter((code) => /^\d{3,7}$/.test(code));
  return numbers.filter((code) => !numbers.some((other) => other !== code && other.startsWith(code))).sort();
}

/** Funds with money; 单位资金 that is not divided counts as 其他收入. */
export function leafFunds(figures: readonly Figure[]): readonly BookFund[] {
  const nodes = [...new Set(figures.flatMap(({ scope, fen }) => (fen === 0 ? [] : (scope.fund ?? []))))];
  const funds = [...fiscalFunds, ...ownFunds].filter((fund) => nodes.includes(fund));
  const undivided = nodes.filter((node) => !funds.some((fund) => nodeContains('fund', node, fund)));
  const assumed: readonly BookFund[] = undivided.flatMap((node): readonly BookFund[] =>
    node === 'unitFunds' ? ['otherIncome'] : node === 'fiscal' ? ['general'] : [],
  );
  const all = [...funds, ...assumed];
  return all.length === 0 ? ['general'] : [...new Set(all)];
}

const vintages = ['current', 'carriedOver'] as const;

/** Every fact that the printed rows and columns allow: none that lies in a blank cell. */
export function candidatesOf(leaves: Leaves, figures: readonly Figure[]): readonly Candidate[] {
  const money = figures.filter(isMoney);
  const blanks = distinct(money.filter(isBlank).map(({ scope }) => withoutFlow(scope)));
  const printed = money.filter((figure) => figure.scope.project !== undefined && !isBlank(figure));
  const rows = byProject(distinct(printed.map(({ scope }) => withoutFlow(scope))));
  const places = leaves.functions.flatMap((code) =>
    leaves.funds.flatMap((fund) => vintages.map((vintage) => ({ function: code, fund, vintage }))),
  );
  const open = outside(places, (place) => ({ ...place, use: 'spent' }), blanks);
  const projects = ownProjects(leaves);
  const withMoney = new Map(
    leaves.funds.flatMap((fund) =>
      vintages.map(
        (vintage) => [`${fund} ${vintage}`, withMoneyAt({ fund, vintage }, projects, rows)] as const,
      ),
    ),
  );
  const all = open.flatMap((place) => [
    ...basicFacts(place, leaves),
    ...(withMoney.get(`${place.fund} ${place.vintage}`) ?? [])
      .map((own) => projectFact(place, own))
      .filter((one) => isPrinted(one, rows)),
  ]);
  return outside([...all, ...unspent(leaves, money)], ({ scope }) => scope, blanks);
}

/** Those that lie in no blank. */
function outside<T>(list: readonly T[], scopeOf: (item: T) => Scope, blanks: readonly Scope[]): readonly T[] {
  const index = coverIndex(list.map(scopeOf));
  const inside = new Set(blanks.flatMap((blank) => index(blank)));
  return list.filter((_, i) => !inside.has(i));
}

type RowsByProject = ReadonlyMap<string, readonly Scope[]>;

function byProject(scopes: readonly Scope[]): RowsByProject {
  const found = new Map<string, Scope[]>();
  for (const scope of scopes) {
    const own = found.get(scope.project ?? '');
    if (own === undefined) found.set(scope.project ?? '', [scope]);
    else own.push(scope);
  }
  return found;
}

/** A project has money where one of its rows prints some. */
function isPrinted({ scope }: Candidate, rows: RowsByProject): boolean {
  return scope.project === undefined || (rows.get(scope.project) ?? []).some((row) => covers(row)(scope));
}

function distinct(scopes: readonly Scope[]): readonly Scope[] {
  return [...new Map(scopes.map((scope) => [scopeKey(scope), scope])).values()];
}

type FactPlace = Pick<Candidate, 'function' | 'fund' | 'vintage'>;

/** Economic items that are 人员经费: 301 and 303; of funds without an economic table the catch-all items. */
function basicFacts(place: FactPlace, { units, economic }: Leaves): readonly Candidate[] {
  const detailed = place.fund === 'general' && economic.length > 0;
  const items = detailed ? economic : ['30199', '30299'];
  return items.flatMap((deptEconomic) => {
    const nature = /^30[13]/.test(deptEconomic) ? 'personnel' : 'operating';
    const own = nature === 'personnel' ? units.slice(0, 1) : units;
    return own.map((unit) => candidate(place, unit, { nature, deptEconomic, project: null }));
  });
}

/** A project and the unit that has it. */
interface OwnProject {
  readonly project: ProjectRow;
  readonly unit: BookUnit;
}

/** The rows of project tables; without them one project for all. */
function ownProjects({ units, projects }: Leaves): readonly OwnProject[] {
  const byName = new Map([...units].reverse().map((unit) => [fold(unit.name), unit]));
  const rows = projects.length > 0 ? projects : [restProject];
  return rows.flatMap((project) => {
    const unit = byName.get(project.unit ?? '') ?? units[0];
    return unit === undefined ? [] : [{ project, unit }];
  });
}

/** Projects with money of the place's fund and year, whatever its function: one search for all functions. */
function withMoneyAt(
  { fund, vintage }: Omit<FactPlace, 'function'>,
  projects: readonly OwnProject[],
  rows: RowsByProject,
): readonly OwnProject[] {
  const anyFunction = new Map(
    [...rows].map(([project, scopes]) => [project, scopes.map((scope) => withNode(scope, 'function', ''))]),
  );
  return projects.filter((own) => isPrinted(projectFact({ function: '', fund, vintage }, own), anyFunction));
}

function projectFact(place: FactPlace, { project, unit }: OwnProject): Candidate {
  return candidate(place, unit, { nature: 'specificTarget', deptEconomic: null, project });
}

/** Project expenditure that no table divides. */
export const restProject: ProjectRow = { node: '', unit: null, name: '项目支出（未列明项目）', id: null };

/** Money of the units' own funds that goes into next year, where the document prints any. */
function unspent({ units, functions, funds }: Leaves, money: readonly Figure[]): readonly Candidate[] {
  const stated = money.some(({ scope, fen }) => scope.use === 'carriedForward' && fen > 0);
  const [unit] = units;
  if (!stated || unit === undefined) return [];
  const own = funds.filter((fund) => (ownFunds as readonly string[]).includes(fund));
  return own.flatMap((fund) =>
    functions.map((code) =>
      candidate({ function: code, fund, vintage: 'current' }, unit, {
        nature: 'carriedForward',
        deptEconomic: null,
        project: null,
      }),
    ),
  );
}

function candidate(
  place: FactPlace,
  unit: BookUnit,
  rest: Pick<Candidate, 'nature' | 'deptEconomic' | 'project'>,
): Candidate {
  const { nature, deptEconomic, project } = rest;
  const common = { fund: place.fund, vintage: place.vintage, unit: fold(unit.name), unitKind: unit.kind };
  const scope: Scope =
    nature === 'carriedForward'
      ? { ...common, function: place.function, use: 'carriedForward' }
      : {
          ...common,
          function: place.function,
          use: 'spent',
          // The kind of a project is printed nowhere: a row of 其他运转类 would be no partition.
          nature: project === null ? nature : 'project',
          ...(deptEconomic === null ? {} : { deptEconomic }),
          ...(project === null || project.node === '' ? {} : { project: project.node }),
        };
  return { ...place, ...rest, unit: unit.name, scope };
}
