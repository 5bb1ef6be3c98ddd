import type { Settings, SetSeverity } from '../check/settings/settings.ts';
import type { ImportedList } from '../model/codes/imported.ts';
import type { Form } from '../model/form.ts';
import { shippedForms } from '../model/forms.ts';
import { loadForm } from '../model/loadForm.ts';
import { setting } from '../store/settings.ts';
import type { Database } from '../store/store.ts';

/** What documents of this system are read and checked with, besides what the package ships. */
export interface CheckBasis {
  readonly settings: Settings;
  /** Forms of the users' own. */
  readonly forms: readonly Form[];
  /** Official lists of 政府收支分类科目 that were imported. */
  readonly lists: readonly ImportedList[];
}

export const settingNames = { rules: 'rules', forms: 'forms', codes: 'codes' } as const;

/** What was decided about a rule, by whom, when and why. */
export interface RuleDecision {
  readonly severity: SetSeverity | null;
  readonly thresholds: Readonly<Record<string, number>>;
  readonly reason: string;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
}

export async function checkBasis(db: Database): Promise<CheckBasis> {
  const [decisions, forms, lists] = await Promise.all([ruleDecisions(db), ownForms(db), ownLists(db)]);
  const entries = Object.entries(decisions);
  return {
    settings: {
      severities: Object.fromEntries(
        entries.flatMap(([rule, { severity }]) => (severity === null ? [] : [[rule, severity] as const])),
      ),
      thresholds: Object.fromEntries(entries.map(([rule, { thresholds }]) => [rule, thresholds])),
      waivers: [],
    },
    forms,
    lists,
  };
}

export async function ruleDecisions(db: Database): Promise<Readonly<Record<string, RuleDecision>>> {
  return decisionsOf(await setting(db, settingNames.rules));
}

/** What the setting holds was written by the API after it had been checked. */
export function decisionsOf(value: unknown): Readonly<Record<string, RuleDecision>> {
  return (value ?? {}) as Readonly<Record<string, RuleDecision>>;
}

/** The users' forms; one that this version of the program does not take any more is left out. */
export async function ownForms(db: Database): Promise<readonly Form[]> {
  const value = await setting(db, settingNames.forms);
  const kept: readonly unknown[] = Array.isArray(value) ? value : [];
  return kept.flatMap((each) => {
    const loaded = loadForm(each);
    return loaded.ok ? [loaded.form] : [];
  });
}

/** Every form that documents may have, the users' own first. */
export async function allForms(db: Database): Promise<readonly Form[]> {
  const own = await ownForms(db);
  const ids = new Set(own.map(({ id }) => id));
  return [...own, ...shippedForms.filter(({ id }) => !ids.has(id))];
}

export async function ownLists(db: Database): Promise<readonly ImportedList[]> {
  return listsOf(await setting(db, settingNames.codes));
}

export function listsOf(value: unknown): readonly ImportedList[] {
  return (Array.isArray(value) ? value : []) as readonly ImportedList[];
}
