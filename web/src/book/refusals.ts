import { useCallback, useMemo, useState } from 'react';

/** What was typed or pasted and not understood, by "row field". */
export type Refusals = ReadonlyMap<string, string>;

interface Kept {
  readonly rows: unknown;
  readonly marks: Refusals;
}

interface RefusalMarks {
  readonly marks: Refusals;
  /** Marks that hold for these lines; any other change of the lines forgets them. */
  readonly mark: (rows: unknown, marks: Refusals) => void;
}

const none: Refusals = new Map();

/** What was refused is told at its cell until the lines change otherwise. */
export function useRefusals(rows: unknown): RefusalMarks {
  const [kept, setKept] = useState<Kept>({ rows, marks: none });
  const mark = useCallback((of: unknown, marks: Refusals) => {
    setKept({ rows: of, marks });
  }, []);
  return { marks: kept.rows === rows ? kept.marks : none, mark };
}

/** What is wrong with the lines and what was refused: the newer word about a cell counts. */
export function useMarks(problems: Refusals, refused: Refusals): Refusals {
  return useMemo(
    () => (refused.size === 0 ? problems : new Map([...problems, ...refused])),
    [problems, refused],
  );
}
