import { acrossNotes } from './acrossDocuments.ts';
import { claimNotes } from './claims.ts';
import { documentNotes } from './document.ts';
import { narrativeNotes } from './narrative.ts';
import type { RuleNotes } from './note.ts';
import { performanceNotes } from './performance.ts';
import { tableNotes } from './table.ts';
import { yearOnYearNotes } from './yearOnYear.ts';

/** The notes of all rules, by id. */
export const ruleNotes: RuleNotes = {
  ...tableNotes,
  ...claimNotes,
  ...narrativeNotes,
  ...documentNotes,
  ...performanceNotes,
  ...yearOnYearNotes,
  ...acrossNotes,
};
