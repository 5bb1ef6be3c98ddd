import { checkDisclosure } from '../src/check/check.ts';
import { corpusDocument, disclosureOf, referenceName } from './documents.ts';

/** Mistakes of a real document that were verified by hand: what is printed, and what should be. */
export interface GoldenFindings {
  readonly file: string;
  readonly mistakes: readonly (readonly [printed: string, expected: string])[];
}

export const goldenFindings: readonly GoldenFindings[] = [
  {
    file: referenceName,
    mistakes: [
      ['37807.13', '38707.17'],
      ['36305.19', '38130.65'],
      ['36013.19', '37838.65'],
      ['39%', '27%'],
      ['11461.23', '9635.77'],
      ['24%', '20%'],
      ['11381.73', '9556.27'],
      ['15,000,000', '9,644,800'],
      ['36,967.23', '36,967.63'],
    ],
  },
  { file: 'putuo-finance-2025-department.pdf', mistakes: [['887.36', '87.36']] },
  {
    file: 'putuo-planning-2024-final-accounts.pdf',
    mistakes: [
      ['5377.64', '5364.75'],
      ['4896.98', '4884.09'],
    ],
  },
  {
    file: 'putuo-wanli-2024-department.pdf',
    mistakes: [
      ['8013', '8103'],
      ['352.67', '350.35'],
    ],
  },
  { file: 'putuo-welfare-home-2024-unit.pdf', mistakes: [['738.66', '696.48']] },
  { file: 'shanghai-finance-2025-unit.pdf', mistakes: [] },
];

export interface SeenGolden {
  readonly file: string;
  readonly wanted: number;
  readonly missing: readonly string[];
  /** Errors beside them that accuse a figure of a table: these documents' tables hold no mistake. */
  readonly tableErrors: number;
}

/** Which of the verified mistakes are found, in the documents that are there. */
export async function seenGolden(all: readonly GoldenFindings[]): Promise<readonly SeenGolden[]> {
  const seen: SeenGolden[] = [];
  for (const { file, mistakes } of all) {
    const document = corpusDocument(file);
    if (document === null) continue;
    const { findings } = checkDisclosure(await disclosureOf(document));
    const errors = findings.filter(({ severity }) => severity === 'error');
    const culprits = errors.flatMap((finding) => finding.culprits);
    const missing = mistakes.filter(
      ([printed, expected]) =>
        !culprits.some(
          ({ reported, expected: right }) => reported?.text === printed && right?.text === expected,
        ),
    );
    const tableErrors = culprits.filter(({ place }) => place.table !== undefined).length;
    seen.push({
      file,
      wanted: mistakes.length,
      missing: missing.map(([a, b]) => `${a} → ${b}`),
      tableErrors,
    });
  }
  return seen;
}
