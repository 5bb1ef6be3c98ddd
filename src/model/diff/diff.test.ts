import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleBook, formNamed } from '../../../corpus/books/bookFixture.ts';
import { composeDisclosure } from '../../compose/compose.ts';
import type { Book } from '../book.ts';
import { compareBooks } from './books.ts';
import { isSame } from './comparison.ts';
import { compareDisclosures } from './disclosures.ts';
import { changedParagraphs } from './paragraphs.ts';
import { editScript } from './script.ts';
import { textMarks } from './textMarks.ts';

describe('the way from one sequence to another', () => {
  it('gives back both, and common parts are common', () => {
    const list = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 30 });
    fc.assert(
      fc.property(list, list, (before, after) => {
        const script = editScript(before, after);
        const of = (kind: string): readonly number[] =>
          script.flatMap((stretch) =>
            stretch.kind === kind || stretch.kind === 'same' ? stretch.items : [],
          );
        expect(of('removed')).toEqual(before);
        expect(of('added')).toEqual(after);
      }),
    );
  });

  it('is the shortest', () => {
    const count = (a: string, b: string): number =>
      editScript(Array.from(a), Array.from(b)).reduce(
        (sum, { kind, items }) => sum + (kind === 'same' ? 0 : items.length),
        0,
      );
    expect(count('ABCABBA', 'CBABAC')).toBe(5);
    expect(count('', 'abc')).toBe(3);
    expect(count('abc', 'abc')).toBe(0);
  });

  it('stays quick where everything differs', () => {
    const before = Array.from({ length: 6000 }, (_, i) => i);
    const script = editScript(
      before,
      before.map((i) => -1 - i),
    );
    expect(script.map(({ kind, items }) => [kind, items.length])).toEqual([
      ['removed', 6000],
      ['added', 6000],
    ]);
  });
});

describe('marks in a text', () => {
  it.each([
    ['安排37,807.13万元。', '安排38,707.17万元。', '安排[37,807.13]{38,707.17}万元。'],
    ['比上年增加，增长', '比上年减少，下降', '比上年[增加，增长]{减少，下降}'],
    ['原因是物价上涨', '原因是物价', '原因是物价[上涨]'],
    ['相同', '相同', '相同'],
  ])('%s → %s', (before, after, marked) => {
    const text = textMarks(before, after)
      .map(({ kind, text: own }) => (kind === 'same' ? own : kind === 'removed' ? `[${own}]` : `{${own}}`))
      .join('');
    expect(text).toBe(marked);
  });

  it('pairs a changed paragraph with its new version', () => {
    const old = ['一、本年收入100万元。', '已经撤销的事项。', '不变。'];
    const fresh = ['一、本年收入200万元。', '不变。', '新增一段说明。'];
    expect(changedParagraphs(old, fresh)).toEqual([
      { old: old[0], new: fresh[0] },
      { old: old[1], new: null },
      { old: null, new: fresh[2] },
    ]);
  });
});

/** The example a little changed: an amount, a project's name, an indicator, a text. */
function changedBook(): Book {
  const book = exampleBook();
  const [first, second, ...rest] = book.projects;
  if (first?.sheet === undefined || second === undefined) throw new Error('the example has two projects');
  const [indicator, ...others] = first.sheet.indicators;
  if (indicator === undefined) throw new Error('the example has indicators');
  const raised = book.facts.find(({ function: code }) => code === '2120101');
  const facts = book.facts.map((fact) =>
    fact === raised
      ? { ...fact, fen: fact.fen + 10_000_00 }
      : fact.project === second.name
        ? { ...fact, project: `${second.name}（二期）` }
        : fact,
  );
  return {
    ...book,
    facts,
    projects: [
      { ...first, sheet: { ...first.sheet, indicators: [{ ...indicator, value: '5次' }, ...others] } },
      { ...second, name: `${second.name}（二期）` },
      ...rest,
    ],
    overview: { ...book.overview, duties: book.overview.duties.replace('供水', '供水保障') },
  };
}

