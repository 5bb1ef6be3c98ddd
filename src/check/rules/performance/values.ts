import { gather } from '../../../model/gather.ts';
import type { ProjectSheet } from '../../../model/disclosure.ts';
import { fold } from '../../../model/fold.ts';
import type { Observation, Rule, RuleContext, RuleResult } from '../../rule.ts';
import { advice, culpritAt, observe, textEvidence } from './observation.ts';
import { indicatorSheets } from './goalSheets.ts';
import { statementsOf } from './sheetFacts.ts';
import type { Statement } from './sheetFacts.ts';

const authority = '财预〔2015〕88号';

/** A rule about every stated value: those that the test names are advice. */
function valueRule(id: string, isWeak: (statement: Statement) => boolean): Rule {
  return {
    id,
    severity: 'info',
    authority,
    check: (context) => {
      const stated = allStatements(context).filter(({ statement }) => statement.value.text !== '');
      const weak = stated.filter(({ statement }) => isWeak(statement));
      return advice(
        weak.map(({ sheet, statement }) => observeValue(id, sheet, statement)),
        stated.length - weak.length,
      );
    },
  };
}

function allStatements({ disclosure }: RuleContext): { sheet: ProjectSheet; statement: Statement }[] {
  return gather(indicatorSheets(disclosure), (sheet) =>
    statementsOf(sheet).map((statement) => ({ sheet, statement })),
  );
}

function observeValue(id: string, sheet: ProjectSheet, statement: Statement): Observation {
  const params = { project: sheet.name, indicator: statement.name, kind: statement.indicator.level2 };
  return observe(id, 'info', culpritAt(statement.indicator.place, statement.value.text), { params });
}

/** 指标值 repeats the indicator's name or its kind. */
export const repeatsName: Rule = valueRule('performance.repeatsName', isRepeated);

function isRepeated({ name, value, indicator }: Statement): boolean {
  const text = fold(value.text).replace(/指标$/, '');
  return [name, indicator.level2].some((label) => label !== '' && fold(label).replace(/指标$/, '') === text);
}

const measureWords =
  /^(?:平方?米|平方千米|立方米|公里|千米|米|亩|公顷|吨|千克|公斤|个|座|套|户|人|人次|名|家|条|处|块|项|次|台|辆|件|栋|株|份|批|天|月|年|元|万元|亿元|%|m|km|㎡|m²|m³|m2|m3)$/;

/** A unit without a number. */
export const numberMissing: Rule = valueRule(
  'performance.numberMissing',
  ({ value }) => value.number === null && measureWords.test(fold(value.text)),
);

/** A number without a unit. A share is no number without a unit when its name says 率 or 比例 only with %. */
export const unitMissing: Rule = valueRule(
  'performance.unitMissing',
  ({ value }) => value.number !== null && value.unit === '' && value.times.length === 0,
);

/** Neither a number, a time nor a named grade: one finding for the document with the share. */
export const unmeasured: Rule = {
  id: 'performance.unmeasured',
  severity: 'info',
  authority,
  check: (context): RuleResult => {
    const stated = allStatements(context).filter(({ statement }) => statement.value.text !== '');
    const weak = stated.filter(({ statement }) => isUnmeasured(statement));
    const [first] = weak;
    if (first === undefined) return { observations: [], pass: stated.length };
    const evidence = weak.map(({ statement }) =>
      textEvidence(statement.indicator.place, statement.value.text),
    );
    const params = {
      count: weak.length,
      all: stated.length,
      share: Math.round((100 * weak.length) / stated.length),
    };
    const culprit = culpritAt(first.statement.indicator.place, first.statement.value.text);
    const observation = observe('performance.unmeasured', 'info', culprit, { params, evidence });
    return { observations: [observation], pass: stated.length - weak.length };
  },
};

function isUnmeasured(statement: Statement): boolean {
  const { value } = statement;
  const named = value.number !== null || value.times.length > 0 || value.grade !== null;
  return !named && !isRepeated(statement) && !measureWords.test(fold(value.text));
}
