import { gather } from '../../../model/gather.ts';
import type { Indicator, ProjectSheet } from '../../../model/disclosure.ts';
import type { Rule } from '../../rule.ts';
import { indicatorSheets } from './goalSheets.ts';
import { advice, culpritAt, observe } from './observation.ts';
import { kindOf, statementsOf } from './sheetFacts.ts';
import type { IndicatorKind, Statement } from './sheetFacts.ts';

const authority = '财预〔2015〕88号';

const kindNames: Readonly<Record<IndicatorKind, string>> = {
  quantity: '数量指标',
  quality: '质量指标',
  time: '时效指标',
  cost: '成本指标',
  economic: '经济效益',
  social: '社会效益',
  ecological: '生态效益',
  lasting: '可持续影响',
  satisfaction: '满意度指标',
};

/** Kinds that each sheet states; of the benefits one is enough. */
const required: readonly IndicatorKind[] = ['quantity', 'quality', 'time', 'cost', 'satisfaction'];
const benefits: readonly IndicatorKind[] = ['economic', 'social', 'ecological', 'lasting'];

/**
 * A required kind that stays empty. A kind is required only where the document's own sheets state it as a
 * rule (more than half of them), so that a form without it is respected.
 */
export const kindMissing: Rule = {
  id: 'performance.kindMissing',
  severity: 'info',
  authority,
  check: ({ disclosure }) => {
    const sheets = disclosure.projects.filter((sheet) => sheet.indicators.length > 0);
    const states = (sheet: ProjectSheet, kind: IndicatorKind): boolean =>
      statementsOf(sheet).some((statement) => statement.kind === kind);
    const usual = required.filter(
      (kind) => 2 * sheets.filter((sheet) => states(sheet, kind)).length > sheets.length,
    );
    const missing = sheets.flatMap((sheet) => [
      ...usual.filter((kind) => !states(sheet, kind)).map((kind) => ({ sheet, name: kindNames[kind], kind })),
      ...(benefits.some((kind) => states(sheet, kind)) ? [] : [{ sheet, name: '效益指标', kind: null }]),
    ]);
    const observations = missing.map(({ sheet, name, kind }) => {
      const printed = sheet.indicators.find((indicator) => kindOf(indicator) === kind);
      const params = { project: sheet.name, kind: name };
      return observe('performance.kindMissing', 'info', culpritAt(printed?.place ?? sheet.place, null), {
        params,
      });
    });
    return advice(observations, sheets.length * (usual.length + 1) - missing.length);
  },
};

const qualityName = /合格率|达标率|优良率|验收|质量合格|合格/;
const moneyName = /投资额|总投资|造价|合同价|运营经费|补贴.*经费|成本费用/;

/** The indicator's name, and money in its value, speak of another kind than its second level. */
function otherKind({ kind, name, value }: Statement): IndicatorKind | null {
  if (kind === 'cost' && value.percent && qualityName.test(name)) return 'quality';
  const benefit = kind !== null && benefits.includes(kind);
  const output = kind === 'quality' || kind === 'time' || kind === 'satisfaction';
  if ((benefit || output) && value.money !== null && moneyName.test(name)) return 'cost';
  return null;
}

/** An indicator under another kind than its words say. */
export const wrongKind: Rule = {
  id: 'performance.wrongKind',
  severity: 'info',
  authority,
  check: ({ disclosure }) => {
    const statements = gather(indicatorSheets(disclosure), (sheet) =>
      statementsOf(sheet).map((statement) => ({ sheet, statement })),
    );
    const wrong = gather(statements, ({ sheet, statement }) => {
      const kind = otherKind(statement);
      return kind === null ? [] : [{ sheet, statement, kind }];
    });
    const levels = statements.filter(({ statement }) =>
      isUnderWrongLevel(statement.indicator, statement.kind),
    );
    const observations = [
      ...wrong.map(({ sheet, statement, kind }) => {
        const printed = `${statement.name} ${statement.value.text}`;
        const params = { project: sheet.name, kind: statement.indicator.level2, better: kindNames[kind] };
        return observe('performance.wrongKind', 'info', culpritAt(statement.indicator.place, printed), {
          params,
        });
      }),
      ...levels.map(({ sheet, statement: { indicator } }) => {
        const params = { project: sheet.name, kind: indicator.level2, level: indicator.level1 };
        return observe('performance.wrongKind', 'info', culpritAt(indicator.place, indicator.level2), {
          variant: 'level',
          params,
        });
      }),
    ];
    return { observations, pass: statements.length - observations.length };
  },
};

function isUnderWrongLevel({ level1 }: Indicator, kind: IndicatorKind | null): boolean {
  if (kind === null || level1 === '') return false;
  if (/满意/.test(level1)) return kind !== 'satisfaction';
  if (/效[益果]/.test(level1)) return !benefits.includes(kind) && kind !== 'satisfaction';
  if (/产出/.test(level1)) return benefits.includes(kind) || kind === 'satisfaction';
  return false;
}
