import type { Rule } from '../../rule.ts';
import { culpritAt, observe } from '../performance/observation.ts';

/** Pages that are pictures: what stands on them was neither read nor checked. */
export const picturePages: Rule = {
  id: 'document.picturePages',
  severity: 'info',
  authority: '—',
  check: ({ disclosure }) => {
    const places = disclosure.uncertain
      .filter(({ note }) => note === 'picturePage')
      .map(({ place }) => place);
    const [first] = places;
    if (first === undefined) return { observations: [], pass: 1 };
    const params = { pages: listed(places.flatMap(({ page }) => (page === undefined ? [] : [page]))) };
    return {
      observations: [observe('document.picturePages', 'info', culpritAt(first, null), { params })],
      pass: 0,
    };
  },
};

/** 3、5–8: pages in a row as a range. */
function listed(pages: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const page of pages) {
    const last = ranges.at(-1);
    if (last?.[1] === page - 1) last[1] = page;
    else ranges.push([page, page]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join('、');
}
