import { Segmented } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { useAnswer } from '../api/calls.ts';
import type { Comment, Examined } from '../api/schema.ts';
import { useRoving } from '../frame/roving.ts';
import { useShortcuts } from '../frame/shortcuts.ts';
import { useLanguage, useSay } from '../language.tsx';
import type { Correction } from './correction.ts';
import { DocumentBody } from './documentBody.tsx';
import { disclosureOf, traceOf, type Disclosure, type Place } from './disclosure.ts';
import { FigurePanel } from './figurePanel.tsx';
import { figureIndex, partOf, type FigureIndex } from './figures.ts';
import { FindingsPanel } from './findingsPanel.tsx';
import type { Listed, Waived } from './listed.ts';
import { PagesView, type PageSource } from './pagesView.tsx';
import { PartsList } from './partsList.tsx';
import { documentWords } from './words.ts';

export interface DocumentViewProps {
  readonly examined: Examined;
  readonly findings: readonly Listed[];
  /** The pages as they are printed, where the file has such. */
  readonly pages?: PageSource | null;
  readonly comments?: readonly Comment[];
  readonly onWaive?: (listed: Listed, waived: Waived) => Promise<void>;
  readonly onRevoke?: (listed: Listed) => void;
  /** Writes a comment on a place. */
  readonly onComment?: (place: Place) => void;
  /** Corrections that the book takes, by the key of the finding. */
  readonly corrections?: ReadonlyMap<string, Correction>;
  readonly onAccept?: (correction: Correction) => void;
}

/** Left the parts, in the middle the document, right the figure that is asked and the findings. */
export function DocumentView(props: DocumentViewProps): ReactNode {
  const say = useSay(documentWords);
  const disclosure = disclosureOf(props.examined);
  if (disclosure === null) return <p className="soft">{props.examined.report.error ?? say('blank')}</p>;
  return <Columns {...props} disclosure={disclosure} />;
}

type View = 'text' | 'pages';

/** The figures of a table, a section or a page. */
const figureGroups = { group: '.part, .page', item: '.f[data-f], .spot[data-f]' };

