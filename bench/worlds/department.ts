import type { Book, BookFact, BookProject, PublicItem } from '../../src/model/book.ts';
import { rollBook } from '../../src/compose/books/rollBook.ts';
import { randomOf } from '../random.ts';
import type { BasicLine, DepartmentPlan } from './plan.ts';
import { sheetOf } from './sheet.ts';
import { reasons } from './words.ts';

/** The department's book of a year; last year's figures are those of last year's book, null before it began. */
export function bookOf(plan: DepartmentPlan, year: number, firstYear: number): Book {
  const own = withoutPrevious(plan, year);
  if (year <= firstYear) return own;
  return { ...own, previous: rollBook(withoutPrevious(plan, year - 1)).book.previous };
}

/** The books of several years in a row. */
export function booksOf(plan: DepartmentPlan, firstYear: number, years: number): readonly Book[] {
  return Array.from({ length: years }, (_, i) => bookOf(plan, firstYear + i, firstYear));
}

function withoutPrevious(plan: DepartmentPlan, year: number): Book {
  const running = projectsIn(plan, year);
  const basic = plan.basic.map((line, i) => basicFact(line, amountIn(plan, line.fen, year, i)));
  const facts = [...basic, ...running.map(({ fact }) => fact)];
  return {
    schema: 1,
    department: { code: plan.code, name: plan.name },
    region: plan.region,
    year,
    stage: 'budget',
    units: plan.units,
    overview: {
      duties: `负责${plan.region}${plan.kind.things.slice(0, 4).join('、')}等方面的规划、${plan.kind.deeds.slice(0, 3).join('、')}和管理。`,
      offices: [
        { name: '办公室', text: '负责文电、会议和档案。' },
        { name: `${plan.kind.things[0] ?? ''}股`, text: `负责${plan.kind.things[0] ?? ''}的日常管理。` },
      ],
    },
    facts,
    revenue: revenueOf(facts),
    projects: running.map(({ project }) => project),
    previous: null,
    reasons: reasonsOf(plan, year),
    threePublic: publicExpenses(basic),
    procurement: { goods: 10_000 * (plan.seed % 997), works: 0, services: 10_000 * (year % 89) },
    assets: {
      date: `${year - 1}-12-31`,
      vehicleQuota: 2 + (plan.seed % 5),
      vehicles: { enforcement: 1 + (plan.seed % 3), other: 1 },
      officeArea: 800 + (plan.seed % 2000),
      generalEquipment: plan.seed % 4,
      specialEquipment: plan.seed % 2,
    },
    purchasedServices: ['档案整理', `${plan.kind.things[1] ?? ''}巡查`],
    otherNotes: '',
    glossary: [{ term: '基本支出' }, { term: '项目支出' }, { term: '上年结转' }],
    dates: { approved: `${year}-01-15`, published: `${year}-02-01` },
  };
}

/** Amounts drift from year to year by up to a fifth, each line in its own way. */
function amountIn({ seed, even }: DepartmentPlan, base: number, year: number, line: number): number {
  const random = randomOf(seed * 31 + year * 7_919 + line);
  const fen = Math.floor((base * (80 + random.below(41))) / 100);
  return even ? Math.max(1, Math.round(fen / 10_000)) * 10_000 : Math.max(1, fen);
}

function basicFact({ personnel, ...line }: BasicLine, fen: number): BookFact {
  return {
    ...{ unit: line.unit, function: line.function, deptEconomic: line.deptEconomic },
    ...{ nature: personnel ? 'personnel' : 'operating', fund: 'general', vintage: 'current', fen },
  };
}

interface RunningProject {
  readonly fact: BookFact;
  readonly project: BookProject;
}

/** The projects of a year: those that run, and those that ended late with what they carried over. */
function projectsIn(plan: DepartmentPlan, year: number): readonly RunningProject[] {
  return plan.projects.flatMap((project, i) => {
    const over = project.late && year === project.until + 1;
    if (!over && (year < project.from || year > project.until)) return [];
    const fen = amountIn(plan, over ? Math.ceil(project.fen / 5) : project.fen, year, 100_000 + i);
    const { name, unit, fund, target } = project;
    const fact: BookFact = {
      ...{ unit, function: project.function, fund, project: name, fen },
      nature: target ? 'specificTarget' : 'otherOperating',
      vintage: over ? 'carriedOver' : 'current',
    };
    return [{ fact, project: { name, unit, sheet: sheetOf(project, plan, year, fen, i) } }];
  });
}

/** Revenue items of the funds that have them, and the revenue of own funds by unit and function. */
function revenueOf(facts: readonly BookFact[]): Book['revenue'] {
  const codes = { governmentFund: '1030148', stateCapital: '1030601' } as const;
  return facts.flatMap((fact): Book['revenue'] => {
    const { unit, fund, vintage, fen } = fact;
    if (vintage !== 'current') return [];
    if (fund === 'governmentFund' || fund === 'stateCapital')
      return [{ unit, fund, revenueCode: codes[fund], fen }];
    return fund === 'serviceIncome' ? [{ unit, fund, function: fact.function, fen }] : [];
  });
}

const publicItemOf: Readonly<Record<string, PublicItem>> = {
  '30217': 'reception',
  '30231': 'vehicleRunning',
};

function publicExpenses(facts: readonly BookFact[]): Book['threePublic'] {
  return facts.flatMap(({ unit, deptEconomic = '', fen }) => {
    const item = publicItemOf[deptEconomic];
    return item === undefined ? [] : [{ unit, item, fund: 'general' as const, fen }];
  });
}

function reasonsOf({ seed }: DepartmentPlan, year: number): Book['reasons'] {
  const subjects = [
    ...(['total', 'general', 'governmentFund', 'stateCapital', 'serviceIncome', 'otherIncome'] as const),
    ...(['basic', 'project', 'threePublic', 'operating'] as const),
  ];
  return Object.fromEntries(
    subjects.map((subject, i) => [subject, reasons[(seed + year + i * 3) % reasons.length] ?? '']),
  );
}
