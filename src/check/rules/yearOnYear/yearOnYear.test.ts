import { expect, test } from 'vitest';
import { checkDisclosure } from '../../check.ts';
import { written, type Written } from '../disclosureFixture.ts';

const whole = { flow: 'revenue' } as const;
const tables = { figures: [[whole, '120.00', 1, '收入总计']] } as const;
const former: Written = {
  year: 2029,
  figures: [
    [whole, '100.00', 1, '收入总计'],
    [{ function: '213', use: 'spent' }, '80.00', 1, '农林水支出'],
    [{ function: '221', use: 'spent' }, '20.00', 1, '住房保障支出'],
  ],
};
const now = (sentences: readonly string[], more: Partial<Written> = {}): Written => ({
  ...{ year: 2030, sections: { changes: sentences }, ...tables },
  ...more,
});

/** [rule, variant, severity, reported, expected] of the family. */
function found(parts: Written, last: Written = former): readonly (readonly (string | null)[])[] {
  const { findings } = checkDisclosure(written(parts), { previous: written(last) });
  return findings
    .filter(({ rule }) => rule.startsWith('yearOnYear.'))
    .map(({ rule, variant, severity, culprits: [culprit] }) => [
      rule.slice('yearOnYear.'.length),
      variant ?? '',
      severity,
      culprit?.reported?.text ?? null,
      culprit?.expected?.text ?? null,
    ]);
}

test.each([
  ['2030年收入总计120.00万元，比上年增加20.00万元。', []],
  ['2030年收入总计120.00万元，比上年增加21.00万元。', [['change', '21.00', '20.00']]],
  ['2030年收入总计120.00万元，比上年减少20.00万元。', [['turned', '20.00', '20.00']]],
  ['2030年收入总计120.00万元，与上年持平。', [['flat', '持平', null]]],
  ['2030年收入总计120.00万元，与上年基本持平。', []],
  ['2030年收入总计120.00万元，比上年增长20%。', []],
  ['2030年收入总计120.00万元，比上年增长30%。', [['rate', '30%', '20%']]],
  ['2030年收入总计120.00万元，比上年执行数增加21.00万元。', []],
  ['2030年收入总计120.00万元，按同口径比上年增加21.00万元。', []],
])('%s', (sentence, expected) => {
  const figures = found(now([sentence])).filter(([rule]) => rule === 'previousFigure');
  expect(figures.map(([, variant, , ...values]) => [variant, ...values])).toEqual(expected);
});

test('a difference is an error only where other figures prove the base', () => {
  const alone = ['2030年收入总计120.00万元，比上年增加21.00万元。'];
  expect(found(now(alone))[0]?.slice(0, 3)).toEqual(['previousFigure', 'change', 'warning']);
  const figures: NonNullable<Written['figures']> = [
    ...tables.figures,
    [{ function: '213', use: 'spent' }, '96.00', 1, '农林水支出'],
    [{ function: '221', use: 'spent' }, '24.00', 1, '住房保障支出'],
  ];
  const last: Written = {
    ...former,
    figures: [...(former.figures ?? []), [{ fund: 'general', flow: 'revenue' }, '70.00', 2, '一般公共预算']],
  };
  const more = [
    '2030年收入总计120.00万元，比上年增加20.00万元。',
    '2030年一般公共预算收入75.00万元，比上年增加5.00万元。',
    '2030年收入总计120.00万元，比上年增加22.00万元。',
  ];
  const general = [{ fund: 'general', flow: 'revenue' }, '75.00', 2, '一般公共预算'] as const;
  const rules = found(now(more, { figures: [...figures, general] }), last);
  expect(rules.filter(([rule]) => rule === 'previousFigure')).toEqual([
    ['previousFigure', 'change', 'error', '22.00', '20.00'],
  ]);
});

test.each([
  [{ year: 2028 }, 'year'],
  [{ year: 2029, stage: 'finalAccounts' as const }, 'stage'],
  [{ department: '乙县教育局' }, 'department'],
])('nothing is compared with %j', (other, variant) => {
  const sentence = '2030年收入总计120.00万元，比上年增加21.00万元。';
  expect(found(now([sentence]), { ...former, ...other })).toEqual([
    ['notComparable', variant, 'warning', null, null],
  ]);
});

test('without last year nothing is said and nothing counts as checked', () => {
  const { findings, checks } = checkDisclosure(written(now(['2030年收入总计120.00万元。'])));
  expect(findings.filter(({ rule }) => rule.startsWith('yearOnYear.'))).toEqual([]);
  const counts = checks.filter(({ rule }) => rule.startsWith('yearOnYear.'));
  expect(
    counts.every(({ pass, fail, notApplicable }) => pass === 0 && fail === 0 && notApplicable === 1),
  ).toBe(true);
});

test('what last year confirms is verified, and the changes are told with the sentence that explains them', () => {
  const sentence = '2030年收入总计120.00万元，比上年增加20.00万元，主要原因是新增河道管护。';
  const { changes, coverage } = checkDisclosure(written(now([sentence])), { previous: written(former) });
  expect(coverage.unverified).toBe(0);
  const total = changes?.amounts.find(({ name }) => name === '收入总计');
  expect(total).toMatchObject({ changeFen: 20_000_000, rate: 0.2, explanation: { reason: true } });
  expect(total?.explanation?.text).toBe(sentence);
});
