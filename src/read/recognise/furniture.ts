import { fold } from '../../model/fold.ts';
import type { Place } from '../../model/place.ts';
import type { Block, Grid, Paragraph } from '../../model/source.ts';
import { isContentsHeading, partNumberOf } from './contentsLine.ts';
import {
  attachmentLink,
  bareLabel,
  control,
  joinedLabel,
  labelled,
  sitePath,
  spacedLabel,
  titleLabel,
} from './furnitureWords.ts';

/**
 * The blocks without what a website puts around a document: paths, menus, dates of publication, index numbers,
 * buttons and links. Only before the text begins and after its last sentence, where nothing of the document can
 * be meant. A table of such lines leaves the title that it names.
 */
export function withoutFurniture(blocks: readonly Block[]): readonly Block[] {
  const begins = textBegins(blocks);
  const ends = textEnds(blocks);
  return blocks.flatMap((block, i): readonly Block[] => {
    if (block.kind === 'grid') return i < begins && isDetails(block) ? titleIn(block) : [block];
    if (i >= begins && i < ends) return isIndexNumber(block) ? [] : [block];
    const title = titleBehindLabel(block);
    if (title !== null) return [title];
    return isFurniture(block, blocks[i - 1]) ? [] : [block];
  });
}

function isIndexNumber({ text }: Paragraph): boolean {
  return /^监督索引号:?\d+$/.test(fold(text));
}

function isFurniture({ text }: Paragraph, above: Block | undefined): boolean {
  if (isFurnitureLine(text)) return true;
  if (above?.kind !== 'paragraph') return false;
  const label = fold(above.text);
  return bareLabel.test(label) && isValue(fold(text), label);
}

const longestFurniture = 160;

function isFurnitureLine(text: string): boolean {
  const folded = fold(text);
  if (folded.length > longestFurniture || /[。；]|万元/.test(folded)) return false;
  if (/^[-•·●|[\]]*$/.test(folded) || spacedLabel.test(text)) return true;
  return [labelled, joinedLabel, control, sitePath, attachmentLink].some((pattern) => pattern.test(folded));
}

/** What stands below a label alone: a date, a number, or whoever published it. */
function isValue(folded: string, label: string): boolean {
  if (folded.length > 60 || isContentsHeading(folded) || isTitleOfDisclosure(folded)) return false;
  const isNumber = /^[-•·●]?(?:[\w/:.-]*\d[\w/:.-]*|\d{4}年|有效|无|主动公开)/.test(folded);
  if (isNumber && !/[\u4e00-\u9fff]{6}/.test(folded)) return true;
  return /(?:机构|单位|机关|来源|目录)\]?:?$/.test(label) && folded.length <= 30 && !/[。，:]/.test(folded);
}

/** 某局2024年度部门决算: the line that says what the document is. */
function isTitleOfDisclosure(folded: string): boolean {
  return (
    folded.length <= 70 &&
    !/[。；]/.test(folded) &&
    /20\d\d年?.*(?:预算|决算|经费)|(?:预算|决算).*20\d\d年/.test(folded)
  );
}

/** Where the contents, the first heading, table or sentence stands. */
function textBegins(blocks: readonly Block[]): number {
  const first = blocks.findIndex((block) =>
    block.kind === 'grid' ? !isDetails(block) : beginsText(block.text),
  );
  return first < 0 ? blocks.length : first;
}

function beginsText(text: string): boolean {
  const folded = fold(text);
  if (isFurnitureLine(text)) return false;
  return (
    isContentsHeading(text) ||
    partNumberOf(text) !== null ||
    /^[一二三四五六七八九十]{1,2}[、.．]|^\([一二三四]\)/.test(folded) ||
    (folded.length > 40 && /[。，]/.test(folded))
  );
}

/** Behind the last table or sentence. */
function textEnds(blocks: readonly Block[]): number {
  return blocks.findLastIndex((block) => block.kind === 'grid' || isText(block.text)) + 1;
}

function isText(text: string): boolean {
  return (/[。；：]|万元/.test(text) || partNumberOf(text) !== null) && !isFurnitureLine(text);
}

const mostDetailRows = 12;

/** A table of labels: 索引号, 发布日期, 文号 … */
function isDetails(grid: Grid): boolean {
  if (grid.rows.length > mostDetailRows) return false;
  const texts = [...new Set(grid.rows.flat())].map(({ text }) => fold(text)).filter((text) => text !== '');
  const labels = texts.filter((text) => labelled.test(text) || titleLabel.test(text));
  return labels.length >= 3 && labels.length * 3 >= texts.length;
}

/** The title that such a table names, as a line of its own. */
function titleIn(grid: Grid): readonly Paragraph[] {
  const cell = grid.rows.flat().find(({ text }) => isTitleOfDisclosure(fold(text)));
  return cell === undefined ? [] : [lineOf(cell.text.replace(/^[^:：]{2,6}[:：]\s*/, ''), cell.place)];
}

const namedTitle = /^\s*[-•·●]?\s*(?:(?:信息|文件|公文)?名\s*称|(?:文件)?标\s*题)\s*[:：]\s*(.+)$/;

/** 信息名称: 某局2024年部门预算 主题分类: 财政. */
function titleBehindLabel({ text, place }: Paragraph): Paragraph | null {
  const title = namedTitle.exec(text)?.[1]?.split(/\s+(?=[\u4e00-\u9fff\s]{2,7}[:：])/)[0];
  return title !== undefined && isTitleOfDisclosure(fold(title)) ? lineOf(title, place) : null;
}

function lineOf(text: string, place: Place): Paragraph {
  const title = text.trim();
  return { kind: 'paragraph', text: title, place, spans: [{ start: 0, end: title.length, place }] };
}
