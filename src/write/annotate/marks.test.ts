import { expect, it } from 'vitest';
import type { Culprit } from '../../model/finding.ts';
import type { ReportedFinding } from '../../model/report.ts';
import { marksOf, plainNote, type MarkOptions } from './marks.ts';

const place = { file: 'a.docx', block: 1 };
const zh: MarkOptions = { language: 'zh', titleOf: () => '分项之和不符', rulesPage: '规则说明.html' };
const en: MarkOptions = { language: 'en', titleOf: (rule) => rule, rulesPage: null };

function culprit(reported: string | null, expected: string | null): Culprit {
  const value = (text: string | null): Culprit['reported'] => (text === null ? null : { text, fen: null });
  return { reported: value(reported), expected: value(expected), support: 1, slip: null, place };
}

function finding(others: Partial<ReportedFinding>): ReportedFinding {
  return {
    ...{
      rule: 'a.b',
      severity: 'error',
      params: {},
      culprits: [culprit('5', '6')],
      tied: false,
      group: null,
    },
    ...{ evidence: [], difference: null, allowed: null, waiver: null },
    ...{ message: '写作 5', remedy: '改为 6', part: '', rank: 0, spots: [] },
    ...others,
  };
}

function shown(others: Partial<ReportedFinding>): string[] {
  return marksOf([finding(others)], zh).map(
    ({ reported, correction }) => `${reported ?? '-'}>${correction ?? '-'}`,
  );
}

it.each([
  ['a certain correction', {}, ['5>6']],
  [
    'alternatives are marked, none is proposed',
    { tied: true, culprits: [culprit('5', '6'), culprit('7', '8')] },
    ['5>-', '7>-'],
  ],
  ['an excerpt is no correction', { culprits: [culprit('…5；。…', '…5。…')] }, ['…5；。…>-']],
  ['what is missing', { culprits: [culprit(null, '6')] }, ['->-']],
  ['advice without a printed text', { severity: 'info', culprits: [culprit(null, '6')] }, []],
  ['advice with one', { severity: 'info' }, ['5>6']],
  ['waived', { waiver: { reason: '', by: '', date: '', expires: null } }, []],
  [
    'without culprits, at the first evidence',
    { culprits: [], evidence: [{ role: 'text', text: '', fen: null, place }] },
    ['->-'],
  ],
  ['without any place', { culprits: [] }, []],
] as const satisfies readonly (readonly [string, Partial<ReportedFinding>, readonly string[]])[])(
  '%s',
  (_, others, expected) => {
    expect(shown(others)).toEqual(expected);
  },
);

it('the note says how grave it is, what is wrong and how to put it right', () => {
  expect(marksOf([finding({})], zh)[0]?.note).toBe('【错误】写作 5\n改法：改为 6');
  expect(marksOf([finding({ remedy: '' })], en)[0]?.note).toBe('[Error] 写作 5');
});

it('the last line names the rule and leads to its page', () => {
  const [mark] = marksOf([finding({})], zh);
  const address = `${encodeURI('规则说明.html')}#rule-a-b`;
  expect(mark?.rule).toEqual({ words: '规则：分项之和不符（a.b）', address });
  expect(mark === undefined ? '' : plainNote(mark)).toMatch(/改为 6\n规则：分项之和不符（a\.b）$/);
  expect(marksOf([finding({})], en)[0]?.rule).toEqual({ words: 'Rule: a.b', address: null });
});
