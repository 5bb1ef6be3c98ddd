import { fold } from '../../model/fold.ts';
import type { Block } from '../../model/source.ts';

/** Blocks and rows that are searched: a department's name stands at the beginning of both. */
const [mostBlocks, mostRows] = [400, 8];

/**
 * A folded name as the document prints it, with its own brackets and quotes, but without the spaces between its
 * letters; the folded name where no line has all of it.
 */
export function printedName(name: string | null, blocks: readonly Block[]): string | null {
  if (name === null || name === '') return name;
  for (const block of blocks.slice(0, mostBlocks)) {
    for (const text of textsIn(block)) {
      const printed = nameIn(text, name);
      if (printed !== null) return printed;
    }
  }
  return name;
}

function textsIn(block: Block): readonly string[] {
  return block.kind === 'paragraph'
    ? [block.text]
    : block.rows.slice(0, mostRows).flatMap((row) => row.map(({ text }) => text));
}

function nameIn(text: string, name: string): string | null {
  if (text.includes(name)) return name;
  if (text.length < name.length || !fold(text).includes(name)) return null;
  const letters = text.split('').map((letter) => ({ letter, folded: fold(letter) }));
  const kept = letters.flatMap(({ folded }, at) => (folded === '' ? [] : [{ folded, at }]));
  const start = kept
    .map(({ folded }) => folded)
    .join('')
    .indexOf(name);
  const [first, last] = [kept[start], kept[start + name.length - 1]];
  if (first === undefined || last === undefined) return null;
  const stretch = letters.slice(first.at, last.at + 1).map(({ letter }) => letter);
  return stretch.join('').replace(/[\s\u200b\ufeff]+/g, '');
}
