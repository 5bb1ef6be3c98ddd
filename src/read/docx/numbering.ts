import { eachChild, readXml } from '../../file/xml.ts';
import type { XmlReader, XmlSource } from '../../file/xml.ts';
import { numeral } from './numerals.ts';
import { integer, isOn } from './properties.ts';
import type { ParagraphProperties } from './properties.ts';

interface Level {
  start: number;
  format: string;
  text: string;
  suffix: string;
  style: string | undefined;
  legal: boolean;
}

interface List {
  readonly levels: Map<number, Level>;
  /** Another list defines this one, named by its style. */
  styleLink: string | undefined;
  numStyleLink: string | undefined;
}

interface Instance {
  list: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

/** A label is repeated on every item, so a hostile one would multiply. */
const longestLabel = 60;

/** Gives each numbered paragraph, in document order, the number that Word would print before it. */
export interface Numbering {
  /** The printed number with its separator; "" when the paragraph has none. */
  label(properties: ParagraphProperties): string;
}

/** Reads word/numbering.xml; an absent part gives no numbers. */
export function readNumbering(source: XmlSource | undefined): Numbering {
  const lists = new Map<string, List>();
  const instances = new Map<string, Instance>();
  if (source !== undefined) parse(source, lists, instances);
  const counters = new Map<string, number[]>();
  const started = new Set<string>();
  return {
    label: (properties) => {
      const instance = instances.get(properties.numberId ?? '');
      if (instance === undefined) return '';
      const list = definingList(instance.list, lists);
      const at = clampLevel(properties.level ?? levelOfStyle(list, properties.style) ?? 0);
      const levelOf = (level: number): Level | undefined =>
        instance.levels.get(level) ?? list?.levels.get(level);
      const counts = counters.get(instance.list) ?? [];
      counters.set(instance.list, counts);
      restart(properties.numberId ?? '', instance, counts, started);
      advance(counts, at, levelOf);
      return print(counts, at, levelOf);
    },
  };
}

/** Lists have nine levels. */
function clampLevel(level: number): number {
  return Math.min(8, Math.max(0, level));
}

/** An instance that overrides a start begins there when first used. */
function restart(id: string, instance: Instance, counts: number[], started: Set<string>): void {
  if (started.has(id)) return;
  started.add(id);
  for (const [level, start] of instance.starts) counts[level] = start - 1;
}

function advance(counts: number[], at: number, levelOf: (level: number) => Level | undefined): void {
  for (let level = 0; level < at; level++) counts[level] ??= levelOf(level)?.start ?? 1;
  counts[at] = (counts[at] ?? (levelOf(at)?.start ?? 1) - 1) + 1;
  counts.length = at + 1;
}

function print(counts: readonly number[], at: number, levelOf: (level: number) => Level | undefined): string {
  const level = levelOf(at);
  if (level === undefined || numeral(1, level.format) === undefined) return '';
  const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const format = level.legal ? 'decimal' : (levelOf(index)?.format ?? 'decimal');
    return numeral(counts[index] ?? 1, format) ?? '';
  });
  return /[\p{L}\p{N}]$/u.test(text) && level.suffix !== 'nothing' ? `${text} ` : text;
}

function levelOfStyle(list: List | undefined, style: string | undefined): number | undefined {
  if (style === undefined) return undefined;
  for (const [index, level] of list?.levels ?? []) if (level.style === style) return index;
  return undefined;
}

function definingList(id: string, lists: ReadonlyMap<string, List>): List | undefined {
  const list = lists.get(id);
  if (list?.numStyleLink === undefined || list.levels.size > 0) return list;
  return [...lists.values()].find((other) => other.styleLink === list.numStyleLink) ?? list;
}

function parse(source: XmlSource, lists: Map<string, List>, instances: Map<string, Instance>): void {
  const reader = readXml(source);
  reader.next();
  eachChild(reader, (name) => {
    if (name === 'w:abstractNum') lists.set(reader.attribute('w:abstractNumId') ?? '', readList(reader));
    if (name === 'w:num') instances.set(reader.attribute('w:numId') ?? '', readInstance(reader));
  });
}

function readList(reader: XmlReader): List {
  const list: List = { levels: new Map(), styleLink: undefined, numStyleLink: undefined };
  eachChild(reader, (name) => {
    if (name === 'w:lvl') readLevelInto(reader, list.levels);
    else if (name === 'w:styleLink') list.styleLink = reader.attribute('w:val');
    else if (name === 'w:numStyleLink') list.numStyleLink = reader.attribute('w:val');
  });
  return list;
}

function readInstance(reader: XmlReader): Instance {
  const instance: Instance = { list: '', starts: new Map(), levels: new Map() };
  eachChild(reader, (name) => {
    if (name === 'w:abstractNumId') instance.list = reader.attribute('w:val') ?? '';
    if (name === 'w:lvlOverride') readOverride(reader, instance);
  });
  return instance;
}

function readOverride(reader: XmlReader, instance: Instance): void {
  const level = clampLevel(integer(reader.attribute('w:ilvl')) ?? 0);
  eachChild(reader, (name) => {
    if (name === 'w:startOverride') instance.starts.set(level, integer(reader.attribute('w:val')) ?? 1);
    if (name === 'w:lvl') readLevelInto(reader, instance.levels);
  });
}

function readLevelInto(reader: XmlReader, levels: Map<number, Level>): void {
  const index = clampLevel(integer(reader.attribute('w:ilvl')) ?? 0);
  const level: Level = {
    start: 1,
    format: 'decimal',
    text: '',
    suffix: 'tab',
    style: undefined,
    legal: false,
  };
  eachChild(reader, (name) => {
    const value = reader.attribute('w:val');
    if (name === 'w:start') level.start = integer(value) ?? 1;
    else if (name === 'w:numFmt') level.format = value ?? 'decimal';
    else if (name === 'w:lvlText') level.text = (value ?? '').slice(0, longestLabel);
    else if (name === 'w:suff') level.suffix = value ?? 'tab';
    else if (name === 'w:pStyle') level.style = value;
    else if (name === 'w:isLgl') level.legal = isOn(reader);
  });
  levels.set(index, level);
}
