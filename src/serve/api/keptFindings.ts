import { inWords } from '../../commands/checkFile.ts';
import type { Language } from '../../model/language.ts';
import { placeNamesOf, type PlaceNames } from '../../model/words/names.ts';
import { disclosureVersion, findingsOf, type FindingRecord } from '../../store/disclosures.ts';
import type { Filing } from '../../store/filings.ts';
import type { Page, PageAsked } from '../../store/paging.ts';
import type { Database } from '../../store/store.ts';
import type { Examination } from '../jobs/examineTask.ts';
import { memoryOf } from '../portal/remembered.ts';

/** The findings of kept versions in the language of who asks, whatever language they were found in. */
export interface KeptFindings {
  readonly ofVersion: (
    filing: Filing,
    version: number,
    language: Language,
    asked: PageAsked,
  ) => Promise<Page<FindingRecord>>;
}

interface Naming {
  readonly names: PlaceNames;
  readonly file: string;
}

/** Names of rows and columns cost reading the whole document; versions never change. */
const mostNamings = 30;

export function keptFindingsOf(db: Database): KeptFindings {
  const kept = memoryOf<Naming | null>(mostNamings, () => 1);
  return {
    async ofVersion(filing, version, language, asked) {
      const naming = await kept.get(`${filing.id} ${version}`, () => namingOf(db, filing, version));
      const found = await findingsOf(db, filing, version, asked);
      if (naming === null) return found;
      const { names, file } = naming;
      const told = (each: FindingRecord) => ({
        ...each,
        finding: inWords(each.finding, language, names, file),
      });
      return { ...found, items: found.items.map(told) };
    },
  };
}

async function namingOf(db: Database, filing: Filing, version: number): Promise<Naming | null> {
  const found = (await disclosureVersion(db, filing, version)) as Examination | null;
  if (found?.disclosure == null) return null;
  return { names: placeNamesOf(found.disclosure), file: found.report.file };
}

/** A kept version with its findings told in the language. */
export function toldIn(examination: Examination, language: Language): Examination {
  const { disclosure, report } = examination;
  if (disclosure === null) return examination;
  const names = placeNamesOf(disclosure);
  const findings = report.findings.map((each) => inWords(each, language, names, report.file));
  return { ...examination, report: { ...report, findings } };
}