describe('two books', () => {
  it('that are the same have no differences', () => {
    expect(isSame(compareBooks(exampleBook(), exampleBook(), { old: 'a', new: 'b' }))).toBe(true);
  });

  it('tell amounts, projects, indicators and texts', () => {
    const { figures, projects, indicators, texts } = compareBooks(exampleBook(), changedBook(), {
      old: 'a',
      new: 'b',
    });
    expect(figures.map(({ part, row, changeFen }) => [part, row, changeFen])).toEqual([
      ['支出', '2120101 行政运行', 10_000_00],
    ]);
    expect(projects.map(({ change, oldName }) => [change, oldName !== null])).toEqual([['renamed', true]]);
    expect(indicators.map(({ old, new: fresh }) => [old, fresh])).toEqual([['4次', '5次']]);
    expect(texts.map(({ where }) => where[0])).toEqual(['机构职责']);
  });

  it('differ in no amount where a unit came, or the only one has another name', () => {
    const book = exampleBook();
    const [unit] = book.units;
    const name = '某县燃气管理站';
    const joined: Book = { ...book, units: [...book.units, { name, kind: 'institution' }] };
    const facts = book.facts.map((fact) => ({ ...fact, unit: name }));
    const renamed: Book = { ...book, facts, units: [{ name, kind: unit?.kind ?? 'institution' }] };
    for (const after of [joined, renamed]) {
      const told = compareBooks(book, after, { old: 'a', new: 'b' });
      expect(told.figures).toEqual([]);
      expect(told.texts.map(({ where }) => where)).toContainEqual(['单位']);
    }
  });

  it('tell a line that became another, and an entry of the same name, as one change', () => {
    const book = exampleBook();
    const [first, ...others] = book.overview.offices;
    const offices = [{ name: first?.name ?? '', text: '另一段完全不同的话' }, ...others];
    const after: Book = {
      ...book,
      overview: { ...book.overview, offices },
      assets: { ...book.assets, officeArea: book.assets.officeArea + 90 },
    };
    const { texts } = compareBooks(book, after, { old: 'a', new: 'b' });
    expect(texts.map(({ old, new: fresh }) => [old !== null, fresh])).toEqual([
      [true, String(after.assets.officeArea)],
      [true, `${first?.name ?? ''}：另一段完全不同的话`],
    ]);
  });
});

describe('two disclosures', () => {
  const composed = composeDisclosure(exampleBook(), formNamed('shanxi-13'));

  it('that are the same have no differences', () => {
    expect(isSame(compareDisclosures(composed, composed))).toBe(true);
  });

  it('tell every amount that one change of the book moves, and the sentences with them', () => {
    const changed = composeDisclosure(changedBook(), formNamed('shanxi-13'));
    const { figures, projects, indicators, texts } = compareDisclosures(composed, changed);
    expect(figures.find(({ row, column }) => row === '支出总计' && column.endsWith('合计'))).toMatchObject({
      changeFen: 10_000_00,
      unit: '万元',
    });
    expect(new Set(figures.map(({ changeFen }) => changeFen))).toContain(10_000_00);
    expect(projects.map(({ change }) => change)).toEqual(['renamed']);
    expect(indicators.length).toBe(1);
    expect(texts.map(({ where }) => where[0])).toContain('部门职责');
    expect(texts.length).toBeGreaterThan(4);
  });

  it('tell what the goals of the whole department say otherwise', () => {
    const goal = composed.departmentGoal;
    if (goal === undefined) throw new Error('the example has a goal');
    const [first, ...rest] = goal.indicators;
    const indicators = first === undefined ? [] : [{ ...first, value: '≥99%' }, ...rest];
    const { texts } = compareDisclosures(composed, { ...composed, departmentGoal: { ...goal, indicators } });
    expect(texts.map(({ where, new: fresh }) => [where, fresh?.endsWith('：≥99%')])).toEqual([
      [[goal.title], true],
    ]);
  });

  it('of two forms are compared by what their figures speak of', () => {
    const other = composeDisclosure(exampleBook(), formNamed('national-9'));
    const { figures } = compareDisclosures(composed, other);
    expect(figures.filter(({ old, new: fresh }) => old !== null && fresh !== null)).toEqual([]);
  });
});
