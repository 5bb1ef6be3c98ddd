import { fundSources } from '../../../model/disclosure.ts';
import type { FundSource, ProjectSheet, SheetAmount } from '../../../model/disclosure.ts';
import type { Ledger } from '../../ledger.ts';
import { relation, termsOfSame, termsOfSum, type Relation } from '../../relation.ts';
import type { Rule } from '../../rule.ts';
import { endsInOneYear } from './sheetFacts.ts';
import { sheetFigure, sheetHorizons } from '../../sheetFigures.ts';
import type { SheetHorizon } from '../../sheetFigures.ts';

const id = 'performance.fundsTotal';

/**
 * A sheet's totals of funds against their printed sources. A blank source is zero; where a sheet prints a
 * source under words of its own, the parts may overlap and nothing follows. When one horizon does not add up and
 * the other one states the same money, it helps to say which amount is wrong.
 */
export const fundsTotal: Rule = {
  id,
  severity: 'error',
  authority: 'arithmetic',
  check: ({ disclosure, ledger }) => {
    const relations: Relation[] = [];
    let notApplicable = 0;
    for (const sheet of disclosure.projects) {
      const sums = sheetHorizons.flatMap((horizon) => sumOf(sheet, horizon, ledger) ?? []);
      notApplicable += sheetHorizons.length - sums.length;
      relations.push(...sums);
      if (saysOtherwise(sheet)) relations.push(...twins(sheet, ledger));
    }
    return { observations: [], relations, pass: 0, notApplicable };
  },
};

/** The printed sources of a horizon's total; null where they prove nothing. */
function partsOf(sheet: ProjectSheet, horizon: SheetHorizon): SheetAmount[] | null {
  const funds = sheet.funds[horizon];
  const parts = fundSources
    .map((source) => (source === 'total' ? null : funds[source]))
    .filter((part) => part !== null);
  const others = (sheet.otherFunds ?? []).some((fund) => fund.horizon === horizon);
  return funds.total === null || parts.length === 0 || others ? null : parts;
}

function sumOf(sheet: ProjectSheet, horizon: SheetHorizon, ledger: Ledger): Relation | null {
  const { total } = sheet.funds[horizon];
  const parts = partsOf(sheet, horizon);
  if (total === null || parts === null) return null;
  const addends = parts.map((part) => sheetFigure(ledger, part).id);
  return relation(id, termsOfSum(sheetFigure(ledger, total).id, addends));
}

/** The horizons whose sources do not add up to their total, beyond the rounding of their last digits. */
export function brokenSums(sheet: ProjectSheet): SheetHorizon[] {
  return sheetHorizons.filter((horizon) => {
    const { total } = sheet.funds[horizon];
    const parts = partsOf(sheet, horizon);
    if (total === null || parts === null) return false;
    const off = parts.reduce((rest, part) => rest - part.fen, total.fen);
    const slack = parts.reduce((sum, part) => sum + part.unitFen, total.unitFen);
    return 2 * Math.abs(off) > slack;
  });
}

/**
 * Does one horizon's sum fail, and does the other state the same money? The whole term includes the year, source
 * by source: so equal totals have equal sources, and equal sources equal totals.
 */
function saysOtherwise(sheet: ProjectSheet): boolean {
  if (brokenSums(sheet).length !== 1) return false;
  const { period, annual } = sheet.funds;
  const isEqual = (source: FundSource): boolean => period[source]?.fen === annual[source]?.fen;
  const sources = fundSources.every((source) => source === 'total' || isEqual(source));
  return sources || isEqual('total') || endsInOneYear(sheet);
}

/** The same source in both horizons. */
function twins(sheet: ProjectSheet, ledger: Ledger): Relation[] {
  return fundSources.flatMap((source) => {
    const [period, annual] = [sheet.funds.period[source], sheet.funds.annual[source]];
    if (period === null || annual === null) return [];
    return [relation(id, termsOfSame(sheetFigure(ledger, period).id, sheetFigure(ledger, annual).id))];
  });
}
