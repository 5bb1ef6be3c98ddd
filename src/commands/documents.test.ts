import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { runDiff } from './diff.ts';
import { runRead } from './read.ts';
import { runWrite } from './write.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingsuan-write-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const told: string[] = [];
beforeEach(() => {
  told.length = 0;
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => told.push(String(text)) > 0);
});

/** The example's book with something changed, as a file. */
function bookFile(name: string, change: (book: Record<string, unknown>) => void): string {
  const book = JSON.parse(readFileSync('examples/book.json', 'utf8')) as Record<string, unknown>;
  change(book);
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(book));
  return path;
}

const common = { language: 'zh', form: 'national-9' } as const;
const unknownCode = bookFile('unknown.json', (book) => {
  const facts = book['facts'] as { function: string }[];
  facts[0] = { ...facts[0], function: '9999999' };
});

describe('write', () => {
  it('writes each format, and the same bytes again', async () => {
    const [one, two] = [join(folder, 'one'), join(folder, 'two')];
    const to = 'html,xlsx,datapackage,txt';
    expect(await runWrite('examples/book.json', { ...common, out: one, to })).toBe(0);
    expect(await runWrite('examples/book.json', { ...common, out: two, to })).toBe(0);
    const names = ['datapackage', 'disclosure.html', 'disclosure.txt', 'disclosure.xlsx'];
    expect(readdirSync(one).sort()).toEqual(names);
    for (const name of [...names.slice(1), 'datapackage/datapackage.json', 'datapackage/SHA256SUMS'])
      expect(readFileSync(join(two, name)).equals(readFileSync(join(one, name)))).toBe(true);
  });

  it('refuses a book with problems; a draft of it is written and marked', async () => {
    const out = join(folder, 'draft');
    expect(await runWrite(unknownCode, { ...common, out, to: 'html' })).toBe(2);
    expect(existsSync(out)).toBe(false);
    expect(await runWrite(unknownCode, { ...common, out, to: 'html,txt,datapackage', draft: true })).toBe(1);
    expect(told.join('')).toContain('草稿');
    expect(readFileSync(join(out, 'disclosure.html'), 'utf8')).toContain('<body class="draft">');
    expect(readFileSync(join(out, 'disclosure.txt'), 'utf8')).toMatch(/^（草稿）/);
    expect(readFileSync(join(out, 'datapackage/datapackage.json'), 'utf8')).toContain('"draft": true');
  });

  it('writes no draft of what is no complete book', async () => {
    const incomplete = bookFile('incomplete.json', (book) => {
      delete book['facts'];
    });
    const out = join(folder, 'incomplete');
    expect(await runWrite(incomplete, { ...common, out, to: 'html', draft: true })).toBe(2);
    expect(existsSync(out)).toBe(false);
  });

  it('names the format that it does not know', async () => {
    const out = join(folder, 'unknown');
    expect(await runWrite('examples/book.json', { ...common, out, to: 'html,odt' })).toBe(2);
    expect(told.join('')).toContain('“odt”');
  });
});

describe('read --format xlsx', () => {
  it('writes the disclosure as a workbook that reads the same', async () => {
    const out = join(folder, 'read.xlsx');
    expect(await runRead('examples/disclosure.txt', { language: 'zh', format: 'xlsx', out })).toBe(0);
    const diff = join(folder, 'diff.txt');
    const files = { old: 'examples/disclosure.txt', new: out };
    expect(await runDiff(files, { language: 'zh', format: 'text', out: diff })).toBe(0);
    expect(readFileSync(diff, 'utf8')).toMatch(/一、金额（没有差别）\n\n二、项目（没有差别）|没有差别。/);
  });

  it('needs a place for its bytes', async () => {
    expect(await runRead('examples/disclosure.txt', { language: 'zh', format: 'xlsx' })).toBe(2);
    expect(told.join('')).toContain('--out');
  });
});

describe('diff', () => {
  it('compares books, and a book with a disclosure', async () => {
    const changed = bookFile('changed.json', (book) => {
      const facts = book['facts'] as { fen: number }[];
      const [first] = facts;
      if (first !== undefined) facts[0] = { ...first, fen: first.fen + 10_000 };
    });
    const out = join(folder, 'diff.json');
    const options = { language: 'zh', format: 'json', out } as const;
    expect(await runDiff({ old: 'examples/book.json', new: changed }, options)).toBe(0);
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
      figures: [{ changeFen: 10_000 }],
      projects: [],
    });
    expect(await runDiff({ old: 'examples/disclosure.txt', new: 'examples/book.json' }, options)).toBe(0);
  });

  it('says which file it cannot read', async () => {
    const files = { old: 'examples/book.json', new: join(folder, 'none.docx') };
    expect(await runDiff(files, { language: 'zh', format: 'text' })).toBe(2);
    expect(told.join('')).toContain('none.docx');
  });
});
