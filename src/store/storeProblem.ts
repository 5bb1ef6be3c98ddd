/** Why a store cannot be opened; `sentences.ts` has the words. */
export type StoreProblemCode =
  | 'noBinaries'
  | 'noAccount'
  | 'inUse'
  | 'notReachable'
  | 'notWritable'
  | 'initFailed'
  | 'plainPathNeeded'
  | 'startFailed'
  | 'otherMajor'
  | 'tooOld'
  | 'notConnected'
  | 'newerSchema'
  | 'notUtf8';

/** Expected when opening a store; anything else that is thrown is a fault of the program. */
export class StoreProblem extends Error {
  readonly code: StoreProblemCode;
  readonly detail: string;

  constructor(code: StoreProblemCode, detail: string, cause?: unknown) {
    super(`${code}: ${detail}`, { cause });
    this.name = 'StoreProblem';
    this.code = code;
    this.detail = detail;
  }
}
