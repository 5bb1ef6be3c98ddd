import type { Extent, Frame } from './pdfFrame.ts';
import { placeExtent } from './pdfFrame.ts';
import { dottedRules } from './pdfDots.ts';
import type { Pdfium } from './pdfium.ts';

/** What is drawn on a page besides text, in points from the top left of the frame it was read in. */
export interface Drawing {
  /** Strokes and thin fills, each a long thin rectangle: ruling lines, underlines, axes. */
  readonly rules: readonly Rule[];
  readonly pictures: readonly Extent[];
  /** Coloured areas: the grounds of cells, rows and boxes. At most 2,000. */
  readonly grounds: readonly Extent[];
  /** How many pieces of lines, curves and pictures were drawn. */
  readonly segments: number;
  /** Some of it, and perhaps of the text, stands in form XObjects. */
  readonly forms: boolean;
  /** More was drawn than is read. */
  readonly cut: boolean;
}

export interface Rule extends Extent {
  /** White: to be seen only on a coloured ground. */
  readonly white: boolean;
}

/** Horizontal scale, shears, vertical scale, shift: x' = ax + cy + e, y' = bx + dy + f. */
type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const pathType = 2;
const imageType = 3;
const formType = 5;
const moveTo = 2;
const bezier = 1;
/** A bar thicker than this is a picture of something, not a line. In points. */
const thickest = 3.2;
const mostSegments = 400_000;
const deepest = 12;

interface Reading {
  readonly pdfium: Pdfium;
  readonly frame: Frame;
  readonly rules: Rule[];
  readonly grounds: Extent[];
  /** Squares so small that only a row of them shows a line. */
  readonly dots: Extent[];
  readonly pictures: Extent[];
  segments: number;
  forms: boolean;
}

/** Reads lines and pictures of a loaded page, those inside form XObjects included. */
export function readDrawing(pdfium: Pdfium, page: number, frame: Frame): Drawing {
  const { call } = pdfium;
  const reading: Reading = {
    ...{ pdfium, frame, rules: [], grounds: [], dots: [], pictures: [] },
    segments: 0,
    forms: false,
  };
  const count = call.FPDFPage_CountObjects(page);
  for (let index = 0; index < count && reading.segments < mostSegments; index++) {
    readObject(reading, call.FPDFPage_GetObject(page, index), [1, 0, 0, 1, 0, 0], 0);
  }
  const rules = reading.rules.filter(
    (rule) => !rule.white || reading.grounds.some((box) => holds(box, rule)),
  );
  const { pictures, grounds, segments, forms } = reading;
  rules.push(...dottedRules(reading.dots));
  return { rules, pictures, grounds, segments, forms, cut: segments >= mostSegments };
}

function holds(ground: Extent, rule: Extent): boolean {
  const x = (rule.x0 + rule.x1) / 2;
  const y = (rule.y0 + rule.y1) / 2;
  return x > ground.x0 - 1 && x < ground.x1 + 1 && y > ground.y0 - 1 && y < ground.y1 + 1;
}

function readObject(reading: Reading, object: number, matrix: Matrix, depth: number): void {
  const { call } = reading.pdfium;
  const type = call.FPDFPageObj_GetType(object);
  if (type === pathType) readPath(reading, object, multiply(matrixOf(reading.pdfium, object), matrix));
  else if (type === imageType) readPicture(reading, object, matrix);
  else if (type === formType && depth < deepest) {
    reading.forms = true;
    const inner = multiply(matrixOf(reading.pdfium, object), matrix);
    const count = call.FPDFFormObj_CountObjects(object);
    for (let index = 0; index < count && reading.segments < mostSegments; index++) {
      readObject(reading, call.FPDFFormObj_GetObject(object, index), inner, depth + 1);
    }
  }
}

function matrixOf({ call, scratch, view }: Pdfium, object: number): Matrix {
  if (call.FPDFPageObj_GetMatrix(object, scratch) === 0) return [1, 0, 0, 1, 0, 0];
  const at = (index: number): number => view().getFloat32(scratch + index * 4, true);
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [p, q, r, s, t, u] = outer;
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u];
}

