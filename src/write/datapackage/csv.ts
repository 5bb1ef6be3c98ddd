/** A field of a record: text, a whole number, or nothing. */
export type CsvValue = string | number | null;

/**
 * Records as CSV by RFC 4180, without a byte order mark: programs that read data packages take it for a part of
 * the first column's name. A text that begins like a formula gets an apostrophe in front: a program that opens
 * the file computes nothing.
 */
export function csvText(header: readonly string[], records: readonly (readonly CsvValue[])[]): string {
  const lines = [header, ...records].map((record) => record.map(field).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

function field(value: CsvValue): string {
  const text = typeof value === 'string' ? harmless(value) : value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A number keeps its sign; control characters go. */
function harmless(text: string): string {
  const plain = withoutControls(text);
  return /^[=+\-@\t\r]/.test(plain) && !/^-?\d+(?:\.\d+)?$/.test(plain) ? `'${plain}` : plain;
}

function withoutControls(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are the characters that must not be written
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
}
