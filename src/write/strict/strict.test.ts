import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBook } from '../../model/bookProblems.ts';
import { reportContent } from '../../commands/reportContent.ts';
import { checkFile } from '../../commands/checkFile.ts';
import { openZip } from '../../file/zip.ts';
import { zipOf } from '../../file/zipWrite.ts';
import { annotate } from '../annotate/annotate.ts';
import type { Mark } from '../annotate/marks.ts';
import { bookWorkbook } from '../bookWorkbook/bookWorkbook.ts';
import { docxDocument } from '../docx/docxDocument.ts';
import { documentLayout } from '../layout/documentLayout.ts';
import { composedExample, shippedForm } from '../layout/layoutFixture.ts';
import { xlsxDocument } from '../xlsx/xlsxDocument.ts';
import { sheetFaults } from './sheet.ts';
import { wordFaults } from './word.ts';

// Word and Excel, and the suites that follow them, repair or refuse what other programs read: what can be known of
// that without them is in wordFaults and sheetFaults.
const example = composedExample('shanxi-13');
const layout = documentLayout(example, shippedForm('shanxi-13'), { draft: true });
const document = await docxDocument(layout);
const workbook = await xlsxDocument(layout, example.figures);

const mark: Mark = {
  ...{ place: { file: 'a', block: 0 }, reported: null, correction: null, quotes: [], severity: 'error' },
  ...{ note: '有误\n改法：改', rule: { words: '规则：甲', address: 'rules.html#rule-a-b' } },
};

async function copyOf(bytes: Uint8Array, ...marks: readonly Mark[]): Promise<Uint8Array> {
  const made = await annotate(bytes, marks);
  if (!made.ok) throw new Error(made.problem);
  return made.annotated.bytes;
}

/** The package with a part changed. */
function changed(bytes: Uint8Array, part: string, change: (source: string) => string): Uint8Array {
  const opened = openZip(bytes);
  if (!opened.ok) throw new Error(opened.problem);
  const { archive } = opened;
  const parts = [...archive.entries.keys()].map((name) => {
    const content = archive.read(name);
    const source = content?.ok === true ? content.bytes : new Uint8Array();
    return [name, name === part ? Buffer.from(change(Buffer.from(source).toString())) : source] as const;
  });
  return zipOf(new Map(parts)) ?? new Uint8Array();
}

describe('what is written holds to the sequences, ids and limits of the office formats', () => {
  it('a Word document, and its annotated copy', async () => {
    expect(wordFaults(document)).toEqual([]);
    const title = { ...mark, reported: layout.title.slice(0, 2), correction: '改' };
    expect(wordFaults(await copyOf(document, mark, title))).toEqual([]);
  });

  it('a workbook of every form, and its annotated copy', async () => {
    expect(sheetFaults(workbook)).toEqual([]);
    expect(sheetFaults(await copyOf(workbook, mark, { ...mark, place: { file: 'a', cell: 'B5' } }))).toEqual(
      [],
    );
    for (const id of ['shanghai-9', 'national-9']) {
      const disclosure = composedExample(id);
      const laidOut = documentLayout(disclosure, shippedForm(id));
      expect([id, sheetFaults(await xlsxDocument(laidOut, disclosure.figures))]).toEqual([id, []]);
    }
  });

  it('the workbook of a book', async () => {
    const read = readBook(JSON.parse(readFileSync('examples/book.json', 'utf8')));
    if (!read.ok) throw new Error('no book');
    expect(sheetFaults(await bookWorkbook(read.book))).toEqual([]);
  });

  it('the list of what is to be put right', async () => {
    const report = await checkFile('examples/disclosure-with-mistakes.txt', 'zh');
    const bytes = await reportContent([report, report], 'xlsx', 'zh', { width: null, colour: false });
    expect(sheetFaults(bytes as Uint8Array)).toEqual([]);
  });
});

describe('what does not hold to them is found', () => {
  const inDocument = (change: (source: string) => string): readonly string[] =>
    wordFaults(changed(document, 'word/document.xml', change));
  it.each([
    [
      'a property in the wrong place',
      /pPr: w:pStyle behind w:jc/,
      inDocument((text) => text.replace(/<w:pPr>(<w:pStyle [^>]*\/>)/, '<w:pPr><w:jc w:val="left"/>$1')),
    ],
    [
      'a row of another width',
      /row \d+ has \d+ columns of \d+/,
      inDocument((text) => text.replace('<w:gridSpan w:val="2"/>', '')),
    ],
    [
      'a style that is not there',
      /no style Nothing/,
      inDocument((text) => text.replace(/<w:pStyle w:val="[^"]*"/, '<w:pStyle w:val="Nothing"')),
    ],
    [
      'a picture without its part',
      /no relation rNothing/,
      inDocument((text) => text.replace(/r:embed="[^"]*"/, 'r:embed="rNothing"')),
    ],
    [
      'an undeclared prefix',
      /ignores w99/,
      inDocument((text) => text.replace('mc:Ignorable="', 'mc:Ignorable="w99 ')),
    ],
    [
      'a bookmark twice',
      /used twice|there twice/,
      inDocument((text) => text.replace(/(<w:bookmarkStart [^>]*\/>)/, '$1$1')),
    ],
    [
      'a part without a type',
      /declared but not there/,
      wordFaults(
        changed(document, '[Content_Types].xml', (text) =>
          text.replace('/word/styles.xml', '/word/other.xml'),
        ),
      ),
    ],
    [
      'sheets of one name',
      /two sheets/,
      sheetFaults(changed(workbook, 'xl/workbook.xml', (text) => text.replace('name="概况"', 'name="目录"'))),
    ],
    [
      'a long name',
      /does not take the sheet name/,
      sheetFaults(
        changed(workbook, 'xl/workbook.xml', (text) =>
          text.replace('name="概况"', `name="${'长'.repeat(32)}"`),
        ),
      ),
    ],
    [
      'elements in the wrong order',
      /pageSetup behind/,
      sheetFaults(
        changed(workbook, 'xl/worksheets/sheet3.xml', (text) =>
          text.replace(/(<pageSetup [^>]*\/>)(<headerFooter.*?<\/headerFooter>)/s, '$2$1'),
        ),
      ),
    ],
    [
      'merged cells that overlap',
      /overlap/,
      sheetFaults(
        changed(workbook, 'xl/worksheets/sheet3.xml', (text) =>
          text.replace(/(<mergeCell [^>]*\/>)/, '$1$1'),
        ),
      ),
    ],
  ] as const)('%s', (_, fault, faults) => {
    expect(faults.join('\n')).toMatch(fault);
  });
});
