import { nothingNamed } from './naming.ts';
import { topicOf } from './topics.ts';
import { wordsBefore, type Topic, type Walk } from './walk.ts';

/** Matches where the clause ends with the words, which stand alone in it. */
function endsWith(words: string): RegExp {
  return new RegExp(`(?:^|[,;:、。(]|其中|包括)(?:${words})(?:预算|决算)?(?:数|金额)?[为是]?$`);
}

/** Short names that mean a part only where a list of just these parts is open. */
const shortParts: Readonly<Record<string, readonly (readonly [ending: RegExp, item: string])[]>> = {
  vehicles: [
    [endsWith('购置(?:费用?|支出|经费)'), 'vehiclePurchase'],
    [endsWith('(?:运行|运行维护|运维)(?:费用?|支出|经费)'), 'vehicleRunning'],
  ],
  procurement: [
    [endsWith('货物类?(?:采购|项目|支出)?'), 'goods'],
    [endsWith('工程类?(?:采购|项目|支出)?'), 'works'],
    [endsWith('服务类?(?:采购|项目|支出)?'), 'services'],
  ],
};

/** “公务用车购置及运行费9万元，其中：购置费0万元，运行费9万元”: the list says what is bought and run. */
export function partOfItem(walk: Walk): Topic | null {
  const { frames, pending } = walk;
  const parts = shortParts[frames.at(-1)?.base.item ?? ''];
  if (parts === undefined || (pending.named && !pending.naming.weak)) return null;
  const before = wordsBefore(walk, 16);
  const item = parts.find(([ending]) => ending.test(before))?.[1];
  return item === undefined ? null : topicOf(walk, { ...nothingNamed, scope: { item }, weak: false });
}
