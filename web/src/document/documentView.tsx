import { useCallback, useEffect, useMemo, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { useAnswer } from '../api/calls.ts';
import type { Examined } from '../api/schema.ts';
import { useLanguage, useSay } from '../language.tsx';
import { DocumentBody } from './documentBody.tsx';
import { disclosureOf, traceOf, type Disclosure, type Place } from './disclosure.ts';
import { FigurePanel } from './figurePanel.tsx';
import { figureIndex, partOf } from './figures.ts';
import { FindingsPanel, type Listed } from './findingsPanel.tsx';
import { documentWords } from './words.ts';

export interface DocumentViewProps {
  readonly examined: Examined;
  readonly findings: readonly Listed[];
  readonly onWaive?: (listed: Listed, reason: string) => Promise<void>;
  readonly onRevoke?: (listed: Listed) => void;
  /** Writes a comment on a place. */
  readonly onComment?: (place: Place) => void;
}

/** Left the parts, in the middle the document, right the figure that is asked and the findings. */
export function DocumentView(props: DocumentViewProps): ReactNode {
  const say = useSay(documentWords);
  const disclosure = disclosureOf(props.examined);
  if (disclosure === null) return <p className="soft">{props.examined.report.error ?? say('blank')}</p>;
  return <Columns {...props} disclosure={disclosure} />;
}

function Columns(props: DocumentViewProps & { readonly disclosure: Disclosure }): ReactNode {
  const { examined, disclosure, findings, onWaive, onRevoke, onComment } = props;
  const say = useSay(documentWords);
  const titleOf = useRuleTitles();
  const figures = useMemo(() => figureIndex(disclosure, traceOf(examined)), [disclosure, examined]);
  const [chosen, setChosen] = useState<number | null>(null);
  const [finding, setFinding] = useState<string | null>(null);
  const body = useRef<HTMLElement>(null);
  useMarked(body, chosen);
  const go = useCallback((id: number) => {
    setChosen(id);
    body.current?.querySelector(`[data-f="${id}"]`)?.scrollIntoView({ block: 'center' });
  }, []);
  const ask = ({ target }: MouseEvent): void => {
    const element = target instanceof Element ? target.closest('[data-f]') : null;
    const id = element?.getAttribute('data-f') ?? null;
    if (id !== null) setChosen(Number(id));
  };
  const show = (listed: Listed): void => {
    setFinding(finding === listed.key ? null : listed.key);
    const culprit = listed.finding.culprits[0];
    if (culprit === undefined) return;
    const place: Place = culprit.place;
    const id = figures.at(place, culprit.reported?.text ?? '');
    if (id !== null) go(id);
    else body.current?.querySelector(`#${partOf(place, disclosure) ?? 'overview'}`)?.scrollIntoView();
  };
  const placeOf = (id: number): Place => figures.trace.figures[id]?.place ?? { file: '' };
  return (
    <div className="document">
      <Parts disclosure={disclosure} findings={findings} />
      {/* Figures are buttons: the keyboard reaches the same through them. */}
      <article
        className="paper"
        ref={body}
        onClick={ask}
        aria-label={disclosure.department.name ?? say('parts')}
      >
        <DocumentBody disclosure={disclosure} figures={figures} />
      </article>
      <aside className="side" aria-label={say('findings')} tabIndex={0}>
        <Coverage examined={examined} />
        {chosen === null ? (
          <p className="soft small">{say('figureHint')}</p>
        ) : (
          <FigurePanel
            id={chosen}
            disclosure={disclosure}
            figures={figures}
            titleOf={titleOf}
            onGo={go}
            onClose={() => {
              setChosen(null);
            }}
            onComment={
              onComment === undefined
                ? undefined
                : () => {
                    onComment(placeOf(chosen));
                  }
            }
          />
        )}
        <FindingsPanel
          all={findings}
          chosen={finding}
          onChoose={show}
          onWaive={onWaive}
          onRevoke={onRevoke}
          onComment={
            onComment === undefined
              ? undefined
              : (listed) => {
                  onComment(listed.finding.culprits[0]?.place ?? { file: '' });
                }
          }
        />
      </aside>
    </div>
  );
}

/** Marks the figure in the document that stands already: thousands of figures are not drawn again. */
function useMarked(body: { readonly current: HTMLElement | null }, chosen: number | null): void {
  useEffect(() => {
    const marked = chosen === null ? [] : (body.current?.querySelectorAll(`[data-f="${chosen}"]`) ?? []);
    for (const element of marked) element.classList.add('on');
    return () => {
      for (const element of marked) element.classList.remove('on');
    };
  }, [body, chosen]);
}

export function useRuleTitles(): (rule: string) => string {
  const { language } = useLanguage();
  const { data } = useAnswer('GET /api/v1/rules', {}, { staleTime: Infinity });
  return useCallback((rule) => data?.[rule]?.[language] ?? rule, [data, language]);
}

function Coverage({ examined }: { readonly examined: Examined }): ReactNode {
  const say = useSay(documentWords);
  const { figures, verified, contradicted, unverified } = examined.report.coverage;
  return (
    <p className="coverage numbers" title={say('coverage', figures, verified, contradicted, unverified)}>
      <span className="good">✓ {verified}</span>
      <span className="bad">✕ {contradicted}</span>
      <span className="soft">○ {unverified}</span>
      <span className="vh">{say('coverage', figures, verified, contradicted, unverified)}</span>
    </p>
  );
}

function Parts({
  disclosure,
  findings,
}: {
  readonly disclosure: Disclosure;
  readonly findings: readonly Listed[];
}): ReactNode {
  const say = useSay(documentWords);
  const counts = new Map<string, number>();
  for (const { finding, waiver } of findings) {
    const place: Place | undefined = finding.culprits[0]?.place;
    const part = place === undefined ? null : partOf(place, disclosure);
    if (part !== null && waiver === null && finding.severity !== 'info')
      counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  const parts = [
    ...disclosure.tables.map(({ number, title }) => ({ id: `t${number}`, title: `${number}. ${title}` })),
    ...disclosure.narrative.map(({ title }, i) => ({ id: `s${i}`, title })),
    ...disclosure.projects.map(({ name }, i) => ({ id: `p${i}`, title: name })),
  ];
  return (
    <nav className="parts" aria-label={say('parts')}>
      <ul className="plain-list">
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                goTo(event, id);
              }}
            >
              <span>{title}</span>
              {counts.has(id) && <b className="bad numbers">✕ {counts.get(id)}</b>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Within the paper only: the address stays that of the page. */
function goTo(event: MouseEvent, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.scrollIntoView({ block: 'start' });
}