/** A picture fills the unit square of its matrix. Some programs draw lines as pictures of one pixel. */
function readPicture(reading: Reading, object: number, outer: Matrix): void {
  reading.segments++;
  const [a, b, c, d, e, f] = multiply(matrixOf(reading.pdfium, object), outer);
  const xs = [e, e + a, e + c, e + a + c];
  const ys = [f, f + b, f + d, f + b + d];
  const box = placeExtent(reading.frame, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
  if (isThin(box, thickest))
    reading.rules.push({ x0: box.x0, y0: box.y0, x1: box.x1, y1: box.y1, white: false });
  else reading.pictures.push(box);
}

function isThin({ x0, y0, x1, y1 }: Extent, limit: number): boolean {
  const short = Math.min(x1 - x0, y1 - y0);
  return short <= limit && Math.max(x1 - x0, y1 - y0) > short * 1.5;
}

function isDot({ x0, y0, x1, y1 }: Extent): boolean {
  return x1 - x0 <= thickest && y1 - y0 <= thickest;
}

function readPath(reading: Reading, path: number, matrix: Matrix): void {
  const { call, scratch, view } = reading.pdfium;
  call.FPDFPath_GetDrawMode(path, scratch, scratch + 4);
  const filled = view().getInt32(scratch, true) !== 0;
  const stroked = view().getInt32(scratch + 4, true) !== 0;
  if (!filled && !stroked) return;
  const outlines = readOutlines(reading, path, matrix);
  if (stroked) addStrokes(reading, path, matrix, outlines);
  if (filled) addFills(reading, path, outlines);
}

/** A chain of straight pieces: x, y, x, y … */
interface Outline {
  readonly points: number[];
  closed: boolean;
  curved: boolean;
}

function readOutlines(reading: Reading, path: number, [a, b, c, d, e, f]: Matrix): Outline[] {
  const { call, scratch, view } = reading.pdfium;
  const count = Math.min(call.FPDFPath_CountSegments(path), mostSegments - reading.segments);
  reading.segments += count;
  const outlines: Outline[] = [];
  let current: Outline | undefined;
  for (let index = 0; index < count; index++) {
    const segment = call.FPDFPath_GetPathSegment(path, index);
    const type = call.FPDFPathSegment_GetType(segment);
    if (current === undefined || type === moveTo) {
      current = { points: [], closed: false, curved: false };
      outlines.push(current);
    }
    call.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4);
    const x = view().getFloat32(scratch, true);
    const y = view().getFloat32(scratch + 4, true);
    current.points.push(a * x + c * y + e, b * x + d * y + f);
    if (type === bezier) current.curved = true;
    if (call.FPDFPathSegment_GetClose(segment) === 1) current.closed = true;
  }
  return outlines;
}

/** Red, green, blue, alpha; black when the file does not say. */
function colorOf(
  reading: Reading,
  object: number,
  read: 'FPDFPageObj_GetFillColor' | 'FPDFPageObj_GetStrokeColor',
) {
  const { call, scratch, view } = reading.pdfium;
  if (call[read](object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0)
    return { hidden: false, white: false };
  const at = (index: number): number => view().getUint32(scratch + index * 4, true);
  return { hidden: at(3) === 0, white: at(0) > 250 && at(1) > 250 && at(2) > 250 };
}

function addStrokes(reading: Reading, path: number, matrix: Matrix, outlines: readonly Outline[]): void {
  const { call, scratch, view } = reading.pdfium;
  call.FPDFPageObj_GetStrokeWidth(path, scratch);
  const scale = Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
  const width = view().getFloat32(scratch, true) * scale;
  const { hidden, white } = colorOf(reading, path, 'FPDFPageObj_GetStrokeColor');
  if (hidden || width > 2 * thickest) return;
  for (const { points, closed, curved } of outlines) {
    if (curved) continue;
    const ring = closed ? [...points, points[0] ?? 0, points[1] ?? 0] : points;
    for (let index = 2; index + 1 < ring.length; index += 2) {
      addStroke(reading, ring, index, white, width);
    }
  }
}

function addStroke(
  reading: Reading,
  points: readonly number[],
  index: number,
  white: boolean,
  width: number,
): void {
  const [ax = 0, ay = 0, bx = 0, by = 0] = points.slice(index - 2, index + 2);
  const box = placeExtent(reading.frame, ax, ay, bx, by);
  const wide = box.x1 - box.x0;
  const high = box.y1 - box.y0;
  if (Math.min(wide, high) > 1 || !Number.isFinite(wide + high)) return;
  // A short thick stroke is a filled bar drawn with one line.
  if (Math.max(wide, high) > width || wide + high > 2)
    reading.rules.push({ x0: box.x0, y0: box.y0, x1: box.x1, y1: box.y1, white });
}

function addFills(reading: Reading, path: number, outlines: readonly Outline[]): void {
  const { hidden, white } = colorOf(reading, path, 'FPDFPageObj_GetFillColor');
  if (hidden) return;
  for (const { points, curved } of outlines) {
    if (points.length < 4 || curved) continue;
    const box = boundsOf(reading.frame, points);
    if (isThin(box, thickest)) reading.rules.push({ x0: box.x0, y0: box.y0, x1: box.x1, y1: box.y1, white });
    else if (isDot(box)) reading.dots.push(box);
    else if (!white && reading.grounds.length < 2000) reading.grounds.push(box);
  }
}

function boundsOf(frame: Frame, points: readonly number[]): Extent {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let index = 0; index + 1 < points.length; index += 2) {
    const x = points[index] ?? 0;
    const y = points[index + 1] ?? 0;
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  return placeExtent(frame, left, bottom, right, top);
}
