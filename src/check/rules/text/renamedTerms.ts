import { renamedTerms as renamings, type RenamedTerm } from '../../../model/codes/renamed.ts';
import type { Disclosure } from '../../../model/disclosure.ts';
import { headWords } from '../../../model/fold.ts';
import type { Place } from '../../../model/place.ts';
import { documentTexts, standsInWords } from '../../documentTexts.ts';
import type { Observation, Rule } from '../../rule.ts';
import { advice, culpritAt, observe } from '../performance/observation.ts';

const id = 'text.renamedTerm';

/** A classification item under the name that it bore before: advice, one finding for the document. */
export const renamedTerms: Rule = {
  id,
  severity: 'info',
  authority: '《政府收支分类科目》',
  check: ({ disclosure }) => {
    const { year } = disclosure;
    if (year === null) return { observations: [], pass: 0, notApplicable: 1 };
    const old = renamings.filter(({ since }) => since <= year);
    const found = [...inText(disclosure, old), ...inTables(disclosure, old)];
    return advice(found, old.length, 1);
  },
};

/** Short names are ordinary words; a longer one that goes on is another name. */
function inText(disclosure: Disclosure, old: readonly RenamedTerm[]): readonly Observation[] {
  const named = old.filter(
    ({ axis, former }) => axis === 'function' && former.length >= 5 && standsInWords(disclosure, former),
  );
  if (named.length === 0) return [];
  return documentTexts(disclosure)
    .filter(({ part }) => part === 'narrative' || part === 'glossary' || part === 'note')
    .flatMap(({ text, placeAt }) =>
      named.flatMap((term) => {
        const at = text.indexOf(term.former);
        const next = text.charAt(at + term.former.length);
        if (at < 0 || /[人经费]/.test(next)) return [];
        return [observationOf(term, placeAt(at), old)];
      }),
    );
}

/** Rows with a code by it; rows of classes, which have none, by a long name. */
function inTables(disclosure: Disclosure, old: readonly RenamedTerm[]): readonly Observation[] {
  return disclosure.tables.flatMap((table) => {
    const axis = table.key === 'basicByEconomic' ? 'deptEconomic' : 'function';
    const terms = old
      .filter((term) => term.axis === axis)
      .map((term) => ({ term, name: bareName(term.former) }));
    return table.rows.flatMap((row) => {
      const name = bareName(row.name);
      const found = terms.find(
        ({ term, name: former }) =>
          former === name && (row.code === null ? term.former.length >= 5 : row.code === term.code),
      );
      return found === undefined ? [] : [observationOf(found.term, row.place, old)];
    });
  });
}

function bareName(name: string): string {
  return headWords(name).replace(/支出$/, '');
}

function observationOf(term: RenamedTerm, place: Place, old: readonly RenamedTerm[]): Observation {
  const current = old.findLast(({ axis, code }) => axis === term.axis && code === term.code) ?? term;
  const culprit = culpritAt(place, term.former, { text: current.name, fen: null });
  return observe(id, 'info', culprit, { params: { code: term.code, since: current.since } });
}
