import type { Annotated } from '../annotated.ts';
import { applyEdits, escapeXml } from '../edits.ts';
import type { Edit } from '../edits.ts';
import { author } from '../marks.ts';
import type { Mark } from '../marks.ts';
import { modifiedAt, openPackage, prefixOf, relationshipsOf } from '../package.ts';
import type { OfficePackage } from '../package.ts';
import { addComments, nextCommentId } from './comments.ts';
import { scanBody } from './scan.ts';
import type { ScannedParagraph } from './scan.ts';
import { targetOf } from './target.ts';
import type { Target } from './target.ts';
import { wrapStretches } from './wrap.ts';
import type { Wrap } from './wrap.ts';

export const wordNamespaces = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
];

/** All marks at one target: they share a comment. */
interface Remark {
  readonly target: Target;
  readonly marks: Mark[];
}

/** Attributes of the comments and changes of this copy. */
interface Hand {
  readonly prefix: string;
  /** `w:author` and, where the document says when it was changed, `w:date`. */
  readonly attributes: string;
}

/**
 * A copy of a Word document with a comment at each mark and, where the correction is certain and the printed
 * text was found, a tracked change. Everything else keeps its bytes. Undefined when the package has no body
 * that can be marked.
 */
export function annotateDocx(bytes: Uint8Array, marks: readonly Mark[]): Annotated | undefined {
  const office = openPackage(bytes);
  const main = office === undefined ? undefined : mainPart(office);
  const source = main === undefined ? undefined : office?.read(main);
  if (office === undefined || main === undefined || source === undefined) return undefined;
  const prefix = prefixOf(source, wordNamespaces) ?? 'w:';
  const blocks = scanBody(source, prefix);
  if (blocks === undefined) return undefined;
  const remarks = gather(marks, (mark) => targetOf(blocks, mark));
  const date = modifiedAt(office);
  const stamp = date === undefined ? '' : ` ${prefix}date="${date}"`;
  const hand = { prefix, attributes: `${prefix}author="${author}"${stamp}` };
  const firstId = nextCommentId(office, main, source, prefix);
  office.write(main, applyEdits(source, editsOf(remarks, firstId, source, hand)));
  addComments(
    office,
    main,
    remarks.map(({ marks: said }) => said),
    firstId,
    date,
  );
  const copy = office.bytes();
  const placed = remarks.reduce((sum, remark) => sum + remark.marks.length, 0);
  return copy === undefined ? undefined : { bytes: copy, placed, annotations: remarks.length };
}

function mainPart(office: OfficePackage): string | undefined {
  const named = relationshipsOf(office, '').find(({ kind }) => kind === 'officeDocument')?.target;
  return [named, 'word/document.xml'].find((name) => name !== undefined && office.names.includes(name));
}

/** In the order of the document, so that comments are numbered as they stand. */
function gather(marks: readonly Mark[], locate: (mark: Mark) => Target | undefined): readonly Remark[] {
  const remarks = new Map<string, Remark>();
  for (const mark of marks) {
    const target = locate(mark);
    if (target === undefined) continue;
    const { first, last, stretch } = target;
    const key = [first.start, last.start, stretch?.start, stretch?.end].join();
    const remark = remarks.get(key) ?? { target, marks: [] };
    remarks.set(key, remark);
    if (!remark.marks.some(({ note }) => note === mark.note)) remark.marks.push(mark);
    else remark.marks.push({ ...mark, note: '', rule: null });
  }
  return [...remarks.values()].sort((a, b) => positionOf(a) - positionOf(b));
}

function positionOf({ target: { first, stretch } }: Remark): number {
  return first.start + (stretch?.start ?? 0) / 1e6;
}

function editsOf(remarks: readonly Remark[], firstId: number, source: string, hand: Hand): readonly Edit[] {
  const opening: Edit[] = [];
  const closing: Edit[] = [];
  const wraps = new Map<ScannedParagraph, Wrap[]>();
  let change = nextId(source, firstId + remarks.length);
  remarks.forEach(({ target, marks }, index) => {
    const { first, last, stretch } = target;
    const before = `<${hand.prefix}commentRangeStart ${hand.prefix}id="${firstId + index}"/>`;
    const after = endOfComment(firstId + index, hand.prefix);
    if (stretch === null || touchesNothing(first, stretch)) {
      opening.push(...openWhole(first, before, first === last ? after : '', source));
      if (!first.empty || first !== last) closing.push(...closeWhole(last, after, source));
      return;
    }
    const others = remarks.filter((other) => other.target !== target && other.target.first === first);
    const correction = correctionOf(marks, first, stretch, others);
    const wrap = { ...stretch, before, after, deletes: false };
    const known = wraps.get(first) ?? [];
    wraps.set(first, known);
    known.push(
      correction === null ? wrap : tracked(wrap, correction, runProperties(first, stretch), change, hand),
    );
    change += 2;
  });
  const inner = [...wraps].flatMap(([paragraph, list]) => wrapStretches(paragraph, list, hand.prefix));
  return [...opening, ...inner, ...closing];
}

