/** What a text means is asked for again and again: labels, headers and names repeat. Bounded for hostile files. */
const MOST_REMEMBERED = 10_000;
const LONGEST_REMEMBERED = 400;

/** The function of a text with a memory; what depends on more than the text must not be remembered. */
export function remembered<Result>(compute: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    if (text.length > LONGEST_REMEMBERED) return compute(text);
    const found = known.get(text);
    if (found !== undefined) return found;
    const result = compute(text);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(text, result);
    return result;
  };
}
