import { extend } from '../model/extend.ts';
import type { Figure } from '../model/figure.ts';
import { amountVariable, type Variable } from './variable.ts';

export interface AmountOptions {
  /** Relations are generated from its scope. */
  readonly scoped: boolean;
  /** The words around it, where it stands in a sentence. */
  readonly quote?: string;
}

/**
 * All numbers of a document that relations speak of: the tables' figures first, then what the sheets
 * and the text add. Ids are positions.
 */
export interface Ledger {
  /** Amounts with a scope: relations between them are generated. */
  readonly amounts: readonly Figure[];
  readonly variables: readonly Variable[];
  addAmount(figure: Omit<Figure, 'id'>, options?: AmountOptions): Figure;
  addVariable(variable: Omit<Variable, 'id'>): Variable;
}

export function ledgerOf(figures: readonly Figure[]): Ledger {
  const amounts: Figure[] = [...figures];
  const variables: Variable[] = figures.map(amountVariable);
  return {
    amounts,
    variables,
    addAmount(figure, options: AmountOptions = { scoped: true }) {
      const added: Figure = extend(figure, { id: variables.length });
      const variable = amountVariable(added);
      variables.push(options.quote === undefined ? variable : extend(variable, { quote: options.quote }));
      if (options.scoped) amounts.push(added);
      return added;
    },
    addVariable(variable) {
      const added: Variable = extend(variable, { id: variables.length });
      variables.push(added);
      return added;
    },
  };
}
