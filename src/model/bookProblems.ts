import type { Book, BookFact, BookProject, BookRevenue } from './book.ts';
import { fiscalFunds, projectKey } from './book.ts';
import { codesOfBook } from './bookCodes.ts';
import { figureProblems } from './bookFigures/texts.ts';
import { sumOf } from './bookAmounts.ts';
import { dateProblems } from './bookDates.ts';
import { repeatedLines } from './bookLines.ts';
import { problem, words, yuan, type BookProblem, type Words } from './bookProblem.ts';
import { projectSums } from './bookProjects.ts';
import { publicFloors } from './bookPublic.ts';
import { revenueSums } from './bookRevenue.ts';
import { shapeProblems } from './bookShape.ts';
import { shareProblems } from './bookShares.ts';
import { decisionProblems } from './bookWithheld.ts';
import { codeList, listedOnce, type CodeLists } from './codes/codes.ts';
import type { CodeAxis } from './codes/entries.ts';
import { gather } from './gather.ts';
import { shippedDefinition } from './glossary.ts';
import { fold } from './fold.ts';

export type { BookProblem } from './bookProblem.ts';

export type ReadBook =
  | { readonly ok: true; readonly book: Book }
  | {
      readonly ok: false;
      readonly problems: readonly BookProblem[];
      /** There where the fields are of the right kind: a draft can be composed of it. */
      readonly book?: Book;
      /** Where they are not: what is left of the book when they are blank, for a draft only. */
      readonly draft?: Book;
    };

/**
 * A parsed JSON value as a book, or everything that must be put right, each with its field. `sound`: lines whose
 * shape is known to be right (`shapeProblems`).
 */
export function readBook(value: unknown, lists: CodeLists = codeList, sound?: WeakSet<object>): ReadBook {
  const shape = shapeProblems(value, sound);
  if (shape.length > 0) return { ok: false, problems: shape };
  const book = value as Book;
  const problems = bookProblems(book, lists, sound);
  return problems.length === 0 ? { ok: true, book } : { ok: false, problems, book };
}

/**
 * What a book of the right shape says that cannot be: unknown codes and names, sums, dates, missing parts. `sound`:
 * of an editor that asks at every keystroke and never changes a line in place; what was right is not looked at again.
 */
export function bookProblems(
  book: Book,
  behind: CodeLists = codeList,
  sound: WeakSet<object> = new WeakSet(),
): readonly BookProblem[] {
  const lists = listedOnce(codesOfBook(book, behind));
  const soundFacts = soundLinesOf(book, behind, sound);
  return [
    ...nameProblems(book),
    ...gather(book.facts, (fact, i) =>
      soundFacts.has(fact) ? [] : factProblems(fact, `facts[${i}]`, book, lists, soundFacts),
    ),
    ...repeatedLines(book),
    ...book.revenue.flatMap((line, i) => revenueProblems(line, `revenue[${i}]`, book, lists)),
    ...revenueSums(book),
    ...book.projects.flatMap(({ unit }, i) => unitProblem(unit, `projects[${i}]`, book)),
    ...projectSums(book),
    ...publicProblems(book),
    ...previousProblems(book, lists),
    ...dateProblems(book),
    ...decisionProblems(book),
    ...shareProblems(book),
    ...figureProblems(book),
    ...book.glossary.flatMap(({ term, definition }, i) =>
      (definition ?? shippedDefinition(term)) === null
        ? problem(
            `glossary[${i}].definition`,
            `没有“${term}”的现成解释，请填写`,
            `There is no ready definition of “${term}”: write one`,
          )
        : [],
    ),
  ];
}

function nameProblems({ units, projects }: Book): readonly BookProblem[] {
  const none = units.length === 0 ? problem('units', '至少填写一个预算单位', 'State at least one unit') : [];
  const keys = projects.map((project) => ({ name: projectKey(project) }));
  return [...none, ...repeated(units, 'units', unitTwice), ...repeated(keys, 'projects', projectTwice)];
}

function unitTwice(name: string): Words {
  return words(`单位“${name}”重复了，请改名或合并`, `The unit “${name}” stands twice: rename or merge it`);
}

function projectTwice(name: string): Words {
  return words(
    `项目“${name}”重复了，请合并；确是两个同名项目的，各填一个编号`,
    `The project “${name}” stands twice: merge it, or give each its own number`,
  );
}

function repeated(
  named: readonly { readonly name: string }[],
  path: string,
  twice: (name: string) => Words,
): readonly BookProblem[] {
  const seen = new Set<string>();
  return named.flatMap(({ name }, i) => {
    const known = seen.has(fold(name));
    seen.add(fold(name));
    return known ? [{ path: `${path}[${i}].name`, message: twice(name) }] : [];
  });
}

