import type { MoneyUnit } from '../../../model/money.ts';
import type { Place } from '../../../model/place.ts';

/** What a later published version of one disclosure says otherwise than the one before it. */
export interface Corrections {
  readonly figures: readonly CorrectedFigure[];
  readonly texts: readonly CorrectedText[];
  /** Whether the published files are other ones. */
  readonly otherFiles: boolean;
}

export interface CorrectedFigure {
  /** The table as it is titled, or the project's performance sheet. */
  readonly part: string;
  readonly row: string;
  readonly column: string;
  readonly unit: MoneyUnit;
  /** Null: that version prints no amount there. */
  readonly before: PrintedAmount | null;
  readonly after: PrintedAmount | null;
  /** After less before in 分, what is not printed counting as nothing. */
  readonly changeFen: number;
}

export interface PrintedAmount {
  readonly text: string;
  readonly fen: number;
  readonly place: Place | null;
}

export interface CorrectedText {
  /** Where it stands, outermost first. */
  readonly where: readonly string[];
  /** Null: it was not there. */
  readonly before: string | null;
  readonly after: string | null;
}
