const folded: Readonly<Record<string, string>> = { '（': '(', '）': ')', '［': '[', '］': ']' };

/** A name for comparison: bracket width and spaces do not count, letter case does. */
export function foldName(name: string): string {
  return name.replace(/\s+/g, '').replace(/[（）［］]/g, (bracket) => folded[bracket] ?? bracket);
}
