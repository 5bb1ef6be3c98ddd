import { projectKey, type Book, type BookFact, type BookProject } from './book.ts';
import { sumFen, sumOf } from './bookAmounts.ts';
import { dateProblem } from './bookDates.ts';
import { problem, yuan, type BookProblem } from './bookProblem.ts';

/** Where the lines of the projects, their performance sheets and their dates contradict each other. */
export function projectSums(book: Book): readonly BookProblem[] {
  const lines = projectLines(book);
  return book.projects.flatMap((project, i) => problemsOf(project, `projects[${i}]`, book.year, lines));
}

interface ProjectLines {
  /** By what lines call their project. */
  readonly byProject: ReadonlyMap<string, readonly BookFact[]>;
  /** Amounts of lines whose project the book does not have. */
  readonly astray: ReadonlySet<number>;
}

function projectLines({ facts, projects }: Book): ProjectLines {
  const byProject = new Map<string, BookFact[]>(projects.map((project) => [projectKey(project), []]));
  const astray = new Set<number>();
  for (const fact of facts) {
    if (fact.project === undefined || !isProjectLine(fact)) continue;
    const own = byProject.get(fact.project);
    if (own === undefined) astray.add(fact.fen);
    else own.push(fact);
  }
  return { byProject, astray };
}

/** Basic expenditure that names a project is told as such. */
function isProjectLine({ nature }: BookFact): boolean {
  return nature === 'otherOperating' || nature === 'specificTarget';
}

function problemsOf(
  project: BookProject,
  path: string,
  year: number,
  lines: ProjectLines,
): readonly BookProblem[] {
  const { name, sheet } = project;
  const own = lines.byProject.get(projectKey(project)) ?? [];
  const natures = new Set(own.map((fact) => fact.nature));
  const mixed =
    natures.size > 1
      ? problem(
          path,
          `项目“${name}”既是其他运转类又是特定目标类，请只选一类`,
          `The project “${name}” is of two kinds: choose one`,
        )
      : [];
  const money = moneyProblems(project, path, sumFen(own), lines);
  if (sheet === undefined) return [...mixed, ...money];
  const period =
    sumOf(sheet.funds.period) >= sumOf(sheet.funds.annual)
      ? []
      : problem(
          `${path}.sheet.funds.period`,
          '实施期资金不能少于年度资金',
          'The funds of the whole term cannot be below those of the year',
        );
  return [...mixed, ...money, ...period, ...dateProblem(sheet.filedAt, `${path}.sheet.filedAt`, year)];
}

/** No money, or other than the sheet's; a line that misspells the project's name is told at the line alone. */
function moneyProblems(
  { name, sheet }: BookProject,
  path: string,
  money: number,
  { astray }: ProjectLines,
): readonly BookProblem[] {
  const annual = sheet === undefined ? money : sumOf(sheet.funds.annual);
  if (annual !== money && astray.has(annual - money)) return [];
  if (money === 0)
    return problem(
      path,
      `项目“${name}”没有金额，请在支出中填写，或删除项目`,
      `The project “${name}” has no amount: add a line, or remove it`,
    );
  return annual === money
    ? []
    : problem(
        `${path}.sheet.funds.annual`,
        `年度资金合计 ${yuan(annual)} 元，项目支出 ${yuan(money)} 元，两者应当相等`,
        `The funds of the year are ${yuan(annual)} yuan, the project's lines ${yuan(money)} yuan: they must be equal`,
      );
}
