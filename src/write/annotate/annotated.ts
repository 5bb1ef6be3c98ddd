/** A copy with annotations. */
export interface Annotated {
  readonly bytes: Uint8Array;
  /** Marks that found a place. */
  readonly placed: number;
  /** Comments, notes or highlights: marks at one place share one. */
  readonly annotations: number;
}
