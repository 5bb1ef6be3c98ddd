import type { ReactNode } from 'react';
import type { Filing } from '../api/schema.ts';
import { useLanguage, useSay } from '../language.tsx';
import { boardSteps, stepOf, type Standing } from './filings.ts';
import { homeWords } from './words.ts';
import { CountMarks } from '../frame/countMarks.tsx';

/** Whose budget it is: the unit, or the department itself. */
export function nameOf({ unitName, departmentName }: Filing): string {
  return unitName ?? departmentName;
}

/** Days to the last day for publishing; what is late says so in words. */
export function Deadline({ filing }: { readonly filing: Filing }): ReactNode {
  const say = useSay(homeWords);
  const { dueOn, daysLeft } = filing;
  if (dueOn === null || daysLeft === null) return <span className="soft">{dueOn ?? '—'}</span>;
  const words =
    daysLeft < 0 ? say('overdue', -daysLeft) : daysLeft === 0 ? say('today') : say('daysLeft', daysLeft);
  const look = daysLeft < 0 ? 'bad strong' : daysLeft <= 5 ? 'warn strong' : '';
  return (
    <span className="numbers">
      {dueOn} <span className={look}>{daysLeft < 0 ? `⚠ ${words}` : words}</span>
    </span>
  );
}

/** What was found, by signs that say the same without colour. */
export function FindingMarks({ filing, counts }: Standing): ReactNode {
  const say = useSay(homeWords);
  if (counts === null)
    return <span className="soft">{filing.disclosureVersion === 0 ? say('notComposed') : '…'}</span>;
  const { errors, warnings, waived, verdict } = counts;
  if (verdict === 'unreadable') return <span className="bad">✕ {say('unreadable')}</span>;
  return <CountMarks {...{ errors, warnings, waived }} />;
}

/** Where a filing stands on its way: the steps as a short line. */
export function StageTrack({ filing }: { readonly filing: Filing }): ReactNode {
  const say = useSay(homeWords);
  const { language } = useLanguage();
  const at = stepOf(filing.state);
  const words = boardSteps[at]?.[0][language === 'zh' ? 0 : 1] ?? '';
  return (
    <span className="track" title={say('stageAt', at + 1, boardSteps.length, words)}>
      <span className="track-line" aria-hidden="true">
        {boardSteps.map(([, states], i) => (
          <i key={states[0]} className={i < at ? 'past' : i === at ? 'now' : ''} />
        ))}
      </span>
      <span>{filing.stateName}</span>
    </span>
  );
}
