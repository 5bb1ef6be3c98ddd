import type { BookFund, BookUnit } from '../../src/model/book.ts';
import { shippedEntries } from '../../src/model/codes/entries.ts';
import { randomOf, type Random } from '../random.ts';
import { villages, type DepartmentKind } from './words.ts';

/** How large a department is. */
export interface DepartmentSize {
  readonly units: number;
  /** Lines of basic expenditure of each unit beside those that every unit has. */
  readonly lines: number;
  readonly projects: number;
}

/** A line of basic expenditure that recurs every year, with its first year's amount in 分. */
export interface BasicLine {
  readonly unit: string;
  readonly function: string;
  readonly deptEconomic: string;
  readonly personnel: boolean;
  readonly fen: number;
}

export interface PlannedProject {
  readonly name: string;
  readonly thing: string;
  readonly unit: string;
  readonly function: string;
  readonly fund: BookFund;
  readonly target: boolean;
  /** The years in which it has money; a project that ends late leaves some to carry over. */
  readonly from: number;
  readonly until: number;
  readonly late: boolean;
  readonly fen: number;
}

/** What stays the same over the years of a department. */
export interface DepartmentPlan {
  readonly seed: number;
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly kind: DepartmentKind;
  readonly units: readonly BookUnit[];
  readonly basic: readonly BasicLine[];
  readonly projects: readonly PlannedProject[];
  /** Amounts in whole 百元 leave no rounding tails. */
  readonly even: boolean;
}

export interface DepartmentOf {
  readonly seed: number;
  readonly region: string;
  readonly kind: DepartmentKind;
  readonly code: string;
  readonly size: DepartmentSize;
  readonly firstYear: number;
}

/** A department as it is planned from its first year on: the same seed gives the same department. */
export function departmentPlan(of: DepartmentOf): DepartmentPlan {
  const { seed, region, kind, code, size } = of;
  const random = randomOf(seed);
  const name = `${region}${kind.name}`;
  const units = unitsOf(name, of, random);
  const even = random.below(2) === 0;
  const planning: Planning = { ...of, random, even, functions: functionsOf(kind.functionClass) };
  const basic = units.flatMap(({ name: unit }) => basicLines(unit, planning));
  const projects = Array.from({ length: size.projects }, (_, i) => projectOf(i, units, planning));
  return { seed, code, name, region, kind, units, basic, projects, even };
}

interface Planning extends DepartmentOf {
  readonly random: Random;
  readonly even: boolean;
  readonly functions: readonly string[];
}

/** The department itself is administrative, the others are institutions now and then. */
function unitsOf(name: string, { region, kind, size }: DepartmentOf, random: Random): readonly BookUnit[] {
  const others = Array.from({ length: size.units - 1 }, (_, i): BookUnit => {
    const word = kind.units[i % kind.units.length] ?? '';
    const round = Math.floor(i / kind.units.length);
    const unit = `${region}${round === 0 ? '' : (villages[round % villages.length] ?? '')}${word}`;
    return { name: unit, kind: random.below(3) === 0 ? 'administrative' : 'institution' };
  });
  return [{ name, kind: 'administrative' }, ...others];
}

/** 项 of the class that belong to the general fund. */
function functionsOf(functionClass: string): readonly string[] {
  const entries = shippedEntries('function');
  return [...entries.codes()].filter((code) => {
    const item = code.length === 7 && code.startsWith(functionClass) ? entries.find(code) : null;
    return item !== null && !item.retired && item.fund === 'general';
  });
}

const personnelItems = ['30101', '30102', '30103', '30107'] as const;
const insurance = [
  ['2080505', '30108'],
  ['2101101', '30110'],
  ['2210201', '30113'],
] as const;
const operatingItems = '30201 30202 30205 30206 30207 30211 30213 30217 30228 30229 30231 30239'.split(' ');

function basicLines(unit: string, planning: Planning): readonly BasicLine[] {
  const { random, functions, size } = planning;
  const main = functions[0] ?? '2010301';
  const line = (code: string, deptEconomic: string, personnel: boolean): BasicLine => ({
    unit,
    function: code,
    deptEconomic,
    personnel,
    fen: amountFrom(planning, personnel ? 40 : 4),
  });
  const more = Array.from({ length: size.lines }, () => {
    const personnel = random.below(3) === 0;
    const items = personnel ? personnelItems : operatingItems;
    return line(random.pick(functions), random.pick(items), personnel);
  });
  return [
    ...personnelItems.slice(0, 3).map((item) => line(main, item, true)),
    ...insurance.map(([code, item]) => line(code, item, true)),
    line(main, '30201', false),
    ...more,
  ];
}

/** An amount around so many 万元, in 分. */
function amountFrom({ random, even }: Planning, wan: number): number {
  const fen = wan * (100_000 + random.below(3_000_000));
  return even ? Math.ceil(fen / 10_000) * 10_000 : fen + random.below(10_000);
}

const funds: readonly BookFund[] = [
  ...Array.from({ length: 14 }, () => 'general' as const),
  'governmentFund',
  'governmentFund',
  'stateCapital',
  'serviceIncome',
  'serviceIncome',
  'otherIncome',
];
const fundFunctions: Readonly<Partial<Record<BookFund, string>>> = {
  governmentFund: '2120899',
  stateCapital: '2230105',
};

function projectOf(i: number, units: readonly BookUnit[], planning: Planning): PlannedProject {
  const { random, kind, functions, firstYear } = planning;
  const fund = random.pick(funds);
  const [thing, deed] = [random.pick(kind.things), random.pick(kind.deeds)];
  const from = firstYear + random.below(3) * random.below(2);
  return {
    name: `${random.pick(villages)}${thing}${deed}${i + 1}期`,
    thing,
    unit: random.pick(units).name,
    function: fundFunctions[fund] ?? random.pick(functions),
    fund,
    target: random.below(4) > 0,
    from,
    until: from + random.below(5),
    late: random.below(3) === 0 && fund === 'general',
    fen: amountFrom(planning, 20),
  };
}
