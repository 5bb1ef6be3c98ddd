/** How a report may look: width in columns (null: lines are not broken) and whether colours are shown. */
export interface Look {
  readonly width: number | null;
  readonly colour: boolean;
}

const codes = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39] } as const;
export type Style = keyof typeof codes;

/** The text in a terminal's style; plain without colours. */
export function styled(text: string, style: Style, look: Look): string {
  const [on, off] = codes[style];
  return look.colour ? `\u001b[${on}m${text}\u001b[${off}m` : text;
}

// East Asian wide and full-width ranges (Unicode UAX #11), and the quotes and signs that Chinese fonts draw wide.
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}“”‘’—…]/u;

/** Columns that the text takes in a terminal. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += wide.test(character) ? 2 : 1;
  return columns;
}

/** Signs that may not begin a line, and those that may not end one. */
const closing = /^[，。；：、！？）》」』”’…%,.;:!?)\]]/u;
const opening = /[（《「『“‘([]$/u;

/** Pieces that stay whole: a word or number, or one wide character with the signs that cling to it. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const piece of text.match(/\s+|[^\s\u2e80-\u{3fffd}“”‘’]+|./gsu) ?? []) {
    const last = pieces.at(-1);
    if (last !== undefined && !/^\s/.test(piece) && (closing.test(piece) || opening.test(last))) {
      pieces[pieces.length - 1] = last + piece;
    } else pieces.push(piece);
  }
  return pieces;
}

/** The text broken into lines of at most the width, each after the indent. */
export function wrapped(text: string, indent: string, look: Look): readonly string[] {
  if (look.width === null) return [indent + text];
  const most = Math.max(20, look.width - columnsOf(indent));
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    if (line !== '' && columnsOf(line) + columnsOf(piece.trimEnd()) > most) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return [...lines, line].filter((each) => each !== '').map((each) => indent + each.trimEnd());
}
