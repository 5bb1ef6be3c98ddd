import { eachChild, readXml } from '../../../file/xml.ts';
import { escapeXml } from '../edits.ts';
import { author } from '../marks.ts';
import { beforeEnd, declareContent, prefixOf, relate, relationshipsOf } from '../package.ts';
import type { OfficePackage } from '../package.ts';
import { cellOf } from './workbook.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const commentsType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const drawingType = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

/** Elements of a worksheet that stand behind the legacy drawing. */
const behindDrawing = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
]);

/** Puts notes on cells of a worksheet; a cell that has a note already keeps its text before the new one. */
export function addNotes(office: OfficePackage, sheet: string, notes: ReadonlyMap<string, string>): void {
  const relations = relationshipsOf(office, sheet);
  const comments = relations.find(({ kind }) => kind === 'comments')?.target ?? addComments(office, sheet);
  const drawing = relations.find(({ kind }) => kind === 'vmlDrawing')?.target ?? addDrawing(office, sheet);
  const known = new Set<string>();
  let source = opened(office.read(comments) ?? '');
  const prefix = prefixOf(source, [main, strict]) ?? '';
  const writer = authorNumber(source, prefix);
  source = writer.source;
  for (const [address, text] of notes) {
    const existing = new RegExp(
      `(<${prefix}comment\\s(?:[^>]*\\s)?ref="${address}"[^>]*>[\\s\\S]*?)(</${prefix}text>)`,
    );
    if (existing.test(source)) known.add(address);
    source = existing.test(source)
      ? source.replace(
          existing,
          (_, before: string, end: string) => before + richRun(`\n${text}`, prefix) + end,
        )
      : source.replace(
          new RegExp(`</${prefix}commentList>`),
          (end) => noteOf(address, text, writer.number, prefix) + end,
        );
  }
  office.write(comments, source);
  const shapes = [...notes.keys()].filter((address) => !known.has(address));
  office.write(drawing, beforeEnd(office.read(drawing) ?? '', 'xml', shapes.map(shapeOf).join('')));
}

function noteOf(address: string, text: string, writer: number, prefix: string): string {
  return (
    `<${prefix}comment ref="${address}" authorId="${writer}"><${prefix}text>` +
    `${richRun(text, prefix)}</${prefix}text></${prefix}comment>`
  );
}

function richRun(text: string, prefix: string): string {
  return `<${prefix}r><${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t></${prefix}r>`;
}

function opened(source: string): string {
  return source.replace(/<((?:[\w.-]+:)?)(commentList|authors)\s*\/>/g, '<$1$2></$1$2>');
}

function authorNumber(source: string, prefix: string): { source: string; number: number } {
  const authors = [...source.matchAll(new RegExp(`<${prefix}author(?:>([^<]*)<|/>)`, 'g'))];
  const known = authors.findIndex(([, name]) => name === author);
  if (known !== -1) return { source, number: known };
  const added = `<${prefix}author>${author}</${prefix}author>`;
  return {
    source: source.replace(`</${prefix}authors>`, `${added}</${prefix}authors>`),
    number: authors.length,
  };
}

function freeName(office: OfficePackage, stem: string, ending: string): string {
  for (let count = 1; ; count++) {
    const name = `${stem}${count}.${ending}`;
    if (!office.names.includes(name) && office.read(name) === undefined) return name;
  }
}

function addComments(office: OfficePackage, sheet: string): string {
  const part = freeName(office, 'xl/comments', 'xml');
  const namespace = (office.read(sheet) ?? '').slice(0, 5000).includes(strict) ? strict : main;
  office.write(
    part,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${namespace}">` +
      '<authors></authors><commentList></commentList></comments>',
  );
  relate(office, sheet, 'comments', part);
  declareContent(office, 'part', part, commentsType);
  return part;
}

/** Spreadsheet programs show a note only where a drawing has a shape for it. */
function addDrawing(office: OfficePackage, sheet: string): string {
  const part = freeName(office, 'xl/drawings/vmlDrawing', 'vml');
  office.write(
    part,
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
      'xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="mingsuanNote" ' +
      'coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>' +
      '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>',
  );
  const id = relate(office, sheet, 'vmlDrawing', part);
  declareContent(office, 'ending', 'vml', drawingType);
  const source = office.read(sheet) ?? '';
  const prefix = prefixOf(source, [main, strict]) ?? '';
  const base = source.slice(0, 5000).includes(strict)
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const tag = `<${prefix}legacyDrawing xmlns:r="${base}" r:id="${id}"/>`;
  const at = drawingPlace(source, prefix);
  office.write(sheet, source.slice(0, at) + tag + source.slice(at));
  return part;
}

function drawingPlace(source: string, prefix: string): number {
  const reader = readXml(source);
  let place: number | undefined;
  reader.next();
  eachChild(reader, (name) => {
    const start = source.lastIndexOf('<', reader.position - 1);
    if (behindDrawing.has(name.slice(prefix.length))) place ??= start;
  });
  return place ?? source.lastIndexOf('</');
}

function shapeOf(address: string): string {
  const { column, row } = cellOf(address) ?? { column: 0, row: 1 };
  const anchor = [column + 1, 15, Math.max(0, row - 2), 4, column + 5, 15, row + 6, 4].join(', ');
  return (
    `<v:shape id="mingsuan_${address}" type="#mingsuanNote" style="position:absolute;visibility:hidden" ` +
    'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" ' +
    'obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>' +
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
    `<x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row>` +
    `<x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}
