/** No body that people send goes deeper: a book has eight levels. What walks through a body may then call itself. */
export const mostLevels = 64;

/** Are there more levels of objects and lists in one another? */
export function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}