function endOfComment(id: number, prefix: string): string {
  return (
    `<${prefix}commentRangeEnd ${prefix}id="${id}"/>` +
    `<${prefix}r><${prefix}commentReference ${prefix}id="${id}"/></${prefix}r>`
  );
}

/** An empty element must be opened first to hold anything. */
function openWhole(
  paragraph: ScannedParagraph,
  before: string,
  after: string,
  source: string,
): readonly Edit[] {
  const { start, content, empty } = paragraph;
  if (!empty) return [{ start: content, end: content, text: before }];
  const tag = source.slice(start, content).replace(/\s*\/>$/, '');
  const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? 'w:p';
  return [{ start, end: content, text: `${tag}>${before}${after}</${name}>` }];
}

function closeWhole(paragraph: ScannedParagraph, after: string, source: string): readonly Edit[] {
  if (paragraph.empty) return openWhole(paragraph, '', after, source);
  return [{ start: paragraph.end, end: paragraph.end, text: after }];
}

function touchesNothing(
  { pieces }: ScannedParagraph,
  { start, end }: { start: number; end: number },
): boolean {
  const holds = (at: number): boolean =>
    pieces.some(({ offset, text }) => at >= offset && at < offset + text.length);
  return !holds(start) || !holds(end - 1);
}

/** One correction that all marks agree on, in runs side by side that no other remark cuts. */
function correctionOf(
  marks: readonly Mark[],
  paragraph: ScannedParagraph,
  stretch: { start: number; end: number },
  others: readonly Remark[],
): string | null {
  const wanted = new Set(marks.map(({ correction }) => correction).filter((text) => text !== null));
  const [only] = wanted;
  if (wanted.size !== 1 || only === undefined) return null;
  const touched = paragraph.pieces.filter(
    ({ offset, text }) => offset < stretch.end && offset + text.length > stretch.start,
  );
  const parents = new Set(touched.map(({ run }) => run.parent.at));
  const covered = touched.reduce((sum, { text }) => sum + text.length, 0);
  const within = paragraph.text.slice(
    touched[0]?.offset,
    touched[0] === undefined ? 0 : touched[0].offset + covered,
  );
  const contiguous = within === touched.map(({ text }) => text).join('');
  const inserted = touched.some(({ run }) => run.parent.name !== 'p' && run.parent.name !== 'hyperlink');
  const cut = others.some(
    ({ target }) =>
      target.stretch !== null && target.stretch.start < stretch.end && target.stretch.end > stretch.start,
  );
  return parents.size === 1 && contiguous && !inserted && !cut ? only : null;
}

function runProperties(
  { pieces }: ScannedParagraph,
  { start, end }: { start: number; end: number },
): { tag: string; properties: string } {
  const piece = pieces.find(({ offset, text }) => offset < end && offset + text.length > start);
  return { tag: piece?.run.tag ?? '', properties: piece?.run.properties ?? '' };
}

function tracked(
  wrap: Wrap,
  correction: string,
  { tag, properties }: { tag: string; properties: string },
  id: number,
  { prefix, attributes }: Hand,
): Wrap {
  const run = `${tag}${properties}<${prefix}t xml:space="preserve">${escapeXml(correction)}</${prefix}t></${prefix}r>`;
  return {
    ...wrap,
    deletes: true,
    before: `${wrap.before}<${prefix}del ${prefix}id="${id}" ${attributes}>`,
    after:
      `</${prefix}del><${prefix}ins ${prefix}id="${id + 1}" ${attributes}>${run}</${prefix}ins>` + wrap.after,
  };
}

/** Above every id in the part: the ids of changes, bookmarks and comments must not meet. */
function nextId(source: string, least: number): number {
  let next = least;
  for (const [, id] of source.matchAll(/:id="(\d{1,8})"/g)) next = Math.max(next, Number(id) + 1);
  return next;
}
