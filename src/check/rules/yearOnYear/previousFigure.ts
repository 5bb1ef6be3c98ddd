import type { PrintedValue, Severity } from '../../../model/finding.ts';
import { evidenceAt } from '../../narrative/observed.ts';
import type { Observation, OutsideCheck, Rule, RuleContext, RuleResult } from '../../rule.ts';
import { slipOf } from '../../slip.ts';
import { reportedOf } from '../../variable.ts';
import { comparisonOf, isSameDepartment, type Compared, type Comparison } from '../../yearOnYear/compared.ts';
import { lastEvidence, lastWords } from '../../yearOnYear/lastPlace.ts';

const none: RuleResult = { observations: [], pass: 0, notApplicable: 1 };

/** The comparison where the documents belong together; null where nothing may be compared. */
function usable(context: RuleContext): Comparison | null {
  const comparison = comparisonOf(context);
  return comparison !== null && isSameDepartment(context.disclosure, comparison) ? comparison : null;
}

/** Most of what is said of last year differs: it was compared with something else, not written wrongly. */
function isOtherBase({ compared, proven }: Comparison): boolean {
  const differing = compared.filter(({ holds }) => !holds).length;
  return !proven && differing >= 2 && differing * 2 > compared.length;
}

/** What this year's document says of last year's figures, against last year's document. */
export const previousFigure: Rule = {
  id: 'yearOnYear.previousFigure',
  severity: 'error',
  authority: '算术；财预〔2016〕143号',
  check: (context) => {
    const comparison = usable(context);
    if (comparison === null) return none;
    const { compared, undecided } = comparison;
    const pass = compared.filter(({ holds }) => holds).length;
    const outside = outsideChecks(comparison);
    if (isOtherBase(comparison)) return { observations: [], pass, notApplicable: undecided, outside };
    const found = new Map<string, Observation>();
    for (const each of compared.filter(({ holds }) => !holds)) {
      const key = [each.last.value, each.statement.text, each.statement.sign].join(' ');
      const first = found.get(key);
      found.set(key, first === undefined ? observationOf(each, comparison) : repeated(first, each));
    }
    return { observations: [...found.values()], pass, notApplicable: undecided, outside };
  },
};

function outsideChecks(comparison: Comparison): readonly OutsideCheck[] {
  const other = isOtherBase(comparison);
  return comparison.compared.flatMap(({ statement, last, holds }) => {
    if (statement.number === null || (other && !holds)) return [];
    return [{ figure: statement.number.id, holds, printed: lastEvidence(last) }];
  });
}

/** The same wrong number said again is evidence. */
function repeated(first: Observation, { statement }: Compared): Observation {
  const { number } = statement;
  return number === null
    ? first
    : { ...first, evidence: [...(first.evidence ?? []), evidenceAt(number, 'mention')] };
}

function observationOf({ statement, last }: Compared, comparison: Comparison): Observation {
  const { number, current, place, text, kind } = statement;
  const expected = expectedOf({ statement, last, holds: false });
  const severity: Severity = comparison.proven ? 'error' : 'warning';
  const turned = kind === 'change' && current !== null && isTurned(statement.sign, current.value, last.value);
  return {
    rule: 'yearOnYear.previousFigure',
    severity,
    variant: turned ? 'turned' : kind === 'cell' ? 'amount' : kind,
    params: {
      ...lastWords(last, comparison.lastYear),
      quote: statement.quote === '' ? text : statement.quote,
      current: current === null || current.text === '' ? '0' : current.text,
      expected: expected?.text ?? '—',
    },
    culprits: [
      {
        reported: number === null ? { text, fen: null } : reportedOf(number),
        expected,
        support: 1,
        slip: slipBetween(statement, expected),
        place,
      },
    ],
    evidence: [lastEvidence(last), ...(current === null ? [] : [evidenceAt(current, 'part')])],
  };
}

function isTurned(sign: number, current: number, last: number): boolean {
  return sign !== 0 && Math.sign(current - last) === -sign;
}

/** What stands there once it is right; null where words must change. */
function expectedOf({ statement: { kind, number, current }, last }: Compared): PrintedValue | null {
  if (number === null || kind === 'flat') return null;
  if (kind === 'amount' || kind === 'cell') return number.express(last.value);
  if (current === null) return null;
  const change = Math.abs(current.value - last.value);
  if (kind === 'change') return number.express(change);
  return last.value <= 0 ? null : number.express((change / last.value) * 1_000_000);
}

function slipBetween(
  { number }: Compared['statement'],
  expected: PrintedValue | null,
): ReturnType<typeof slipOf> {
  if (number === null || expected?.fen == null) return null;
  const unit = Math.max(1, number.unit);
  return slipOf(Math.round(number.value / unit), Math.round(expected.fen / unit), []);
}

/** Most figures of last year that the document speaks of are not those of last year's document. */
export const otherBase: Rule = {
  id: 'yearOnYear.otherBase',
  severity: 'warning',
  authority: '财预〔2016〕143号',
  check: (context) => {
    const comparison = usable(context);
    if (comparison === null) return none;
    if (!isOtherBase(comparison)) return { observations: [], pass: 1 };
    const differing = comparison.compared.filter(({ holds }) => !holds);
    const [first] = differing;
    if (first === undefined) return none;
    const { observation } = { observation: observationOf(first, comparison) };
    const evidence = differing.flatMap(({ statement: { number } }) =>
      number === null ? [] : [evidenceAt(number, 'mention')],
    );
    const params = { ...observation.params, count: differing.length, all: comparison.compared.length };
    return {
      observations: [
        { ...observation, rule: 'yearOnYear.otherBase', severity: 'warning', variant: '', params, evidence },
      ],
      pass: 0,
    };
  },
};
