const field =
  /\s*(?:PAGEREF\s+_Toc\d+(?:\s*\\?h(?![a-z]))?|HYPERLINK\s+\\l\s*"?_Toc\d+"?|TOC\s+\\o\s*"1-\d"(?:\s*\\[hznu])*|\\\*\s*MERGEFORMAT)\s*/g;

/** The text without the field codes that a page copied from a word processor shows (PAGEREF _Toc123 \h 4). */
export function withoutFieldCodes(text: string): string {
  return /_Toc|MERGEFORMAT|TOC\s+\\o/.test(text) ? text.replace(field, ' ').trim() : text;
}
