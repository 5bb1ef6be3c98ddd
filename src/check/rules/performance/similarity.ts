import type { ProjectSheet } from '../../../model/disclosure.ts';
import { fold } from '../../../model/fold.ts';

/** Two characters as one number of 32 bits, which V8 keeps without an object. */
export function pairAt(text: string, index: number): number {
  return (text.charCodeAt(index) << 16) | text.charCodeAt(index + 1);
}

/** The character pairs of a text, as numbers. */
function pairs(text: string): Set<number> {
  const found = new Set<number>();
  for (let index = 0; index + 1 < text.length; index++) found.add(pairAt(text, index));
  return found;
}

/** The share of character pairs that two folded names have in common (Dice), 0 to 1. */
export function nameSimilarity(a: string, b: string): number {
  const [x, y] = [pairs(fold(a)), pairs(fold(b))];
  if (x.size + y.size === 0) return 1;
  let common = 0;
  for (const pair of x) if (y.has(pair)) common++;
  return (2 * common) / (x.size + y.size);
}

/** How much of a name's character pairs stand in a text, 0 to 1. */
export function nameCoverage(name: string, text: string): number {
  const [words, folded] = [fold(name), fold(text)];
  const seen = new Set<string>();
  let common = 0;
  for (let index = 0; index + 1 < words.length; index++) {
    const pair = words.slice(index, index + 2);
    if (seen.has(pair)) continue;
    seen.add(pair);
    if (folded.includes(pair)) common++;
  }
  return seen.size === 0 ? 0 : common / seen.size;
}

/**
 * A project's name without what tells the parts of one project apart: years, numbers, brackets.
 */
function nameStem(name: string): string {
  return fold(name)
    .replace(/\([^()]*\)/g, '')
    .replace(/20\d\d年?/g, '')
    .replace(/[\d一二三四五六七八九十期]+$/, '')
    .replace(/\d+/g, '');
}

interface NameForms {
  readonly folded: string;
  readonly stem: string;
}

const known = new WeakMap<ProjectSheet, NameForms>();

/** A sheet's name folded, and its stem; every name is compared with every other, so they are kept. */
export function nameForms(sheet: ProjectSheet): NameForms {
  const found = known.get(sheet) ?? { folded: fold(sheet.name), stem: nameStem(sheet.name) };
  known.set(sheet, found);
  return found;
}

/** Parts of one project: the same stem. */
export function areSiblings(a: ProjectSheet, b: ProjectSheet): boolean {
  const { stem } = nameForms(a);
  return stem !== '' && stem === nameForms(b).stem;
}
