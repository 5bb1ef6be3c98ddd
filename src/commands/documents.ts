import type { Disclosure } from '../model/disclosure.ts';
import type { Form } from '../model/form.ts';
import type { DocumentLayout } from '../write/layout/block.ts';
import { documentLayout } from '../write/layout/documentLayout.ts';
import type { OutputFile } from './writeFiles.ts';

export const documentFormats = ['docx', 'xlsx', 'pdf', 'html', 'datapackage', 'txt'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** What is to be written, and how. */
export interface Publication {
  readonly disclosure: Disclosure;
  readonly form: Form | null;
  /** Every page says that it is no final document. */
  readonly draft: boolean;
  /** Day of publication, YYYY-MM-DD; null where it is not known. */
  readonly published: string | null;
}

/** Files in each of the formats, and the characters that no type of the PDF has. */
export interface Documents {
  readonly files: readonly OutputFile[];
  readonly missingCharacters: readonly string[];
}

/** The disclosure in the formats. One layout serves them all, so that they agree with each other. */
export async function documentsOf(
  publication: Publication,
  formats: readonly DocumentFormat[],
): Promise<Documents> {
  const { disclosure, form, draft } = publication;
  const layout = documentLayout(disclosure, form, { draft });
  // The PDF, whose page numbers docx waits for, is set in a thread of its own while the others are written.
  const made = await Promise.all(formats.map((format) => filesIn(format, layout, publication)));
  return { files: made.flat(), missingCharacters: formats.includes('pdf') ? await missingIn(layout) : [] };
}

/** Each writer is loaded where it is asked for: some are large. */
async function filesIn(
  format: DocumentFormat,
  layout: DocumentLayout,
  publication: Publication,
): Promise<readonly OutputFile[]> {
  const path = `disclosure.${format}`;
  const { disclosure, draft } = publication;
  switch (format) {
    case 'docx': {
      const { docxDocument } = await import('../write/docx/docxDocument.ts');
      return [{ path, content: await docxDocument(layout) }];
    }
    case 'pdf': {
      const { pdfDocument } = await import('../write/pdf/pdfDocument.ts');
      return [{ path, content: await pdfDocument(layout) }];
    }
    case 'xlsx': {
      const { xlsxDocument } = await import('../write/xlsx/xlsxDocument.ts');
      return [{ path, content: await xlsxDocument(layout, disclosure.figures) }];
    }
    case 'html': {
      const { htmlDocument } = await import('../write/html/htmlDocument.ts');
      return [{ path, content: htmlDocument(layout) }];
    }
    case 'txt': {
      const { textDocument } = await import('../write/textDocument.ts');
      const mark = draft ? `（${layout.draftMark ?? ''}）\n\n` : '';
      return [{ path, content: `${mark}${textDocument(disclosure)}` }];
    }
    case 'datapackage':
      return packageFiles(publication);
  }
}

/** The folder of the open data, and the one of its tables. */
export const packageFolder = 'datapackage';
export const packageTables = `${packageFolder}/data`;

async function packageFiles({ disclosure, draft, published }: Publication): Promise<readonly OutputFile[]> {
  const { dataPackage } = await import('../write/datapackage/dataPackage.ts');
  const files = dataPackage(disclosure, { draft, ...(published === null ? {} : { published }) });
  return files.map(({ path, text }) => ({ path: `${packageFolder}/${path}`, content: text }));
}

async function missingIn(layout: DocumentLayout): Promise<readonly string[]> {
  const { unprintableCharacters } = await import('../write/pdf/pdfDocument.ts');
  return unprintableCharacters(layout);
}
