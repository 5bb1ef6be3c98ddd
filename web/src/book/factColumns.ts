import type { AmountUnit } from '../words/money.ts';
import { funds, isBasic, natures, vintages, type Fact } from './book.ts';
import type { CodeSearch } from './codes.ts';
import {
  choiceColumn,
  codeColumn,
  fixedColumn,
  fenColumn,
  needed,
  optional,
  textColumn,
  unitColumn,
  type Access,
  type GridColumn,
  type Offer,
} from './columns.ts';
import type { SayBook } from './words.ts';

export interface FactLists {
  readonly functions: CodeSearch;
  readonly economic: CodeSearch;
  readonly units: readonly string[];
  readonly projects: readonly string[];
}

/** What last year's budget gives for a line; null where nothing of last year is known. */
export type LastYearOf = (fact: Fact) => string;

/** The columns of the lines of expenditure, from the left. */
export function factColumns(
  lists: FactLists,
  say: SayBook,
  unit: AmountUnit,
  lastYear: LastYearOf | null,
): readonly GridColumn<Fact>[] {
  const words = (values: readonly (typeof natures | typeof funds | typeof vintages)[number][]): Offer[] =>
    values.map((value) => ({ value, label: say(value) }));
  const before =
    lastYear === null
      ? []
      : [fixedColumn<Fact>({ field: 'lastYear', title: say('lastYear'), width: 130 }, lastYear, true)];
  return [
    codeColumn(
      { field: 'function', title: say('function'), width: 220 },
      needed<Fact>('function'),
      lists.functions,
      7,
    ),
    codeColumn(
      { field: 'deptEconomic', title: say('deptEconomic'), width: 170 },
      optional<Fact>('deptEconomic'),
      lists.economic,
      5,
    ),
    fenColumn<Fact>(say, unit, 140),
    ...before,
    choiceColumn({ field: 'nature', title: say('nature'), width: 100 }, nature, words(natures)),
    choiceColumn({ field: 'fund', title: say('fund'), width: 120 }, needed<Fact>('fund'), words(funds)),
    choiceColumn(
      { field: 'vintage', title: say('vintage'), width: 90 },
      needed<Fact>('vintage'),
      words(vintages),
    ),
    textColumn(
      { field: 'project', title: say('project'), width: 260 },
      optional<Fact>('project'),
      lists.projects,
    ),
    unitColumn<Fact>(say, lists.units, 220),
  ];
}

/** Basic expenditure has no project. */
const nature: Access<Fact> = {
  of: (fact) => fact.nature,
  with: (fact, value) => {
    const changed = { ...fact, nature: value as Fact['nature'] };
    return isBasic(changed.nature) ? optional<Fact>('project').with(changed, '') : changed;
  },
};

/** A new line like the one above it. */
export function newFact(above: Fact | undefined, unit: string): Fact {
  if (above === undefined) {
    return { unit, function: '', nature: 'personnel', fund: 'general', vintage: 'current', fen: 0 };
  }
  return { ...above, fen: 0 };
}
