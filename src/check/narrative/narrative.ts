import type { Rule } from '../rule.ts';
import { indexByScope } from '../scopeIndex.ts';
import { stateClaims } from './claimFigures.ts';
import { claimRelations } from './claimRelations.ts';

/** The sentences' own arithmetic, and their amounts against the tables and each other. */
export const narrativeRule: Rule = {
  id: 'narrative.amount',
  severity: 'error',
  authority: '算术；财预〔2016〕143号 第三条',
  check({ disclosure, ledger }) {
    const tables = indexByScope(disclosure.figures);
    const paragraphs = stateClaims(disclosure, ledger, tables);
    const relations = claimRelations(paragraphs, tables, (figure) => ledger.variables[figure] ?? null);
    return { observations: [], relations, pass: 0 };
  },
};
