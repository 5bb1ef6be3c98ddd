import type { Disclosure, NarrativeParagraph, NarrativeSection } from '../../../model/disclosure.ts';
import { fold } from '../../../model/fold.ts';
import { excerpt, narrativeText } from '../../documentTexts.ts';
import { readingsOf } from '../../narrative/claimFigures.ts';
import { figuresInTables } from '../../narrative/tableReading.ts';
import { statedNarrative, type StatedNarrative } from '../../narrative/stated.ts';
import type { Rule, RuleResult } from '../../rule.ts';
import { comparisonOf, isSameDepartment } from '../../yearOnYear/compared.ts';
import { culpritAt, observe, textEvidence } from '../performance/observation.ts';

const id = 'yearOnYear.unchangedText';
const none: RuleResult = { observations: [], pass: 0, notApplicable: 1 };

/** A paragraph with amounts that says word for word, number for number, what last year's document said. */
export const unchangedText: Rule = {
  id,
  severity: 'warning',
  authority: '财预〔2016〕143号',
  check: (context) => {
    const { disclosure } = context;
    const comparison = comparisonOf(context);
    if (comparison === null || !isSameDepartment(disclosure, comparison)) return none;
    const narrative = statedNarrative(context);
    const former = formerTexts(comparison.lastYear.disclosure);
    const all = spokenOf(disclosure).filter(({ paragraph }) => amountsOf(paragraph).length > 0);
    const repeated = all.filter(
      ({ paragraph }) =>
        former.has(timeless(paragraph.text, disclosure.year)) && isDoubtful(paragraph, narrative),
    );
    const observations = repeated.map(({ section, paragraph }) => {
      const place = narrativeText(paragraph, section.section, '').placeAt(0);
      const printed = excerpt(paragraph.text, 0, 24, 0);
      const last = former.get(timeless(paragraph.text, disclosure.year));
      const evidence = last === undefined ? [] : [textEvidence(last.place, excerpt(last.text, 0, 24, 0))];
      const params = { amounts: amountsOf(paragraph).length, year: comparison.lastYear.year };
      return observe(id, 'warning', culpritAt(place, printed), { params, evidence });
    });
    return { observations, pass: all.length - repeated.length };
  },
};

interface Spoken {
  readonly section: NarrativeSection;
  readonly paragraph: NarrativeParagraph;
}

function spokenOf({ narrative }: Disclosure): readonly Spoken[] {
  return narrative.flatMap((section) => section.paragraphs.map((paragraph) => ({ section, paragraph })));
}

function formerTexts(last: Disclosure): ReadonlyMap<string, NarrativeParagraph> {
  return new Map(spokenOf(last).map(({ paragraph }) => [timeless(paragraph.text, last.year), paragraph]));
}

/** Folded, with the years told from the document's own: a year that was moved on is no difference. */
function timeless(text: string, year: number | null): string {
  return fold(text).replace(/20\d\d(?=年)/g, (printed) =>
    year === null ? printed : `<${Number(printed) - year}>`,
  );
}

function amountsOf({ claims }: NarrativeParagraph): readonly number[] {
  const amounts = claims.flatMap(({ kind, fen }) => (kind === 'count' || !fen ? [] : [fen]));
  return [...new Set(amounts)];
}

/** A change that is the same two years running, or two amounts that this year's tables do not confirm. */
function isDoubtful(paragraph: NarrativeParagraph, narrative: StatedNarrative): boolean {
  const isChanged = paragraph.claims.some(
    ({ kind, fen, roles }) => kind === 'change' && fen !== null && fen !== 0 && !roles.reason,
  );
  const open = paragraph.claims.filter((claim) => {
    if (claim.kind === 'count' || !claim.fen) return false;
    const { strict, loose } = readingsOf(claim);
    return !figuresInTables([...strict, ...loose], narrative).some(
      ({ value, unit }) => 2 * Math.abs(value - (claim.fen ?? 0)) <= unit + (claim.unitFen ?? 0),
    );
  });
  return isChanged || new Set(open.map(({ fen }) => fen)).size >= 2;
}
