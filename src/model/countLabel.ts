import { fold } from './fold.ts';

const counted = /\((?:个|辆|人|台|套|次|批|批次|人次|项|户|平方米|[台套][,、/][台套])\)$/;

/** Kinds of cars under 车辆数合计（辆）: their unit is not printed again. */
const kindOfCar = /(?:领导|干部|负责人|通信|保障|执勤|技术|业务|其他|其它)用车$/;

/** Does a row's label end with the unit of a count (公务用车保有量（辆）) or name cars? What stands beside it is no money. */
export function labelsCount(label: string): boolean {
  const folded = fold(label);
  return counted.test(folded) || kindOfCar.test(folded);
}
