import type { Figure } from './figure.ts';
import type { Claim } from './narrative/claim.ts';
import type { MoneyUnit } from './money.ts';
import type { Place } from './place.ts';
import type { Scope, Stage } from './scope.ts';
import type { SourceNote } from './source.ts';

/** An entry of the contents page. */
export interface ContentsEntry {
  readonly title: string;
  /** As printed; null when the line carries no page number. */
  readonly page: string | null;
  readonly place: Place;
}

export interface Office {
  readonly name: string;
  readonly text: string;
}

export interface TableColumn {
  readonly key: string;
  /** The header texts above the column, outermost first. */
  readonly title: readonly string[];
}

/** A cell as printed. A blank cell has text "" and fen null; a text cell (govEconomic) has fen null. */
export interface TableCell {
  readonly text: string;
  /** Amount in 分, null for blanks, texts and what cannot be read as an amount. */
  readonly fen: number | null;
  readonly place: Place;
}

export interface TableRow {
  readonly side: 'revenue' | 'expenditure' | null;
  readonly code: string | null;
  /** As printed, where `code` is what the rows around it say. */
  readonly printedCode?: string;
  readonly name: string;
  /** 合计 0; 类/款/项 or department/unit/project 1/2/3. */
  readonly level: number;
  readonly cells: Readonly<Record<string, TableCell>>;
  readonly place: Place;
}

