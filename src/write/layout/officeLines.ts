/**
 * Where an office suite breaks the lines of a text: Chinese as wide as its type, Latin letters and digits in Times,
 * words and numbers in one piece, no sign at the beginning or end of a line that may not stand there.
 * Widths of Times: its font metrics, in thousandths of the type.
 */
const latinWidths: readonly (readonly [characters: string, width: number])[] = [
  ["'", 180],
  ['|', 200],
  [' ,.', 250],
  ['/:;\\ijlt', 278],
  ['!()-I[]`fr', 333],
  ['Js', 389],
  ['"', 408],
  ['?acez', 444],
  ['^', 469],
  ['{}', 480],
  ['#$*0123456789_bdghknopquvxy', 500],
  ['~', 541],
  ['FPS', 556],
  ['+<=>', 564],
  ['ELTZ', 611],
  ['BCR', 667],
  ['ADGHKNOQUVXYw', 722],
  ['&m', 778],
  ['%', 833],
  ['M', 889],
  ['@', 921],
  ['W', 944],
];

const widths = new Map(
  latinWidths.flatMap(([characters, width]) => Array.from(characters, (c) => [c, width] as const)),
);

/** Signs that may hang over the end of a line. */
const hanging = /^[,.:;!?、。，．：；！？]$/;
const noBeginning = /^[!%),.:;?\]}¢°·’”‰℃、。々〉》」』】〕〗！％），．：；？］｝～]$/;
const noEnd = /^[$([{£¥‘“〈《「『【〔〖（［｛￥]$/;

/** What is never broken, and how wide it is in parts of the type. */
interface Piece {
  readonly text: string;
  readonly width: number;
}

/**
 * The lines of a text in a room `width` wide, both in points; the first begins `indent` later. A line break in the
 * text stays one.
 */
export function officeLines(text: string, size: number, width: number, indent = 0): readonly string[] {
  return text
    .split('\n')
    .flatMap((paragraph, i) => brokenLines(paragraph, width / size, i === 0 ? indent / size : 0));
}

/** `room` and `indent` in parts of the type. */
function brokenLines(text: string, room: number, indent: number): readonly string[] {
  const lines: string[] = [];
  let line: Piece[] = [];
  let used = indent;
  for (const piece of piecesOf(text)) {
    const gap = line.length > 0 ? gapBetween(line.at(-1)?.text ?? '', piece.text) : 0;
    if (line.length === 0 || used + gap + piece.width <= room + tolerance || mayHang(piece, line)) {
      line.push(piece);
      used += gap + piece.width;
      continue;
    }
    const moved = takenDown(line, piece);
    lines.push(textOf(line));
    line = [...moved, piece];
    used = widthOf(line);
  }
  return [...lines, textOf(line)];
}

/** Positions are counted in twentieths of a point. */
const tolerance = 0.005;

/** Behind Latin letters and digits no sign hangs: they are set on their own. */
function mayHang({ text }: Piece, line: readonly Piece[]): boolean {
  const before = line.at(-1)?.text ?? '';
  return hanging.test(text) && !hanging.test(before) && !/[!-~]$/.test(before);
}

/** Takes from the end of a line what has to stand together with the piece that begins the next one. */
function takenDown(line: Piece[], piece: Piece): readonly Piece[] {
  const moved: Piece[] = [];
  for (let first = piece; line.length > 1;) {
    const before = line.at(-1);
    if (before === undefined || !(noBeginning.test(first.text) || noEnd.test(before.text))) break;
    line.pop();
    moved.unshift(before);
    first = before;
  }
  return moved;
}

function piecesOf(text: string): readonly Piece[] {
  return (text.match(/[!-~]+| |[^ -~]/gu) ?? []).map((piece) => ({
    text: piece,
    width: Array.from(piece).reduce((sum, c) => sum + (widths.get(c) ?? 1000), 0) / 1000,
  }));
}

function widthOf(line: readonly Piece[]): number {
  return line.reduce((sum, { text, width }, i) => sum + width + gapBetween(line[i - 1]?.text ?? '', text), 0);
}

function textOf(line: readonly Piece[]): string {
  return line.map(({ text }) => text).join('');
}

/** The space that is put between Chinese and Latin letters or digits. */
function gapBetween(before: string, after: string): number {
  const changes =
    (/[\dA-Za-z]$/.test(before) && ideograph.test(after)) ||
    (ideograph.test(before) && /^[\dA-Za-z]/.test(after));
  return changes ? scriptSpace : 0;
}

const ideograph = /^\p{Script=Han}$/u;
const scriptSpace = 0.2;
