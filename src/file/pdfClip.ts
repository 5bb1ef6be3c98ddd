import type { Extent, Frame } from './pdfFrame.ts';
import { placeExtent } from './pdfFrame.ts';
import type { Pdfium } from './pdfium.ts';

/** Clips beyond this many segments are outlines of letters or drawings, not boxes. */
const mostSegments = 64;

/** The box that a text object is clipped to, undefined without one. */
export type ClipOf = (object: number) => Extent | undefined;

/**
 * Reads the box that a text object is clipped to, undefined without one. Only for objects of the page
 * itself: those in a form XObject (`forms` says that there are any) have their clip in other coordinates.
 */
export function clipReader(pdfium: Pdfium, page: number, frame: Frame, forms: boolean): ClipOf {
  const own = forms ? objectsOf(pdfium, page) : undefined;
  const clips = new Map<number, Extent | undefined>();
  let lastObject = 0;
  let lastClip: Extent | undefined;
  return (object) => {
    if (object === lastObject) return lastClip;
    lastObject = object;
    lastClip = own?.has(object) !== false ? sharedClip(pdfium, object, frame, clips) : undefined;
    return lastClip;
  };
}

/**
 * The clip of an object is a pointer to paths that all objects drawn under one clip share. The pointer
 * itself is the key, so that the paths are read once and not for every character that is an object.
 */
function sharedClip(
  pdfium: Pdfium,
  object: number,
  frame: Frame,
  clips: Map<number, Extent | undefined>,
): Extent | undefined {
  const clip = pdfium.call.FPDFPageObj_GetClipPath(object);
  if (clip === 0) return undefined;
  const key = pdfium.view().getUint32(clip, true);
  if (key === 0) return undefined;
  if (!clips.has(key)) clips.set(key, readClip(pdfium, clip, frame));
  return clips.get(key);
}

function objectsOf({ call }: Pdfium, page: number): ReadonlySet<number> {
  const objects = new Set<number>();
  const count = call.FPDFPage_CountObjects(page);
  for (let index = 0; index < count; index++) objects.add(call.FPDFPage_GetObject(page, index));
  return objects;
}

/** The box that all clip paths share. */
function readClip(pdfium: Pdfium, clip: number, frame: Frame): Extent | undefined {
  // -1 when there is none.
  const paths = pdfium.call.FPDFClipPath_CountPaths(clip);
  let shared: Extent | undefined;
  for (let path = 0; path < Math.min(paths, 16); path++) {
    const box = boundsOfPath(pdfium, clip, path, frame);
    if (box !== undefined) shared = shared === undefined ? box : intersect(shared, box);
  }
  return shared;
}

function boundsOfPath(pdfium: Pdfium, clip: number, path: number, frame: Frame): Extent | undefined {
  const { call, scratch, view } = pdfium;
  const count = call.FPDFClipPath_CountPathSegments(clip, path);
  if (count < 3 || count > mostSegments) return undefined;
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  // Boxes, which are nearly all clips, are told by two opposite corners.
  for (let index = 0; index < count; index += count <= 5 ? 2 : 1) {
    call.FPDFPathSegment_GetPoint(call.FPDFClipPath_GetPathSegment(clip, path, index), scratch, scratch + 4);
    const x = view().getFloat32(scratch, true);
    const y = view().getFloat32(scratch + 4, true);
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  return placeExtent(frame, left, bottom, right, top);
}

function intersect(a: Extent, b: Extent): Extent {
  return {
    x0: Math.max(a.x0, b.x0),
    y0: Math.max(a.y0, b.y0),
    x1: Math.min(a.x1, b.x1),
    y1: Math.min(a.y1, b.y1),
  };
}
