import { plain } from '../../../model/diff/figures.ts';
import { similarity } from '../../../model/diff/textMarks.ts';
import type { Disclosure, ProjectSheet } from '../../../model/disclosure.ts';
import type { CorrectedText } from './corrected.ts';

/** The earlier disclosure with its sheets under the names that the later one gives them. */
export interface RenamedSheets {
  readonly before: Disclosure;
  readonly texts: readonly CorrectedText[];
}

/** A sheet whose name was corrected is the same sheet: what it says is compared, not told as gone and come. */
export function renamedSheets(before: Disclosure, after: Disclosure): RenamedSheets {
  const left = without(after.projects, before.projects);
  const names = new Map<ProjectSheet, string>();
  for (const old of without(before.projects, after.projects)) {
    const twin = [...left].find((fresh) => isTwin(old, fresh));
    if (twin === undefined) continue;
    left.delete(twin);
    names.set(old, twin.name);
  }
  const projects = before.projects.map((sheet) => ({ ...sheet, name: names.get(sheet) ?? sheet.name }));
  return {
    before: names.size === 0 ? before : { ...before, projects },
    texts: [...names].map(([{ name }, now]) => ({
      where: ['绩效目标表', '项目名称'],
      before: name,
      after: now,
    })),
  };
}

/** The sheets whose names no sheet of the others has. */
function without(sheets: readonly ProjectSheet[], others: readonly ProjectSheet[]): Set<ProjectSheet> {
  const names = new Set(others.map(({ name }) => plain(name)));
  return new Set(sheets.filter(({ name }) => !names.has(plain(name))));
}

const alikeNames = 0.75;
const alikeWithMoney = 0.4;

function isTwin(old: ProjectSheet, fresh: ProjectSheet): boolean {
  const alike = similarity(plain(old.name), plain(fresh.name));
  const [before, after] = [old, fresh].map(({ funds }) => funds.annual.total?.fen ?? funds.period.total?.fen);
  return alike >= alikeNames || (alike >= alikeWithMoney && before !== undefined && before === after);
}
