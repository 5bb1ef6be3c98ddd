import { fold, withoutNumbering } from '../../model/fold.ts';
import type { Form, SectionForm } from '../../model/form.ts';
import type { Block, Paragraph } from '../../model/source.ts';
import { pattern } from './heads.ts';

export type Part = 'overview' | 'tables' | 'narrative' | 'glossary';

/** A stretch of the text under one heading. */
export interface Section {
  readonly part: Part;
  readonly key: string;
  readonly title: string;
  readonly heading: Paragraph | null;
  readonly paragraphs: readonly Paragraph[];
}

interface OpenSection extends Section {
  readonly paragraphs: Paragraph[];
}

interface Heading {
  readonly part: Part | null;
  readonly section: string | null;
  readonly level: number;
}

/** Divides the free text (no tables, sheets or contents) into sections by its headings. */
export function outline(
  blocks: readonly Block[],
  used: ReadonlySet<Block>,
  form: Form,
  department: string | null,
): readonly Section[] {
  const own = fold(department ?? '');
  const sections: OpenSection[] = [];
  let part: Part = 'overview';
  let open = sections.length;
  let level = 0;
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || used.has(block)) continue;
    const current = sections[open - 1];
    const heading = headingOf(block, { form, part, current: current?.key ?? '', level, department: own });
    if (heading === null) {
      if (current !== undefined) current.paragraphs.push(block);
      else if (statesAmount(block)) open = sections.push(withoutHeading(block, blocks));
      continue;
    }
    part = heading.part ?? part;
    level = heading.level;
    const key = heading.section ?? (part === 'glossary' ? 'glossary' : '');
    open = sections.push({ part, key, title: block.text.trim(), heading: block, paragraphs: [] });
  }
  return sections;
}

/** A sentence with an amount before any heading: a short notice may be nothing else. */
function statesAmount({ text }: Paragraph): boolean {
  return /[。；;，,]/.test(text) && /\d(?:\.\d+)?\s*(?:万元|亿元|元)/.test(text);
}

/** The section of a text that has no headings, under the title that stands above it. */
function withoutHeading(block: Paragraph, blocks: readonly Block[]): OpenSection {
  const above = blocks.slice(0, blocks.indexOf(block)).findLast(isTitle);
  const words = fold((above?.text ?? '') + block.text);
  const key = words.includes('三公') ? 'threePublic' : 'other';
  const title = above?.text.trim() ?? '正文';
  return { part: 'narrative', key, title, heading: above ?? block, paragraphs: [block] };
}

function isTitle(block: Block): block is Paragraph {
  const folded = block.kind === 'paragraph' ? fold(block.text) : '';
  return folded.length >= 4 && folded.length <= 60 && !/[。；;,:]/.test(folded);
}

interface HeadingContext {
  readonly form: Form;
  readonly part: Part;
  /** Key of the section that is open. */
  readonly current: string;
  /** How deep its own heading stands. */
  readonly level: number;
  readonly department: string;
}

/** Is the paragraph a heading, and of what? */
export function headingOf(
  block: Paragraph,
  { form, part, current, level: openLevel, department }: HeadingContext,
): Heading | null {
  const printed = fold(block.text);
  const folded = levelOf(printed) === 0 ? printed : printed.replace(/。$/, '');
  if (folded === '' || folded.length > 50 || /[。；;,，]|万元|\d\.\d|:.{6}/.test(withoutPart(folded)))
    return null;
  const opened = partOf(folded);
  const level = levelOf(folded);
  const section = sectionOf(titleWords(folded, department), form);
  if (opened !== null) return { part: opened, section: section?.key ?? null, level: 0 };
  if (part === 'glossary' && level === 1) return null;
  if (section !== null && isSectionHeading({ level, key: section.key, current, openLevel, folded })) {
    return { part: partOfSection(section.key), section: section.key, level };
  }
  if (level === 1 && part !== 'glossary' && !/[:：]/.test(folded))
    return { part: null, section: 'other', level };
  return null;
}

/** 第一部分:某局概况 is a heading, 一、三公经费:指… is not. */
function withoutPart(folded: string): string {
  return folded.replace(/^(?:第[一二三四五六七八九十]+部分|附件):/, '');
}

/**
 * A title without numbering, year, the department's own name and what stands in brackets at its end; then
 * what stands behind the year (关于某局2024年收入总表的说明), and without 部门预算 or 安排.
 */
function titleWords(folded: string, department: string): readonly string[] {
  const bare = withoutNumbering(folded)
    .replace(/^[:、]|:$/g, '')
    .replace(/^关于/, '');
  const afterYear = /20\d\d年(?:度)?([^\d].*)$/.exec(bare)?.[1] ?? '';
  const named = bare.replace(/20\d\d年(?:度)?/g, '');
  const own = named.slice(ownNameLength(named, department));
  const whole = withoutEdges(own);
  const plain = [whole, withoutEdges(afterYear)];
  const shortened = plain.map((words) =>
    words.replace(/^(?:本)?(?:部门|单位)(?:预算|决算)?/, '').replace(/安排(?!的)/, ''),
  );
  return [...new Set([...plain, ...shortened])];
}

/** How much of the title's beginning is the department's name, with or without its region. */
function ownNameLength(title: string, department: string): number {
  for (let from = 0; department.length - from >= shortestName; from++)
    if (title.startsWith(department.slice(from))) return department.length - from;
  return 0;
}

const shortestName = 4;

function withoutEdges(words: string): string {
  return words
    .replace(/^\((?:单位|部门|本级|机关)\)/, '')
    .replace(/^(?:关于|的)/, '')
    .replace(/\([^)]*\)$/, '');
}

interface SectionHeading {
  readonly level: number;
  readonly key: string;
  /** The section that is open, and how deep its heading stands. */
  readonly current: string;
  readonly openLevel: number;
  readonly folded: string;
}

/** A heading （一） opens a section within one of no theme, or beside another of its own depth. */
function isSectionHeading({ level, key, current, openLevel, folded }: SectionHeading): boolean {
  if (level <= 1) return level === 1 || folded.length <= 40;
  if (level !== 2 || key === current || key === 'other') return false;
  if (current === 'duties' && key === 'organisation') return true;
  return openLevel === 2 || ['changes', 'other', ''].includes(current);
}

function partOfSection(key: string): Part {
  return key === 'duties' || key === 'organisation' ? 'overview' : 'narrative';
}

function partOf(folded: string): Part | null {
  const numbered = /^第[一二三四五六七八九]部分/.test(folded);
  const words = withoutNumbering(folded);
  if (/名词解释$|专业名词|名词说明$/.test(words) && words.length <= 20) return 'glossary';
  if (!numbered) return null;
  if (/说明|分析/.test(words)) return 'narrative';
  if (/表/.test(words)) return 'tables';
  return /概况|职责|职能|情况/.test(words) ? 'overview' : 'narrative';
}

/** 0 unnumbered, 1 一、 2 （一） 3 1. or ① */
function levelOf(folded: string): number {
  if (/^[一二三四五六七八九十]+[、.．]/.test(folded)) return 1;
  if (/^\([一二三四五六七八九十]+\)/.test(folded)) return 2;
  return /^(?:\(?\d{1,2}[)、.．]|[①-⑳])/.test(folded) ? 3 : 0;
}

function sectionOf(titles: readonly string[], form: Form): SectionForm | null {
  for (const words of titles) {
    if (words.length > 40 || words.length < 2) continue;
    const found = form.sections.find((section) =>
      section.titles.some((title) => pattern(`^${title}`).test(words)),
    );
    if (found !== undefined) return found;
  }
  return null;
}
