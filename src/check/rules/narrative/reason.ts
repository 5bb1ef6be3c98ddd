import type { Disclosure, NarrativeParagraph, NarrativeSection } from '../../../model/disclosure.ts';
import type { Claim } from '../../../model/narrative/claim.ts';
import { plainText } from '../../../model/narrative/plainText.ts';
import { excerpt, narrativeText } from '../../documentTexts.ts';
import type { Observation, Rule, RuleResult } from '../../rule.ts';
import { advice, culpritAt, observe, quoted } from '../performance/observation.ts';
import { pathsIn } from './functionPaths.ts';
import { changeSaid, onlyPath, saysOf } from './itemNames.ts';
import { directionOf, isCircular, reasonsIn, type Reason } from './reasonWords.ts';

const id = 'narrative.reason';
const authority = '财预〔2016〕143号';

/** A change of a tenth is worth a reason. */
const usualChange = 0.1;

/**
 * Reasons for changes: one that is empty (主要原因是。) or only repeats the change is a fault; a large
 * change without any is advice, as is a circular reason where nothing changed.
 */
export const reason: Rule = {
  id,
  severity: 'warning',
  authority,
  thresholds: {
    change: {
      usual: usualChange,
      least: 0,
      most: 10,
      meaning: { zh: '增减达到此比例的，应当说明原因', en: 'a change of this share needs a reason' },
    },
  },
  check: ({ disclosure, thresholds }): RuleResult => {
    const given = disclosure.narrative.flatMap((section) =>
      section.paragraphs.flatMap((paragraph) =>
        reasonsIn(paragraph.text).map((found) => ({ section, paragraph, found })),
      ),
    );
    const empty = given.filter(({ paragraph, found }) => isEmpty(found, paragraph.text)).map(emptyReason);
    const circular = given
      .filter(
        (each) =>
          each.found.words !== '' &&
          (isCircular(each.found, disclosure.department.name) || repeatsItem(each)),
      )
      .map(circularReason);
    const unchanged = circular.filter(({ severity }) => severity === 'info');
    const faults = circular.filter(({ severity }) => severity !== 'info');
    const absent = missingReasons(disclosure, thresholds?.['change'] ?? usualChange);
    const observations = [
      ...empty,
      ...advice(faults, 0, mostSingle).observations,
      ...advice(unchanged, 0, 1).observations,
      ...advice(absent, 0, 1).observations,
    ];
    return { observations, pass: given.length - empty.length - circular.length };
  },
};

interface Given {
  readonly section: NarrativeSection;
  readonly paragraph: NarrativeParagraph;
  readonly found: Reason;
}

/** More reasons than this that only repeat the change are one finding. */
const mostSingle = 3;

/** “…（款）群众体育（项）…增加5%。主要原因是：群众体育经费增加。” */
function repeatsItem({ paragraph, found }: Given): boolean {
  const said = changeSaid(found.words);
  if (said === null) return false;
  const path = onlyPath(pathsIn(plainText(paragraph.text).text));
  return path !== null && saysOf(said.noun, path) && said.direction === directionOf(found.explained);
}

/** A colon or the end of the paragraph may lead on to the next one; a stop right away does not. */
function isEmpty({ words, end }: Reason, text: string): boolean {
  return words === '' && /[。；;]/.test(text.charAt(end - 1));
}

function emptyReason({ section, paragraph, found }: Given): Observation {
  const culprit = culpritOf(
    section,
    paragraph,
    found.start,
    excerpt(paragraph.text, found.start, found.end, 12),
  );
  return observe(id, 'warning', culprit, { variant: 'empty' });
}

function circularReason({ section, paragraph, found }: Given): Observation {
  const flat = !/[增减升降]/.test(found.explained.replace(/增减/g, ''));
  const culprit = culpritOf(
    section,
    paragraph,
    found.start,
    quoted(paragraph.text.slice(found.start, found.end)),
  );
  return flat ? observe(id, 'info', culprit, { variant: 'unchanged' }) : observe(id, 'warning', culprit);
}

function culpritOf(
  section: NarrativeSection,
  paragraph: NarrativeParagraph,
  offset: number,
  text: string,
): Observation['culprits'][number] {
  return culpritAt(narrativeText(paragraph, section.section, '').placeAt(offset), text);
}

/** Sections whose changes must be explained. */
const explainedSections = new Set(['changes', 'generalExpenditure', 'threePublic', 'operating']);

function missingReasons({ narrative }: Disclosure, least: number): readonly Observation[] {
  return narrative
    .filter(({ section }) => explainedSections.has(section))
    .flatMap((section) =>
      hasReason(section.paragraphs.map(({ text }) => text).join(''))
        ? []
        : section.paragraphs.flatMap((paragraph) => {
            const claim = paragraph.claims.find((each) => isLargeChange(each, least));
            if (claim === undefined) return [];
            const printed = excerpt(paragraph.text, claim.start, claim.end, 10);
            return [
              observe(id, 'info', culpritOf(section, paragraph, claim.start, printed), {
                variant: 'missing',
              }),
            ];
          }),
    );
}

function hasReason(text: string): boolean {
  return /原因|由于|因为|主要是|系|所致|为了|用于/.test(text);
}

function isLargeChange({ kind, direction, number, numberUnit }: Claim, least: number): boolean {
  if (kind !== 'rate' || direction === null || direction === 'flat' || number === null) return false;
  const rate = number.digits / 10 ** number.scale;
  return numberUnit === '%' ? rate >= least * 100 : numberUnit === '倍' && rate >= least;
}
