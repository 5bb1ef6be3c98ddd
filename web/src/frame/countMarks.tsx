import type { ReactNode } from 'react';
import { useSay } from '../language.tsx';
import { countWords } from '../words/shared.ts';

interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly waived: number;
}

/** What was found, by signs that say the same without colour. */
export function CountMarks({ errors, warnings, waived }: Counts): ReactNode {
  const say = useSay(countWords);
  return (
    <span className="marks numbers">
      {errors > 0 && <span className="bad strong">✕ {say('errors', errors)}</span>}
      {warnings > 0 && <span className="warn">! {say('warnings', warnings)}</span>}
      {errors + warnings === 0 && <span className="good">✓ {say('clean')}</span>}
      {waived > 0 && <span className="soft">{say('waived', waived)}</span>}
    </span>
  );
}
