import ExcelJS from 'exceljs';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { annotateFiles } from '../src/commands/annotateFiles.ts';
import { examine } from '../src/commands/checkFile.ts';
import { reportContent } from '../src/commands/reportContent.ts';
import type { Place } from '../src/model/place.ts';
import type { DocumentReport } from '../src/model/report.ts';
import { openPackage } from '../src/write/annotate/package.ts';
import { htmlReport } from '../src/write/report/html/htmlReport.ts';
import { isAt, notesIn } from './copyNotes.ts';
import { trialDocuments, writeTrial } from './trialFolder.ts';

// A reviewer's day: ten documents, one workbook, the worst three put right with their annotated copies.
let folder = '';
let reports: readonly DocumentReport[] = [];

beforeAll(async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  folder = mkdtempSync(join(tmpdir(), 'mingsuan-trial-'));
  const checked: DocumentReport[] = [];
  for (const file of await writeTrial(join(folder, 'in')))
    checked.push((await examine([file], 'zh', { trace: false })).report);
  reports = checked;
}, 240_000);

afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const isWorth = ({ severity }: { readonly severity: string }): boolean => severity !== 'info';

const worth = ({ findings }: DocumentReport): number =>
  findings.filter(({ severity }) => severity !== 'info').length;

test('documents without mistakes are clean in every format, every mistake is found in the others', () => {
  const found = reports.map(({ file, verdict }) => [basename(file), verdict === 'clean']);
  expect(found).toEqual(
    trialDocuments.map(({ department, format, mistakes }) => [
      `${department}.${format}`,
      mistakes.length === 0,
    ]),
  );
  for (const [i, { mistakes }] of trialDocuments.entries()) {
    expect(reports[i]?.findings.length).toBeGreaterThanOrEqual(mistakes.length);
  }
});

test('one workbook holds a row for each finding, with department, place and remedy', async () => {
  const bytes = await reportContent(reports, 'xlsx', 'zh', { width: null, colour: false });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((bytes as Uint8Array).slice().buffer);
  const list = workbook.getWorksheet('整改清单');
  const all = reports.reduce((sum, { findings }) => sum + findings.length, 0);
  expect((list?.rowCount ?? 1) - 1).toBe(all);
  const departments = new Set((list?.getColumn(2).values ?? []).slice(2));
  const faulty = trialDocuments.filter(({ mistakes }) => mistakes.length > 0);
  for (const { department } of faulty) expect(departments).toContain(department);
});

