import type { Stage } from './scope.ts';
import type { FundSource, Indicator, Office, SheetText } from './disclosure.ts';
import type { UnitKind } from './codes/mapping.ts';

/** Funds that are 财政拨款: their revenue is what is spent from them. */
export const fiscalFunds = ['general', 'governmentFund', 'stateCapital'] as const;
/** Funds that are not 财政拨款; the last five together are 单位资金. */
export const ownFunds = [
  'fiscalAccount',
  'serviceIncome',
  'businessIncome',
  'superiorGrant',
  'affiliatedRemittance',
  'otherIncome',
] as const;
export type BookFund = (typeof fiscalFunds)[number] | (typeof ownFunds)[number];

export type BookNature = 'personnel' | 'operating' | 'otherOperating' | 'specificTarget';
export type BookVintage = 'current' | 'carriedOver';

export const publicItems = ['abroad', 'reception', 'vehiclePurchase', 'vehicleRunning'] as const;
export type PublicItem = (typeof publicItems)[number];
export const procurementItems = ['goods', 'works', 'services'] as const;
export type ProcurementItem = (typeof procurementItems)[number];

/** A unit of the department, by the name that is printed. */
export interface BookUnit {
  readonly name: string;
  /** 行政 and 参公 units are administrative: their 公用经费 is 机关运行经费. */
  readonly kind: UnitKind;
}

/** An amount of expenditure with everything that is known of it. */
export interface BookFact {
  readonly unit: string;
  /** 功能分类项, 7 digits. */
  readonly function: string;
  /** 部门预算支出经济分类款, 5 digits; needed for basic expenditure. */
  readonly deptEconomic?: string;
  /** 政府预算支出经济分类款 where it is not what the shipped mapping says. */
  readonly govEconomic?: string;
  readonly nature: BookNature;
  readonly fund: BookFund;
  readonly vintage: BookVintage;
  /** A project of the book by its id, else its name; needed for project expenditure. */
  readonly project?: string;
  /** The decision by which this line is not published in detail. */
  readonly withheld?: string;
  /** Amount in 分. */
  readonly fen: number;
}

/**
 * Revenue that the expenditure does not say. For 财政拨款 a line names the revenue item (收入科目) and adds
 * no money; for a fund of the unit the lines are its whole revenue of the year, and what is not spent is 年终结转.
 */
export interface BookRevenue {
  readonly unit: string;
  readonly fund: BookFund;
  /** 功能分类项 that money of the unit's own funds is meant for. */
  readonly function?: string;
  /** 收入分类科目 (103…): for 政府性基金 and 国有资本经营预算. */
  readonly revenueCode?: string;
  readonly fen: number;
}

export interface BookIndicator extends Pick<Indicator, 'horizon' | 'level1' | 'level2' | 'level3' | 'value'> {
  readonly horizon: 'period' | 'annual';
}

/** Money of a performance sheet by source, in 分. */
export type BookSources = Readonly<Partial<Record<Exclude<FundSource, 'total'>, number>>>;

export interface BookSheet {
  readonly attribute: string;
  readonly term: string;
  readonly funds: { readonly period: BookSources; readonly annual: BookSources };
  readonly texts: Readonly<Partial<Record<SheetText, string>>>;
  readonly indicators: readonly BookIndicator[];
  /** 填报日期, YYYY-MM-DD. */
  readonly filedAt: string;
}

export interface BookProject {
  readonly name: string;
  /** Tells projects of the same name apart; what facts name where it is given. */
  readonly id?: string;
  readonly unit: string;
  /** The decision by which this project is not published. */
  readonly withheld?: string;
  /** Absent where no performance sheet is published. */
  readonly sheet?: BookSheet;
}

/** How facts name a project. */
export function projectKey({ id, name }: Pick<BookProject, 'id' | 'name'>): string {
  return id ?? name;
}

/**
 * A recorded decision not to publish (涉密). What it covers is shown only at its level: 款 of the function and
 * 类 of the economic classification, or 类 of both.
 */
export interface BookDecision {
  /** The document that decides, by its number or title; lines and projects name it. */
  readonly document: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly level: 'division' | 'class';
}

