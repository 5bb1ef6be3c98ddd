/** Rows of cells as tab separated lines; a tab or a line break inside a cell becomes a space. */
export function tabbed(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(cellText).join('\t')).join('\n');
}

/** A cell in straight quotes would lose them to readers that take them for a spreadsheet's. */
function cellText(text: string): string {
  const plain = text.replace(/[\t\r\n]+/g, ' ').trim();
  return plain.length > 1 && plain.startsWith('"') && plain.endsWith('"')
    ? `"${plain.replaceAll('"', '""')}"`
    : plain;
}

/** A paragraph on one line. */
export function oneLine(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ').trim();
}

/**
 * The rows of a head from the paths of titles above each column, outermost first. A title over several
 * columns stands above the first of them, as a merged cell does in text.
 */
export function headRows(paths: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const depth = Math.max(...paths.map((path) => path.length));
  return Array.from({ length: depth }, (_, level) =>
    paths.map((path, i) => (isSpanned(path, paths[i - 1], level) ? '' : (path[level] ?? ''))),
  );
}

/** The same title with the same ones above it: the cell before spans this column too. */
function isSpanned(path: readonly string[], before: readonly string[] | undefined, level: number): boolean {
  if (before === undefined || level >= path.length) return false;
  return path.slice(0, level + 1).every((title, i) => title === before[i]);
}
