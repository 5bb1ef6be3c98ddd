import type { Relation } from './relation.ts';
import type { Term } from './term.ts';
import type { Variable } from './variable.ts';

type Weighted = Pick<Term, 'figure' | 'weight'>;

const MOST_TERMS = 6;

type VariableOf = (figure: number) => Variable | null;

/**
 * The relation as a person would write the sum: 4974.45 ÷ 622.15 = 799.56%; with units where they differ (5元 ÷ 8万元).
 * Null where it would be too long to read, or where two printings are simply the same.
 */
export function formulaOf(relation: Relation, variableOf: VariableOf): string | null {
  const { ratio } = relation;
  if (ratio === undefined) return linearFormula(relation, variableOf);
  const isMixed = hasUnits([...ratio.part, ...ratio.whole], variableOf);
  const part = sumWords(ratio.part, variableOf, isMixed);
  const whole = sumWords(ratio.whole, variableOf, isMixed);
  const quotient = valueOf(ratio.part, variableOf) / valueOf(ratio.whole, variableOf);
  if (part === null || whole === null || !Number.isFinite(quotient)) return null;
  const divisor = ratio.whole.length > 1 ? `(${whole})` : whole;
  const dividend = ratio.part.length > 1 ? `(${part})` : part;
  return `${dividend} ÷ ${divisor} = ${(quotient * 100).toFixed(2)}%`;
}

/** Are the amounts printed in different units? */
function hasUnits(terms: readonly Weighted[], variableOf: VariableOf): boolean {
  return new Set(terms.map(({ figure }) => variableOf(figure)?.moneyUnit)).size > 1;
}

function linearFormula(relation: Relation, variableOf: VariableOf): string | null {
  const { terms } = relation;
  const [first, ...rest] = terms;
  if (first === undefined || rest.length < 2 || terms.length > MOST_TERMS) return null;
  const others = rest.map((term) => ({
    figure: term.figure,
    weight: -term.weight * Math.sign(first.weight),
  }));
  const isMixed = hasUnits(terms, variableOf);
  const words = sumWords(others, variableOf, isMixed);
  const total = variableOf(first.figure);
  if (words === null || total === null) return null;
  return `${words} = ${total.express(valueOf(others, variableOf)).text}${isMixed ? (total.moneyUnit ?? '') : ''}`;
}

function valueOf(terms: readonly Weighted[], variableOf: VariableOf): number {
  return terms.reduce((sum, { figure, weight }) => sum + weight * (variableOf(figure)?.value ?? 0), 0);
}

/** A + B − C, positive terms first. */
function sumWords(terms: readonly Weighted[], variableOf: VariableOf, withUnits: boolean): string | null {
  const ordered = [...terms].sort((a, b) => b.weight - a.weight);
  const words: string[] = [];
  for (const { figure, weight } of ordered) {
    const variable = variableOf(figure);
    if (variable === null || Math.abs(weight) !== 1) return null;
    if (variable.value === 0 && terms.length > 1) continue;
    const sign = words.length === 0 ? (weight < 0 ? '−' : '') : weight < 0 ? ' − ' : ' + ';
    const unit = withUnits ? (variable.moneyUnit ?? '') : '';
    words.push(`${sign}${variable.express(variable.value).text}${unit}`);
  }
  return words.length === 0 ? null : words.join('');
}
