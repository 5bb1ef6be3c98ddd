import type { Rule, RuleResult } from '../../rule.ts';
import { comparisonOf, isSameDepartment } from '../../yearOnYear/compared.ts';
import { explanationsOf } from '../../yearOnYear/explanations.ts';
import { itemWords } from '../../yearOnYear/lastPlace.ts';
import { changeOfPair, isHeadline, rateOfPair, yearPairs, type YearPair } from '../../yearOnYear/pairs.ts';
import { placeNamesOf } from '../../../model/words/names.ts';
import { advice, culpritAt, observe, textEvidence } from '../performance/observation.ts';

const id = 'yearOnYear.unexplained';
const usualChange = 0.3;
const none: RuleResult = { observations: [], pass: 0, notApplicable: 1 };

/** A large change of a total, a fund, a class, a public expense or the operating funds that no sentence explains. */
export const unexplained: Rule = {
  id,
  severity: 'info',
  authority: '财预〔2016〕143号',
  thresholds: {
    change: {
      usual: usualChange,
      least: 0,
      most: 10,
      meaning: {
        zh: '比上年增减达到此比例的，应当说明原因',
        en: 'a change of this share against last year needs a reason',
      },
    },
  },
  check: (context) => {
    const { disclosure, thresholds } = context;
    const comparison = comparisonOf(context);
    if (comparison === null || !isSameDepartment(disclosure, comparison)) return none;
    const least = thresholds?.['change'] ?? usualChange;
    const names = placeNamesOf(disclosure);
    const explanations = explanationsOf(disclosure);
    const large = yearPairs(disclosure, comparison.lastYear).flatMap((pair) => {
      const { current, previous } = pair;
      if (current === null || previous === null || !isHeadline(current) || !isLarge(pair, least)) return [];
      return [{ current, previous, pair }];
    });
    const open = large.filter(
      ({ current, pair }) => explanations.of(current, changeOfPair(pair))?.reason !== true,
    );
    const observations = open.map(({ current, previous, pair }) => {
      const params = {
        item: itemWords({ ...current.place, column: '' }, names) || itemWords(current.place, names),
        table: current.place.table ?? 0,
        current: current.text || '0',
        last: previous.text || '0',
        rate: `${changeOfPair(pair) > 0 ? '+' : '−'}${(100 * Math.abs(rateOfPair(pair) ?? 0)).toFixed(1)}%`,
      };
      const evidence = [textEvidence(previous.place, previous.text)];
      return observe(id, 'info', culpritAt(current.place, current.text), { params, evidence });
    });
    return advice(observations, large.length - open.length, 3);
  },
};

function isLarge(pair: YearPair, least: number): boolean {
  const rate = rateOfPair(pair);
  return rate !== null && rate !== 0 && Math.abs(rate) >= least;
}
