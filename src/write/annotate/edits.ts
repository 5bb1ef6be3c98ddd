/** A stretch of the source to exchange: [start, end) becomes `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The source with the edits made; where two stand at one place, in the order given. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  let made = '';
  let at = 0;
  for (const { start, end, text } of sorted) {
    made += source.slice(at, start) + text;
    at = end;
  }
  return made + source.slice(at);
}

/** What XML cannot hold: control characters, halves of surrogate pairs, and two codes of no meaning. */
// eslint-disable-next-line no-control-regex -- control characters are what is meant
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** Text for XML; characters that XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(forbidden, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
