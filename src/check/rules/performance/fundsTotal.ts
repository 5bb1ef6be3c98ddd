import { fundSources } from '../../../model/disclosure.ts';
import type { ProjectSheet, SheetAmount } from '../../../model/disclosure.ts';
import type { Evidence } from '../../../model/finding.ts';
import { addFen, decimalsOf, formatAmount } from '../../../model/money.ts';
import type { MoneyUnit } from '../../../model/disclosure.ts';
import type { Observation, Rule } from '../../rule.ts';

const id = 'performance.fundsTotal';
type Horizon = 'period' | 'annual';

/**
 * A sheet's total of funds against its printed sources. A blank source is zero; where a sheet prints a source
 * under words of its own, the parts may overlap and nothing follows.
 */
export const fundsTotal: Rule = {
  id,
  severity: 'error',
  authority: 'arithmetic',
  check: ({ disclosure }) => {
    const observations: Observation[] = [];
    let pass = 0;
    let notApplicable = 0;
    for (const sheet of disclosure.projects) {
      for (const horizon of ['period', 'annual'] as const) {
        const result = checkTotal(sheet, horizon);
        if (result === 'pass') pass++;
        else if (result === null) notApplicable++;
        else observations.push(result);
      }
    }
    return { observations, pass, notApplicable };
  },
};

function checkTotal(sheet: ProjectSheet, horizon: Horizon): Observation | 'pass' | null {
  const funds = sheet.funds[horizon];
  const parts = fundSources.flatMap((source) => (source === 'total' ? [] : (funds[source] ?? [])));
  const others = (sheet.otherFunds ?? []).some((fund) => fund.horizon === horizon);
  if (funds.total === null || parts.length === 0 || others) return null;
  const sum = parts.reduce((total, part) => addFen(total, part.fen), 0);
  const doubledSlack = [funds.total, ...parts].reduce((total, amount) => total + amount.unitFen, 0);
  // Whole 元 are exact by nature; only amounts with a coarser last digit leave room.
  const coarse = [funds.total, ...parts].some((amount) => amount.unitFen > 100);
  const off = Math.abs(funds.total.fen - sum);
  if (off === 0 || (coarse && 2 * off <= doubledSlack)) return 'pass';
  return contradiction(sheet, horizon, funds.total, parts, sum);
}

function contradiction(
  sheet: ProjectSheet,
  horizon: Horizon,
  total: SheetAmount,
  parts: readonly SheetAmount[],
  sum: number,
): Observation {
  const evidence: Evidence[] = parts.map(({ text, fen, place }) => ({ role: 'addend', text, fen, place }));
  const expected = { text: printedLike(total, sum), fen: sum };
  const culprit = {
    reported: { text: total.text, fen: total.fen },
    expected,
    support: 1,
    slip: null,
    place: total.place,
  };
  return {
    rule: id,
    severity: 'error',
    params: { project: sheet.name, horizon },
    culprits: [culprit],
    evidence,
  };
}

function printedLike(amount: SheetAmount, fen: number): string {
  const unit: MoneyUnit = amount.unitFen > 100 || decimalsOf(amount.text) > 2 ? '万元' : '元';
  const plain = formatAmount(fen, unit, decimalsOf(amount.text));
  return /\d[,，]\d{3}/.test(amount.text) ? plain.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',') : plain;
}
