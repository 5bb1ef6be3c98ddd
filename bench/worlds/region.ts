import type { Book } from '../../src/model/book.ts';
import { randomOf } from '../random.ts';
import { booksOf } from './department.ts';
import { departmentPlan, type DepartmentPlan, type DepartmentSize } from './plan.ts';
import { departmentKinds, placeBeginnings, placeEndings } from './words.ts';

export interface World {
  readonly seed: number;
  readonly departments: number;
  readonly firstYear: number;
  readonly years: number;
}

/** Small ones mostly, some larger, now and then one with many units. */
const sizes: readonly DepartmentSize[] = [
  { units: 1, lines: 2, projects: 3 },
  { units: 1, lines: 6, projects: 6 },
  { units: 2, lines: 8, projects: 10 },
  { units: 4, lines: 10, projects: 20 },
  { units: 9, lines: 14, projects: 45 },
];

/** The name of a region that the number stands for, ending in 县 or 市. */
export function regionName(number: number, ending: '县' | '市'): string {
  const first = placeBeginnings[number % placeBeginnings.length] ?? '';
  const second = placeEndings[Math.floor(number / placeBeginnings.length) % placeEndings.length] ?? '';
  return `${first}${second}${ending}`;
}

/** The departments of a county; beyond the kinds there are, a second one of each kind has another number. */
export function countyPlans({ seed, departments, firstYear }: World, city = ''): readonly DepartmentPlan[] {
  const random = randomOf(seed);
  const region = `${city}${regionName(seed, '县')}`;
  return Array.from({ length: departments }, (_, i) => {
    const kind = departmentKinds[i % departmentKinds.length];
    const size = sizes[Math.min(random.below(sizes.length), random.below(sizes.length))];
    if (kind === undefined || size === undefined) throw new RangeError('no kinds of departments');
    const round = Math.floor(i / departmentKinds.length);
    const own = round === 0 ? region : `${region}${regionName(round + 40, '市').slice(0, 2)}区`;
    const code = String(100 + i).padStart(3, '0');
    return departmentPlan({ seed: seed * 10_007 + i, region: own, kind, code, size, firstYear });
  });
}

/** Every book of a county, department by department and year by year: made one at a time, none is kept. */
export function* countyBooks(world: World, city = ''): Generator<Book> {
  for (const plan of countyPlans(world, city)) yield* booksOf(plan, world.firstYear, world.years);
}

/** Every book of a city of so many counties. */
export function* cityBooks(world: World, counties: number): Generator<Book> {
  const city = regionName(world.seed + 57, '市');
  for (let i = 0; i < counties; i += 1) yield* countyBooks({ ...world, seed: world.seed + i }, city);
}
