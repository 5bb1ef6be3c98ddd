import type { RuleContext } from '../rule.ts';
import { tableIndex, type ScopeIndex } from '../scopeIndex.ts';
import type { Variable } from '../variable.ts';
import { saidAmounts, stateClaims, type StatedParagraph } from './claimFigures.ts';

/** The narrative of one check: its claims in the ledger, and the tables that they speak of. */
export interface StatedNarrative {
  readonly paragraphs: readonly StatedParagraph[];
  readonly tables: ScopeIndex;
  /** Amounts of the sentences by their coded scope: what speaks where no table prints the scope. */
  readonly said: ReadonlyMap<number, readonly Variable[]>;
  readonly variableOf: (figure: number) => Variable | null;
}

const stated = new WeakMap<RuleContext['ledger'], StatedNarrative>();

/** Enters the narrative into the ledger once; every rule of the family sees the same numbers. */
export function statedNarrative({ disclosure, ledger }: RuleContext): StatedNarrative {
  const known = stated.get(ledger);
  if (known !== undefined) return known;
  const tables = tableIndex(disclosure);
  const paragraphs = stateClaims(disclosure, ledger, tables);
  const narrative = {
    paragraphs,
    tables,
    said: saidAmounts(paragraphs, tables),
    variableOf: (figure: number) => ledger.variables[figure] ?? null,
  };
  stated.set(ledger, narrative);
  return narrative;
}
