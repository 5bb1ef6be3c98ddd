import type { Pdfium } from '../src/file/pdfium.ts';

const pathType = 2;
const formType = 5;

/** Visits every character's box and every path's segments of a page: what any reader must do at least. */
export function countPage({ call, scratch }: Pdfium, page: number): number {
  const text = call.FPDFText_LoadPage(page);
  const characters = call.FPDFText_CountChars(text);
  for (let index = 0; index < characters; index += 1) {
    call.FPDFText_GetUnicode(text, index);
    call.FPDFText_GetCharBox(text, index, scratch, scratch + 8, scratch + 16, scratch + 24);
  }
  call.FPDFText_ClosePage(text);
  const objects = call.FPDFPage_CountObjects(page);
  let segments = 0;
  for (let index = 0; index < objects; index += 1)
    segments += countObject(call, scratch, call.FPDFPage_GetObject(page, index), 0);
  return characters + segments;
}

function countObject(call: Pdfium['call'], scratch: number, object: number, depth: number): number {
  const type = call.FPDFPageObj_GetType(object);
  if (type === formType && depth < 8) {
    const count = call.FPDFFormObj_CountObjects(object);
    let sum = 0;
    for (let i = 0; i < count; i += 1)
      sum += countObject(call, scratch, call.FPDFFormObj_GetObject(object, i), depth + 1);
    return sum;
  }
  if (type !== pathType) return 0;
  const segments = call.FPDFPath_CountSegments(object);
  for (let i = 0; i < segments; i += 1) {
    const segment = call.FPDFPath_GetPathSegment(object, i);
    call.FPDFPathSegment_GetType(segment);
    call.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4);
  }
  return segments;
}
