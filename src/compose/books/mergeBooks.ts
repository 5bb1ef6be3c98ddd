import type { Book, BookFact, BookPreviousYear, BookProject, BookUnit } from '../../model/book.ts';
import { projectKey } from '../../model/book.ts';
import { sharesOf } from '../../model/bookShares.ts';
import { addFen } from '../../model/money.ts';
import { fold } from '../../model/fold.ts';
import { inOwnOrder, withoutOwnMark } from './ownBook.ts';

export interface Merged {
  readonly book: Book;
  /** Sentences in Chinese: what the books say differently, and how it was taken. */
  readonly conflicts: readonly string[];
}

/**
 * The department's book as the sum of its units' books, whatever their order. The department's own book gives its
 * name, its duties and its offices; every amount keeps its unit. Null where the books are not of one year.
 */
export function mergeBooks(given: readonly Book[]): Merged | null {
  const books = inOwnOrder(given);
  const [own, ...others] = books;
  if (own === undefined || others.some(({ year }) => year !== own.year)) return null;
  if (others.length === 0) return { book: own, conflicts: [] };
  const conflicts: string[] = [];
  const renamed = withOwnProjects(books, conflicts);
  const book: Book = {
    ...own,
    department: { ...own.department, name: withoutOwnMark(own.department.name) },
    units: mergedUnits(renamed, conflicts),
    facts: renamed.flatMap(({ facts }) => facts),
    revenue: renamed.flatMap(({ revenue }) => revenue),
    projects: renamed.flatMap(({ projects }) => projects),
    previous: mergedPrevious(renamed),
    reasons: mergedReasons(renamed),
    threePublic: renamed.flatMap(({ threePublic }) => threePublic),
    procurement: summed(renamed.map(({ procurement }) => procurement)),
    assets: mergedAssets(renamed, conflicts),
    purchasedServices: [...new Set(renamed.flatMap(({ purchasedServices }) => purchasedServices))],
    otherNotes: distinct(renamed.map(({ otherNotes }) => otherNotes)).join('\n'),
    glossary: mergedBy(
      renamed.flatMap(({ glossary }) => glossary),
      ({ term }) => fold(term),
      '名词',
      conflicts,
    ),
    ...mergedLists(renamed, conflicts),
    ...mergedShares(books, conflicts),
    ...firstOf(books, ({ form }) => (form === undefined ? null : { form })),
    ...firstOf(books, ({ departmentGoal }) => (departmentGoal === undefined ? null : { departmentGoal })),
    dates: {
      approved: firstOf(books, ({ dates }) => dates.approved),
      published: firstOf(books, ({ dates }) => dates.published),
    },
  };
  return { book, conflicts: [...headConflicts(books), ...conflicts] };
}

/** What the first book says that says anything; null where none does. */
function firstOf<T>(books: readonly Book[], of: (book: Book) => T | null): T | null {
  return books.map(of).find((value) => value !== null) ?? null;
}

/** What the books say of the department itself: its own one counts. */
function headConflicts([own, ...others]: readonly Book[]): readonly string[] {
  if (own === undefined) return [];
  const parts: readonly (readonly [words: string, of: (book: Book) => string])[] = [
    ['部门名称', ({ department }) => withoutOwnMark(department.name)],
    ['部门代码', ({ department }) => department.code],
    ['地区', ({ region }) => region],
    ['公开表样', ({ form = '' }) => form],
    ['批复日期', ({ dates }) => dates.approved ?? ''],
    ['公开日期', ({ dates }) => dates.published ?? ''],
    ['部门职责', ({ overview }) => overview.duties],
  ];
  return parts.flatMap(([words, of]) => {
    const different = distinct(others.map(of)).filter((text) => text !== of(own));
    return different.length === 0 || of(own).trim() === ''
      ? []
      : [`${words}各簿不同，采用部门本级那本的“${shortened(of(own))}”`];
  });
}

function shortened(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.filter((text) => text.trim() !== ''))];
}

/** Projects of one name in different books stay two projects: the later one is known by its unit too. */
function withOwnProjects(books: readonly Book[], conflicts: string[]): readonly Book[] {
  const taken = new Set<string>();
  return books.map((book) => {
    const renames = new Map<string, string>();
    const projects = book.projects.map((project): BookProject => {
      const key = projectKey(project);
      const free = freeKey(key, project.unit, taken);
      taken.add(fold(free));
      if (free === key) return project;
      renames.set(key, free);
      conflicts.push(
        `项目“${project.name}”在几本簿里都有，按两个项目处理，后一个编号为“${free}”；若是同一个项目请合并`,
      );
      return { ...project, id: free };
    });
    const facts = book.facts.map((fact): BookFact => {
      const renamed = renames.get(fact.project ?? '');
      return renamed === undefined ? fact : { ...fact, project: renamed };
    });
    return { ...book, projects, facts };
  });
}

function freeKey(key: string, unit: string, taken: ReadonlySet<string>): string {
  if (!taken.has(fold(key))) return key;
  const own = `${key}（${unit}）`;
  if (!taken.has(fold(own))) return own;
  for (let n = 2; ; n += 1) if (!taken.has(fold(`${own}${n}`))) return `${own}${n}`;
}

