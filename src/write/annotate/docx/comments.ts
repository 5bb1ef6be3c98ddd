import { escapeXml } from '../edits.ts';
import { author, type Mark } from '../marks.ts';
import {
  beforeEnd,
  declareContent,
  prefixOf,
  relate,
  relateFile,
  relationshipBase,
  relationshipsOf,
} from '../package.ts';
import type { OfficePackage } from '../package.ts';

const namespaces = {
  transitional: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  strict: 'http://purl.oclc.org/ooxml/wordprocessingml/main',
};
const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

/** The first free comment number: above those of the comments part and of anchors without a comment. */
export function nextCommentId(office: OfficePackage, main: string, body: string, prefix: string): number {
  const part = commentsPart(office, main);
  const comments = (part === undefined ? undefined : office.read(part)) ?? '';
  const ids = [
    ...[...comments.matchAll(/<(?:[\w.-]+:)?comment\s[^>]*?:?id="(\d{1,8})"/g)].map(([, id]) => Number(id)),
    ...[...body.matchAll(new RegExp(`<${prefix}comment\\w+\\s[^>]*?id="(\\d{1,8})"`, 'g'))].map(([, id]) =>
      Number(id),
    ),
  ];
  return ids.reduce((next, id) => Math.max(next, id + 1), 0);
}

/** Adds one comment for each list of marks, numbered from `firstId`; makes the part when there is none. */
export function addComments(
  office: OfficePackage,
  main: string,
  comments: readonly (readonly Mark[])[],
  firstId: number,
  date: string | undefined,
): void {
  const part = commentsPart(office, main) ?? addPart(office, main);
  const source = opened(office.read(part) ?? '');
  const prefix = prefixOf(source, Object.values(namespaces)) ?? 'w:';
  const linked = linksOf(office, part);
  const made = comments.map((marks, index) => {
    const lines = marks.flatMap((mark) => linesOf(mark, linked, prefix));
    return commentOf(lines, firstId + index, prefix, date);
  });
  office.write(part, beforeEnd(source, 'comments', made.join('')));
}

function commentsPart(office: OfficePackage, main: string): string | undefined {
  const named = relationshipsOf(office, main).find(({ kind }) => kind === 'comments')?.target;
  return named !== undefined && office.read(named) !== undefined ? named : undefined;
}

function addPart(office: OfficePackage, main: string): string {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const taken = (name: string): boolean => office.names.includes(name);
  const part = `${folder}${taken(`${folder}comments.xml`) ? 'commentsMingsuan' : 'comments'}.xml`;
  const isStrict = (office.read(main) ?? '').slice(0, 20_000).includes(namespaces.strict);
  const namespace = isStrict ? namespaces.strict : namespaces.transitional;
  office.write(
    part,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${namespace}"></w:comments>`,
  );
  relate(office, main, 'comments', part);
  declareContent(office, 'part', part, contentType);
  return part;
}

/** An empty root element must be opened to hold anything. */
function opened(source: string): string {
  return source.replace(/<((?:[\w.-]+:)?comments)((?:\s[^>]*)?)\/>\s*$/, '<$1$2></$1>');
}

function commentOf(lines: readonly string[], id: number, prefix: string, date: string | undefined): string {
  const stamp = date === undefined ? '' : ` ${prefix}date="${date}"`;
  const paragraphs = lines.map((line) => `<${prefix}p>${line}</${prefix}p>`);
  return (
    `<${prefix}comment ${prefix}id="${id}" ${prefix}author="${author}"${stamp} ${prefix}initials="${author}">` +
    `${paragraphs.join('')}</${prefix}comment>`
  );
}

/** The content of the paragraphs that a mark has in its comment; the last one leads to the rule. */
function linesOf({ note, rule }: Mark, linked: Links, prefix: string): readonly string[] {
  const lines = note === '' ? [] : note.split('\n').map((line) => runOf(line, prefix));
  return rule === null ? lines : [...lines, linked(runOf(rule.words, prefix), rule.address, prefix)];
}

function runOf(text: string, prefix: string): string {
  return `<${prefix}r><${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t></${prefix}r>`;
}

/** Makes a run a link to a file beside the document; one relationship for each address. */
type Links = (run: string, address: string | null, prefix: string) => string;

function linksOf(office: OfficePackage, part: string): Links {
  const known = new Map<string, string>();
  return (run, address, prefix) => {
    if (address === null) return run;
    const id = known.get(address) ?? relateFile(office, part, 'hyperlink', address);
    known.set(address, id);
    const base = relationshipBase(office, part);
    return `<${prefix}hyperlink xmlns:r="${base}" r:id="${id}">${run}</${prefix}hyperlink>`;
  };
}
