const turned: Readonly<Record<string, string>> = { '“': '‘', '”': '’', '‘': '“', '’': '”' };

/** A text that is put between “ and ”: quotation marks inside of others are the single ones (GB/T 15834). */
export function insideQuotes(text: string): string {
  return text.replace(/[“”‘’]/g, (mark) => turned[mark] ?? mark);
}

/** Fills a template's {words}; what stands between the template's own quotation marks is turned. */
export function fillQuoted(template: string, wordOf: (name: string) => string): string {
  let open = 0;
  return template.replace(/[“”]|\{(\w+)\}/g, (match, name: string | undefined) => {
    if (name === undefined) {
      open += match === '“' ? 1 : -1;
      return match;
    }
    return open > 0 ? insideQuotes(wordOf(name)) : wordOf(name);
  });
}
