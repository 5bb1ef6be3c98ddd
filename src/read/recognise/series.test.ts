import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readSource } from '../open.ts';
import type { DisclosureName } from '../../model/disclosure.ts';
import { recognise } from './recognise.ts';

const first = readFileSync(join(import.meta.dirname, '../../../examples/disclosure.txt'), 'utf8');
const own = /(\S+局)\s/.exec(first)?.[1] ?? '';

async function separateIn(...texts: readonly string[]): Promise<readonly DisclosureName[] | undefined> {
  const read = await readSource({ name: 'a.txt', bytes: new TextEncoder().encode(texts.join('\n')) });
  if (!read.ok) throw new Error(read.problem.code);
  return recognise(read.source).separate;
}

const of = (department: string): string => first.replaceAll(own, department);

/** Without the word over its contents: tables and text, but no whole document. */
const unlisted = (text: string): string => text.replace(/^\s*目\s*录\s*$/m, '');

it('disclosures of departments that do not speak of each other are told apart', async () => {
  expect(await separateIn(first, of('甲县农业农村局'), of('甲县民政局').replaceAll('2026', '2025'))).toEqual([
    { department: own, year: 2026 },
    { department: '甲县农业农村局', year: 2026 },
    { department: '甲县民政局', year: 2025 },
  ]);
});

it.each([
  ['one disclosure', []],
  ['the same department twice', [first]],
  ['a unit with the name of its department', [unlisted(of(`${own}市政中心`))]],
  ['a unit that the department speaks of', [`本部门所属单位：甲县市政中心。`, unlisted(of('甲县市政中心'))]],
  ['a unit whose title says 单位预算', [unlisted(of('甲县市政中心').replaceAll('部门预算', '单位预算'))]],
  ['a few tables of another department', [of('甲县民政局').slice(0, first.indexOf('预算公开表4\n'))]],
])('one disclosure: %s', async (_, others) => {
  expect(await separateIn(first, ...others)).toBeUndefined();
});

it('the same tables under other titles and with another total are another disclosure', async () => {
  const tables = first.slice(0, first.indexOf('第三部分', first.indexOf('预算公开表13\n')));
  const again = tables
    .slice(tables.indexOf('预算公开表1\n'))
    .replaceAll(/(?<=总表|预算表)(?=\n|（)/g, '一览表');
  expect(await separateIn(first, again)).toBeUndefined();
  expect(await separateIn(first, again.replaceAll('12609.17', '12709.17'))).toHaveLength(2);
});

it('the same department under a second cover with another total is another disclosure', async () => {
  expect(await separateIn(first, first.replaceAll('12609.17', '12709.17'))).toHaveLength(2);
});

it('a whole disclosure of a unit behind that of its department is another one', async () => {
  const unit = of(`${own}市政中心`);
  expect(await separateIn(first, unit)).toEqual([
    { department: own, year: 2026 },
    { department: `${own}市政中心`, year: 2026 },
  ]);
});
