import { mkdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { titleOf } from '../check/render.ts';
import type { Language } from '../model/language.ts';
import type { DocumentReport } from '../model/report.ts';
import { version } from '../version.ts';
import { noPictures, type Pictures } from '../write/report/html/pagePicture.ts';
import { examine, unreadable, type CheckedDocument, type CheckWith } from './checkFile.ts';
import { deliver } from './deliver.ts';
import { rulePage } from './rulePages.ts';
import { print } from './terminal.ts';
import { say } from './words.ts';
import { writeWhole } from './writeFile.ts';

/** Where the HTML report on one document goes. */
export interface PageTarget {
  /** Null: standard output. */
  readonly path: string | null;
  /** The summary's address from the page, where there is one. */
  readonly index: string | null;
}

/** Where the HTML reports go: one page, or a folder of pages with a summary. */
export interface PagePlan {
  readonly targets: readonly PageTarget[];
  readonly folder: string | null;
  readonly index: string | null;
}

/** The plan for `count` documents; null when several have no place to go. */
export function pagePlan(files: readonly string[], out: string | undefined): PagePlan | null {
  if (files.length === 1) return { targets: [{ path: out ?? null, index: null }], folder: null, index: null };
  if (out === undefined) return null;
  const isPage = /\.html?$/i.test(out);
  const folder = isPage ? out.replace(/\.html?$/i, '-pages') : out;
  const index = isPage ? out : join(out, 'index.html');
  const back = isPage ? `../${encodeURIComponent(basename(out))}` : 'index.html';
  const digits = String(files.length).length;
  const targets = files.map((file, i) => {
    const name = `${String(i + 1).padStart(digits, '0')}-${basename(file).replace(/[\s\\/:*?"<>|#%&']+/g, '_')}.html`;
    return { path: join(folder, name), index: back };
  });
  return { targets, folder, index };
}

/** Makes the folder of the pages; the system's code when it cannot be made. */
export async function prepareFolder(folder: string): Promise<string | null> {
  try {
    await mkdir(folder, { recursive: true });
    return null;
  } catch (error) {
    return codeOf(error);
  }
}

/**
 * Checks files as one disclosure and writes its page; the page's text is not kept. A page that cannot be
 * written makes the document unreadable in the report, with that reason.
 */
export async function checkToPage(
  files: readonly string[],
  language: Language,
  checking: CheckWith,
  { path, index }: PageTarget,
): Promise<DocumentReport> {
  const examined = await examine(files, language, checking);
  const options = {
    ...{ language, version, titleOf: (rule: string) => titleOf(rule, language) },
    pageOf: (rule: string) => rulePage(rule, language),
    pictures: await picturesFor(files, examined),
  };
  const { htmlReport } = await import('../write/report/html/htmlReport.ts');
  const html = htmlReport(examined, index === null ? options : { ...options, index });
  if (path === null) {
    await print(html);
    return examined.report;
  }
  try {
    await writeWhole(path, html);
    return examined.report;
  } catch (error) {
    return unreadable(examined.report.file, say(language, 'cannotWrite', path, codeOf(error)));
  }
}

/** Pictures of the pages of those files that are PDFs. */
async function picturesFor(files: readonly string[], { trace, report }: CheckedDocument): Promise<Pictures> {
  const pdfs = files.filter((file) => /\.pdf$/i.test(file));
  if (trace === null || pdfs.length === 0) return noPictures;
  const { pagePictures } = await import('../write/report/html/pictures.ts');
  const sources = await Promise.all(pdfs.map(async (file) => ({ file, bytes: await readFile(file) })));
  return pagePictures(sources, trace, report.findings);
}

/** Writes the summary of several documents; false when it could not be written. */
export async function writeIndex(
  documents: readonly DocumentReport[],
  { targets, index }: PagePlan,
  language: Language,
): Promise<boolean> {
  if (index === null) return true;
  const linkTo = (i: number): string => {
    const path = targets[i]?.path ?? '';
    const name = encodeURIComponent(basename(path));
    return dirname(path) === dirname(index) ? name : `${encodeURIComponent(basename(dirname(path)))}/${name}`;
  };
  const { htmlIndex } = await import('../write/report/html/indexPage.ts');
  return deliver(htmlIndex(documents, linkTo, { language, version }), index, language, 'written');
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
