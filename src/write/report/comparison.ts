import type { Language } from '../../model/language.ts';
import type { DocumentReport } from '../../model/report.ts';

/** What the comparison of a folder's documents with each other did, for the summaries. */
export interface Comparison {
  /** One for each kind of comparison that could be made; `holds`: nothing differs. */
  readonly compared: readonly { readonly sentence: string; readonly holds: boolean }[];
  /** What is missing to make sums complete; each sentence once. */
  readonly missing: readonly string[];
}

interface Kind {
  readonly rules: readonly string[];
  readonly zh: (documents: number) => string;
  readonly en: (documents: number) => string;
}

const kinds: readonly Kind[] = [
  {
    rules: ['acrossDocuments.unitRow', 'acrossDocuments.unitSum', 'acrossDocuments.sameProject'],
    zh: (documents) => `${documents} 个部门与所属单位`,
    en: (documents) => `${counted(documents, 'department')} against units`,
  },
  {
    rules: ['acrossDocuments.budgetInAccounts'],
    zh: (documents) => `${documents} 份决算与公开的预算`,
    en: (documents) => `${counted(documents, 'final account')} against published budgets`,
  },
  {
    rules: ['acrossDocuments.regionTotal'],
    zh: (documents) => `${documents} 份全地区汇总与各部门`,
    en: (documents) => `${counted(documents, "region's total")} against departments`,
  },
];
const family = 'acrossDocuments.';
const incomplete = 'acrossDocuments.incomplete';

/** Null where the documents were not compared. */
export function comparisonOf(documents: readonly DocumentReport[], language: Language): Comparison | null {
  const wasMade = documents.some(({ checks }) => checks.some(({ rule }) => rule.startsWith(family)));
  const missing = missingIn(documents);
  if (!wasMade && missing.length === 0) return null;
  const compared = kinds.flatMap((kind) => comparedAs(kind, documents, language));
  return compared.length === 0 ? { compared: [nothingCompared[language]], missing } : { compared, missing };
}

function comparedAs(
  kind: Kind,
  documents: readonly DocumentReport[],
  language: Language,
): Comparison['compared'] {
  const counts = documents.map(({ checks }) => checks.filter(({ rule }) => kind.rules.includes(rule)));
  const sum = (key: 'pass' | 'fail'): number => counts.flat().reduce((all, check) => all + check[key], 0);
  const [pass, fail] = [sum('pass'), sum('fail')];
  const part = counts.filter((own) => own.some((check) => check.pass + check.fail > 0)).length;
  if (part === 0) return [];
  const sentence =
    language === 'zh'
      ? `${kind.zh(part)}：核对 ${pass + fail} 处，${fail === 0 ? '全部相符' : `${fail} 处不符`}`
      : `${kind.en(part)}: ${pass + fail} compared, ${fail === 0 ? 'all agree' : `${fail} do not`}`;
  return [{ sentence, holds: fail === 0 }];
}

function missingIn(documents: readonly DocumentReport[]): readonly string[] {
  const told = documents.flatMap(({ findings }) =>
    findings.flatMap((finding) =>
      finding.rule === incomplete && finding.waiver === null ? [finding.message] : [],
    ),
  );
  return [...new Set(told)];
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

const nothingCompared: Readonly<Record<Language, Comparison['compared'][number]>> = {
  zh: {
    sentence: '没有可以互相核对的文件：没有同一年度的部门与所属单位、决算与预算、全地区汇总与部门',
    holds: true,
  },
  en: {
    sentence:
      'no documents that can be compared: no department with its units, final accounts with a budget, or region with departments of one year',
    holds: true,
  },
};

export const comparisonTitle: Readonly<Record<Language, string>> = {
  zh: '文件之间的核对',
  en: 'The documents compared with each other',
};
