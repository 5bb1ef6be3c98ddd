import { Package } from 'datapackage';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Dataset } from './dataset.ts';
import { csvOf } from './formats.ts';
import { pagePackage } from './pagePackage.ts';

const data: Dataset = {
  id: 'functions',
  title: '按功能分类的支出',
  unit: '万元',
  note: '公布的原数。',
  columns: [
    { key: 'name', title: '功能', kind: 'text' },
    { key: 'amount', title: '金额', kind: 'amount' },
    { key: 'count', title: '项目', kind: 'count' },
    { key: 'share', title: '占比', kind: 'percent' },
  ],
  rows: [
    { cells: { name: '城乡社区支出，含“其他”', amount: { fen: -123_456_789 }, count: 3, share: '98.6%' } },
    { cells: { name: '=HYPERLINK("x")', amount: null, count: null, share: null } },
  ],
};

function filesOf(): ReadonlyMap<string, string> {
  const archive = pagePackage({ name: 'page-1', title: '概览', homepage: 'https://portal.test/x' }, [data]);
  if (archive === undefined) throw new Error('no archive');
  return new Map(
    Object.entries(unzipSync(archive)).map(([path, bytes]) => [path, Buffer.from(bytes).toString()]),
  );
}

test('a page’s package fits the profile, and its heads are its fields', async () => {
  const files = filesOf();
  const descriptor = JSON.parse(files.get('datapackage.json') ?? '') as object;
  const loaded = await Package.load(descriptor);
  expect(loaded.errors.map(String)).toEqual([]);
  expect(loaded.valid).toBe(true);
  expect(files.get('data/functions.csv')?.split('\r\n')[0]).toBe('name,amount,count,share');
  expect(descriptor).toMatchObject({
    resources: [{ schema: { fields: [{ type: 'string' }, { type: 'number' }, { type: 'integer' }, {}] } }],
  });
});

test('it holds the lines of the page’s CSV', () => {
  const lines = (text: string): readonly string[] => text.split('\r\n').slice(1);
  expect(lines(filesOf().get('data/functions.csv') ?? '')).toEqual(lines(csvOf(data)));
  expect(csvOf(data)).toContain(',-123.456789,3,');
});
