import { expect, test } from 'vitest';
import type { ContentsEntry } from '../../../model/disclosure.ts';
import { ledgerOf } from '../../ledger.ts';
import { written } from '../disclosureFixture.ts';
import { contentsEntry } from './contents.ts';

const entry = (title: string, sheet?: string): ContentsEntry => ({
  title,
  page: null,
  place: sheet === undefined ? { file: 't' } : { file: 't', sheet },
});

function missing(contents: readonly ContentsEntry[]): readonly unknown[] {
  const disclosure = { ...written({ sections: { 收支总表: ['无。'], 收入总表: ['无。'] } }), contents };
  const { observations } = contentsEntry.check({ disclosure, ledger: ledgerOf(disclosure.figures) });
  return observations.map(({ culprits }) => culprits[0]?.reported?.text);
}

test('a part of a workbook is there when all that it gathers is', () => {
  const part = '第二部分 部门预算报表';
  expect(missing([entry(part, '目录'), entry('收支总表', '目录'), entry('收入总表', '目录')])).toEqual([]);
  expect(missing([entry(part, '目录'), entry('收支总表', '目录'), entry('支出总表', '目录')])).toContain(
    part,
  );
  expect(missing([entry(part, '目录'), entry('第三部分 收支总表', '目录')])).toEqual([part]);
});

test('in a text the part has a heading of its own', () => {
  const part = '第二部分 部门预算报表';
  expect(missing([entry(part), entry('收支总表'), entry('收入总表')])).toEqual([part]);
});

test('what is composed and not yet written has no headings to compare with', () => {
  const { printed, ...composed } = written({});
  expect(printed).toBeDefined();
  const disclosure = { ...composed, contents: [entry('第一部分 概况')] };
  const result = contentsEntry.check({ disclosure, ledger: ledgerOf(disclosure.figures) });
  expect(result).toMatchObject({ observations: [], notApplicable: 1 });
});
