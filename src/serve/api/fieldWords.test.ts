import { expect, test } from 'vitest';
import { z } from 'zod';
import { fieldWords } from './fieldWords.ts';
import { day, identity, name, passage } from './shapes/words.ts';

const shape = z.object({
  name: name(5),
  day,
  id: identity,
  kind: z.enum(['a', 'b']),
  list: z.array(z.string()).min(2),
  count: z.number().max(3),
  text: passage(4),
});

function wordsOf(given: object): Readonly<Record<string, string>> {
  const valid = { name: '名', day: '2026-03-01', id: crypto.randomUUID(), kind: 'a', list: ['1', '2'] };
  const { error } = shape.safeParse({ ...valid, count: 1, text: '', ...given });
  const told = (error?.issues ?? []).map(({ code, path, message, ...params }) => [
    path.join('.'),
    fieldWords({ keyword: code, message, params }, 'zh'),
  ]);
  return Object.fromEntries(told) as Readonly<Record<string, string>>;
}

test.each([
  [{ name: '' }, { name: '不能为空' }],
  [{ name: '一二三四五六' }, { name: '最多 5 个字符' }],
  [{ name: '=1' }, { name: '名称不能以 = + - @ 开头，不能有 < >' }],
  [{ name: 'a\nb' }, { name: '不能有换行或控制字符' }],
  [{ name: undefined }, { name: '没有填，或不是文字' }],
  [{ day: '1.3.2026' }, { day: '写法不对（要日期，如 2026-03-01）' }],
  [{ id: '1' }, { id: '写法不对（要编号）' }],
  [{ kind: 'c' }, { kind: '只能是 a、b' }],
  [{ list: ['1'] }, { list: '至少 2 项' }],
  [{ count: 4 }, { count: '最多 3' }],
  [{ text: 'a\u0000' }, { text: '有不能保存的字符（NUL）' }],
])('%o is told in Chinese', (given, told) => {
  expect(wordsOf(given)).toEqual(told);
});
