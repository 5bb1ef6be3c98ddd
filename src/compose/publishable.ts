import type { Book, BookDecision, BookFact, BookProject } from '../model/book.ts';
import { projectKey } from '../model/book.ts';
import { sumFen } from '../model/bookAmounts.ts';

/** What is printed instead of the projects that are not published. */
const mergedName = '其他项目';

export function isMergedName(name: string): boolean {
  return name === mergedName || name.startsWith(`${mergedName}（`);
}

/**
 * The book as it may be published. Lines that a decision withholds stand at the level of the decision, and
 * with them the lines beside them, so that no difference tells their amount; one that would be alone there
 * stands a level higher. Withheld projects stand as one line of their unit; where one would be alone in it,
 * the unit's smallest project goes with it.
 */
export function publishable(book: Book): Book {
  const { decisions, ...open } = book;
  const levels = new Map((decisions ?? []).map(({ document, level }) => [document, level]));
  const secret = secretLines(book, levels);
  if (secret.size === 0) return open;
  const merged = mergedProjects(book);
  const names = mergedNames(book, merged);
  const functions = functionNodes(secret, book.facts);
  const economic = economicNodes(secret);
  return {
    ...open,
    facts: book.facts.map((fact) => openFact(fact, names, functions, economic)),
    revenue: book.revenue.map((line) =>
      line.function === undefined ? line : { ...line, function: cut(line.function, functions) },
    ),
    projects: openProjects(book, merged, names),
  };
}

/** Lines that are withheld, or belong to a withheld project, with their level. */
function secretLines(
  { facts, projects }: Book,
  levels: ReadonlyMap<string, BookDecision['level']>,
): ReadonlyMap<BookFact, BookDecision['level']> {
  const decided = new Map(projects.map((project) => [projectKey(project), project.withheld]));
  return new Map(
    facts.flatMap((fact) => {
      const document = fact.withheld ?? decided.get(fact.project ?? '');
      return document === undefined ? [] : [[fact, levels.get(document) ?? 'class'] as const];
    }),
  );
}

/** The functions at which the withheld lines are shown: 款, or 类 where a line would be alone in its 款. */
function functionNodes(
  secret: ReadonlyMap<BookFact, BookDecision['level']>,
  facts: readonly BookFact[],
): readonly string[] {
  const nodes = [...secret].map(([fact, level]) => {
    const division = fact.function.slice(0, 5);
    return level === 'class' || isAlone(fact, division, facts) ? fact.function.slice(0, 3) : division;
  });
  return outermost(nodes);
}

/** Nothing else of its fund, year and nature stands under the node: the node's amount would be its own. */
function isAlone(fact: BookFact, node: string, facts: readonly BookFact[]): boolean {
  return !facts.some(
    (other) =>
      other !== fact &&
      other.function.startsWith(node) &&
      (fact.project === undefined || other.project !== fact.project) &&
      other.fund === fact.fund &&
      other.vintage === fact.vintage &&
      (other.project === undefined) === (fact.project === undefined),
  );
}

function economicNodes(secret: ReadonlyMap<BookFact, BookDecision['level']>): readonly string[] {
  return outermost([...secret.keys()].flatMap(({ deptEconomic }) => deptEconomic?.slice(0, 3) ?? []));
}

function outermost(nodes: readonly string[]): readonly string[] {
  return [...new Set(nodes)].filter(
    (node) => !nodes.some((other) => other !== node && node.startsWith(other)),
  );
}

function cut(code: string, nodes: readonly string[]): string {
  return nodes.find((node) => code.startsWith(node)) ?? code;
}

/** Keys of the projects that are shown as one line, withheld ones and those that keep them company. */
function mergedProjects({ facts, projects }: Book): ReadonlySet<string> {
  const withheld = new Set(
    projects.flatMap((project) => (project.withheld === undefined ? [] : [projectKey(project)])),
  );
  const merged = new Set(withheld);
  const own = facts.filter(({ project }) => project !== undefined && withheld.has(project));
  for (const { unit, fund, vintage } of own) {
    const beside = facts.filter(
      (fact) =>
        fact.project !== undefined && fact.unit === unit && fact.fund === fund && fact.vintage === vintage,
    );
    const hidden = new Set(beside.flatMap(({ project = '' }) => (merged.has(project) ? [project] : [])));
    if (hidden.size > 1) continue;
    const smallest = smallestOf(beside.filter(({ project = '' }) => !merged.has(project)));
    if (smallest !== null) merged.add(smallest);
  }
  return merged;
}

function smallestOf(facts: readonly BookFact[]): string | null {
  const keys = [...new Set(facts.map(({ project = '' }) => project))];
  const sums = keys.map((key) => ({ key, fen: sumFen(facts.filter(({ project }) => project === key)) }));
  return sums.sort((a, b) => a.fen - b.fen)[0]?.key ?? null;
}

/** The printed name for each merged project: with its unit where several units have one. */
function mergedNames({ projects }: Book, merged: ReadonlySet<string>): ReadonlyMap<string, string> {
  const hidden = projects.filter((project) => merged.has(projectKey(project)));
  const units = new Set(hidden.map(({ unit }) => unit));
  return new Map(
    hidden.map((project) => [
      projectKey(project),
      units.size > 1 ? `${mergedName}（${project.unit}）` : mergedName,
    ]),
  );
}

function openFact(
  fact: BookFact,
  names: ReadonlyMap<string, string>,
  functions: readonly string[],
  economic: readonly string[],
): BookFact {
  const name = fact.project === undefined ? undefined : names.get(fact.project);
  const deptEconomic = fact.deptEconomic === undefined ? undefined : cut(fact.deptEconomic, economic);
  const { unit, fund, vintage, nature, project, govEconomic, fen } = fact;
  const isWhole = deptEconomic === fact.deptEconomic;
  return {
    ...{ unit, fund, vintage, fen },
    function: cut(fact.function, functions),
    nature: name === undefined ? nature : 'specificTarget',
    ...(deptEconomic === undefined ? {} : { deptEconomic }),
    ...(isWhole && govEconomic !== undefined ? { govEconomic } : {}),
    ...(project === undefined ? {} : { project: name ?? project }),
  };
}

/** Merged projects stand behind the others of the book and have no performance sheet. */
function openProjects(
  { projects }: Book,
  merged: ReadonlySet<string>,
  names: ReadonlyMap<string, string>,
): readonly BookProject[] {
  const open = projects.filter((project) => !merged.has(projectKey(project)));
  const lines = new Map<string, BookProject>();
  for (const project of projects) {
    const name = names.get(projectKey(project));
    if (name !== undefined) lines.set(name, { name, unit: project.unit });
  }
  return [...open, ...lines.values()];
}