function unitProblem(unit: string, path: string, { units }: Book): readonly BookProblem[] {
  if (units.some(({ name }) => name === unit)) return [];
  const names = units.map(({ name }) => name);
  const meant = nameMeant(unit, names);
  if (meant !== null) return [{ path: `${path}.unit`, message: writtenOtherwise('单位', unit, meant) }];
  return problem(
    `${path}.unit`,
    `单位“${unit}”不在单位名单中，请填写：${names.join('、')}`,
    `“${unit}” is not among the units: use one of ${names.join(', ')}`,
  );
}

/** The name that differs in spaces, widths, brackets or quotes only. */
function nameMeant(name: string, names: readonly string[]): string | null {
  return names.find((known) => fold(known) === fold(name)) ?? null;
}

function writtenOtherwise(what: '单位' | '项目', name: string, meant: string): Words {
  return words(
    `${what}“${name}”与登记的“${meant}”写法不同（空格、标点或全角半角），请改成一样的`,
    `“${name}” is registered as “${meant}”, which differs in spaces or signs: write it the same`,
  );
}

function codeProblem(
  axis: CodeAxis,
  code: string,
  path: string,
  digits: number,
  find: CodeLists,
  year: number,
): readonly BookProblem[] {
  const { zh, en } = axisWords[axis];
  if (code.length !== digits || !/^\d+$/.test(code))
    return problem(
      path,
      `${zh}科目编码应为${digits}位数字，现在是“${code}”`,
      `A code of ${en} has ${digits} digits; this is “${code}”`,
    );
  if (find(axis, year).find(code) !== null) return [];
  return problem(path, `${zh}中没有科目“${code}”，请核对编码`, `${en} has no item “${code}”: check the code`);
}

const axisWords: Readonly<Record<CodeAxis, Words>> = {
  function: words('支出功能分类', '支出功能分类 (functions)'),
  deptEconomic: words('部门预算支出经济分类', '部门预算支出经济分类 (economic, departments)'),
  govEconomic: words('政府预算支出经济分类', '政府预算支出经济分类 (economic, government)'),
  revenue: words('收入分类', '收入分类 (revenue)'),
};

/** Lines that were found right, and what they were right beside. */
interface SoundLines extends Pick<Book, 'units' | 'projects' | 'codes' | 'year'> {
  readonly behind: CodeLists;
  readonly lines: WeakSet<BookFact>;
}

const soundLines = new WeakMap<WeakSet<object>, SoundLines>();

/** The lines that were right beside the same names and codes when it was last asked with this `sound`. */
function soundLinesOf(book: Book, behind: CodeLists, sound: WeakSet<object>): WeakSet<BookFact> {
  const { units, projects, codes, year } = book;
  const last = soundLines.get(sound);
  const isSame =
    last?.units === units &&
    last.projects === projects &&
    last.codes === codes &&
    last.year === year &&
    last.behind === behind;
  if (isSame) return last.lines;
  const lines = new WeakSet<BookFact>();
  const given = codes === undefined ? {} : { codes };
  soundLines.set(sound, { units, projects, ...given, year, behind, lines });
  return lines;
}

function factProblems(
  fact: BookFact,
  path: string,
  book: Book,
  lists: CodeLists,
  sound: WeakSet<BookFact>,
): readonly BookProblem[] {
  const { deptEconomic, govEconomic } = fact;
  const problems = [
    ...unitProblem(fact.unit, path, book),
    ...codeProblem('function', fact.function, `${path}.function`, 7, lists, book.year),
    ...(deptEconomic === undefined
      ? []
      : codeProblem('deptEconomic', deptEconomic, `${path}.deptEconomic`, 5, lists, book.year)),
    ...(govEconomic === undefined
      ? []
      : codeProblem('govEconomic', govEconomic, `${path}.govEconomic`, 5, lists, book.year)),
    ...natureProblems(fact, path, book),
  ];
  if (problems.length === 0) sound.add(fact);
  return problems;
}

const known = new WeakMap<readonly BookProject[], ReadonlyMap<string, BookProject>>();

/** Projects by what facts call them, the first where two have one name. */
function projectsByKey(projects: readonly BookProject[]): ReadonlyMap<string, BookProject> {
  const before = known.get(projects);
  if (before !== undefined) return before;
  const made = new Map([...projects].reverse().map((project) => [projectKey(project), project]));
  known.set(projects, made);
  return made;
}