function Columns(props: DocumentViewProps & { readonly disclosure: Disclosure }): ReactNode {
  const { examined, disclosure, findings, pages = null, onComment } = props;
  const say = useSay(documentWords);
  const titleOf = useRuleTitles();
  const figures = useMemo(() => figureIndex(disclosure, traceOf(examined)), [disclosure, examined]);
  const [view, setView] = useState<View>(pages === null ? 'text' : 'pages');
  const body = useRef<HTMLElement>(null);
  const keys = useRoving(body, figureGroups);
  const chosen = useChosen(body, view);
  const [finding, setFinding] = useState<string | null>(null);
  const show = (listed: Listed): void => {
    setFinding(finding === listed.key ? null : listed.key);
    goToFinding(listed, body.current, { figures, disclosure, view, go: chosen.go, clear: chosen.clear });
  };
  useFindingKeys(findings, finding, show);
  const ask = ({ target }: MouseEvent): void => {
    const element = target instanceof Element ? target.closest('[data-f]') : null;
    const id = element?.getAttribute('data-f') ?? null;
    if (id !== null) chosen.go(Number(id), false);
  };
  const places = useMemo(
    () => findings.flatMap((each) => placesWithoutFigure(each, figures)),
    [findings, figures],
  );
  const id = chosen.figure;
  return (
    <div className="document">
      <a className="skip" href="#findings">
        {say('skipToFindings')}
      </a>
      <PartsList disclosure={disclosure} findings={findings} />
      {/* Figures are buttons: the keyboard reaches the same through them. */}
      <article
        className={view === 'pages' ? 'paper paper-pages' : 'paper'}
        ref={body}
        onClick={ask}
        {...keys}
        tabIndex={-1}
        aria-label={disclosure.department.name ?? say('parts')}
      >
        <h2 className="vh">{disclosure.department.name ?? say('parts')}</h2>
        {pages !== null && <ViewSwitch view={view} onView={setView} />}
        {view === 'pages' && pages !== null ? (
          <PagesView source={pages} figures={figures} places={places} />
        ) : (
          <DocumentBody disclosure={disclosure} figures={figures} />
        )}
      </article>
      <aside className="side" id="findings" aria-label={say('findings')} tabIndex={0}>
        <Coverage examined={examined} />
        {id === null ? (
          <p className="soft small">{say('figureHint')}</p>
        ) : (
          <FigurePanel
            {...{ id, figures, titleOf }}
            comments={props.comments ?? []}
            onGo={chosen.go}
            onClose={chosen.clear}
            onComment={
              onComment === undefined
                ? undefined
                : () => {
                    onComment(placeAt(figures, id));
                  }
            }
          />
        )}
        <FindingsPanel
          all={findings}
          chosen={finding}
          names={figures.names}
          onChoose={show}
          onWaive={props.onWaive}
          onRevoke={props.onRevoke}
          corrections={props.corrections}
          onAccept={props.onAccept}
          onPlace={(place, text) => {
            const figure = figures.at(place, text);
            if (figure !== null) chosen.go(figure);
            else toPart(body.current, place, disclosure, view);
          }}
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

const placeAt = (figures: FigureIndex, id: number): Place => figures.trace.figures[id]?.place ?? { file: '' };

function ViewSwitch({
  view,
  onView,
}: {
  readonly view: View;
  readonly onView: (view: View) => void;
}): ReactNode {
  const say = useSay(documentWords);
  return (
    <div className="view-switch">
      <Segmented<View>
        size="small"
        value={view}
        aria-label={say('view')}
        options={[
          { value: 'pages', label: say('asPages') },
          { value: 'text', label: say('asText') },
        ]}
        onChange={onView}
      />
    </div>
  );
}

interface Chosen {
  readonly figure: number | null;
  readonly go: (figure: number, scroll?: boolean) => void;
  readonly clear: () => void;
}

/** The figure that is asked: marked in the document that stands already, since thousands are not drawn again. */
function useChosen(body: { readonly current: HTMLElement | null }, view: View): Chosen {
  const [figure, setFigure] = useState<number | null>(null);
  useEffect(() => {
    const marked = figure === null ? [] : (body.current?.querySelectorAll(`[data-f="${figure}"]`) ?? []);
    for (const element of marked) element.classList.add('on');
    return () => {
      for (const element of marked) element.classList.remove('on');
    };
  }, [body, figure, view]);
  const go = useCallback(
    (id: number, scroll = true) => {
      setFigure(id);
      if (scroll) body.current?.querySelector(`[data-f="${id}"]`)?.scrollIntoView({ block: 'center' });
    },
    [body],
  );
  const clear = useCallback(() => {
    setFigure(null);
  }, []);
  return { figure, go, clear };
}

interface Going extends Pick<Chosen, 'go' | 'clear'> {
  readonly figures: FigureIndex;
  readonly disclosure: Disclosure;
  readonly view: View;
}

/** To the figure that a finding is about, else to the first one of its row, else to its page or part. */
function goToFinding(
  { finding }: Listed,
  body: HTMLElement | null,
  { figures, disclosure, view, go, clear }: Going,
): void {
  const [culprit] = finding.culprits;
  if (culprit === undefined) return;
  const place: Place = culprit.place;
  const id = figures.at(place, culprit.reported?.text ?? '');
  if (id !== null) {
    go(id);
    return;
  }
  clear();
  const inRow = figures.inRow(place);
  const target = inRow === null ? null : body?.querySelector(`[data-f="${inRow}"]`);
  if (target == null) toPart(body, place, disclosure, view);
  else target.scrollIntoView({ block: 'center' });
}

function toPart(body: HTMLElement | null, place: Place, disclosure: Disclosure, view: View): void {
  const target = view === 'pages' ? `page${place.page ?? 1}` : (partOf(place, disclosure) ?? 'overview');
  body?.querySelector(`#${target}`)?.scrollIntoView();
}

function placesWithoutFigure({ finding, waiver }: Listed, figures: FigureIndex): readonly Place[] {
  if (waiver !== null || finding.severity === 'info') return [];
  return finding.culprits.flatMap(({ place, reported }) =>
    figures.at(place, reported?.text ?? '') === null ? [place as Place] : [],
  );
}

/** Alt+J and Alt+K go through the findings. */
function useFindingKeys(
  findings: readonly Listed[],
  current: string | null,
  show: (listed: Listed) => void,
): void {
  const step = (by: number): void => {
    const at = findings.findIndex(({ key }) => key === current);
    const next = findings[at < 0 && by < 0 ? findings.length - 1 : at + by];
    if (next === undefined) return;
    show(next);
    requestAnimationFrame(() => {
      const item = document.querySelector<HTMLElement>(`[data-finding="${next.key}"] .finding-main`);
      item?.focus({ preventScroll: true });
      item?.scrollIntoView({ block: 'nearest' });
    });
  };
  useShortcuts({
    j: () => {
      step(1);
    },
    k: () => {
      step(-1);
    },
  });
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