/** A classification item that the shipped lists do not have, or name otherwise. */
export interface BookCode {
  readonly axis: 'function' | 'deptEconomic' | 'govEconomic' | 'revenue';
  readonly code: string;
  readonly name: string;
}

/** 部门整体支出绩效目标. */
export interface BookDepartmentGoal {
  readonly goal: string;
  readonly indicators: readonly Omit<BookIndicator, 'horizon'>[];
}

/** Last year's budget, in 分. Its classes, its natures and its funds with the carry-over sum to one total. */
export interface BookPreviousYear {
  /** Expenditure by 功能分类类 (201 …). */
  readonly byClass: Readonly<Record<string, number>>;
  readonly byNature: { readonly basic: number; readonly project: number };
  /** Revenue of that year by fund. */
  readonly byFund: Readonly<Partial<Record<BookFund, number>>>;
  readonly carriedOver: number;
  /** 机关运行经费. */
  readonly operating: number;
  readonly threePublic: Readonly<Partial<Record<PublicItem, number>>>;
}

/** What a reason explains; the text follows the words 原因是 and carries no full stop. */
export const reasonSubjects = [
  'total',
  ...fiscalFunds,
  ...ownFunds,
  'basic',
  'project',
  'threePublic',
  'operating',
] as const;
export type ReasonSubject = (typeof reasonSubjects)[number];

/** An amount of one of the three public expenses; it stands in the facts too and adds no money. */
export interface BookPublicExpense {
  readonly unit: string;
  readonly item: PublicItem;
  readonly fund: (typeof fiscalFunds)[number];
  readonly fen: number;
}

export const vehicleKinds = [
  'leader',
  'confidential',
  'emergency',
  'enforcement',
  'special',
  'business',
  'other',
] as const;
export type VehicleKind = (typeof vehicleKinds)[number];

/** State assets at `date` (YYYY-MM-DD). */
export interface BookAssets {
  readonly date: string;
  readonly vehicleQuota: number;
  readonly vehicles: Readonly<Partial<Record<VehicleKind, number>>>;
  /** Office space in square metres. */
  readonly officeArea: number;
  /** 单价50万元以上的通用设备, 单价100万元以上的专用设备. */
  readonly generalEquipment: number;
  readonly specialEquipment: number;
}

/** A term of the glossary; without a definition of its own it has the shipped one. */
export interface BookTerm {
  readonly term: string;
  readonly definition?: string;
}

/**
 * What one unit has of a total that the book states for the whole department (procurement, assets, last year):
 * money in 分, or a number of things.
 */
export interface BookShare {
  readonly unit: string;
  /** The path of the total: procurement.goods; see `bookShares`. */
  readonly of: string;
  /** 功能分类类, for previous.byClass only. */
  readonly code?: string;
  readonly fen?: number;
  readonly count?: number;
}

/** What the clerk maintains: every fact once. Amounts are safe integers in 分. */
export interface Book {
  readonly schema: 1;
  readonly department: { readonly code: string; readonly name: string };
  readonly region: string;
  readonly year: number;
  readonly stage: Extract<Stage, 'budget'>;
  readonly units: readonly BookUnit[];
  readonly overview: { readonly duties: string; readonly offices: readonly Office[] };
  readonly facts: readonly BookFact[];
  readonly revenue: readonly BookRevenue[];
  readonly projects: readonly BookProject[];
  /** Null for a department that had no budget last year. */
  readonly previous: BookPreviousYear | null;
  readonly reasons: Readonly<Partial<Record<ReasonSubject, string>>>;
  readonly threePublic: readonly BookPublicExpense[];
  readonly procurement: Readonly<Record<ProcurementItem, number>>;
  readonly assets: BookAssets;
  /** Names of purchased services (政府购买服务); empty for none. */
  readonly purchasedServices: readonly string[];
  readonly otherNotes: string;
  readonly glossary: readonly BookTerm[];
  /** The form that it is published in, where the clerk chose one. */
  readonly form?: string;
  readonly departmentGoal?: BookDepartmentGoal;
  readonly decisions?: readonly BookDecision[];
  readonly codes?: readonly BookCode[];
  /** Which unit the totals came from, as far as it is known. */
  readonly shares?: readonly BookShare[];
  /** YYYY-MM-DD; null while not yet known. */
  readonly dates: { readonly approved: string | null; readonly published: string | null };
}
