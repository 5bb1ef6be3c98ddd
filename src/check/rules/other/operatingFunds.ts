import type { Disclosure } from '../../../model/disclosure.ts';
import type { Figure } from '../../../model/figure.ts';
import { fold } from '../../../model/fold.ts';
import { documentTexts } from '../../documentTexts.ts';
import type { Rule } from '../../rule.ts';
import { culpritAt, observe, textEvidence } from '../performance/observation.ts';

const id = 'other.operatingFunds';

/**
 * 机关运行经费 is the 公用经费 of administrative bodies: never more than all 公用经费, and as much where every
 * unit is administrative. Advice, as the document seldom says which units there are.
 */
export const operatingFunds: Rule = {
  id,
  severity: 'info',
  authority: '财预〔2016〕143号；《机关运行经费》口径',
  check: ({ disclosure }) => {
    const administrative = largest(disclosure, 'administrative');
    const all = largest(disclosure, undefined);
    if (administrative === null || all === null || administrative.fen === 0)
      return { observations: [], pass: 0, notApplicable: 1 };
    const difference = 2 * (administrative.fen - all.fen);
    const slack = administrative.unitFen + all.unitFen;
    const above = difference > slack;
    if (!above && (-difference <= slack || !hasOnlyOffices(disclosure))) return { observations: [], pass: 1 };
    const culprit = culpritAt(administrative.place, administrative.text);
    const evidence = [textEvidence(all.place, all.text)];
    const params = { all: all.text, unit: all.unit };
    return {
      observations: [observe(id, 'info', culprit, { variant: above ? '' : 'below', params, evidence })],
      pass: 0,
    };
  },
};

/** The whole department's operating expenditure in the tables, of all units or of one kind. */
function largest({ figures, year, stage }: Disclosure, unitKind: string | undefined): Figure | null {
  const own = figures.filter(
    ({ scope, fen }) =>
      scope.nature === 'operating' &&
      scope.unitKind === unitKind &&
      scope.function === undefined &&
      scope.deptEconomic === undefined &&
      (scope.year ?? String(year)) === String(year) &&
      (scope.stage ?? stage) === stage &&
      fen > 0,
  );
  return own.reduce<Figure | null>((a, b) => (a === null || b.fen > a.fen ? b : a), null);
}

/** The document says that no unit is an institution (事业单位0家). */
function hasOnlyOffices(disclosure: Disclosure): boolean {
  const text = documentTexts(disclosure)
    .filter(({ part }) => part === 'narrative' || part === 'overview')
    .map((paragraph) => fold(paragraph.text))
    .join('\n');
  return /事业单位0[家个]|(?:无|没有)(?:下属|所属)?事业单位|(?:均为|全部为)行政单位/.test(text);
}
