import type { MouseEvent, ReactNode } from 'react';
import { useSay } from '../language.tsx';
import type { Disclosure, Place } from './disclosure.ts';
import { partOf } from './figures.ts';
import type { Listed } from './listed.ts';
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
              {counts.has(id) && <b className="bad numbers">✕ {counts.get(id)}</b>}
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

function openByPart(disclosure: Disclosure, findings: readonly Listed[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { finding, waiver } of findings) {
    const place: Place | undefined = finding.culprits[0]?.place;
    const part = place === undefined ? null : partOf(place, disclosure);
    if (part !== null && waiver === null && finding.severity !== 'info')
      counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  return counts;
}

/** Within the paper only: the address stays that of the page. Pictures have pages, no parts. */
function goTo(event: MouseEvent, id: string, page: number | undefined): void {
  event.preventDefault();
  const target = document.getElementById(id) ?? document.getElementById(`page${page ?? 1}`);
  target?.scrollIntoView({ block: 'start' });
}
