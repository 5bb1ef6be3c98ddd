import { fold } from '../../model/fold.ts';
import { chineseNumeral } from '../../model/numerals.ts';

const number = '(\\d{1,3}|[一二两三四五六七八九十]{1,3})';
/** 本部以及下属5家预算单位: the office itself comes on top. */
const besides = new RegExp(
  `(?:本级|本部|机关)(?:以及|及|和|及其)(?:下属|所属|直属)(?:的)?${number}[个家](?:预算|二级|事业|基层)?[^，。；,;]{0,6}?单位`,
);
/** 机关及下属预算单位4个, 纳入部门预算编制范围的单位共4个: all of them. */
const altogether = new RegExp(
  `(?:(?:机关|本级|本部)及(?:下属|所属)(?:预算)?单位|(?:纳入|包括)[^。；;]{0,24}?单位)(?:共|共计|合计)?${number}[个家]`,
);
const none = /(?:没有|无)(?:下属|所属|直属)[^。；;]{0,4}单位/;

/**
 * How many units a text says that a department's budget is made of, the office itself included; null where it
 * does not say so.
 */
export function unitCountIn(text: string): number | null {
  const folded = fold(text);
  const added = besides.exec(folded)?.[1];
  if (added !== undefined) return numberOf(added) + 1;
  const all = altogether.exec(folded)?.[1];
  if (all !== undefined) return numberOf(all);
  return none.test(folded) ? 1 : null;
}

function numberOf(printed: string): number {
  const word = printed.replace('两', '二');
  const spelt = Array.from({ length: 99 }, (_, i) => i + 1).find((each) => chineseNumeral(each) === word);
  return /^\d+$/.test(printed) ? Number(printed) : (spelt ?? 0);
}
