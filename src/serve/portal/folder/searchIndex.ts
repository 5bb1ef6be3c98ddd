import { gramsOf, searchable } from '../../../store/grams.ts';
import { addressOf } from '../address.ts';
import { kindName, levelName } from '../names.ts';
import { yearWords } from '../pages/frame.ts';
import { recordsOf } from '../search/records.ts';
import { recordKinds, type DepartmentYear, type PortalSource, type SearchRecord } from '../source.ts';
import { viewOf } from '../view.ts';

/** A part of the index as a script: pages opened from a disk may load scripts and nothing else. */
export interface IndexFile {
  readonly path: string;
  readonly content: string;
}

const shards = 64;
/** Records in one file. */
const chunk = 400;

const zh = viewOf('zh');
const en = viewOf('en');

/** The words of addresses for the pages of records. */
const parts = {
  function: ['功能', 'function'],
  project: ['项目', 'project'],
  text: ['正文', 'text'],
} as const;

/**
 * The index that the folder's search reads: what can be found in files of 400 records, and by pair of
 * characters who has it in 64 files. Records are written as they come; of the rest only numbers are held.
 */
export async function* searchIndex(source: PortalSource, english: boolean): AsyncGenerator<IndexFile> {
  const postings = new Map<string, number[]>();
  const disclosures: object[] = [];
  let rows: string[] = [];
  let count = 0;
  for (const summary of await source.departmentYears({})) {
    const published = await source.disclosure(summary, null);
    if (published === null) continue;
    const at = disclosures.push(disclosureRow(published.summary, english)) - 1;
    for (const record of recordsOf(published)) {
      const text = searchable(record.text);
      for (const gram of gramsOf(text)) add(postings, gram, count);
      rows.push(rowOf(record, text, at));
      count += 1;
      if (rows.length < chunk) continue;
      yield partOf(`r${count / chunk - 1}`, `[${rows.join(',\n')}]`);
      rows = [];
    }
  }
  if (rows.length > 0) yield partOf(`r${Math.floor(count / chunk)}`, `[${rows.join(',\n')}]`);
  yield* shardFiles(postings);
  const kinds = recordKinds.map((kind) => [kind, kindName(kind, zh), kindName(kind, en)]);
  yield partOf('about', JSON.stringify({ count, shards, chunk, kinds, parts, disclosures }));
}

function add(postings: Map<string, number[]>, gram: string, id: number): void {
  const own = postings.get(gram);
  if (own === undefined) postings.set(gram, [id]);
  else own.push(id);
}

function rowOf({ kind, title, page, fen, code }: SearchRecord, text: string, at: number): string {
  return JSON.stringify([kind, title, text, page, fen, code, at]);
}

function disclosureRow(summary: DepartmentYear, english: boolean): object {
  const { region, year, stage, department, name, level } = summary;
  const key = { region, year, stage, department };
  const path = (language: 'zh' | 'en'): string =>
    decodeURIComponent(
      addressOf({ kind: 'disclosure', key, version: null, part: { kind: 'overview' } }, language),
    ).slice(1);
  return {
    name,
    when: yearWords(summary, zh),
    whenEn: yearWords(summary, en),
    level: levelName(level, zh),
    levelEn: levelName(level, en),
    zh: path('zh'),
    en: english ? path('en') : null,
  };
}

/** Numbers as steps from one to the next: most are small. */
function* shardFiles(postings: ReadonlyMap<string, readonly number[]>): Generator<IndexFile> {
  const files = Array.from({ length: shards }, (): string[] => []);
  for (const [gram, ids] of postings) {
    const steps = ids.map((id, i) => id - (ids[i - 1] ?? 0));
    files[shardOf(gram)]?.push(`${JSON.stringify(gram)}:[${steps.join(',')}]`);
  }
  for (const [i, entries] of files.entries()) yield partOf(`g${i}`, `{${entries.join(',\n')}}`);
}

/** As the folder's script finds it again. */
function shardOf(gram: string): number {
  let hash = 0;
  for (let i = 0; i < gram.length; i++) hash = (hash * 31 + gram.charCodeAt(i)) >>> 0;
  return hash % shards;
}

function partOf(name: string, value: string): IndexFile {
  return { path: `search/${name}.js`, content: `mingsuanPart(${JSON.stringify(name)},${value});\n` };
}
