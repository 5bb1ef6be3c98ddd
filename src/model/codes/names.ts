import { remembered } from '../remembered.ts';

const halfWidth: Readonly<Record<string, string>> = { '（': '(', '）': ')', '［': '[', '］': ']' };
const unlike = /[\s（）［］]/g;

/**
 * A classification name for comparison: bracket width and spaces do not count, letter case does.
 * Kept to one pattern because an index folds thousands of names at its first use.
 */
export const foldName = remembered((name) => name.replace(unlike, (character) => halfWidth[character] ?? ''));
