import { useState, type ReactNode } from 'react';
import { useAnswer } from '../api/calls.ts';
import type { PageMap } from '../api/schema.ts';
import { Failed, Waiting } from '../frame/waiting.tsx';
import { usePunctuation, useSay } from '../language.tsx';
import { figureLetters, type FigureIndex } from './figures.ts';
import type { FigureState, Place } from './disclosure.ts';
import { documentWords } from './words.ts';

/** Where the pages of a document's files are asked for. */
export type PageSource =
  | { readonly kind: 'job'; readonly job: string; readonly position: number }
  | {
      readonly kind: 'version';
      readonly filing: string;
      readonly version: number;
      readonly position: number;
    };

interface PagesProps {
  readonly source: PageSource;
  readonly figures: FigureIndex;
  /** Places of findings that no figure stands at. */
  readonly places: readonly Place[];
}

/** The pages as they are printed, with the figures marked where they stand. */
export function PagesView(props: PagesProps): ReactNode {
  return props.source.kind === 'job' ? (
    <JobPages {...props} source={props.source} />
  ) : (
    <VersionPages {...props} source={props.source} />
  );
}

type Of<Kind> = PagesProps & { readonly source: Extract<PageSource, { readonly kind: Kind }> };
const once = { staleTime: Infinity };

function JobPages({ source: { job, position }, ...props }: Of<'job'>): ReactNode {
  const asked = useAnswer('GET /api/v1/jobs/{id}/pages/{position}', { path: { id: job, position } }, once);
  return <Shown asked={asked} base={`/api/v1/jobs/${job}/pages/${position}`} {...props} />;
}

function VersionPages({ source, ...props }: Of<'version'>): ReactNode {
  const { filing: id, version, position } = source;
  const asked = useAnswer(
    'GET /api/v1/filings/{id}/disclosures/{version}/pages/{position}',
    { path: { id, version, position } },
    once,
  );
  const base = `/api/v1/filings/${id}/disclosures/${version}/pages/${position}`;
  return <Shown asked={asked} base={base} {...props} />;
}

interface ShownProps extends Pick<PagesProps, 'figures' | 'places'> {
  readonly asked: ReturnType<typeof useAnswer<'GET /api/v1/jobs/{id}/pages/{position}'>>;
  readonly base: string;
}

function Shown({ asked, base, figures, places }: ShownProps): ReactNode {
  if (asked.isPending) return <Waiting />;
  if (asked.isLoadingError) return <Failed error={asked.error} retry={asked.refetch} />;
  const marks = marksByPage(asked.data, figures, places);
  return asked.data.pages.map((size) => (
    <Page key={size.page} size={size} marks={marks.get(size.page) ?? []} base={base} figures={figures} />
  ));
}

interface Mark {
  readonly key: string;
  /** The number of a figure; null where only the place is meant. */
  readonly figure: number | null;
  readonly box: readonly number[];
}

function marksByPage(
  { spots }: PageMap,
  figures: FigureIndex,
  places: readonly Place[],
): ReadonlyMap<number, readonly Mark[]> {
  const marks = new Map<number, Mark[]>();
  const add = (page: number, mark: Mark): void => {
    marks.set(page, [...(marks.get(page) ?? []), mark]);
  };
  for (const [id, [page = 0, ...box]] of Object.entries(spots))
    if (figures.trace.figures[Number(id)] !== undefined) add(page, { key: id, figure: Number(id), box });
  for (const [i, { page, box }] of places.entries())
    if (page !== undefined && box !== undefined) add(page, { key: `place ${i}`, figure: null, box });
  return marks;
}

function stateOf({ trace }: FigureIndex, figure: number | null): FigureState {
  return trace.figures[figure ?? -1]?.state ?? 'unverified';
}

interface PageProps {
  readonly size: PageMap['pages'][number];
  readonly marks: readonly Mark[];
  readonly base: string;
  readonly figures: FigureIndex;
}

/** The picture comes when the page is near; its room is kept from the beginning. */
function Page({ size: { page, width, height }, marks, base, figures }: PageProps): ReactNode {
  const say = useSay(documentWords);
  const { bracketed } = usePunctuation();
  const [failed, setFailed] = useState(false);
  const isWrong = ({ figure }: Mark): boolean => stateOf(figures, figure) === 'contradicted';
  // One stop of the Tab key a page: arrows lead to its other figures.
  const stop = marks.find(isWrong) ?? marks.find(({ figure }) => figure !== null);
  const part = (value: number, whole: number): string => `${(100 * value) / Math.max(whole, 1)}%`;
  return (
    <figure className="page" id={`page${page}`}>
      <div
        className="page-picture"
        style={{ aspectRatio: `${width} / ${height}`, maxWidth: `${width * 1.6}px` }}
      >
        {failed ? (
          <p className="soft">{say('noPicture')}</p>
        ) : (
          <img
            src={`${base}/${page}`}
            alt={say('pageNumber', page)}
            loading="lazy"
            onError={() => {
              setFailed(true);
            }}
          />
        )}
        {marks.map(({ key, figure, box: [x = 0, y = 0, w = 0, h = 0] }) => {
          const style = {
            left: part(x, width),
            top: part(y, height),
            width: part(w, width),
            height: part(h, height),
          };
          if (figure === null) return <span key={key} className="spot x" style={style} />;
          const state = stateOf(figures, figure);
          return (
            <button
              key={key}
              type="button"
              className={`spot ${figureLetters[state]}`}
              style={style}
              data-f={figure}
              title={say(state)}
              aria-label={bracketed(figures.trace.figures[figure]?.text ?? '', say(state))}
              tabIndex={key === stop?.key ? 0 : -1}
            />
          );
        })}
      </div>
      <figcaption className="soft small">{say('pageNumber', page)}</figcaption>
    </figure>
  );
}
