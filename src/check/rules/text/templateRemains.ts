import { documentTexts, excerpt, textsThatMayMatch, type DocumentText } from '../../documentTexts.ts';
import type { Observation, Rule } from '../../rule.ts';
import { advice, culpritAt, observe } from '../performance/observation.ts';

const id = 'text.templateRemains';

/**
 * What a template asks to be filled in: XX and ×× (not as letters of a name such as XXL, nor the sign of a
 * multiplication), blanks of underscores, words that ask for an entry.
 */
const blanks: readonly RegExp[] = [
  /(?<![A-Za-zＡ-Ｚ\d])[XxＸｘ×]{2,}(?![A-Za-z\d])/g,
  /(?<![A-Za-z\d）)×])[XＸ×](?=年|月|日|万元|个|家|辆|人|%|％|部门|单位|局(?!部)|委员会|县|市|区)/g,
  /20[XxＸｘ×*]{1,2}年/g,
  /_{3,}|＿{2,}/g,
  /待填写|待补充|此处填写|请(?:在此)?填写|按实际(?:情况)?填写|示例文字|（填写[^）]{0,20}）/g,
  // Notes of those who wrote the template: （增加内容）, 列明公务接待2批次.
  /[（(](?:新增|增加|补充|修改|删除|替换|更新)(?:的)?内容[）)]/g,
  /(?<=[，。；：])列明(?=[^，。；]{0,10}\d)/g,
  /某某(?:部门|单位|局|市|县|区|年)/g,
];

/** 下降（增长）27.78%: both words of the template stand before one number. */
const choices: readonly RegExp[] = [
  /(?:增加|减少|增长|下降|上升|降低)[（(/](?:增加|减少|增长|下降|上升|降低)[）)]?\s*(?=\d)/g,
  // The unused one was rubbed out by halves: 决算数大小于预算数, 减增加21.90万元.
  /(?:决算数?|执行数?|预算数?)(?:大小|小大|大于小|小于大|高低|低高)于(?:\d{4}年)?(?:年初)?(?:预算|决算|上年)/g,
  /(?<![增减])(?:减增加|增减少|增加减少|减少增加|增长下降|下降增长)\s*(?=\d)/g,
];

/** A template that was not filled in at all makes one finding. */
const mostSingle = 3;

/** Words of the template that were not replaced. */
export const templateRemains: Rule = {
  id,
  severity: 'warning',
  authority: '财预〔2016〕143号',
  check: ({ disclosure }) => {
    const unfilled = textsThatMayMatch(disclosure, blanks).map((text) =>
      blanks.flatMap((pattern) => remains(text, pattern, undefined)),
    );
    const undecided = textsThatMayMatch(disclosure, choices)
      .filter(({ part }) => part === 'narrative')
      .flatMap((text) => choices.flatMap((pattern) => remains(text, pattern, 'choice')));
    const pass = documentTexts(disclosure).length - unfilled.filter((list) => list.length > 0).length;
    const observations = [unfilled.flat(), undecided].flatMap(
      (list) => advice(list, 0, mostSingle).observations,
    );
    return { observations, pass };
  },
};

function remains(
  { text, placeAt }: DocumentText,
  pattern: RegExp,
  variant: string | undefined,
): readonly Observation[] {
  return [...text.matchAll(pattern)].map((match) => {
    const end = match.index + match[0].length;
    const culprit = culpritAt(placeAt(match.index), excerpt(text, match.index, end, 10));
    return observe(id, 'warning', culprit, {
      ...(variant === undefined ? {} : { variant }),
      params: { words: match[0].trim() },
    });
  });
}
