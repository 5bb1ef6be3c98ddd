import type { z } from 'zod';
import type { Language } from '../../model/language.ts';
import type { Filing } from '../../store/filings.ts';
import type { Caller } from '../../store/sessions.ts';
import { actionsFor, daysUntil } from '../workflow/act.ts';
import { filingStateWords } from '../../model/words/filingStates.ts';
import type { filing as shape } from './shapes/filing.ts';

/** A filing as the caller sees it. */
export function filingView(filing: Filing, caller: Caller, language: Language): z.output<typeof shape> {
  const { state, dueOn } = filing;
  const isOpen = state === 'approved' || state === 'withdrawn';
  return {
    ...filing,
    stateName: filingStateWords[state][language],
    daysLeft: dueOn === null || !isOpen ? null : daysUntil(dueOn),
    actions: [...actionsFor(filing, caller)],
  };
}
