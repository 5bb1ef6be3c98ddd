import type { Pdfium } from './pdfium.ts';

/** A page's visible box in PDF units and how it is turned to be shown. */
export interface Frame {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
  /** Quarter turns clockwise. */
  readonly turns: number;
  /** In points, after turning. */
  readonly width: number;
  readonly height: number;
}

/** A rectangle measured from the top left of the turned page, y downwards. */
export interface Extent {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** The frame of a loaded page as a reader sees it. */
export function pageFrame({ call, scratch, view }: Pdfium, page: number): Frame {
  // Left, top, right, bottom, as 32-bit floats.
  const found = call.FPDF_GetPageBoundingBox(page, scratch) !== 0;
  const at = (index: number): number => (found ? view().getFloat32(scratch + index * 4, true) : 0);
  const box = { left: at(0), top: at(1), right: at(2), bottom: at(3) };
  return turned(box, call.FPDFPage_GetRotation(page) & 3);
}

/** The same box shown with other quarter turns. */
export function turned(box: Pick<Frame, 'left' | 'bottom' | 'right' | 'top'>, turns: number): Frame {
  const { left, bottom, right, top } = box;
  const wide = right - left;
  const high = top - bottom;
  const upright = turns % 2 === 0;
  return { left, bottom, right, top, turns, width: upright ? wide : high, height: upright ? high : wide };
}

/** From PDF coordinates (y upwards) to the turned page. */
export function placeX(frame: Frame, x: number, y: number): number {
  switch (frame.turns) {
    case 1:
      return y - frame.bottom;
    case 2:
      return frame.right - x;
    case 3:
      return frame.top - y;
    default:
      return x - frame.left;
  }
}

/** From PDF coordinates (y upwards) to the turned page. */
export function placeY(frame: Frame, x: number, y: number): number {
  switch (frame.turns) {
    case 1:
      return x - frame.left;
    case 2:
      return y - frame.bottom;
    case 3:
      return frame.right - x;
    default:
      return frame.top - y;
  }
}

/** A rectangle given by two corners in PDF coordinates, on the turned page. */
export function placeExtent(frame: Frame, ax: number, ay: number, bx: number, by: number): Extent {
  const x = placeX(frame, ax, ay);
  const y = placeY(frame, ax, ay);
  const toX = placeX(frame, bx, by);
  const toY = placeY(frame, bx, by);
  return { x0: Math.min(x, toX), y0: Math.min(y, toY), x1: Math.max(x, toX), y1: Math.max(y, toY) };
}

/** Moves a rectangle from one turning of a page to another. */
export function moveExtent(from: Frame, to: Frame, extent: Extent): Extent {
  if (from.turns === to.turns) return extent;
  const [ax, ay] = unplace(from, extent.x0, extent.y0);
  const [bx, by] = unplace(from, extent.x1, extent.y1);
  return placeExtent(to, ax, ay, bx, by);
}

/** From the turned page back to PDF coordinates (y upwards). */
export function unplace(frame: Frame, x: number, y: number): [number, number] {
  switch (frame.turns) {
    case 1:
      return [y + frame.left, x + frame.bottom];
    case 2:
      return [frame.right - x, y + frame.bottom];
    case 3:
      return [frame.right - y, frame.top - x];
    default:
      return [x + frame.left, frame.top - y];
  }
}
