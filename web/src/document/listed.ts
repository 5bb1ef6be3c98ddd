import type { PlaceNames } from '../../../src/model/words/names.ts';
import type { Finding } from '../api/schema.ts';
import type { Correction } from './correction.ts';
import type { Place } from './disclosure.ts';

/** A finding as it is listed, with what may be done about it. */
export interface Listed {
  readonly key: string;
  readonly finding: Finding;
  readonly waiver: ListedWaiver | null;
}

export interface ListedWaiver {
  readonly id: string;
  readonly reason: string;
  readonly by: string;
  /** Days, YYYY-MM-DD. */
  readonly date: string;
  readonly expires: string | null;
}

/** Why a finding may stay, and the last day that holds. */
export interface Waived {
  readonly reason: string;
  readonly expires: string | null;
}

export interface FindingsProps {
  readonly all: readonly Listed[];
  readonly chosen: string | null;
  readonly names: PlaceNames;
  readonly onChoose: (listed: Listed) => void;
  readonly onPlace: (place: Place, text: string) => void;
  readonly onWaive?: ((listed: Listed, waived: Waived) => Promise<void>) | undefined;
  readonly onRevoke?: ((listed: Listed) => void) | undefined;
  readonly onComment?: ((listed: Listed) => void) | undefined;
  readonly corrections?: ReadonlyMap<string, Correction> | undefined;
  readonly onAccept?: ((correction: Correction) => void) | undefined;
}
