/** An amount of last year by 类. */
export interface ClassLine {
  readonly code: string;
  /** 分 */
  readonly fen: number;
}

/** Amounts by code; lines of one code are added, lines without a code are not yet anything. */
export function recordOfLines(lines: readonly ClassLine[]): Readonly<Record<string, number>> {
  const record: Record<string, number> = {};
  for (const { code, fen } of lines) if (code !== '') record[code] = (record[code] ?? 0) + fen;
  return record;
}

/**
 * The record as lines. The lines as they were typed stay, with their order and the one that has no code yet, as
 * long as they say the same.
 */
export function classLines(
  record: Readonly<Record<string, number>>,
  typed: readonly ClassLine[],
): readonly ClassLine[] {
  const own = recordOfLines(typed);
  const codes = Object.keys(record);
  const isSame =
    codes.length === Object.keys(own).length && codes.every((code) => own[code] === record[code]);
  if (isSame) return typed;
  return codes.sort().map((code) => ({ code, fen: record[code] ?? 0 }));
}
