import { eachChild, remembered, textWithin } from '../../file/xml.ts';
import type { XmlReader } from '../../file/xml.ts';
import { note } from './content.ts';
import type { ReadBlocks, Walk, WordBlock } from './content.ts';
import { isOn, readParagraphProperties } from './properties.ts';
import type { ParagraphProperties } from './properties.ts';

/** What a paragraph holds, collected while it is read. */
interface Content {
  text: string;
  properties: ParagraphProperties;
  /** Paragraphs and tables of the text boxes anchored in it. */
  readonly boxes: WordBlock[];
  readonly readBlocks: ReadBlocks;
}

export interface ReadParagraph {
  readonly blocks: readonly WordBlock[];
  /** Text that runs on into the next paragraph, as this one's mark is deleted. */
  readonly runsOn: string | undefined;
}

/** Elements inside a paragraph that only wrap runs. */
const wrappers = new Set([
  ...[
    'w:hyperlink',
    'w:ins',
    'w:moveTo',
    'w:fldSimple',
    'w:smartTag',
    'w:customXml',
    'w:sdt',
    'w:sdtContent',
  ],
  ...['w:bdo', 'w:dir', 'w:ruby', 'w:rubyBase', 'm:oMathPara', 'm:oMath'],
]);

/**
 * Reads w:p, the element just opened: its text as displayed after accepting revisions, with the number of
 * an automatic list before it, and the content of its text boxes behind it.
 */
export function readParagraph(
  reader: XmlReader,
  walk: Walk,
  before: string,
  readBlocks: ReadBlocks,
): ReadParagraph {
  const content: Content = { text: '', properties: {}, boxes: [], readBlocks };
  eachChild(reader, (name) => {
    readInline(reader, name, walk, content);
  });
  const text = before + content.text;
  if (content.properties.markDeleted === true) {
    note(walk, 'revisionsAccepted');
    return { blocks: content.boxes, runsOn: text };
  }
  return { blocks: [...finish(text, content.properties, walk), ...content.boxes], runsOn: undefined };
}

function finish(printed: string, direct: ParagraphProperties, walk: Walk): WordBlock[] {
  const properties = walk.styles.resolve(direct);
  const text = printed.trim();
  if (text === '' && properties.numberId === undefined) return [];
  const label = walk.numbering.label(properties);
  // Word shows the number of an empty item too; it only matters in cells, as a running number.
  if (text === '' && label.trim() === '') return [];
  return [{ kind: 'paragraph', text: (label + text).trim(), heading: walk.styles.heading(properties) }];
}

function readInline(reader: XmlReader, name: string, walk: Walk, content: Content): void {
  if (name === 'w:r' || name === 'm:r') readRun(reader, walk, content);
  else if (name === 'w:pPr') {
    content.properties = remembered(reader, walk.known, () => readParagraphProperties(reader));
  } else if (name === 'w:del' || name === 'w:moveFrom') note(walk, 'revisionsAccepted');
  else if (name === 'mc:AlternateContent')
    readAlternative(reader, () => {
      readInlines(reader, walk, content);
    });
  else if (wrappers.has(name) || name.startsWith('m:')) {
    if (name === 'w:ins' || name === 'w:moveTo') note(walk, 'revisionsAccepted');
    readInlines(reader, walk, content);
  }
}

function readInlines(reader: XmlReader, walk: Walk, content: Content): void {
  eachChild(reader, (name) => {
    readInline(reader, name, walk, content);
  });
}

/** The same content stands in a choice and in a fallback for older programs: only the first counts. */
export function readAlternative(reader: XmlReader, read: () => void): void {
  let done = false;
  eachChild(reader, (name) => {
    if (done || (name !== 'mc:Choice' && name !== 'mc:Fallback')) return;
    done = true;
    read();
  });
}

function readRun(reader: XmlReader, walk: Walk, content: Content): void {
  let hidden = false;
  eachChild(reader, (name) => {
    if (name === 'w:rPr') hidden = isHidden(reader, walk);
    else if (!hidden) content.text += readRunItem(reader, name, walk, content);
  });
}

function isHidden(reader: XmlReader, walk: Walk): boolean {
  // Nearly no run is hidden: looking for the words is faster than reading the properties.
  const source = reader.peek();
  if (source?.includes('w:vanish') === false && !source.includes('w:rStyle')) return false;
  let hidden = false;
  eachChild(reader, (name) => {
    if (name === 'w:vanish') hidden ||= isOn(reader);
    else if (name === 'w:rStyle') hidden ||= walk.styles.hides(reader.attribute('w:val'));
  });
  return hidden;
}

function readRunItem(reader: XmlReader, name: string, walk: Walk, content: Content): string {
  switch (name) {
    case 'w:t':
    case 'm:t':
      return textWithin(reader);
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:br':
      return reader.attribute('w:type') === undefined || reader.attribute('w:type') === 'textWrapping'
        ? '\n'
        : '';
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '-';
    case 'w:sym':
      return symbol(reader.attribute('w:char'));
    case 'w:ruby':
      readInlines(reader, walk, content);
      return '';
    case 'mc:AlternateContent':
      readAlternative(reader, () => {
        readBoxes(reader, content);
      });
      return '';
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      readBoxes(reader, content);
      return '';
    default:
      return '';
  }
}

/** Searches a drawing for text boxes. */
function readBoxes(reader: XmlReader, content: Content): void {
  eachChild(reader, (name) => {
    if (name === 'w:txbxContent') content.boxes.push(...content.readBlocks(reader));
    else if (name === 'mc:AlternateContent')
      readAlternative(reader, () => {
        readBoxes(reader, content);
      });
    else readBoxes(reader, content);
  });
}

/** The boxes and ticks that forms use, from the symbol fonts Wingdings and Wingdings 2. */
const symbols: Readonly<Record<string, string>> = {
  F0A8: '□',
  F06F: '□',
  F0A3: '□',
  F071: '□',
  F0FE: '☑',
  F052: '☑',
  F054: '☒',
  F0FD: '☒',
  F0FC: '√',
  F050: '√',
  F0FB: '×',
  F06C: '●',
  F06E: '■',
  F075: '◆',
};

/** A symbol by its code; codes in the private area mean a font's own picture. */
function symbol(code: string | undefined): string {
  const known = symbols[code?.toUpperCase() ?? ''];
  const point = Number.parseInt(code ?? '', 16);
  if (known !== undefined || Number.isNaN(point) || point > 0xffff) return known ?? '';
  return point >= 0xe000 && point <= 0xf8ff ? '' : String.fromCodePoint(point);
}
