import { placeNamesOf, type PlaceNames } from '../../../src/model/words/names.ts';
import type { Disclosure } from './disclosure.ts';

/** What the keys of a place are called in a document, in the words that the reports use. */
export function namesOf({ tables, narrative, projects }: Disclosure): PlaceNames {
  const sections = narrative.map((section) => ({
    ...section,
    place: section.paragraphs[0]?.place ?? { file: '' },
  }));
  return placeNamesOf({ tables, narrative: sections, projects });
}
