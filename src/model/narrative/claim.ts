import { extend } from '../extend.ts';
import type { MoneyUnit } from '../money.ts';
import type { Scope, Stage } from '../scope.ts';
import type { SectionDefaults } from './sections.ts';

export type ClaimKind = 'amount' | 'change' | 'rate' | 'share' | 'pair' | 'count' | 'list' | 'zero';
export type Direction = 'increase' | 'decrease' | 'flat';

/**
 * What another claim of the same paragraph is to this one.
 * change: current − previous; rate: change ÷ previous; share: part ÷ whole (完成预算的 too);
 * list: total = Σ item; total: the list's total, on each item; pair: the other figure of the pair;
 * same: an earlier mention of the same quantity.
 */
export type ReferenceRole =
  'current' | 'previous' | 'change' | 'part' | 'whole' | 'total' | 'item' | 'pair' | 'same';

export interface Reference {
  readonly role: ReferenceRole;
  /** Index into the paragraph's claims. */
  readonly claim: number;
}

/** A decimal as printed: `digits` ÷ 10^`scale`. 6.38% is { digits: 638, scale: 2 }. */
export interface PrintedNumber {
  readonly digits: number;
  readonly scale: number;
}

/** What a change or a rate is measured against; null parts are not said. */
export interface Basis {
  readonly year: number | null;
  readonly stage: Stage | null;
  /** 执行数: what was carried out, which no table of this document prints. */
  readonly execution: boolean;
}

/** Why a claim has no subject. */
export type Unresolved =
  | 'noSubject'
  | 'noFlow'
  | 'unknownPhrase'
  | 'unknownName'
  | 'ambiguousName'
  | 'unknownCount'
  | 'unreadableNumber';

export interface ClaimRoles {
  /** The amount is the previous year's. */
  readonly previousYear: boolean;
  /** The amount is 执行数. */
  readonly execution: boolean;
  /** An item of a list (其中, 包括, 主要用于以下方面). */
  readonly ofList: boolean;
  /** Stands in the reason for a change (主要原因是 …). */
  readonly reason: boolean;
  /** One amount for revenue and for expenditure (收支总计). */
  readonly bothFlows: boolean;
  /** The unit is not printed and was taken from the clause. */
  readonly unitMissing: boolean;
  /** A share that is a degree of completion (完成年初预算的 P%). */
  readonly completion: boolean;
  /** The wording lets the change belong to the item or to the list's total, and no rate decides. */
  readonly attachmentUncertain: boolean;
  /** A list that says it is not complete (等), or that explains a change. */
  readonly incomplete: boolean;
}

/** What a stretch of a sentence claims. */
export interface Claim {
  readonly kind: ClaimKind;
  /** Without year and stage (see `claimScope`); null when it could not be resolved: never a guess. */
  readonly subject: Scope | null;
  /** Other readings that the wording allows, e.g. without the fund of a loose heading. */
  readonly alternatives: readonly Scope[];
  readonly unresolved: Unresolved | null;
  /** The words that were not understood. */
  readonly unknownWords: string | null;
  readonly year: number | null;
  readonly stage: Stage;
  /** As printed, without the money unit or the measure word; a rate keeps its percent sign. */
  readonly text: string;
  /** Offsets of `text` in the paragraph, [start, end). */
  readonly start: number;
  readonly end: number;
  /** Amount in 分 (a change is unsigned as printed), with the value of its last digit. */
  readonly fen: number | null;
  readonly unitFen: number | null;
  readonly moneyUnit: MoneyUnit | null;
  /** Percent or count. */
  readonly number: PrintedNumber | null;
  /** '%', '倍', or the measure word of a count. */
  readonly numberUnit: string | null;
  readonly direction: Direction | null;
  readonly basis: Basis | null;
  /** The scope that a share is taken of, where the words name it (占本年支出合计的 P%). */
  readonly whole: Scope | null;
  readonly refersTo: readonly Reference[];
  readonly roles: ClaimRoles;
}

/** What names mean, by axis; built from the document's own tables and the code lists. */
export interface NameIndex {
  /** Codes or node names of a function name: all that bear it. */
  functions(name: string): readonly string[];
  functionsUnder(name: string, parent: string): readonly string[];
  /** Codes of an economic class name; those that begin with 5 are government economic classes. */
  economic(name: string): readonly string[];
  /** Project nodes of a project name; absent when the document has no project table. */
  projects?(name: string): readonly string[];
  /** All known names (functions, economic, projects), longest first. */
  readonly longestNames: readonly string[];
}

export interface ClaimContext {
  readonly section: string;
  readonly year: number;
  readonly stage: Stage;
  readonly departmentNames: readonly string[];
  readonly names: NameIndex;
  /** A heading that says what the section is about, where its key does not. */
  readonly title?: string;
  /** A form's own defaults per section, over the general ones. */
  readonly sectionDefaults?: SectionDefaults;
}

/** The subject with the claim's year and stage as dimensions; null when unresolved. */
export function claimScope(claim: Claim): Scope | null {
  if (claim.subject === null) return null;
  const year = claim.year === null ? {} : { year: String(claim.year) };
  return extend(claim.subject, { ...year, stage: claim.stage });
}
