import type { DocumentReport, ReportedFinding } from '../../../model/report.ts';
import { reportWords } from '../words.ts';
import { countsOf, waivedOf, type Line } from './counts.ts';
import type { RowOptions } from './rows.ts';
import { workbookWords } from './words.ts';

/** A line of the summary, and whether it is a sum of those above it. */
export interface DepartmentLine {
  readonly line: Line;
  readonly isSum: boolean;
}

/** The findings of each department by kind and severity, with a subtotal; departments in the order of the documents. */
export function departmentLines(
  documents: readonly DocumentReport[],
  options: RowOptions,
): readonly DepartmentLine[] {
  const told = reportWords(options.language);
  const { subtotal } = workbookWords(options.language);
  const read = documents.filter(({ error }) => error === null);
  return [...grouped(read, ({ department }) => department ?? told.unknownDepartment)].flatMap(
    ([name, own]): readonly DepartmentLine[] => {
      const findings = own.flatMap((document) => document.findings);
      const kinds = [...grouped(findings, ({ rule }) => rule)].map(([rule, list]) => {
        const files = own.filter((document) =>
          document.findings.some((finding) => finding.rule === rule),
        ).length;
        return { line: lineOf([name, options.titleOf(rule), rule, files], list), isSum: false };
      });
      const ordered = kinds.sort((a, b) => Number(b.line.at(-2)) - Number(a.line.at(-2)));
      return [...ordered, { line: lineOf([name, subtotal, '', own.length], findings), isSum: true }];
    },
  );
}

function lineOf(head: Line, findings: readonly ReportedFinding[]): Line {
  return [...head, ...countsOf(findings), waivedOf(findings)];
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const own = groups.get(keyOf(item)) ?? [];
    own.push(item);
    groups.set(keyOf(item), own);
  }
  return groups;
}