export interface DisclosureTable {
  readonly number: number;
  readonly key: string;
  /** The printed label, e.g. 预算公开表1. */
  readonly label: string | null;
  readonly title: string;
  readonly unit: MoneyUnit | null;
  readonly note: string | null;
  readonly place: Place;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

export interface NarrativeParagraph {
  readonly text: string;
  readonly place: Place;
  /** Character ranges of `text` and where they stand. */
  readonly spans: readonly { readonly start: number; readonly end: number; readonly place: Place }[];
  /** What its sentences claim, in order. */
  readonly claims: readonly Claim[];
}

export interface NarrativeSection {
  /** Section key of the form: duties, changes, revenue … other. */
  readonly section: string;
  readonly title: string;
  readonly place: Place;
  readonly paragraphs: readonly NarrativeParagraph[];
}

/** An amount on a performance sheet, printed in 元 (or as the sheet says). */
export interface SheetAmount {
  readonly text: string;
  readonly fen: number;
  /** Last-digit unit in 分: 100 for whole 元. */
  readonly unitFen: number;
  readonly place: Place;
}

export const fundSources = ['total', 'central', 'provincial', 'local', 'own', 'other'] as const;
export type FundSource = (typeof fundSources)[number];
export type SheetFunds = Readonly<Record<FundSource, SheetAmount | null>>;

export const sheetTexts = [
  'overview',
  'basis',
  'necessity',
  'safeguards',
  'plan',
  'periodGoal',
  'annualGoal',
] as const;
export type SheetText = (typeof sheetTexts)[number];

export interface Indicator {
  readonly horizon: 'period' | 'annual';
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly value: string;
  readonly place: Place;
}

/** A source of funds that a sheet prints under its own words. */
export interface OtherFund {
  readonly horizon: 'period' | 'annual';
  readonly label: string;
  readonly amount: SheetAmount;
}

/** One performance sheet (项目支出绩效目标表). */
export interface ProjectSheet {
  readonly name: string;
  readonly department: string | null;
  readonly unit: string | null;
  readonly attribute: string | null;
  readonly term: string | null;
  readonly funds: { readonly period: SheetFunds; readonly annual: SheetFunds };
  /** Printed sources that have no slot of their own (财政拨款, 上年结转 …); where there are any, no sum is implied. */
  readonly otherFunds?: readonly OtherFund[];
  readonly texts: Readonly<Record<SheetText, string | null>>;
  readonly textPlaces: Readonly<Partial<Record<SheetText, Place>>>;
  readonly indicators: readonly Indicator[];
  /** 填报日期 as printed. */
  readonly filedAt: string | null;
  readonly filedAtPlace?: Place;
  /** The sheet's own year, from "(2026年度)". */
  readonly year: number | null;
  readonly place: Place;
  /** It reports on what a project achieved (绩效自评表). */
  readonly report?: true;
}

/** An amount beside the goals of the whole department, under its printed words. */
export interface GoalAmount {
  readonly label: string;
  /** The money that the words name; null where they name none that the tables print. */
  readonly scope: Scope | null;
  readonly amount: SheetAmount;
}

/** One of the year's main tasks (年度主要任务) with its money. */
export interface GoalTask {
  readonly name: string;
  readonly content: string | null;
  readonly total: SheetAmount | null;
  /** 财政拨款 and what is not. */
  readonly fiscal: SheetAmount | null;
  readonly other: SheetAmount | null;
}

/** Its horizon only where the sheet prints a list for the whole term beside that of the year. */
export type GoalIndicator = Omit<Indicator, 'horizon'> & Partial<Pick<Indicator, 'horizon'>>;

/** 部门整体支出绩效目标: what the whole budget of a department or unit is to achieve. Amounts in 分. */
export interface DepartmentGoal {
  readonly title: string;
  /** As the sheet prints it; absent where it is composed. */
  readonly department?: string | null;
  readonly year?: number | null;
  /** The goal of the year; "" where none is printed. */
  readonly goal: string;
  readonly periodGoal?: string | null;
  readonly funds: {
    readonly total: SheetAmount | null;
    readonly basic: SheetAmount | null;
    readonly project: SheetAmount | null;
  };
  /** Other printed divisions of the money: by fund, by kind of expenditure. */
  readonly otherFunds?: readonly GoalAmount[];
  readonly tasks?: readonly GoalTask[];
  /** 金额合计 of the tasks, where it is printed. */
  readonly tasksTotal?: Pick<GoalTask, 'total' | 'fiscal' | 'other'> | null;
  readonly indicators: readonly GoalIndicator[];
  readonly place?: Place;
}

export interface GlossaryEntry {
  readonly term: string;
  readonly definition: string;
  readonly place: Place;
}

/** Something that could not be read with certainty. */
export interface Uncertain {
  readonly place: Place;
  readonly reason: string;
  /** What kind of doubt it is: what the reader of the file noted, or what the tables and sheets leave open. */
  readonly note?:
    | SourceNote['code']
    | 'unknownTable'
    | 'unitMissing'
    | 'notAnAmount'
    | 'noAmount'
    | 'repeatedLabel'
    | 'unclearIndicator'
    | 'gluedIndicators'
    | 'oneIndicatorSet'
    | 'unusualLevel2'
    | 'unknownRow'
    | 'unnamedProject';
  /** What is printed there, for the words of a kind. */
  readonly detail?: string;
}

export interface UnplacedAmount {
  readonly text: string;
  readonly fen: number;
  readonly unitFen: number;
  readonly place: Place;
  readonly side: 'revenue' | 'expenditure' | null;
  /** Printed as 其中: it stands beside parts that are not printed, and makes no sum incomplete. */
  readonly part: boolean;
}

/** A line as printed. */
export interface PrintedLine {
  readonly text: string;
  readonly place: Place;
}

/** Lines that name the document, its parts and its department, for comparison with each other. */
export interface PrintedLines {
  /** Before the contents page or the first part. */
  readonly cover: readonly PrintedLine[];
  /** Titles, headings and the beginnings of numbered paragraphs, without the contents page and the sheets. */
  readonly titles: readonly PrintedLine[];
  /** The department's name above the tables. */
  readonly departments: readonly PrintedLine[];
  /** What tells how the department is organised: its offices and units. Absent in older disclosures. */
  readonly organisation?: readonly PrintedLine[];
  /** Running headers and footers. */
  readonly margins: readonly PrintedLine[];
}

/** A printed number of a self-evaluation: `digits` ÷ 10^`scale`. */
export interface EvaluationNumber {
  readonly text: string;
  readonly digits: number;
  readonly scale: number;
  readonly percent: boolean;
  readonly place: Place;
}

/** A row of the money: what could be spent in the year, what was, and the rate printed beside. */
export interface EvaluatedFunds {
  readonly label: string;
  /** 全年预算数, after adjustments; null where it is not printed. */
  readonly budget: SheetAmount | null;
  readonly spent: SheetAmount | null;
  readonly rate: EvaluationNumber | null;
}

/** An indicator, the carrying out of the budget, or the total: what it is worth (分值) and what it got (得分). */
export interface ScoredRow {
  readonly label: string;
  readonly weight: EvaluationNumber | null;
  readonly score: EvaluationNumber | null;
}

/** One table of self-evaluation (绩效自评表), of a project or of the department. */
export interface Evaluation {
  /** The project's name; null where none is printed. */
  readonly name: string | null;
  readonly funds: readonly EvaluatedFunds[];
  /** How well the money was spent, where that is scored. */
  readonly execution: ScoredRow | null;
  readonly indicators: readonly ScoredRow[];
  /** Null where no total is printed, or where subtotals stand among the indicators. */
  readonly total: ScoredRow | null;
}

/** Whose a disclosure is and of which year; null where it does not say. */
export interface DisclosureName {
  readonly department: string | null;
  readonly year: number | null;
}

/** What is published, or was read: every figure with its place. */
export interface Disclosure {
  readonly file: string;
  readonly department: { readonly code: string | null; readonly name: string | null };
  readonly region: string | null;
  readonly year: number | null;
  readonly stage: Stage;
  readonly form: string | null;
  readonly formReason: string;
  readonly unit: MoneyUnit | null;
  readonly contents: readonly ContentsEntry[];
  readonly overview: { readonly duties: string | null; readonly offices: readonly Office[] };
  readonly tables: readonly DisclosureTable[];
  readonly narrative: readonly NarrativeSection[];
  readonly projects: readonly ProjectSheet[];
  /** The goals of the whole department, where the document prints them. */
  readonly departmentGoal?: DepartmentGoal;
  /** Further sheets of the same kind: one a unit. */
  readonly unitGoals?: readonly DepartmentGoal[];
  /** Tables of self-evaluation, where the document prints any. */
  readonly evaluations?: readonly Evaluation[];
  readonly glossary: readonly GlossaryEntry[];
  readonly uncertain: readonly Uncertain[];
  /** Every amount of the tables with its scope, blanks included (a blank is exactly zero). */
  readonly figures: readonly Figure[];
  /** Printed amounts whose row or column words are not understood: counted, never compared. */
  readonly unplaced: readonly UnplacedAmount[];
  /** The disclosures that the file holds one after another, where it holds several: it cannot be checked as one. */
  readonly separate?: readonly DisclosureName[];
  /** Absent where the disclosure was not read from a document. */
  readonly printed?: PrintedLines;
}
