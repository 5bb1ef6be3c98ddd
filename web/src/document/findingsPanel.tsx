import { Segmented } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import type { Finding } from '../api/schema.ts';
import { useRoving } from '../frame/roving.ts';
import { useSay } from '../language.tsx';
import { FindingItem } from './findingItem.tsx';
import type { FindingsProps, Listed } from './listed.ts';
import { Waive } from './waive.tsx';
import { documentWords } from './words.ts';

const findingGroup = { group: '.findings', item: '.finding-main' };

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
  const list = useRef<HTMLDivElement>(null);
  const keys = useRoving(list, findingGroup);
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
      <div ref={list} {...keys}>
        <ol className="findings">
          {listed.map((each) => (
            <FindingItem key={each.key} listed={each} {...props} onWaiving={setWaiving} />
          ))}
        </ol>
      </div>
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
