import type { Book, BookProject } from './book.ts';

/** A unit that gets another name keeps its lines and projects. */
export function renamedUnit(book: Book, units: Book['units']): Partial<Book> {
  const names = renames(book.units, units, ({ name }) => name);
  if (names.size === 0) return { units };
  const named = <Line extends { readonly unit: string }>(line: Line): Line => {
    const name = names.get(line.unit);
    return name === undefined ? line : { ...line, unit: name };
  };
  return {
    units,
    facts: book.facts.map(named),
    projects: book.projects.map(named),
    revenue: book.revenue.map(named),
    threePublic: book.threePublic.map(named),
    ...(book.shares === undefined ? {} : { shares: book.shares.map(named) }),
  };
}

/** A project that gets another name or number keeps its lines. */
export function renamedProject(book: Book, projects: readonly BookProject[]): Partial<Book> {
  const names = renames(book.projects, projects, ({ id, name }) => id ?? name);
  if (names.size === 0) return { projects };
  return {
    projects,
    facts: book.facts.map((fact) => {
      const name = names.get(fact.project ?? '');
      return name === undefined ? fact : { ...fact, project: name };
    }),
  };
}

/**
 * From the old to the new name of what was renamed in its place; a name that another bears too moves nothing:
 * its lines could not be told apart.
 */
function renames<Named>(
  before: readonly Named[],
  after: readonly Named[],
  nameOf: (each: Named) => string,
): ReadonlyMap<string, string> {
  if (before.length !== after.length) return new Map();
  const old = before.map(nameOf);
  const pairs = after.flatMap((each, i) => {
    const [from = '', to] = [old[i], nameOf(each)];
    const isClear = from !== '' && to !== '' && old.filter((name) => name === from).length === 1;
    return from !== to && isClear && !old.includes(to) ? [[from, to] as const] : [];
  });
  return new Map(pairs);
}
