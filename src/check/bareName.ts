import { fold } from '../model/fold.ts';

/** A body's name without brackets and the words for the office itself: 某局（本级） is 某局. */
export function bareName(name: string): string {
  return fold(name)
    .replace(/\((?:本级|机关|本部|汇总|部门)\)/g, '')
    .replace(/(?:本级|机关|本部)$/, '');
}
