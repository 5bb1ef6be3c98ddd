import type { Disclosure, DisclosureTable } from '../../../model/disclosure.ts';
import { fold } from '../../../model/fold.ts';
import type { Rule, RuleResult } from '../../rule.ts';
import { culpritAt, observe, quoted, textEvidence } from '../performance/observation.ts';
import { formOf, tablePlace } from './form.ts';

const authority = '财预〔2016〕143号';

/** Says that there is nothing, in any wording: 本表无数据, 故本表为空表, 没有安排…. */
const saysEmpty = /空表|为空|无数据|没有|未安排|(?<![有])无(?!法|论|需|关|效)|不涉及/;
/** Says that this table, as a whole, is empty. */
const saysThisTableEmpty = /^(?!.*[如若]).*(?:(?:本|此|该)表(?:为空|无数据|没有数据|无内容)|空表)/;

function words(table: DisclosureTable): string {
  return fold(table.note ?? '');
}

/** The tables without any printed amount: a printed zero is a statement. */
function blankTables({ tables, figures, unplaced }: Disclosure): readonly DisclosureTable[] {
  const printed = new Set(unplaced.map(({ place }) => place.table));
  for (const { place, text } of figures) if (text !== '') printed.add(place.table);
  return tables.filter(({ number }) => !printed.has(number));
}

function hasMoney(table: DisclosureTable, { figures }: Disclosure): boolean {
  return figures.some(({ place, fen }) => place.table === table.number && fen !== 0);
}

/** A table without amounts and without a note that says so. */
export const emptyWithoutNote: Rule = {
  id: 'document.emptyWithoutNote',
  severity: 'warning',
  authority,
  check: ({ disclosure }) => {
    const empty = blankTables(disclosure);
    const silent = empty.filter((table) => !saysEmpty.test(words(table)));
    const observations = silent.map((table) =>
      observe('document.emptyWithoutNote', 'warning', culpritAt(tablePlace(table), null, null), {
        params: { table: table.number, title: table.title },
      }),
    );
    return { observations, pass: empty.length - silent.length };
  },
};

/** A table with amounts whose note says that it is empty. */
export const noteOnFullTable: Rule = {
  id: 'document.noteOnFullTable',
  severity: 'warning',
  authority,
  check: ({ disclosure }) => {
    const noted = disclosure.tables.filter((table) => saysThisTableEmpty.test(words(table)));
    const full = noted.filter((table) => hasMoney(table, disclosure));
    const observations = full.map((table) =>
      observe('document.noteOnFullTable', 'warning', culpritAt(tablePlace(table), quoted(table.note ?? '')), {
        params: { table: table.number, title: table.title, note: quoted(table.note ?? '') },
        evidence: firstAmount(table, disclosure),
      }),
    );
    return { observations, pass: noted.length - full.length };
  },
};

function firstAmount(table: DisclosureTable, { figures }: Disclosure): ReturnType<typeof textEvidence>[] {
  const figure = figures.find(({ place, fen }) => place.table === table.number && fen !== 0);
  return figure === undefined ? [] : [textEvidence(figure.place, figure.text)];
}

const fundWords = [
  { fund: 'general', word: '一般公共预算' },
  { fund: 'governmentFund', word: '政府性基金' },
  { fund: 'stateCapital', word: '国有资本经营' },
] as const;

/** A note that says that there is nothing, but speaks of the fund of another table. */
export const noteOfOtherFund: Rule = {
  id: 'document.noteOfOtherFund',
  severity: 'warning',
  authority,
  check: ({ disclosure }): RuleResult => {
    const form = formOf(disclosure);
    const noted = disclosure.tables.flatMap((table) => {
      const own = fundOf(table, form);
      return own !== null && saysEmpty.test(words(table)) ? [{ table, own }] : [];
    });
    const wrong = noted.flatMap(({ table, own }) => {
      const named = fundWords.filter(({ word }) => words(table).includes(word));
      const [other] = named;
      return other === undefined || named.some(({ fund }) => fund === own.fund)
        ? []
        : [{ table, own, other }];
    });
    const observations = wrong.map(({ table, own, other }) =>
      observe(
        'document.noteOfOtherFund',
        'warning',
        culpritAt(tablePlace(table), quoted(table.note ?? ''), { text: own.word, fen: null }),
        { params: { table: table.number, title: table.title, named: other.word, own: own.word } },
      ),
    );
    return { observations, pass: noted.length - wrong.length };
  },
};

/** The fund that the whole table speaks of: by its title, which must name one only. */
function fundOf(table: DisclosureTable, form: ReturnType<typeof formOf>): (typeof fundWords)[number] | null {
  const declared = form?.tables.find(({ key }) => key === table.key)?.scope.fund;
  const named = fundWords.filter(({ word }) => fold(table.title).includes(word));
  return named.length === 1 ? (named[0] ?? null) : (fundWords.find(({ fund }) => fund === declared) ?? null);
}