test('every finding of a document is in every format, and leads to the same place', async () => {
  const [report] = reports;
  const file = report?.file ?? '';
  const examined = await examine([file], 'zh');
  const { findings } = examined.report;
  const look = { width: null, colour: false };
  const told = async (format: 'text' | 'json' | 'sarif'): Promise<string> =>
    String(await reportContent([examined.report], format, 'zh', look));
  const json = JSON.parse(await told('json')) as Json;
  const sarif = JSON.parse(await told('sarif')) as Sarif;
  const html = htmlReport(examined, { language: 'zh', version: '1', titleOf: (rule) => rule });
  const text = await told('text');
  const bytes = await reportContent([examined.report], 'xlsx', 'zh', look);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((bytes as Uint8Array).slice().buffer);
  const list = workbook.getWorksheet('整改清单');
  const rows = Array.from({ length: (list?.rowCount ?? 1) - 1 }, (_, i) => list?.getRow(i + 2));
  expect(json.documents[0]?.findings).toHaveLength(findings.length);
  expect(sarif.runs[0]?.results).toHaveLength(findings.length);
  expect(rows).toHaveLength(findings.length);
  expect(html.match(/<li class="p /g)).toHaveLength(findings.length);
  for (const [i, { message, culprits, spots, severity, tied }] of findings.entries()) {
    const [place, spot] = [culprits[0]?.place, spots[0]?.place ?? ''];
    expect(json.documents[0]?.findings[i]?.culprits[0]?.place).toMatchObject({ file, ...keysOf(place) });
    const [location] = sarif.runs[0]?.results[i]?.locations ?? [];
    for (const value of Object.values(keysOf(place))) {
      expect(location?.logicalLocations?.[0]?.fullyQualifiedName).toContain(String(value));
    }
    const row = rows.find((each) => each?.getCell(10).text === message);
    expect(row?.getCell(5).text.startsWith(spot)).toBe(true);
    if (severity !== 'info') expect(text).toContain(spots[0]?.spot ?? '');
    if (!tied && spot !== '') expect(html).toMatch(new RegExp(`<a href="#[^"]+">${escapedRegExp(spot)}</a>`));
  }
});

interface Json {
  readonly documents: readonly {
    readonly findings: readonly { readonly culprits: readonly { readonly place: object }[] }[];
  }[];
}

interface Sarif {
  readonly runs: readonly {
    readonly results: readonly {
      readonly locations: readonly {
        readonly logicalLocations?: readonly { readonly fullyQualifiedName: string }[];
      }[];
    }[];
  }[];
}

function keysOf(place: Place | undefined): object {
  const { table, row, column } = place ?? {};
  return Object.fromEntries(
    Object.entries({ table, row, column }).filter(([, value]) => value !== undefined),
  );
}

function escapedRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

test('files that are one disclosure: every copy has its own findings, all of them together', async () => {
  const [faulty] = reports;
  const file = faulty?.file ?? '';
  const department = basename(file, '.docx');
  const mistakes = trialDocuments[4]?.mistakes ?? [];
  const [sheet = ''] = await writeTrial(join(folder, 'twin'), [{ department, format: 'xlsx', mistakes }]);
  const parts = [join(folder, 'part.docx'), join(folder, 'part.xlsx')] as const;
  writeFileSync(parts[0], readFileSync(file));
  writeFileSync(parts[1], readFileSync(sheet));
  const { report } = await examine(parts, 'zh', { trace: false });
  const marked = new Set(report.findings.flatMap(({ culprits }) => culprits.map(({ place }) => place.file)));
  expect(await annotateFiles([report], join(folder, 'together'), 'zh')).toBe(true);
  const copies = readdirSync(join(folder, 'together'));
  const named = [...marked].map((each) => basename(each).replace('.', '-审核.'));
  expect(copies.toSorted()).toEqual(['规则说明.html', ...named].toSorted());
  const notes = copies.flatMap((name) => {
    const office = openPackage(readFileSync(join(folder, 'together', name)));
    return (office?.names ?? [])
      .filter((part) => /comments\d*\.xml$/.test(part))
      .map((part) => office?.read(part) ?? '');
  });
  const wanted = report.findings.filter(({ severity }) => severity !== 'info').map(({ message }) => message);
  const said = notes
    .join('')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  expect(wanted.filter((message) => !said.includes(message))).toEqual([]);
}, 60_000);

test.each([
  ['docx', 0],
  ['xlsx', 4],
  ['pdf', 6],
] as const)(
  'an annotated copy says every finding at its place, and at its head counts as the other reports do: %s',
  async (format, index) => {
    const report = reports[index];
    if (report === undefined) throw new Error('no report');
    const folderOf = join(folder, `copy-${format}`);
    expect(await annotateFiles([report], folderOf, 'zh')).toBe(true);
    expect(readdirSync(folderOf).toSorted()).toEqual(
      ['规则说明.html', `${basename(report.file, `.${format}`)}-审核.${format}`].toSorted(),
    );
    const notes = await notesIn(join(folderOf, `${basename(report.file, `.${format}`)}-审核.${format}`));
    const [head] = notes.filter(({ text }) => text.startsWith('【审核结果】'));
    const counted = ['错误', '提醒', '提示'].map((word) =>
      Number(
        new RegExp(`(\\d+) [处条]${word}|${word} (\\d+) 条`)
          .exec(head?.text ?? '')
          ?.slice(1)
          .find(Boolean) ?? 0,
      ),
    );
    const wanted = (['error', 'warning', 'info'] as const).map(
      (severity) => report.findings.filter((finding) => finding.severity === severity).length,
    );
    expect(counted).toEqual(wanted);
    for (const { severity, message, rule, culprits, tied } of report.findings.filter(isWorth)) {
      for (const { place, reported } of tied ? culprits : culprits.slice(0, 1)) {
        const told = notes.filter(({ text }) => text.includes(message) && text.includes(rule));
        expect([severity, message, told.some((note) => isAt(note, place, reported?.text))]).toEqual([
          severity,
          message,
          true,
        ]);
      }
    }
    const page = readFileSync(join(folderOf, '规则说明.html'), 'utf8');
    for (const { rule } of report.findings) expect(page).toContain(`id="rule-${rule.replace('.', '-')}"`);
  },
  60_000,
);

/** The document with every tracked change accepted and the comments left, as a word processor saves it. */
function accepted(bytes: Uint8Array): Uint8Array {
  const office = openPackage(bytes);
  const body = office?.read('word/document.xml');
  if (office === undefined || body === undefined) throw new Error('no body');
  const clean = body.replace(/<w:del [^>]*>.*?<\/w:del>/gs, '').replace(/<\/?w:ins(?: [^>]*)?>/g, '');
  office.write('word/document.xml', clean);
  const written = office.bytes();
  if (written === undefined) throw new Error('no package');
  return written;
}

test('the worst three are clean once the changes of their annotated copies are accepted', async () => {
  const worst = [...reports].sort((a, b) => worth(b) - worth(a)).slice(0, 3);
  expect(worst.map(({ file }) => file.split('.').at(-1))).toEqual(['docx', 'docx', 'docx']);
  expect(await annotateFiles(worst, join(folder, 'out'), 'zh')).toBe(true);
  for (const name of readdirSync(join(folder, 'out')).filter((each) => each.endsWith('.docx'))) {
    const file = join(folder, 'out', name);
    writeFileSync(file, accepted(readFileSync(file)));
    const { report } = await examine([file], 'zh', { trace: false });
    const left = report.findings.filter(({ severity }) => severity !== 'info');
    expect([name, left.map(({ message }) => message)]).toEqual([name, []]);
  }
}, 60_000);
