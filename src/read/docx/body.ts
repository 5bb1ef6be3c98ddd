import { eachChild } from '../../file/xml.ts';
import type { XmlReader } from '../../file/xml.ts';
import type { Block, Paragraph } from '../../model/source.ts';
import { note, placeOf } from './content.ts';
import type { Walk, WordBlock } from './content.ts';
import { readAlternative, readParagraph } from './paragraph.ts';
import { readTable } from './table.ts';

/** Blocks in the order of reading, and the text of a paragraph whose deleted mark joins it to the next. */
interface Flow {
  blocks: WordBlock[];
  before: string;
}

/** Empty ones and those in cells included; real documents have some tens of thousands. */
const mostParagraphs = 500_000;

const wrappers = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:smartTag', 'w:ins', 'w:moveTo']);

/** Reads a part (document, header or footer), whose root was just opened: grids and paragraphs with places. */
export function readBody(reader: XmlReader, walk: Walk): Block[] {
  const blocks: Block[] = [];
  const flow: Flow = { blocks: [], before: '' };
  let index = 0;
  eachChild(reader, (name) => {
    if (walk.block !== undefined) walk.block = index;
    index++;
    readBlock(reader, name, walk, flow);
    blocks.push(...flow.blocks.map((block) => withPlace(block, walk)));
    flow.blocks = [];
  });
  return [...blocks, ...leftOver(flow).map((block) => withPlace(block, walk))];
}

function withPlace(block: WordBlock, walk: Walk): Block {
  const place = placeOf(walk);
  if (block.kind === 'table') return { kind: 'grid', rows: block.rows, place };
  const spans = [{ start: 0, end: block.text.length, place }];
  const paragraph: Paragraph = { kind: 'paragraph', text: block.text, place, spans };
  return block.heading === undefined ? paragraph : { ...paragraph, heading: block.heading };
}

function readBlock(
  reader: XmlReader,
  name: string,
  walk: Walk,
  flow: Flow,
  visitOther?: (name: string) => void,
): void {
  if (walk.problem !== undefined) return;
  const readInner = (inner: XmlReader, visit?: (name: string) => void): WordBlock[] =>
    readBlocks(inner, walk, visit);
  if (name === 'w:p') {
    if (++walk.paragraphs > mostParagraphs) walk.problem = 'tooComplex';
    const { blocks, runsOn } = readParagraph(reader, walk, flow.before, readInner);
    flow.blocks.push(...blocks);
    flow.before = runsOn ?? '';
  } else if (name === 'w:tbl') flow.blocks.push(...leftOver(flow), ...readTable(reader, walk, readInner));
  else if (name === 'w:del' || name === 'w:moveFrom') note(walk, 'revisionsAccepted');
  else if (name === 'mc:AlternateContent')
    readAlternative(reader, () => {
      readFlow(reader, walk, flow);
    });
  else if (wrappers.has(name)) readFlow(reader, walk, flow);
  else visitOther?.(name);
}

function readFlow(reader: XmlReader, walk: Walk, flow: Flow): void {
  eachChild(reader, (name) => {
    readBlock(reader, name, walk, flow);
  });
}

function readBlocks(reader: XmlReader, walk: Walk, visitOther?: (name: string) => void): WordBlock[] {
  const flow: Flow = { blocks: [], before: '' };
  eachChild(reader, (name) => {
    readBlock(reader, name, walk, flow, visitOther);
  });
  return [...flow.blocks, ...leftOver(flow)];
}

function leftOver(flow: Flow): WordBlock[] {
  const text = flow.before.trim();
  flow.before = '';
  return text === '' ? [] : [{ kind: 'paragraph', text, heading: undefined }];
}
