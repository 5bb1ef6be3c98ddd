import type { Figure } from '../../../model/figure.ts';
import { withNode, type Scope } from '../../../model/scope.ts';
import type { Observation, Rule, RuleResult } from '../../rule.ts';
import { reportedOf } from '../../variable.ts';
import { comparisonOf, isSameDepartment } from '../../yearOnYear/compared.ts';
import { lastEvidence, lastWords } from '../../yearOnYear/lastPlace.ts';
import type { LastYear } from '../../yearOnYear/lastYear.ts';
import { figuresOf } from '../../narrative/tableReading.ts';

const id = 'yearOnYear.openingBalance';
const none: RuleResult = { observations: [], pass: 0, notApplicable: 1 };

/**
 * What final accounts carry over from last year is what last year's final accounts carried forward. A budget
 * only estimates both: there it is not applied.
 */
export const openingBalance: Rule = {
  id,
  severity: 'warning',
  authority: '算术；政府会计制度',
  check: (context) => {
    const comparison = comparisonOf(context);
    const { disclosure, ledger } = context;
    if (disclosure.stage !== 'finalAccounts' || comparison === null) return none;
    if (!isSameDepartment(disclosure, comparison)) return none;
    const { lastYear } = comparison;
    let pass = 0;
    const found = new Map<string, Observation>();
    for (const figure of disclosure.figures.filter(isOpening)) {
      const [last] = figuresOf([lastYear.framed(closing(figure.scope))], lastYear.context);
      const number = ledger.variables[figure.id];
      if (last === undefined || number === undefined) continue;
      if (2 * Math.abs(last.value - figure.fen) <= last.unit + figure.unitFen) pass += 1;
      else if (!found.has(`${last.value} ${figure.fen}`))
        found.set(`${last.value} ${figure.fen}`, observationOf(figure, last, lastYear, number));
    }
    return { observations: [...found.values()], pass, notApplicable: pass + found.size === 0 ? 1 : 0 };
  },
};

function isOpening({ scope, text }: Figure): boolean {
  return scope.vintage === 'carriedOver' && scope.use === undefined && text !== '';
}

/** Carried over this year is carried forward last year, whatever it had come from. */
function closing(scope: Scope): Scope {
  return { ...withNode(withNode(scope, 'vintage', ''), 'flow', ''), use: 'carriedForward' };
}

function observationOf(
  figure: Figure,
  last: NonNullable<ReturnType<LastYear['context']['variableOf']>>,
  lastYear: LastYear,
  number: typeof last,
): Observation {
  const expected = number.express(last.value);
  const culprit = {
    ...{ reported: reportedOf(number), expected, support: 1, slip: null },
    place: figure.place,
  };
  const params = lastWords(last, lastYear);
  return { rule: id, severity: 'warning', params, culprits: [culprit], evidence: [lastEvidence(last)] };
}
