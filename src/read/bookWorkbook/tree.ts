/** A value under construction. */
export type Tree = Record<string, unknown>;

/** Sets the value at a path of records, making the records on the way. */
export function setAt(tree: Tree, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<Tree>((node, key) => {
    const next = node[key];
    if (isTree(next)) return next;
    const made: Tree = {};
    node[key] = made;
    return made;
  }, tree);
  holder[last] = value;
}

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
