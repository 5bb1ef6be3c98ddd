import type { NarrativeParagraph, NarrativeSection } from '../../../model/disclosure.ts';
import { plainText } from '../../../model/narrative/plainText.ts';
import { narrativeText } from '../../documentTexts.ts';
import type { Observation, Rule } from '../../rule.ts';
import { culpritAt, observe, quoted } from '../performance/observation.ts';
import { pathsIn } from './functionPaths.ts';
import {
  bareName,
  changeSaid,
  onlyPath,
  otherItems,
  saysOf,
  type ItemPath,
  type OtherItems,
} from './itemNames.ts';
import { directionOf, reasonsIn } from './reasonWords.ts';

const id = 'narrative.itemText';

/**
 * What a paragraph about one item (…（类）…（款）…（项）) says of it: a reason that goes the other way than the change,
 * a reason that names another item, a purpose that is another item's. Only exact names count.
 */
export const itemText: Rule = {
  id,
  severity: 'warning',
  authority: '财预〔2016〕143号',
  check: ({ disclosure: { narrative } }) => {
    const read = narrative.flatMap((section) =>
      section.paragraphs.flatMap((paragraph) => {
        const path = onlyPath(pathsIn(plainText(paragraph.text).text));
        return path === null ? [] : [{ section, paragraph, path }];
      }),
    );
    if (read.length === 0) return { observations: [], pass: 0, notApplicable: 1 };
    const others = otherItems(read.map(({ path }) => path));
    const found = read.map((reading) => [
      ...wrongReasons(reading, others),
      ...wrongPurposes(reading, others),
    ]);
    return { observations: found.flat(), pass: found.filter((list) => list.length === 0).length };
  },
};

interface Reading {
  readonly section: NarrativeSection;
  readonly paragraph: NarrativeParagraph;
  readonly path: ItemPath;
}

function wrongReasons(reading: Reading, others: OtherItems): readonly Observation[] {
  return reasonsIn(reading.paragraph.text).flatMap(({ words, start, explained }) => {
    const said = changeSaid(words);
    if (said === null) return [];
    const own = saysOf(said.noun, reading.path);
    const change = directionOf(explained);
    if (own && change !== null && said.direction !== null && change !== said.direction)
      return [told(reading, start, words, 'opposite', {})];
    const source = own ? undefined : others.get(said.noun);
    return source === undefined || source === reading.path.full
      ? []
      : [told(reading, start, words, 'otherReason', { source })];
  });
}

const purposes = /主要用于[:：]?([^，。；：,;:、]{6,40})(?=[。，,；;]|$)/g;

/** “其他…” spends on many things; a purpose may be called like an item, so this is advice. */
function wrongPurposes(reading: Reading, others: OtherItems): readonly Observation[] {
  if (reading.path.item.startsWith('其他')) return [];
  return [...reading.paragraph.text.matchAll(purposes)].flatMap((match) => {
    const words = match[1] ?? '';
    const noun = bareName(plainText(words).text);
    const source = saysOf(noun, reading.path) ? undefined : others.get(noun);
    return source === undefined || source === reading.path.full
      ? []
      : [told(reading, match.index, words, 'otherPurpose', { source })];
  });
}

function told(
  { section, paragraph, path }: Reading,
  offset: number,
  words: string,
  variant: 'opposite' | 'otherReason' | 'otherPurpose',
  params: { readonly source?: string },
): Observation {
  const place = narrativeText(paragraph, section.section, '').placeAt(offset);
  const severity = variant === 'otherPurpose' ? 'info' : 'warning';
  return observe(id, severity, culpritAt(place, quoted(words)), {
    variant,
    params: { item: path.item, ...params },
  });
}
