import { Button, Space } from 'antd';
import type { ReactNode } from 'react';
import { placeWords } from '../../../src/model/words/place.ts';
import type { Finding } from '../api/schema.ts';
import { useLanguage, usePunctuation, useSay } from '../language.tsx';
import type { FindingsProps, Listed, ListedWaiver } from './listed.ts';
import { documentWords } from './words.ts';

const signs = { error: '✕', warning: '!', info: 'i' } as const;
/** More would hide what can be done. */
const mostEvidence = 12;

interface ItemProps extends FindingsProps {
  readonly listed: Listed;
  readonly onWaiving: (listed: Listed) => void;
}

/** A finding: closed its message, open all that is known and what can be done. */
export function FindingItem(props: ItemProps): ReactNode {
  const { listed, chosen, onChoose } = props;
  const say = useSay(documentWords);
  const { finding, waiver, key } = listed;
  const { severity, message, part } = finding;
  const isOn = key === chosen;
  return (
    <li
      className={`finding ${severity} ${isOn ? 'on' : ''} ${waiver === null ? '' : 'waived'}`}
      data-finding={key}
    >
      <button
        type="button"
        className="finding-main"
        tabIndex={-1}
        onClick={() => {
          onChoose(listed);
        }}
        aria-expanded={isOn}
      >
        <span className="finding-head">
          <b>
            {signs[severity]} {say(severity)}
          </b>
          <span className="soft">{part}</span>
          {waiver !== null && <span className="badge">{say('waived')}</span>}
          {props.corrections?.has(key) === true && <span className="badge good">{say('correctable')}</span>}
        </span>
        <span>{message}</span>
      </button>
      {isOn && <More {...props} />}
    </li>
  );
}

function More(props: ItemProps): ReactNode {
  const { finding, waiver } = props.listed;
  const say = useSay(documentWords);
  const { labelled } = usePunctuation();
  const { remedy, tied, culprits } = finding;
  return (
    <div className="finding-more">
      {tied && <p>{say('tied')}</p>}
      <ul className="plain-list numbers">
        {culprits.map(({ reported, expected }, i) => (
          <li key={i}>
            {reported !== null && (
              <>
                {say('printed')}{' '}
                <b className="bad">{reported.text === '' ? say('emptyCell') : reported.text}</b>{' '}
              </>
            )}
            {expected !== null && (
              <>
                {say('expected')} <b className="good">{expected.text}</b>
              </>
            )}
          </li>
        ))}
      </ul>
      {remedy !== '' && (
        <p>
          <span className="soft">{labelled(say('remedy'), '')}</span>
          {remedy}
        </p>
      )}
      <EvidenceList {...props} />
      {waiver !== null && <WaiverWords waiver={waiver} />}
      <Doing {...props} />
    </div>
  );
}

function EvidenceList({ listed, names, onPlace }: ItemProps): ReactNode {
  const say = useSay(documentWords);
  const { language } = useLanguage();
  const evidence = listed.finding.evidence.filter(({ text }) => text !== '');
  if (evidence.length === 0) return null;
  return (
    <>
      <h4 className="small soft">{say('evidence')}</h4>
      <ul className="plain-list numbers">
        {evidence.slice(0, mostEvidence).map(({ text, place }, i) => (
          <li key={i}>
            <button
              type="button"
              className="go"
              onClick={() => {
                onPlace(place, text);
              }}
            >
              <span className="go-number">{text}</span>
              <span className="soft">{placeWords(place, language, names)}</span>
            </button>
          </li>
        ))}
      </ul>
      {evidence.length > mostEvidence && (
        <p className="soft small">{say('moreEvidence', evidence.length - mostEvidence)}</p>
      )}
    </>
  );
}

function WaiverWords({ waiver }: { readonly waiver: ListedWaiver }): ReactNode {
  const say = useSay(documentWords);
  const { labelled } = usePunctuation();
  const { reason, by, date, expires } = waiver;
  return (
    <p className="soft">
      {labelled(say('waiverReason'), reason)}
      <br />
      <span className="numbers">
        {by} {date} · {expires === null ? say('forEver') : say('until', expires)}
      </span>
    </p>
  );
}

function Doing({
  listed,
  onWaive,
  onRevoke,
  onComment,
  onWaiving,
  corrections,
  onAccept,
}: ItemProps): ReactNode {
  const say = useSay(documentWords);
  const { labelled } = usePunctuation();
  const { waiver, finding, key } = listed;
  const correction = corrections?.get(key);
  return (
    <>
      {correction !== undefined && onAccept !== undefined && (
        <p className="correction">
          {labelled(correction.words, '')}
          <del>{correction.before}</del> → <ins>{correction.after}</ins>{' '}
          <Button
            size="small"
            type="primary"
            onClick={() => {
              onAccept(correction);
            }}
          >
            {say('accept')}
          </Button>
        </p>
      )}
      <Space wrap>
        {waiver === null && canBeWaived(finding) && onWaive !== undefined && (
          <Button
            size="small"
            onClick={() => {
              onWaiving(listed);
            }}
          >
            {say('waive')}
          </Button>
        )}
        {waiver !== null && onRevoke !== undefined && (
          <Button
            size="small"
            onClick={() => {
              onRevoke(listed);
            }}
          >
            {say('revoke')}
          </Button>
        )}
        {onComment !== undefined && (
          <Button
            size="small"
            onClick={() => {
              onComment(listed);
            }}
          >
            {say('comment')}
          </Button>
        )}
      </Space>
    </>
  );
}

function canBeWaived({ severity }: Finding): boolean {
  return severity !== 'info';
}
