import { plainText } from '../../../model/narrative/plainText.ts';
import type { WrittenPath } from './functionPaths.ts';
import { directionOf, type ChangeDirection } from './reasonWords.ts';

/** The item that a paragraph is about, as its path writes it. */
export interface ItemPath {
  readonly item: string;
  /** Division and item in one word, as “城乡社区管理事务一般行政管理事务”. */
  readonly full: string;
}

/** The items of a narrative, with their divisions, by the names that mean no other one. */
export type OtherItems = ReadonlyMap<string, string>;

/** The path of a paragraph that is about one item; null where it is about several, or none. */
export function onlyPath(paths: readonly WrittenPath[]): ItemPath | null {
  const [path, another] = paths;
  if (another !== undefined || path?.item === undefined) return null;
  const item = path.item.words;
  return { item, full: `${path.division?.words ?? ''}${item}` };
}

/** A name without what sentences add to it or leave out. */
export function bareName(name: string): string {
  return name.replace(/["“”‘’'\s]/g, '').replace(/(?:支出|经费|预算|资金|费用|等)+$/, '');
}

/** Does the noun mean the item itself? */
export function saysOf(noun: string, { item, full }: ItemPath): boolean {
  const own = bareName(item);
  return noun === own || noun === bareName(full) || (noun.endsWith(own) && bareName(full).endsWith(noun));
}

/** So few characters as 信息化建设 may be a purpose or a reason of anything. */
const shortestName = 6;

export function otherItems(paths: readonly ItemPath[]): OtherItems {
  const bearers = new Map<string, Set<string>>();
  for (const { item, full } of paths) {
    for (const name of [bareName(item), bareName(full)]) {
      if (name.length < shortestName) continue;
      bearers.set(name, (bearers.get(name) ?? new Set()).add(full));
    }
  }
  const single = new Map<string, string>();
  for (const [name, [only, another]] of [...bearers].map(([name, all]) => [name, [...all]] as const))
    if (only !== undefined && another === undefined) single.set(name, only);
  return single;
}

/** A reason that says of one thing only that its money changed: what, and which way. */
export function changeSaid(
  words: string,
): { readonly noun: string; readonly direction: ChangeDirection | null } | null {
  const match =
    /^(.+?)(?:经费|支出|预算|资金|费用)*(?:较上年|比上年)?(?:有所|略有)?(增加|增长|上升|减少|下降|降低|保持不变|不变|持平)了?$/.exec(
      words,
    );
  const [, noun, change] = match ?? [];
  if (noun === undefined || change === undefined) return null;
  return { noun: bareName(plainText(noun).text), direction: directionOf(change) };
}
