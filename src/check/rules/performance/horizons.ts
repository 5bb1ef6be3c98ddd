import { gather } from '../../../model/gather.ts';
import type { Indicator, ProjectSheet } from '../../../model/disclosure.ts';
import { parseIndicatorValue } from '../../../model/indicatorValue.ts';
import type { Observation, Rule } from '../../rule.ts';
import { advice, culpritAt, observe, quoted, textEvidence } from './observation.ts';
import { brokenSums } from './fundsTotal.ts';
import { comparable, endsInOneYear, kindOf, sameText, textPlace } from './sheetFacts.ts';

const authority = '财预〔2015〕88号';

function list(sheet: ProjectSheet, horizon: 'period' | 'annual'): Indicator[] {
  return sheet.indicators.filter((indicator) => indicator.horizon === horizon);
}

/** The pairs of the two lists, where both are printed and equally long. */
function pairs(sheet: ProjectSheet): (readonly [Indicator, Indicator])[] {
  const [period, annual] = [list(sheet, 'period'), list(sheet, 'annual')];
  if (period.length !== annual.length) return [];
  return gather(period, (indicator, index) => {
    const other = annual[index];
    return other === undefined ? [] : [[indicator, other] as const];
  });
}

/** A one-year project whose two horizons state different things. */
export const horizonsDiffer: Rule = {
  id: 'performance.horizonsDiffer',
  severity: 'info',
  authority,
  check: ({ disclosure }) => {
    const sheets = disclosure.projects.filter(endsInOneYear);
    const found = sheets.map((sheet) => [
      ...differentGoal(sheet),
      ...differentFunds(sheet),
      ...differentIndicators(sheet),
    ]);
    const warnings = found.flat().filter((observation) => observation.severity === 'warning');
    const hints = found.flat().filter((observation) => observation.severity === 'info');
    const pass = found.filter((observations) => observations.length === 0).length;
    return { observations: [...warnings, ...advice(hints, 0).observations], pass };
  },
};

function differentFunds(sheet: ProjectSheet): Observation[] {
  const { period, annual } = sheet.funds;
  if (period.total === null || annual.total === null || period.total.fen <= annual.total.fen) return [];
  // A total that its own sources contradict is reported there.
  if (brokenSums(sheet).length > 0) return [];
  const reported = { text: annual.total.text, fen: annual.total.fen };
  const culprit = { reported, expected: null, support: 1, slip: null, place: annual.total.place };
  const evidence = [
    { role: 'base' as const, text: period.total.text, fen: period.total.fen, place: period.total.place },
  ];
  const params = { project: sheet.name, period: period.total.text };
  return [observe('performance.horizonsDiffer', 'warning', culprit, { variant: 'funds', params, evidence })];
}

function differentGoal(sheet: ProjectSheet): Observation[] {
  const { periodGoal, annualGoal } = sheet.texts;
  if (periodGoal === null || annualGoal === null || sameText(periodGoal, annualGoal)) return [];
  const culprit = culpritAt(textPlace(sheet, 'annualGoal'), quoted(annualGoal));
  const evidence = [textEvidence(textPlace(sheet, 'periodGoal'), quoted(periodGoal))];
  return [
    observe('performance.horizonsDiffer', 'info', culprit, { params: { project: sheet.name }, evidence }),
  ];
}

function differentIndicators(sheet: ProjectSheet): Observation[] {
  return pairs(sheet)
    .filter(
      ([a, b]) => kindOf(a) === kindOf(b) && !(sameText(a.level3, b.level3) && sameText(a.value, b.value)),
    )
    .map(([period, annual]) => {
      const numbers = [parseIndicatorValue(period.value).number, parseIndicatorValue(annual.value).number];
      const severity =
        numbers[0] !== null && numbers[1] !== null && numbers[0] !== numbers[1] ? 'warning' : 'info';
      const culprit = culpritAt(annual.place, quoted(`${annual.level3} ${annual.value}`.trim()));
      const evidence = [textEvidence(period.place, quoted(`${period.level3} ${period.value}`.trim()))];
      return observe('performance.horizonsDiffer', severity, culprit, {
        params: { project: sheet.name },
        evidence,
      });
    });
}

/** The two lists name other kinds in another order, or are not equally long. */
export const horizonsMisaligned: Rule = {
  id: 'performance.horizonsMisaligned',
  severity: 'info',
  authority,
  check: ({ disclosure }) => {
    const sheets = disclosure.projects.filter(
      (sheet) => list(sheet, 'period').length > 0 && list(sheet, 'annual').length > 0,
    );
    const found = sheets.filter((sheet) => {
      const [period, annual] = [list(sheet, 'period'), list(sheet, 'annual')];
      return (
        period.length !== annual.length || period.some((a, index) => kindOf(a) !== kindOf(annual[index] ?? a))
      );
    });
    const observations = found.map((sheet) => {
      const params = {
        project: sheet.name,
        period: list(sheet, 'period').length,
        annual: list(sheet, 'annual').length,
      };
      return observe('performance.horizonsMisaligned', 'info', culpritAt(sheet.place, null), { params });
    });
    return advice(observations, sheets.length - found.length);
  },
};

/** Columns that the export cut off: one horizon prints only the beginning of the other's words. */
export const columnCutOff: Rule = {
  id: 'performance.columnCutOff',
  severity: 'info',
  authority,
  check: ({ disclosure }) => {
    const sheets = disclosure.projects.filter(endsInOneYear);
    const cut = gather(sheets, pairs).filter(
      ([a, b]) => isCut(a.level3, b.level3) || isCut(a.value, b.value),
    );
    const [first] = cut;
    if (first === undefined) return { observations: [], pass: sheets.length };
    const evidence = cut.map(([a, b]) => {
      const shorter = a.level3.length + a.value.length < b.level3.length + b.value.length ? a : b;
      return textEvidence(shorter.place, quoted(`${shorter.level3} ${shorter.value}`));
    });
    const place = evidence[0]?.place ?? first[0].place;
    const culprit = culpritAt(place, evidence[0]?.text ?? null);
    const params = { count: cut.length };
    return {
      observations: [observe('performance.columnCutOff', 'info', culprit, { params, evidence })],
      pass: 0,
    };
  },
};

function isCut(a: string, b: string): boolean {
  if (a === b) return false;
  const [x, y] = [comparable(a), comparable(b)];
  return x !== y && x !== '' && y !== '' && (x.startsWith(y) || y.startsWith(x));
}