function mergedUnits(books: readonly Book[], conflicts: string[]): readonly BookUnit[] {
  const units = new Map<string, BookUnit>();
  const owners = new Map<string, number>();
  books.forEach((book, i) => {
    for (const unit of book.units) {
      const known = units.get(fold(unit.name));
      if (known === undefined) units.set(fold(unit.name), unit);
      else if (known.kind !== unit.kind) conflicts.push(`单位“${unit.name}”的性质各簿不同，采用先出现的一种`);
      const spends = book.facts.some((fact) => fact.unit === unit.name);
      if (spends && owners.has(unit.name))
        conflicts.push(`单位“${unit.name}”的支出在几本簿里都有，已相加，请核对是否重复`);
      if (spends) owners.set(unit.name, i);
    }
  });
  return [...units.values()];
}

type Amounts = Readonly<Partial<Record<string, number>>>;

/** Sums by key; every key of any record is kept. */
function summed<T extends Amounts>(records: readonly T[]): T {
  const sums: Record<string, number> = {};
  for (const [key, fen] of records.flatMap((record) => Object.entries(record))) {
    sums[key] = addFen(sums[key] ?? 0, fen ?? 0);
  }
  return sums as T;
}

/** A unit without a budget last year adds nothing. */
function mergedPrevious(books: readonly Book[]): BookPreviousYear | null {
  const known = books.flatMap(({ previous }) => (previous === null ? [] : [previous]));
  if (known.length === 0) return null;
  return {
    byClass: summed(known.map(({ byClass }) => byClass)),
    byNature: summed(known.map(({ byNature }) => byNature)),
    byFund: summed(known.map(({ byFund }) => byFund)),
    carriedOver: known.reduce((sum, { carriedOver }) => addFen(sum, carriedOver), 0),
    operating: known.reduce((sum, { operating }) => addFen(sum, operating), 0),
    threePublic: summed(known.map(({ threePublic }) => threePublic)),
  };
}

/** Different reasons for one subject are put together. */
function mergedReasons(books: readonly Book[]): Book['reasons'] {
  const subjects = new Set(books.flatMap(({ reasons }) => Object.keys(reasons)));
  const merged = [...subjects].map((subject) => [
    subject,
    distinct(books.map(({ reasons }) => (reasons as Readonly<Record<string, string>>)[subject] ?? '')).join(
      '；',
    ),
  ]);
  return Object.fromEntries(merged) as Book['reasons'];
}

function mergedAssets(books: readonly Book[], conflicts: string[]): Book['assets'] {
  const dates = distinct(books.map(({ assets }) => assets.date)).toSorted();
  const date = dates.at(-1) ?? '';
  if (dates.length > 1) conflicts.push(`国有资产的统计日期各簿不同（${dates.join('、')}），采用最晚的一天`);
  const counts = books.map(({ assets }) => {
    const { vehicleQuota, officeArea, generalEquipment, specialEquipment } = assets;
    return { vehicleQuota, officeArea, generalEquipment, specialEquipment };
  });
  return { ...summed(counts), date, vehicles: summed(books.map(({ assets }) => assets.vehicles)) };
}

/** One entry a key; entries that differ are told. */
function mergedBy<T>(
  entries: readonly T[],
  keyOf: (entry: T) => string,
  words: string,
  conflicts: string[],
): readonly T[] {
  const merged = new Map<string, T>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const known = merged.get(key);
    if (known === undefined) merged.set(key, entry);
    else if (JSON.stringify(known) !== JSON.stringify(entry))
      conflicts.push(`${words}“${key}”各簿写法不同，采用先出现的一种`);
  }
  return [...merged.values()];
}

function mergedLists(books: readonly Book[], conflicts: string[]): Pick<Book, 'decisions' | 'codes'> {
  const decisions = mergedBy(
    books.flatMap((book) => book.decisions ?? []),
    ({ document }) => document,
    '不公开决定',
    conflicts,
  );
  const codes = mergedBy(
    books.flatMap((book) => book.codes ?? []),
    ({ axis, code }) => `${axis} ${code}`,
    '补充科目',
    conflicts,
  );
  return {
    ...(decisions.length === 0 ? {} : { decisions }),
    ...(codes.length === 0 ? {} : { codes }),
  };
}

/** Where every amount that is summed came from; of a book of several units that does not say so itself, nothing. */
function mergedShares(books: readonly Book[], conflicts: string[]): Pick<Book, 'shares'> {
  const shares = books.flatMap((book) => {
    if (book.shares !== undefined) return book.shares;
    const [unit, ...others] = book.units;
    if (unit !== undefined && others.length === 0) return sharesOf(book, unit.name);
    conflicts.push(
      `“${book.department.name}”的预算簿有几个单位，政府采购、国有资产和上年数没有分到各单位，合并后也不分`,
    );
    return [];
  });
  return shares.length === 0 ? {} : { shares };
}
