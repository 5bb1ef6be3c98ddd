import { Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Finding } from '../api/schema.ts';
import { useSay } from '../language.tsx';
import type { Correction } from './correction.ts';
import type { Disclosure, Place } from './disclosure.ts';
import { FindingItem } from './findingItem.tsx';
import { Waive } from './waive.tsx';
import { documentWords } from './words.ts';

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
  readonly disclosure: Disclosure;
  readonly onChoose: (listed: Listed) => void;
  readonly onPlace: (place: Place, text: string) => void;
  readonly onWaive?: ((listed: Listed, waived: Waived) => Promise<void>) | undefined;
  readonly onRevoke?: ((listed: Listed) => void) | undefined;
  readonly onComment?: ((listed: Listed) => void) | undefined;
  readonly corrections?: ReadonlyMap<string, Correction> | undefined;
  readonly onAccept?: ((correction: Correction) => void) | undefined;
}

type Shown = 'all' | Finding['severity'] | 'waived';

/** The findings, always in the order of the document. */
export function FindingsPanel(props: FindingsProps): ReactNode {
  const { all } = props;
  const say = useSay(documentWords);
  const [shown, setShown] = useState<Shown>('all');
  const [waiving, setWaiving] = useState<Listed | null>(null);
  const fits = (listed: Listed, wanted: Shown): boolean =>
    wanted === 'all' ||
    (wanted === 'waived'
      ? listed.waiver !== null
      : listed.waiver === null && listed.finding.severity === wanted);
  const count = (wanted: Shown): number => all.filter((listed) => fits(listed, wanted)).length;
  const kinds = (['all', 'error', 'warning', 'info', 'waived'] as const).filter(
    (kind) => kind !== 'waived' || count(kind) > 0,
  );
  const listed = all.filter((each) => fits(each, shown));
  return (
    <>
      <Segmented<Shown>
        block
        size="small"
        value={shown}
        options={kinds.map((value) => ({
          value,
          label: `${say(value === 'all' ? 'findings' : value)} ${count(value)}`,
        }))}
        onChange={setShown}
        aria-label={say('findings')}
      />
      {listed.length === 0 && <p className="soft">{say(all.length === 0 ? 'noFindings' : 'noneShown')}</p>}
      {all.length > 1 && <p className="soft small">{say('findingKeys')}</p>}
      <ol className="findings">
        {listed.map((each) => (
          <FindingItem key={each.key} listed={each} {...props} onWaiving={setWaiving} />
        ))}
      </ol>
      {waiving !== null && props.onWaive !== undefined && (
        <Waive
          listed={waiving}
          onWaive={props.onWaive}
          onClose={() => {
            setWaiving(null);
          }}
        />
      )}
    </>
  );
}
