import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Book } from './book.ts';
import { problemText } from './bookProblem.ts';
import { readBook } from './bookProblems.ts';
import schema from './bookSchema.json' with { type: 'json' };

const text = readFileSync('examples/book.json', 'utf8');

/** The example with one change; what the book's problems say of it. */
function problemsAfter(change: (book: Book) => unknown): readonly string[] {
  const book = JSON.parse(text) as Book;
  change(book);
  const read = readBook(book);
  return read.ok ? [] : read.problems.map((problem) => `${problem.path} ${problemText(problem, 'zh')}`);
}

describe('readBook', () => {
  it('takes the example as it is', () => {
    expect(problemsAfter(() => undefined)).toEqual([]);
  });

  const changes: readonly (readonly [string, (book: Book) => unknown, RegExp])[] = [
    [
      'a line that stands twice',
      (b: Book) => Object.assign(b, { facts: [...b.facts, b.facts[0]] }),
      /^facts\[\d+\] 这一笔与第1笔支出完全相同/,
    ],
    [
      'a year before of nothing',
      (b: Book) =>
        Object.assign(b.previous ?? {}, {
          byClass: {},
          byNature: { basic: 0, project: 0 },
          byFund: {},
          carriedOver: 0,
        }),
      /^previous 上年数都是 0/,
    ],
    [
      'an unknown code',
      (b: Book) => Object.assign(b.facts[0] ?? {}, { function: '2129998' }),
      /^facts\[0\]\.function .*没有科目“2129998”/,
    ],
    [
      'a code of the wrong length',
      (b: Book) => Object.assign(b.facts[0] ?? {}, { function: '212' }),
      /^facts\[0\]\.function .*7位/,
    ],
    [
      'a basic line without economic class',
      (b: Book) => Reflect.deleteProperty(b.facts[0] ?? {}, 'deptEconomic'),
      /^facts\[0\]\.deptEconomic .*经济分类/,
    ],
    [
      'an amount finer than 分',
      (b: Book) => Object.assign(b.facts[0] ?? {}, { fen: 12.5 }),
      /^facts\[0\]\.fen .*不能比分更细/,
    ],
    [
      'an unknown project',
      (b: Book) => Object.assign(b.projects[0] ?? {}, { name: '另一个项目' }),
      /^facts\[\d+\]\.project .*不在项目名单中/,
    ],
    [
      'a project without a name',
      (b: Book) => Object.assign(b.projects[0] ?? {}, { name: '' }),
      /^projects\[0\]\.name .*请填写/,
    ],
    [
      'dates out of order',
      (b: Book) => Object.assign(b.dates, { published: '2026-01-01' }),
      /^dates\.published .*早于批复日期/,
    ],
    [
      'a day that does not exist',
      (b: Book) => Object.assign(b.dates, { published: '2026-02-30' }),
      /^dates\.published 没有/,
    ],
    [
      'revenue items that do not sum',
      (b: Book) => Object.assign(b.revenue[0] ?? {}, { fen: 1 }),
      /^revenue\[0\]\.fen 政府性基金预算/,
    ],
    [
      'revenue of which nothing is said',
      (b: Book) => Object.assign(b, { revenue: [] }),
      /^revenue 政府性基金预算/,
    ],
    [
      'a fund of the unit that spends more than it has',
      (b: Book) => {
        const [fact] = b.facts;
        const line = { unit: fact?.unit, function: fact?.function, fund: 'serviceIncome' };
        const spent = { ...fact, ...line, fen: 300 };
        Object.assign(b, { revenue: [...b.revenue, { ...line, fen: 200 }], facts: [...b.facts, spent] });
      },
      /^revenue\[1\]\.fen .*用“事业收入”安排的支出 3\.00 元，多于收入 2\.00 元/,
    ],
    [
      'a public expense below what the basic expenditure spends on it',
      (b: Book) => {
        const line = { ...b.facts.find(({ nature }) => nature === 'operating'), deptEconomic: '30217' };
        const stated = { unit: line.unit, item: 'reception', fund: 'general', fen: 1 };
        Object.assign(b, { facts: [...b.facts, line], threePublic: [stated] });
      },
      /^threePublic\[0\]\.fen 公务接待费合计 0\.01 元，少于基本支出中同一项的/,
    ],
    [
      'a public expense that is not stated at all',
      (b: Book) => {
        const line = { ...b.facts.find(({ nature }) => nature === 'operating'), deptEconomic: '30212' };
        Object.assign(b, { facts: [...b.facts, line], threePublic: [] });
      },
      /^threePublic 因公出国（境）费合计 0\.00 元/,
    ],
    [
      'a unit written otherwise than in the list',
      (b: Book) => Object.assign(b.facts[0] ?? {}, { unit: `${b.facts[0]?.unit ?? ''} ` }),
      /^facts\[0\]\.unit .*写法不同/,
    ],
    [
      'a day of another time',
      (b: Book) => Object.assign(b.dates, { approved: '2016-01-20' }),
      /^dates\.approved 日期 2016-01-20 离预算年度 2026 太远/,
    ],
    [
      'a sheet that differs from the facts',
      (b: Book) => Object.assign(b.projects[0]?.sheet?.funds.annual ?? {}, { local: 5 }),
      /^projects\[0\]\.sheet\.funds\.annual /,
    ],
    [
      'units that have more than there is',
      (b: Book) =>
        Object.assign(b, { shares: [{ unit: b.units[0]?.name, of: 'procurement.goods', fen: 10 ** 12 }] }),
      /^shares\[0\]\.fen 分到各单位的合计/,
    ],
    [
      'a share of things in money',
      (b: Book) =>
        Object.assign(b, { shares: [{ unit: b.units[0]?.name, of: 'assets.officeArea', fen: 1 }] }),
      /^shares\[0\]\.count 请填写/,
    ],
    ['a field that no book has', (b: Book) => Object.assign(b, { colour: 1 }), /^colour 预算簿里没有/],
    [
      'last year out of balance',
      (b: Book) => Object.assign(b.previous?.byNature ?? {}, { basic: 1 }),
      /^previous\.byNature /,
    ],
  ];

  it.each(changes)('points to %s', (_, change, expected) => {
    const problems = problemsAfter(change);
    expect(
      problems.some((problem) => expected.test(problem)),
      problems.join('\n'),
    ).toBe(true);
  });

  it('tells a misspelt project at its line alone, not as money that its project lacks', () => {
    const told = problemsAfter((b) => {
      const line = b.facts.findLast(({ project }) => project !== undefined);
      Object.assign(line ?? {}, { project: '另一个项目' });
    });
    expect(told).toEqual([expect.stringMatching(/^facts\[\d+\]\.project /)]);
  });

  it('takes no other value for a book', () => {
    for (const value of [null, 3, 'x', [], {}]) expect(readBook(value).ok).toBe(false);
  });

  it('ships the schema that it reads by', () => {
    expect(JSON.parse(readFileSync('schemas/book.schema.json', 'utf8'))).toEqual(schema);
  });
});

it('tells every problem in both languages, the English one without the field of the Chinese', () => {
  const read = readBook({ ...(JSON.parse(text) as Book), units: [], year: -1, surplus: 1 });
  const told = read.ok ? [] : read.problems;
  expect(told.map((problem) => problemText(problem, 'en'))).toEqual([
    '-1 is below 2000',
    'A book has no field “surplus”: remove it or correct its name',
  ]);
  expect(problemText({ message: { zh: '{field}是空的', en: '{field} is empty' } }, 'zh', '部门名称')).toBe(
    '“部门名称”是空的',
  );
});
