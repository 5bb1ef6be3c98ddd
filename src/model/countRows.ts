import { countedWords } from './narrative/countWords.ts';
import { fold, withoutNumbering } from './fold.ts';

/** Which part of a document counts: 保有量 of 三公 are other cars than the 车辆 of the state's assets. */
export type CountPart = 'threePublic' | 'assets';

/** What a row of a table counts: a node of the open part of the `item` dimension, as the sentences name it. */
export interface CountedRow {
  readonly part: CountPart;
  readonly item: string;
}

const rows: readonly (readonly [pattern: RegExp, part: CountPart, item: string])[] = [
  [/^因公出国\(境\)团组(?:个)?数?$/, 'threePublic', 'abroadGroups'],
  [/^因公出国\(境\)(?:人次数?|人数)$/, 'threePublic', 'abroadPersons'],
  [/^公务用车购置数量?$/, 'threePublic', 'purchasedVehicles'],
  [/^公务用车保有[量数]$/, 'threePublic', 'stockVehicles'],
  [/^国内公务接待批次数?$/, 'threePublic', 'receptionBatches/domestic'],
  [/^国内公务接待(?:人次数?|人数)$/, 'threePublic', 'receptionPersons/domestic'],
  [/^国\(境\)外公务接待批次数?$/, 'threePublic', 'receptionBatches/overseas'],
  [/^国\(境\)外公务接待(?:人次数?|人数)$/, 'threePublic', 'receptionPersons/overseas'],
  [/^(?:外事接待|接待外宾)批次数?$/, 'threePublic', 'receptionBatches/foreign'],
  [/^(?:外事接待|接待外宾)(?:人次数?|人数)$/, 'threePublic', 'receptionPersons/foreign'],
  [/^(?:共有)?车辆(?:数量?)?(?:合计|总计)?$/, 'assets', 'stockVehicles'],
  [/^单价100万元\(含\)以上设备(?:\(不含车辆\))?$/, 'assets', 'stockEquipment/100'],
];

/** The kinds of cars by their names: 机要通信用车 is stockVehicles/confidential. */
const kinds: ReadonlyMap<string, string> = new Map(
  countedWords.flatMap(([words, node]) =>
    node.startsWith('Vehicles/') ? words.split(' ').map((word) => [word, `stock${node}`] as const) : [],
  ),
);

/** What the row of this label counts; null where it is no count that sentences repeat. */
export function countedRow(label: string): CountedRow | null {
  const words = withoutNumbering(fold(label).replace(/^其中:?/, '')).replace(/\((?:[^()\d]{1,5})\)$/, '');
  const listed = rows.find(([pattern]) => pattern.test(words));
  if (listed !== undefined) return { part: listed[1], item: listed[2] };
  const kind = kinds.get(words);
  return kind === undefined ? null : { part: 'assets', item: kind };
}
