import type { Book } from '../../model/book.ts';
import { fold } from '../../model/fold.ts';

/** How the office of a department itself is told from its other units. */
const ownMark = /[（(]?(?:机关)?本级[）)]?$/;

/** The department's name from the name of its own office: 某局（本级） is of 某局. */
export function withoutOwnMark(name: string): string {
  return name.trim().replace(ownMark, '') || name;
}

/**
 * The books in an order that does not depend on how they were given: the department's own first, the others by
 * code and name. Its own is the one that says so (本级), or else has the office that every book names as the
 * department; where neither tells, it is the first that was given.
 */
export function inOwnOrder(books: readonly Book[]): readonly Book[] {
  const own =
    onlyOne(books.filter(isMarked)) ?? onlyOne(books.filter((book) => isCalledAll(book, books))) ?? books[0];
  return own === undefined ? [] : [own, ...books.filter((book) => book !== own).toSorted(byCodeAndName)];
}

function onlyOne(books: readonly Book[]): Book | undefined {
  return books.length === 1 ? books[0] : undefined;
}

function isMarked({ department, units }: Book): boolean {
  return [department, ...units].some(({ name }) => ownMark.test(name.trim()));
}

/** Has it a unit of the name that all books give to the department? */
function isCalledAll({ units }: Book, books: readonly Book[]): boolean {
  const [name, ...others] = [...new Set(books.map(({ department }) => fold(department.name)))];
  return others.length === 0 && units.some((unit) => fold(unit.name) === name);
}

function byCodeAndName(a: Book, b: Book): number {
  const [first, second] = [a, b].map(keyOf) as [string, string];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Everything, should even the names be the same. */
function keyOf(book: Book): string {
  const { department, units } = book;
  return [department.code, department.name, ...units.map(({ name }) => name), JSON.stringify(book)].join(
    '\n',
  );
}
