import { gather } from '../../../model/gather.ts';
import type { ProjectSheet, SheetAmount } from '../../../model/disclosure.ts';
import type { Evidence } from '../../../model/finding.ts';
import type { Ledger } from '../../ledger.ts';
import type { Observation, Rule } from '../../rule.ts';
import { sheetFigure } from '../../sheetFigures.ts';
import { indicatorSheets } from './goalSheets.ts';
import { advice, culpritAt, observe } from './observation.ts';
import { statementsOf } from './sheetFacts.ts';
import type { Statement } from './sheetFacts.ts';
import { areSiblings } from './similarity.ts';

const authority = '财预〔2015〕88号';
const moneyName = /成本|费用|经费|金额|投资|造价|合同价|资金|支出|价款|还本|付息|补偿款|补助|补贴|电费|水费/;

/** A cost is an upper bound: at least so much invites spending. */
export const costLowerBound: Rule = {
  id: 'performance.costLowerBound',
  severity: 'warning',
  authority,
  check: ({ disclosure }) => {
    const costs = indicatorSheets(disclosure).flatMap((sheet) =>
      statementsOf(sheet)
        .filter(({ kind, value }) => kind === 'cost' && value.number !== null && !value.percent)
        .map((statement) => ({ sheet, statement })),
    );
    const lower = costs.filter(
      ({ statement: { value, name } }) =>
        isLowerBound(value.comparison) && !/节约|节省|降低|下降|收入/.test(name),
    );
    const observations = lower.map(({ sheet, statement }) => {
      const params = { project: sheet.name, indicator: statement.name };
      return observe(
        'performance.costLowerBound',
        'warning',
        culpritAt(statement.indicator.place, statement.value.text),
        { params },
      );
    });
    return { observations, pass: costs.length - lower.length };
  },
};

function isLowerBound(comparison: Statement['value']['comparison']): boolean {
  return comparison === 'atLeast' || comparison === 'above';
}

/** Words that speak of this year's money, so that it must be the sheet's annual total. */
const thisYear = /本年|年度|全年|当年|每年|20\d\d年/;
/** What one of several costs (每公里养护成本, 补贴标准) is not what all of them do. */
const priceOfOne = /^每(?![年月季])|单价|单位成本|[人户次车亩]均|补[贴助]标准/;

/** Words that speak of a larger whole, of which the sheet may pay a part. */
const wholeOf = /贷款|总投资|投资额|总额|合同|项目投资|单价|每[平米人户]/;

/**
 * Money in an indicator against the sheet's funds. A mismatch is a warning only where the indicator speaks of
 * this year's cost and the parts of one project do not add up to it; a loan or a contract may be paid over years.
 */
export const moneyAgainstFunds: Rule = {
  id: 'performance.moneyAgainstFunds',
  severity: 'warning',
  authority,
  check: ({ disclosure, ledger }) => {
    const compared = disclosure.projects.flatMap((sheet) =>
      gather(statementsOf(sheet), (statement) => {
        const outcome = compare(sheet, statement, disclosure.projects);
        if (outcome === null) return [];
        return [
          outcome === 'pass' ? outcome : { ...outcome, unless: fundsOf(sheet, disclosure.projects, ledger) },
        ];
      }),
    );
    const warnings = compared.filter((outcome) => outcome !== 'pass' && outcome.severity === 'warning');
    const hints = compared.filter((outcome) => outcome !== 'pass' && outcome.severity === 'info');
    const pass = compared.filter((outcome) => outcome === 'pass').length;
    return {
      observations: [...(warnings as Observation[]), ...advice(hints as Observation[], 0).observations],
      pass,
    };
  },
};

/** The funds that the indicator is held against: its sheet's, and those of the other parts of its project. */
function fundsOf(sheet: ProjectSheet, all: readonly ProjectSheet[], ledger: Ledger): readonly number[] {
  return all
    .filter((other) => other === sheet || areSiblings(other, sheet))
    .flatMap(({ funds }) =>
      funds.annual.total === null ? [] : [sheetFigure(ledger, funds.annual.total).id],
    );
}

function compare(
  sheet: ProjectSheet,
  statement: Statement,
  all: readonly ProjectSheet[],
): Observation | 'pass' | null {
  const { value, kind, name } = statement;
  const total = sheet.funds.annual.total;
  if (value.money === null || total === null || value.money.fen === 0) return null;
  if ((kind !== 'cost' && !moneyName.test(name)) || priceOfOne.test(name)) return null;
  const amounts = [total, sheet.funds.period.total].filter((amount) => amount !== null);
  if (amounts.some((amount) => agrees(value.money?.fen ?? 0, value.money?.unitFen ?? 0, amount)))
    return 'pass';
  const fen = value.money.fen;
  // An upper bound above the funds, or a lower one below them, contradicts nothing by itself.
  const allows = isLowerBound(value.comparison)
    ? fen <= total.fen
    : isUpperBound(value.comparison) && fen >= total.fen;
  if (allows && !thisYear.test(name + value.text)) return 'pass';
  const annual = thisYear.test(name + value.text) && !wholeOf.test(name) && !partsAddUp(sheet, fen, all);
  const beyond = isLowerBound(value.comparison) && fen > total.fen && !wholeOf.test(name);
  return mismatch(
    sheet,
    statement,
    total,
    (annual || beyond) && !isNear(fen, total.fen) ? 'warning' : 'info',
  );
}

function isUpperBound(comparison: Statement['value']['comparison']): boolean {
  return comparison === 'atMost' || comparison === 'below';
}

/** Equal within the last printed digits. */
function agrees(fen: number, unitFen: number, amount: SheetAmount): boolean {
  return 2 * Math.abs(fen - amount.fen) <= unitFen + amount.unitFen;
}

/** Within one percent: the indicator was rounded by hand. */
function isNear(fen: number, total: number): boolean {
  return Math.abs(fen - total) * 100 <= total;
}

/** The sheets of one project's parts together reach the amount, within one percent. */
function partsAddUp(sheet: ProjectSheet, fen: number, all: readonly ProjectSheet[]): boolean {
  const parts = all.filter((other) => areSiblings(other, sheet));
  const sum = parts.reduce((total, part) => total + (part.funds.annual.total?.fen ?? 0), 0);
  return parts.length > 1 && isNear(fen, sum);
}

function mismatch(
  sheet: ProjectSheet,
  statement: Statement,
  total: SheetAmount,
  severity: 'warning' | 'info',
): Observation {
  const reported = { text: statement.value.text, fen: statement.value.money?.fen ?? null };
  const culprit = { reported, expected: null, support: 0, slip: null, place: statement.indicator.place };
  const evidence: Evidence[] = [{ role: 'base', text: total.text, fen: total.fen, place: total.place }];
  const params = { project: sheet.name, indicator: statement.name, funds: total.text };
  const variant = severity === 'info' ? 'other' : '';
  return observe('performance.moneyAgainstFunds', severity, culprit, { variant, params, evidence });
}
