import { fold } from './fold.ts';

const counted = /\((?:个|辆|人|台|套|次|批|批次|人次|项|户|平方米|[台套][,、/][台套])\)$/;

/** Does a row's label end with the unit of a count (公务用车保有量（辆）)? What stands beside it is no money. */
export function labelsCount(label: string): boolean {
  return counted.test(fold(label));
}
