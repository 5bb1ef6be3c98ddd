import { documentsOf, type DocumentFormat, type Documents } from '../../../commands/documents.ts';
import { disclosureVersion } from '../../../store/disclosures.ts';
import type { Filing } from '../../../store/filings.ts';
import { allForms } from '../../basis.ts';
import { memoryOf } from '../../portal/remembered.ts';
import type { ApiContext } from '../context.ts';
import { ApiProblem } from '../problems.ts';

/** Versions never change; whether it is a draft follows from the filing's state, which is in the key. */
const pdfs = memoryOf<Uint8Array>(64 * 1024 * 1024, ({ length }) => length);

/** A version as documents in a format; a draft before the approval. */
export async function documentsIn(
  { store: { db } }: ApiContext,
  filing: Filing,
  version: number,
  format: DocumentFormat,
): Promise<Documents> {
  const found = await disclosureVersion(db, filing, version);
  if (found === null) throw new ApiProblem('noDisclosure');
  const { disclosure } = found;
  const form = (await allForms(db)).find(({ id }) => id === disclosure.form) ?? null;
  return documentsOf({ disclosure, form, draft: isDraft(filing), published: null }, [format]);
}

/** The PDF of a version, for those who look at its pages. */
export async function composedPdf(context: ApiContext, filing: Filing, version: number) {
  // A version that is not there must be refused before anything is kept for it.
  if (version > filing.disclosureVersion) throw new ApiProblem('noDisclosure');
  const key = `${filing.id} ${version} ${isDraft(filing) ? 'draft' : 'final'} pdf`;
  const content = (): Promise<Uint8Array> =>
    pdfs.get(key, async () => {
      const { files } = await documentsIn(context, filing, version, 'pdf');
      const made = files[0]?.content ?? '';
      return typeof made === 'string' ? Buffer.from(made) : made;
    });
  return Promise.resolve({ key, figures: [], content });
}

function isDraft({ state }: Filing): boolean {
  return !['approved', 'published', 'archived'].includes(state);
}
