import { expect, test } from 'vitest';
import type { Culprit, Finding } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import { messageOf } from '../render.ts';
import { findingOf } from '../rule.ts';
import { mistakeSentence } from './mistake.ts';
import { readWaivers } from './readWaivers.ts';
import type { WaiverEntry } from './waiverEntry.ts';
import { applyWaivers } from './waivers.ts';

const today = '2026-03-01';
const signed = { reason: '已核实', by: '张三', date: '2026-02-01' };

function culprit(place: Omit<Place, 'file'>, text = '12707.60'): Culprit {
  return {
    reported: { text, fen: null },
    expected: null,
    support: 1,
    slip: null,
    place: { file: 'a.txt', ...place },
  };
}

function finding(rule: string, ...culprits: readonly Culprit[]): Finding {
  return findingOf({ rule, severity: 'error', culprits });
}

const cell = { table: 1, row: '212', column: 'total' };
const wrongCell = finding('table.total', culprit({ ...cell, line: 74 }));

function entries(...content: readonly object[]): readonly WaiverEntry[] {
  const { waivers, mistakes } = readWaivers(
    content.map((each) => ({ ...signed, ...each })),
    'beside',
  );
  expect(mistakes).toEqual([]);
  return waivers;
}

/** [waived findings, stale waivers] */
function apply(waivers: readonly WaiverEntry[], ...findings: readonly Finding[]): readonly [number, number] {
  const applied = applyWaivers(findings, waivers, 'a.txt', today);
  expect(applied.findings).toHaveLength(findings.length);
  return [applied.findings.filter(({ waiver }) => waiver !== null).length, applied.stale.length];
}

test.each<[string, object, readonly [number, number]]>([
  ['the same place and text', { place: cell, reported: '12707.60' }, [1, 0]],
  ['any text at the place', { place: cell }, [1, 0]],
  ['coordinates of a copied place do not count', { place: { ...cell, line: 99, file: 'b.txt' } }, [1, 0]],
  ['another text', { place: cell, reported: '12077.60' }, [0, 1]],
  ['full-width digits are the same text', { place: cell, reported: '１２７０７.60' }, [1, 0]],
  ['another row', { place: { ...cell, row: '213' } }, [0, 1]],
  ['less than the whole key', { place: { table: 1 } }, [0, 1]],
  ['any row', { place: { ...cell, row: '*' } }, [1, 0]],
  ['any table', { place: { table: '*', row: '*', column: '*' } }, [1, 0]],
  ['no place', {}, [0, 1]],
  ['another rule', { rule: 'table.row', place: cell }, [0, 1]],
  ['in force on its last day', { place: cell, expires: today }, [1, 0]],
  ['expired', { place: cell, expires: '2026-02-28' }, [0, 1]],
])('%s', (_, waiver, expected) => {
  expect(apply(entries({ rule: 'table.total', ...waiver }), wrongCell)).toEqual(expected);
});

test('one of the alternatives of a tie is enough; a finding of the whole document has no place', () => {
  const tied = finding('table.total', culprit({ table: 2, row: '1', column: 'a' }), culprit(cell));
  expect(apply(entries({ rule: 'table.total', place: cell }), tied)).toEqual([1, 0]);
  expect(apply(entries({ rule: 'document.tableMissing' }), finding('document.tableMissing'))).toEqual([1, 0]);
});

test('a waived finding keeps all else and shows who waived it', () => {
  const waivers = entries({ rule: 'table.total', place: cell, expires: '2026-12-31' });
  const applied = applyWaivers([wrongCell], waivers, 'a.txt', today);
  expect(applied.findings).toEqual([{ ...wrongCell, waiver: { ...signed, expires: '2026-12-31' } }]);
  expect(applied.counts).toMatchObject([{ rule: 'document.staleWaiver', pass: 1, fail: 0 }]);
});

test('a stale waiver is advice at its place, in both languages', () => {
  const waivers = entries(
    { rule: 'table.total', place: { ...cell, row: '213' }, reported: '1.00' },
    { rule: 'table.total', place: cell, expires: '2026-02-28' },
  );
  const { stale } = applyWaivers([wrongCell], waivers, 'a.txt', today);
  expect(stale.map(({ rule, severity, culprits }) => [rule, severity, culprits[0]?.place])).toEqual([
    ['document.staleWaiver', 'info', { file: 'a.txt', ...cell, row: '213' }],
    ['document.staleWaiver', 'info', { file: 'a.txt', ...cell }],
  ]);
  const [unfit, expired] = stale;
  expect(unfit && messageOf(unfit, 'zh')).toMatch(/^张三于 2026-02-01 对表1 213.*（已核实）不再对应任何问题/);
  expect(expired && messageOf(expired, 'zh')).toContain('已于 2026-02-28 到期');
  expect(expired && messageOf(expired, 'en')).toContain('expired on 2026-02-28');
});

test.each<[object, string]>([
  [{ rule: 'table.totals' }, 'waivers[0].rule：没有“table.totals”这条规则，是不是想写“table.total”？'],
  [{ rule: 'table.total', reason: ' ' }, 'waivers[0].reason：应为不空的文字。'],
  [
    { rule: 'table.total', date: '2026-2-1' },
    'waivers[0].date：日期“2026-2-1”不对，应写作 2026-03-01 的样子。',
  ],
  [
    { rule: 'table.total', expires: '2026-02-30' },
    'waivers[0].expires：日期“2026-02-30”不对，应写作 2026-03-01 的样子。',
  ],
  [
    { rule: 'table.total', place: { table: '1' } },
    'waivers[0].place.table：位置“"1"”不对，1, 2, 3 … / "*"。',
  ],
  [
    { rule: 'table.total', place: { rows: '1' } },
    'waivers[0].place：不认识的名称“rows”，可用的有：table, row, column, section, project。',
  ],
  [{ rule: 'table.total', reported: 12 }, 'waivers[0].reported：应为不空的文字。'],
])('%j is a mistake', (entry, sentence) => {
  const { waivers, mistakes } = readWaivers([{ ...signed, ...entry }], 'beside');
  expect(waivers).toEqual([]);
  expect(mistakes.map((mistake) => mistakeSentence(mistake, 'zh'))).toEqual([sentence]);
});

test('a waiver kept beside no document must name one; right entries stay beside wrong ones', () => {
  const content = [
    { ...signed, rule: 'table.total', document: 'a.txt' },
    { ...signed, rule: 'table.total' },
  ];
  const { waivers, mistakes } = readWaivers(content, 'document');
  expect(waivers.map(({ document }) => document)).toEqual(['a.txt']);
  expect(mistakes).toEqual([{ code: 'missing', at: 'waivers[1]', value: 'document' }]);
});
