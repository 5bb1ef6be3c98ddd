import { fold } from '../../model/fold.ts';
import type { Form, TableForm } from '../../model/form.ts';

/** Shorter titles differ by one sign too easily. */
const shortest = 6;

/**
 * The table whose title in the form differs from the line by one sign (预箅收支总表): a misprint in a title
 * must not hide its table. Null where none or several do.
 */
export function nearlyTitled(line: string, form: Form): TableForm | null {
  const words = bareTitle(line);
  if (words.length < shortest || !/表/.test(words.slice(-3))) return null;
  const near = form.tables.filter(({ title }) => differsByOne(words, bareTitle(title)));
  return near.length === 1 ? (near[0] ?? null) : null;
}

function bareTitle(title: string): string {
  return fold(title.replace('{year}年', '')).replace(/20\d\d年(?:度)?/g, '');
}

/** One sign is another, missing or too many. */
function differsByOne(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const rest = short.length === long.length ? start + 1 : start;
  return short.slice(rest) === long.slice(start + 1);
}
