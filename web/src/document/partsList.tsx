import type { MouseEvent, ReactNode } from 'react';
import { useSay } from '../language.tsx';
import type { Disclosure, Place } from './disclosure.ts';
import { partOf } from './figures.ts';
import type { Listed } from './listed.ts';
import { countWords } from '../words/shared.ts';
import { documentWords } from './words.ts';

interface PartsProps {
  readonly disclosure: Disclosure;
  readonly findings: readonly Listed[];
}

/** The parts of the document with how much is open in each. */
export function PartsList({ disclosure, findings }: PartsProps): ReactNode {
  const say = useSay(documentWords);
  const counts = openByPart(disclosure, findings);
  return (
    <nav className="parts" aria-label={say('parts')}>
      <ul className="plain-list">
        {partsOf(disclosure).map(({ id, title, page }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              title={title}
              onClick={(event) => {
                goTo(event, id, page);
              }}
            >
              <span>{title}</span>
              <OpenMarks {...(counts.get(id) ?? noneOpen)} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface Part {
  readonly id: string;
  readonly title: string;
  readonly page: number | undefined;
}

function partsOf({ tables, narrative, projects }: Disclosure): readonly Part[] {
  return [
    ...tables.map(({ number, title, rows }) => {
      return { id: `t${number}`, title: `${number}. ${title}`, page: rows[0]?.place.page };
    }),
    ...narrative.map(({ title, paragraphs }, i) => {
      return { id: `s${i}`, title, page: paragraphs[0]?.place.page };
    }),
    ...projects.map(({ name, place }, i) => ({ id: `p${i}`, title: name, page: place?.page })),
  ];
}

interface Open {
  readonly error: number;
  readonly warning: number;
}

const noneOpen: Open = { error: 0, warning: 0 };

function OpenMarks({ error, warning }: Open): ReactNode {
  const say = useSay(countWords);
  if (error + warning === 0) return null;
  const words = [error > 0 ? say('errors', error) : '', warning > 0 ? say('warnings', warning) : ''];
  return (
    <span className="open-marks numbers" title={words.filter((each) => each !== '').join(' ')}>
      {error > 0 && <b className="bad">✕ {error}</b>}
      {warning > 0 && <span className="warn">! {warning}</span>}
    </span>
  );
}

function openByPart(disclosure: Disclosure, findings: readonly Listed[]): ReadonlyMap<string, Open> {
  const counts = new Map<string, Open>();
  for (const { finding, waiver } of findings) {
    const { severity } = finding;
    const place: Place | undefined = finding.culprits[0]?.place;
    const part = place === undefined ? null : partOf(place, disclosure);
    if (part === null || waiver !== null || severity === 'info') continue;
    const before = counts.get(part) ?? noneOpen;
    counts.set(part, { ...before, [severity]: before[severity] + 1 });
  }
  return counts;
}

/** Within the paper only: the address stays that of the page. Pictures have pages, no parts. */
function goTo(event: MouseEvent, id: string, page: number | undefined): void {
  event.preventDefault();
  const target = document.getElementById(id) ?? document.getElementById(`page${page ?? 1}`);
  target?.scrollIntoView({ block: 'start' });
}
