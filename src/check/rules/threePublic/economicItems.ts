import type { Disclosure } from '../../../model/disclosure.ts';
import type { PublicItem } from '../../../model/book.ts';
import { publicItemOfCode } from '../../../model/bookPublic.ts';
import type { Figure } from '../../../model/figure.ts';
import type { Observation, Rule } from '../../rule.ts';
import { culpritAt, observe, textEvidence } from '../performance/observation.ts';
import { publicAmounts, type PublicAmount } from './items.ts';

const id = 'threePublic.economicItems';

/** What the items are called in tables. */
const itemWords: Readonly<Record<PublicItem, RegExp>> = {
  abroad: /出国|出境/,
  reception: /接待/,
  vehicleRunning: /用车运行|车辆运行/,
  vehiclePurchase: /用车购置|车辆购置/,
};

/**
 * What basic expenditure spends on an item is part of the item's total, so it cannot exceed it. In final
 * accounts both are what was spent and the total covers all appropriations; in a budget which money the total
 * covers is not always said: advice.
 */
export const economicItems: Rule = {
  id,
  severity: 'warning',
  authority: '财预〔2016〕143号',
  check: ({ disclosure }) => {
    const amounts = publicAmounts(disclosure);
    const basic = disclosure.figures.filter((figure) => isBasicItem(figure, disclosure));
    const judged = basic.flatMap((figure) => judge(figure, amounts, disclosure.stage));
    return {
      observations: judged.flatMap(({ observation }) => observation ?? []),
      pass: judged.filter(({ observation }) => observation === null).length,
      notApplicable: basic.length - judged.length,
    };
  },
};

/** The item's own total within basic expenditure, under its own name: a wrong code is another matter. */
function isBasicItem({ scope, fen, place }: Figure, { year, stage, tables }: Disclosure): boolean {
  const { deptEconomic, nature } = scope;
  const item = publicItemOfCode[codeOf(deptEconomic ?? '')];
  if (item === undefined || fen <= 0) return false;
  const rows = tables.find(({ number }) => number === place.table)?.rows ?? [];
  if (!rows.some((row) => row.place.row === place.row && itemWords[item].test(row.name))) return false;
  const isOwn = (scope.year ?? String(year)) === String(year) && (scope.stage ?? stage) === stage;
  return isOwn && nature === 'basic' && scope.function === undefined;
}

function codeOf(node: string): string {
  return /(\d{5})$/.exec(node)?.[1] ?? node;
}

function judge(
  figure: Figure,
  amounts: readonly PublicAmount[],
  stage: Disclosure['stage'],
): readonly { observation: Observation | null }[] {
  const own = publicItemOfCode[codeOf(figure.scope.deptEconomic ?? '')];
  const printed = amounts.filter(({ item }) => item === own);
  const [first, ...others] = printed;
  if (first === undefined) return [];
  const largest = others.reduce((a, b) => (b.fen > a.fen ? b : a), first);
  const over = 2 * (figure.fen - largest.fen) > figure.unitFen + largest.unitFen;
  if (!over) return [{ observation: null }];
  const params = {
    code: codeOf(figure.scope.deptEconomic ?? ''),
    stated: largest.text === '' ? '0' : largest.text,
  };
  const evidence = [textEvidence(largest.place, params.stated)];
  const severity = stage === 'finalAccounts' ? 'warning' : 'info';
  const told = observe(id, severity, culpritAt(figure.place, figure.text), { params, evidence });
  const unless = [figure.id, ...printed.flatMap((amount) => amount.figure ?? [])];
  return [{ observation: { ...told, unless } }];
}
