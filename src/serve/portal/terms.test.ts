import { expect, test } from 'vitest';
import glossary from '../../model/glossary.json' with { type: 'json' };
import { trusted } from './html.ts';
import { termsOf, withTerms } from './terms.ts';
import { viewOf } from './view.ts';

const zh = viewOf('zh');
const marked = (markup: string, view = zh): readonly string[] =>
  [...withTerms(trusted(markup), view).markup.matchAll(/class="term"[^>]*>([^<]*)</g)].map(
    ([, word = '']) => word,
  );

test.each([
  ['<p>基本支出和项目支出，再说基本支出</p>', ['基本支出', '项目支出']],
  ['<p><a href="/">基本支出</a>，基本支出</p>', ['基本支出']],
  ['<h2>基本支出</h2><p>无</p>', []],
  ['<svg><text>上年结转<rect/></text></svg><p>上年财政拨款结转</p>', ['上年财政拨款结转']],
  ['<span class="vh">单位资金</span><td>单位资金</td>', ['单位资金']],
  ['<q>财政拨款</q><br>财政拨款', ['财政拨款']],
])('%s explains %j', (markup, words) => {
  expect(marked(markup)).toEqual(words);
});

test('in English the English words are explained', () => {
  expect(marked('<p>Part of it was Carried over.</p>', viewOf('en'))).toEqual(['Carried over']);
});

test('what stood there still stands there', () => {
  const markup = '<p>其中 5&lt;6 是上年结转的</p>';
  const made = withTerms(trusted(markup), zh).markup;
  expect(made.replace(/<span popover.*?<\/span>/g, '').replace(/<\/?button[^>]*>/g, '')).toBe(markup);
});

test('every word has its meaning in both languages, those that documents explain among them', () => {
  expect(termsOf({ language: 'zh' }).map(({ word }) => word)).toEqual(
    expect.arrayContaining(Object.keys(glossary)),
  );
  for (const language of ['zh', 'en'] as const)
    for (const { definition } of termsOf({ language })) expect(definition.length).toBeGreaterThan(10);
  expect(termsOf({ language: 'en' }).some(({ definition }) => /\p{Script=Han}/u.test(definition))).toBe(
    false,
  );
});
