import type { Scope } from '../scope.ts';

/** What a section of the narrative is about when its sentences do not say. */
export interface SectionDefault {
  /** Holds for every claim of the section unless the words say otherwise. */
  readonly scope: Scope;
  /**
   * Holds only for a claim that names nothing itself; {} is the section's own total, for a figure that
   * says at least that it is a budget or a final account (年初预算数).
   */
  readonly implied?: Scope;
  /** The section's items (三公, 机关运行经费) are paid from the fund in `scope`, where a form gives one. */
  readonly ownFund?: boolean;
  /** The axis that a name belongs to where functions and economic classes share it. */
  readonly axis?: 'function' | 'economic';
}

export type SectionDefaults = Readonly<Record<string, SectionDefault>>;

const expenditure: Scope = { flow: 'expenditure' };

/** General defaults by section key; a form overrides an entry where its tables are narrower. */
export const sectionDefaults: SectionDefaults = {
  changes: { scope: {}, axis: 'function' },
  revenue: { scope: { flow: 'revenue' }, implied: {}, axis: 'function' },
  expenditure: { scope: expenditure, implied: {}, axis: 'function' },
  appropriation: { scope: { fund: 'fiscal' }, axis: 'function' },
  generalExpenditure: { scope: { ...expenditure, fund: 'general' }, implied: {}, axis: 'function' },
  basic: { scope: { ...expenditure, fund: 'general', nature: 'basic' }, axis: 'economic' },
  governmentFund: { scope: { ...expenditure, fund: 'governmentFund' }, implied: {}, axis: 'function' },
  stateCapital: { scope: { ...expenditure, fund: 'stateCapital' }, implied: {}, axis: 'function' },
  threePublic: { scope: expenditure, implied: { item: 'threePublic' }, ownFund: true, axis: 'economic' },
  operating: {
    scope: expenditure,
    implied: { nature: 'operating', unitKind: 'administrative' },
    ownFund: true,
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
