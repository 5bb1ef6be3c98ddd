import type { Scope } from '../scope.ts';

/** What a section of the narrative is about when its sentences do not say. */
export interface SectionDefault {
  /** Holds for every claim of the section unless the words say otherwise. */
  readonly scope: Scope;
  /** Holds only for a claim that names nothing itself. */
  readonly implied?: Scope;
  /** The axis that a name belongs to where functions and economic classes share it. */
  readonly axis?: 'function' | 'economic';
}

export type SectionDefaults = Readonly<Record<string, SectionDefault>>;

const expenditure: Scope = { flow: 'expenditure' };

/** General defaults by section key; a form overrides an entry where its tables are narrower. */
export const sectionDefaults: SectionDefaults = {
  changes: { scope: {}, axis: 'function' },
  revenue: { scope: { flow: 'revenue' }, axis: 'function' },
  expenditure: { scope: expenditure, axis: 'function' },
  appropriation: { scope: { fund: 'fiscal' }, axis: 'function' },
  generalExpenditure: { scope: { ...expenditure, fund: 'general' }, axis: 'function' },
  basic: { scope: { ...expenditure, fund: 'general', nature: 'basic' }, axis: 'economic' },
  governmentFund: { scope: { ...expenditure, fund: 'governmentFund' }, axis: 'function' },
  stateCapital: { scope: { ...expenditure, fund: 'stateCapital' }, axis: 'function' },
  threePublic: { scope: expenditure, implied: { item: 'threePublic' }, axis: 'economic' },
  operating: {
    scope: expenditure,
    implied: { nature: 'operating', unitKind: 'administrative' },
    axis: 'economic',
  },
  procurement: { scope: { ...expenditure, item: 'procurement' } },
  performance: { scope: { ...expenditure, item: 'performance' }, implied: { nature: 'project' } },
  assets: { scope: {} },
  other: { scope: {} },
};

/**
 * Entries for a form whose general-fund tables leave out what was carried over from the year before.
 * Such a form passes them as its own defaults.
 */
export const sectionsWithoutCarryOver: SectionDefaults = {
  generalExpenditure: {
    scope: { ...expenditure, fund: 'general', vintage: 'current' },
    axis: 'function',
  },
  basic: {
    scope: { ...expenditure, fund: 'general', nature: 'basic', vintage: 'current' },
    axis: 'economic',
  },
};

/** The default of a section; a section that nobody knows has none. */
export function defaultOf(section: string, overrides: SectionDefaults | undefined): SectionDefault {
  return overrides?.[section] ?? sectionDefaults[section] ?? { scope: {} };
}
