import type { Evidence, PrintedValue, Severity, Slip } from '../../src/model/finding.ts';
import type { Place } from '../../src/model/place.ts';

/** An invented finding, from which the page's example message is made by the program's own templates. */
export interface NoteExample {
  readonly variant?: string;
  /** Words for the blanks of the template. */
  readonly words?: Readonly<Record<string, string | number>>;
  /** For rules whose sentence is built from the figure and its evidence. */
  readonly figure?: {
    readonly place: Place;
    readonly reported: PrintedValue;
    readonly expected: PrintedValue | null;
    readonly slip: Slip | null;
    readonly evidence: readonly Evidence[];
  };
}

/** What the page of a rule says beside its messages, in own words. */
export interface RuleNote {
  /** What it finds, why it matters, when it keeps silent. */
  readonly zh: string;
  readonly en: string;
  readonly example: NoteExample;
  /** Only for rules that are generated from relations: registered rules bring their own. */
  readonly severity?: Severity;
  readonly authority?: string;
  /** Newest first; the first release is said without an entry. */
  readonly history?: readonly { readonly version: string; readonly zh: string }[];
}

export type RuleNotes = Readonly<Record<string, RuleNote>>;

/** A cell of the invented examples. */
export function cell(table: number, row: string, column: string): Place {
  return { file: 'example', table, row, column };
}

/** A printed amount in 万元 with two decimals. */
export function amount(text: string): PrintedValue {
  return { text, fen: Math.round(Number(text.replaceAll(',', '')) * 1_000_000) };
}

/** What an example's figure is compared with. */
export function shown(role: Evidence['role'], text: string, place: Place): Evidence {
  return { role, ...amount(text), place };
}
