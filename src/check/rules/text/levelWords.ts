import { documentTexts, excerpt, type DocumentText } from '../../documentTexts.ts';
import type { Observation, Rule } from '../../rule.ts';
import { culpritAt, observe, textEvidence } from '../performance/observation.ts';
import { ownLevel, type OwnLevel } from './level.ts';

const id = 'text.levelWords';

/**
 * Words that a definition uses for the departments that publish and for the money they are paid from.
 * A bare 省级财政资金 or 省直机关 may be a counterpart and is not judged.
 */
const definitions: readonly RegExp[] = [
  /(?:指|是|为)(?:本)?(省|市|县|区)(?:直|级)(?:各)?(?:行政|预算)?(?:[（(]参公[）)])?(?:主管)?(?:部门|单位)/g,
  /(?:指|是)(?:从)?(省|市|县|区)级财政(?:部门)?(?:当年|本年)?(?:拨付|取得|安排)/g,
  /与(省|市|县|区)级财政(?:部门)?有(?:经费)?(?:领拨|缴拨|拨款)/g,
  /(?:部门|单位)(?:及其下属预算单位|及所属单位)?使用(省|市|县|区)(?:本)?级财政(?:拨款|资金)?安排/g,
];

/** A definition taken over from another level of government: 省直部门 in the glossary of a county. */
export const levelWords: Rule = {
  id,
  severity: 'warning',
  authority: '财预〔2016〕143号',
  check: ({ disclosure }) => {
    const own = ownLevel(disclosure.region, disclosure.department.name);
    const texts = documentTexts(disclosure).filter(
      ({ part, text }) => part === 'glossary' || isDefinition(text),
    );
    if (own === null) return { observations: [], pass: 0, notApplicable: texts.length };
    const found = texts.map((text) => ofOtherLevel(text, own, disclosure.region ?? ''));
    return { observations: summed(found.flat()), pass: found.filter((list) => list.length === 0).length };
  },
};

/** Where a form has no glossary of its own, its terms stand in the narrative: “三公”经费：是指…. */
function isDefinition(text: string): boolean {
  return /^[^。，]{2,30}[：:，]?(?:是指|是与|指|是(?:省|市|县|区)级预算)/.test(text);
}

interface LevelWord {
  readonly level: string;
  readonly observation: Observation;
}

function ofOtherLevel(within: DocumentText, own: OwnLevel, region: string): readonly LevelWord[] {
  return definitions.flatMap((pattern) =>
    [...within.text.matchAll(pattern)].flatMap((match) => {
      const level = match[1] ?? '';
      if (own.allowed.includes(level)) return [];
      const at = match.index + match[0].indexOf(level);
      const printed = match[0].slice(match[0].indexOf(level));
      const expected = { text: printed.replace(/^.(?:直|级|本级)/, `${own.word}级`), fen: null };
      const params = { words: excerpt(within.text, at, at + printed.length), region };
      const culprit = culpritAt(within.placeAt(at), printed, expected);
      return [{ level, observation: observe(id, 'warning', culprit, { params }) }];
    }),
  );
}

/** The same wrong level in several definitions was taken over once. */
function summed(words: readonly LevelWord[]): readonly Observation[] {
  const levels = [...new Set(words.map(({ level }) => level))];
  return levels.flatMap((level) => {
    const [first, ...others] = words.filter((word) => word.level === level);
    if (first === undefined || others.length === 0) return first === undefined ? [] : [first.observation];
    const evidence = others.flatMap(({ observation }) =>
      observation.culprits.map(({ place, reported }) => textEvidence(place, reported?.text ?? '')),
    );
    const params = { ...first.observation.params, count: others.length + 1 };
    return [{ ...first.observation, variant: 'many', params, evidence }];
  });
}