/** Basic lines have an economic class and no project, project lines a project of the book. */
function natureProblems(fact: BookFact, path: string, { projects }: Book): readonly BookProblem[] {
  const basic = fact.nature === 'personnel' || fact.nature === 'operating';
  if (basic) {
    const missing = fact.deptEconomic === undefined;
    return [
      ...(missing
        ? problem(
            `${path}.deptEconomic`,
            '基本支出要填写部门预算支出经济分类款级科目编码（5位）',
            'Basic expenditure needs an economic code of 5 digits',
          )
        : []),
      ...(fact.project === undefined
        ? []
        : problem(
            `${path}.project`,
            '基本支出不属于项目，请删除项目名称，或改为项目支出',
            'Basic expenditure has no project: remove it, or make this a project line',
          )),
    ];
  }
  if (fact.project === undefined)
    return problem(`${path}.project`, '项目支出要填写项目名称', 'A project line names its project');
  const own = projectsByKey(projects).get(fact.project);
  if (own === undefined)
    return [{ path: `${path}.project`, message: unknownProject(fact.project, projects) }];
  return own.unit === fact.unit
    ? []
    : problem(
        `${path}.unit`,
        `项目“${own.name}”属于“${own.unit}”，请核对单位`,
        `The project “${own.name}” belongs to “${own.unit}”: check the unit`,
      );
}

function unknownProject(project: string, projects: readonly BookProject[]): Words {
  const meant = nameMeant(project, projects.map(projectKey));
  return meant !== null
    ? writtenOtherwise('项目', project, meant)
    : words(
        `项目“${project}”不在项目名单中，请先登记项目，或核对名称`,
        `“${project}” is not among the projects: add it first, or check the name`,
      );
}

function revenueProblems(
  line: BookRevenue,
  path: string,
  book: Book,
  lists: CodeLists,
): readonly BookProblem[] {
  const unit = unitProblem(line.unit, path, book);
  if ((fiscalFunds as readonly string[]).includes(line.fund)) {
    if (line.revenueCode === undefined)
      return [
        ...unit,
        ...problem(
          `${path}.revenueCode`,
          '请填写收入分类科目编码（7位）',
          'State the revenue code (7 digits)',
        ),
      ];
    return [...unit, ...codeProblem('revenue', line.revenueCode, `${path}.revenueCode`, 7, lists, book.year)];
  }
  if (line.function === undefined)
    return [
      ...unit,
      ...problem(
        `${path}.function`,
        '请填写这笔收入用于的支出功能分类项级科目编码（7位）',
        'State the function that it is used for (7 digits)',
      ),
    ];
  return [...unit, ...codeProblem('function', line.function, `${path}.function`, 7, lists, book.year)];
}

function publicProblems(book: Book): readonly BookProblem[] {
  const units = book.threePublic.flatMap((line, i) => unitProblem(line.unit, `threePublic[${i}]`, book));
  return [...units, ...publicFloors(book)];
}

function previousProblems({ previous, year }: Book, lists: CodeLists): readonly BookProblem[] {
  if (previous === null) return [];
  const codes = Object.keys(previous.byClass).flatMap((code) =>
    codeProblem('function', code, `previous.byClass.${code}`, 3, lists, year - 1),
  );
  const [classes, natures, funds] = [
    sumOf(previous.byClass),
    sumOf(previous.byNature),
    sumOf(previous.byFund) + previous.carriedOver,
  ];
  const nothing =
    classes === 0 && natures === 0 && funds === 0
      ? problem(
          'previous',
          '上年数都是 0：请填写上年数；上年没有预算的，“上年有预算”选“否”',
          'Last year’s amounts are all 0: enter them, or say that there was no budget last year',
        )
      : [];
  const natureDiffers =
    classes === natures
      ? []
      : problem(
          'previous.byNature',
          `上年基本支出与项目支出合计 ${yuan(natures)} 元，各功能分类合计 ${yuan(classes)} 元，两者应当相等`,
          `Last year: basic and project expenditure sum to ${yuan(natures)} yuan, the classes to ${yuan(classes)} yuan: they must be equal`,
        );
  const fundsDiffer =
    funds >= classes
      ? []
      : problem(
          'previous.byFund',
          `上年各项资金与上年结转合计 ${yuan(funds)} 元，少于支出 ${yuan(classes)} 元，请核对`,
          `Last year: funds and carry-over sum to ${yuan(funds)} yuan, below the expenditure of ${yuan(classes)} yuan`,
        );
  return [...codes, ...nothing, ...natureDiffers, ...fundsDiffer];
}
