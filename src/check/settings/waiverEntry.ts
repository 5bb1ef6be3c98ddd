import type { Waiver } from '../../model/finding.ts';

/** The business key of a place; '*' stands for any table, row, column, section or project. */
export interface WaivedPlace {
  readonly table?: number | '*';
  readonly row?: string;
  readonly column?: string;
  readonly section?: string;
  readonly project?: string;
}

/** A decision that a finding is right as it stands: of which rule, where, and on which printed text. */
export interface WaiverEntry extends Waiver {
  readonly rule: string;
  readonly place: WaivedPlace;
  /** As printed; null: whatever stands there. */
  readonly reported: string | null;
  /** Which document it is for (name or end of the path); null: the one it is kept beside. */
  readonly document: string | null;
}

export const placeKeys = ['table', 'row', 'column', 'section', 'project'] as const;
