import { statementsOf, type Statement } from '../../../check/rules/performance/sheetFacts.ts';
import type { PortalProject } from './projects.ts';

/** Can one tell afterwards whether a target was met? A number, a time or a named grade says so. */
export function isMeasurable({ value }: Statement): boolean {
  const hasNumber = value.number !== null && (value.unit !== '' || value.percent);
  return hasNumber || value.times.length > 0 || value.grade !== null;
}

/** The targets of a project's sheets, each once. */
export function targetsOf({ sheets }: PortalProject): readonly Statement[] {
  return sheets
    .flatMap((sheet) => statementsOf(sheet))
    .filter(({ name, value }) => name !== '' || value.text !== '');
}

/** How many targets a project states, and how many of them can be measured. */
export function measured(project: PortalProject): { readonly all: number; readonly measurable: number } {
  const targets = targetsOf(project);
  return { all: targets.length, measurable: targets.filter(isMeasurable).length };
}
