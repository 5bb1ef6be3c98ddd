import { Package } from 'datapackage';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

test('a page’s package is read by the reference implementation, every value of its type', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'page-package-'));
  await mkdir(join(folder, 'data'));
  for (const [path, text] of filesOf()) await writeFile(join(folder, path), text);
  const { errors, resources } = await Package.load(join(folder, 'datapackage.json'), { strict: true });
  expect(errors).toEqual([]);
  const [rows] = await Promise.all(resources.map((resource) => resource.read({ keyed: true })));
  expect(rows).toEqual([
    { name: '城乡社区支出，含“其他”', amount: -123.456789, count: 3, share: '98.6%' },
    { name: '\'=HYPERLINK("x")', amount: null, count: null, share: null },
  ]);
  await rm(folder, { recursive: true });
});

test('it holds the lines of the page’s CSV', () => {
  const lines = (text: string): readonly string[] => text.split('\r\n').slice(1);
  expect(lines(filesOf().get('data/functions.csv') ?? '')).toEqual(lines(csvOf(data)));
  expect(csvOf(data)).toContain(',-123.456789,3,');
});
