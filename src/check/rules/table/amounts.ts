import { gather } from '../../../model/gather.ts';
import { labelsCount } from '../../../model/countLabel.ts';
import type { Disclosure } from '../../../model/disclosure.ts';
import type { Figure } from '../../../model/figure.ts';
import { decimalsOf, halfWidth, isDash, isUnshown } from '../../../model/money.ts';
import type { Observation, Rule } from '../../rule.ts';
import { culpritAt, observe } from '../performance/observation.ts';

const authority = '财预〔2016〕143号';

function cells({ figures }: Disclosure): readonly Figure[] {
  return figures.filter(({ origin, text }) => origin === 'cell' && text !== '');
}

/** A negative amount outside the money carried over: odd in a budget, possible in final accounts. */
export const negative: Rule = {
  id: 'table.negative',
  severity: 'warning',
  authority,
  check: ({ disclosure }) => {
    const printed = cells(disclosure);
    const below = printed.filter(
      ({ fen, scope }) => fen < 0 && scope.vintage !== 'carriedOver' && scope.use !== 'carriedForward',
    );
    const observations = below.map((figure) => {
      const isOdd = disclosure.stage === 'budget' && figure.scope.flow === 'expenditure';
      return observe('table.negative', isOdd ? 'warning' : 'info', culpritAt(figure.place, figure.text));
    });
    return { observations, pass: printed.length - below.length };
  },
};

/** An amount with more decimals than nearly all others of its table. */
export const decimals: Rule = {
  id: 'table.decimals',
  severity: 'warning',
  authority,
  check: ({ disclosure }) => {
    const printed = cells(disclosure);
    const tables = disclosure.tables.map(({ number }) =>
      printed.filter(({ place }) => place.table === number),
    );
    const odd = tables.flatMap((figures) => {
      const usual = usualDecimals(figures);
      return usual === null
        ? []
        : figures.filter(({ text }) => decimalsOf(text) > usual).map((figure) => ({ figure, usual }));
    });
    const observations = odd.map(({ figure, usual }) => {
      const params = { decimals: decimalsOf(figure.text), usual, unit: figure.unit };
      return observe('table.decimals', 'warning', culpritAt(figure.place, figure.text), { params });
    });
    return { observations, pass: printed.length - odd.length };
  },
};

/**
 * The most decimals that a table's amounts have, but for one in ten; null for a table of few amounts. A zero is
 * printed as a dash or a bare 0 beside amounts with decimals.
 */
function usualDecimals(figures: readonly Figure[]): number | null {
  const amounts = figures.filter(({ fen }) => fen !== 0);
  if (amounts.length < 5) return null;
  const sorted = amounts.map(({ text }) => decimalsOf(text)).sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * 0.9)] ?? null;
}

/** A cell among amounts that cannot be read as one. */
export const unreadableAmount: Rule = {
  id: 'table.unreadableAmount',
  severity: 'warning',
  authority,
  check: ({ disclosure }) => {
    const columns = new Set(disclosure.figures.map(({ place }) => `${place.table} ${place.column}`));
    const unread = disclosure.tables.flatMap((table) =>
      table.rows.flatMap((row) =>
        gather(Object.entries(row.cells), ([key, cell]) =>
          cell.fen === null &&
          cell.text !== '' &&
          !labelsCount(row.name) &&
          columns.has(`${table.number} ${key}`) &&
          !isUnshown(cell.text) &&
          !isDash(cell.text) &&
          /\S/.test(cell.text)
            ? [cell]
            : [],
        ),
      ),
    );
    const observations = unread.map(({ text, place }) => {
      const isNumber = /^[\d,.，。．\s-]+$/.test(halfWidth(text)) && /\d/.test(text);
      return observe('table.unreadableAmount', isNumber ? 'warning' : 'info', culpritAt(place, text));
    });
    return { observations: [...observations, ...unshown(disclosure)], pass: disclosure.figures.length };
  },
};

/** Amounts that a table shows as ###: the first of each table stands for all. */
function unshown({ unplaced, tables }: Disclosure): readonly Observation[] {
  return tables.flatMap(({ number }) => {
    const first = unplaced.find(({ text, place }) => place.table === number && isUnshown(text));
    if (first === undefined) return [];
    const culprit = culpritAt(first.place, first.text);
    return [observe('table.unreadableAmount', 'warning', culprit, { variant: 'unshown' })];
  });
}
