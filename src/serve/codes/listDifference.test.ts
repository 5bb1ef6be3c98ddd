import { expect, test } from 'vitest';
import { codeList } from '../../model/codes/codes.ts';
import { listDifference } from './listDifference.ts';

test('what an official list adds, renames and drops is told by code', () => {
  const [kept, renamed] = ['205', '206'].map((code) => {
    return { code, name: codeList('function', 2031).find(code)?.name ?? '' };
  });
  if (kept === undefined || renamed === undefined) throw new Error('no codes');
  const items = [kept, { ...renamed, name: '新名称' }, { code: '298', name: '新设类' }];
  const told = listDifference({ axis: 'function', year: 2031, items }, codeList('function', 2031));
  expect(told).toMatchObject({ items: 3, same: 1, added: [{ code: '298' }] });
  expect(told.renamed).toEqual([{ code: '206', name: '新名称', before: renamed.name }]);
  expect(told.removed.map(({ code }) => code)).toContain('201');
});
