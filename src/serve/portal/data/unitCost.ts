import { kindOf } from '../../../check/rules/performance/sheetFacts.ts';
import type { PortalProject } from './projects.ts';
import { targetsOf } from './targets.ts';

/** This year's amount by a published quantity. */
export interface UnitCost {
  readonly name: string;
  readonly quantity: number;
  readonly unit: string;
  /** 分 for one unit, rounded. */
  readonly fen: number;
}

/** Things that one can count or measure; not shares, times, documents or money. */
const counted =
  /^(?:平方?米|平方千米|万平方米|立方米|万立方米|公里|千米|米|亩|万亩|公顷|吨|万吨|个|座|套|户|人|人次|名|家|条|处|块|辆|台|栋|株|盏|眼|m2|m²|㎡|m³|km)$/;

/** A project with exactly one quantity that can be counted has a cost per unit; with more, the money cannot be divided. */
export function unitCosts(project: PortalProject): readonly UnitCost[] {
  const { fen } = project;
  if (fen === null || fen <= 0) return [];
  const quantities = targetsOf(project).filter((target) => kindOf(target.indicator) === 'quantity');
  const [only, ...more] = quantities;
  if (only === undefined || more.length > 0) return [];
  const { number, unit, comparison } = only.value;
  if (number === null || number <= 0 || !counted.test(unit) || comparison === 'atMost') return [];
  return [{ name: only.name, quantity: number, unit, fen: Math.round(fen / number) }];
}
