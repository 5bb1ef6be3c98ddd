import type { CorrectedFigure } from './data/corrected.ts';
import { correctionsOf } from './data/corrections.ts';
import { correctedWords } from './pages/corrections.ts';
import { memoryOf } from './remembered.ts';
import { replacedVersion } from './replaced.ts';
import type { DepartmentYear, PortalSource } from './source.ts';
import type { View } from './view.ts';

/** What was corrected, for those who read of it elsewhere. */
export interface CorrectionNote {
  /** 更正了 3 个数、2 处文字 */
  readonly words: string;
  /** The first of the numbers, then where texts changed, one a line. */
  readonly lines: readonly string[];
}

/** To tell what a version corrected two disclosures are opened: older entries go without. */
const mostTold = 20;
const mostLines = 8;

/** By the checksums of both versions' files, which say what is compared. */
const notes = memoryOf<CorrectionNote | null>(2000, () => 1);

/** What each corrected version of the list corrected, the newest of them. */
export async function correctionNotes(
  source: PortalSource,
  updates: readonly DepartmentYear[],
  view: View,
): Promise<ReadonlyMap<DepartmentYear, CorrectionNote>> {
  const told = new Map<DepartmentYear, CorrectionNote>();
  for (const summary of updates.filter(({ version }) => version > 1).slice(0, mostTold)) {
    const replaced = await replacedVersion(source, summary);
    if (replaced === null) continue;
    const files = [replaced, summary].flatMap((each) => each.files.map(({ sha256 }) => sha256));
    const make = (): Promise<CorrectionNote | null> => noteOf(source, replaced, summary, view);
    const key = [view.language, replaced.version, summary.version, ...files].join(' ');
    const note = files.length < 2 ? await make() : await notes.get(key, make);
    if (note !== null) told.set(summary, note);
  }
  return told;
}

async function noteOf(
  source: PortalSource,
  replaced: DepartmentYear,
  summary: DepartmentYear,
  view: View,
): Promise<CorrectionNote | null> {
  const before = await source.disclosure(replaced, replaced.version);
  const after = await source.disclosure(summary, summary.version);
  if (before === null || after === null) return null;
  const { figures, texts, otherFiles } = correctionsOf(before, after);
  const counts = { figures: figures.length, texts: texts.length };
  return {
    words: correctedWords(counts, otherFiles, view),
    lines: [
      ...figures.map((figure) => lineOf(figure, view)),
      ...texts.map(({ where }) => `${view.say('文字：', 'text: ')}${where.join(' › ')}`),
    ].slice(0, mostLines),
  };
}

function lineOf({ part, row, column, unit, before, after }: CorrectedFigure, { say }: View): string {
  const where = [part, row, column].filter((words) => words !== '').join(' · ');
  const none = say('空白', 'blank');
  return `${where}${say('：', ': ')}${before?.text ?? none} → ${after?.text ?? none} ${unit}`;
}
