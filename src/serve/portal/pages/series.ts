import type { DataRow, Dataset } from '../data/dataset.ts';
import type { SeriesPoint } from '../source.ts';
import type { View } from '../view.ts';
import { yearWords } from './frame.ts';

/** One scope in several disclosures: by year of one department, or by department of one year. */
export function seriesData(points: readonly SeriesPoint[], view: View, by: 'years' | 'departments'): Dataset {
  const { say } = view;
  const shown = points.filter(({ fen }) => fen !== null);
  const ordered = [...shown].sort((a, b) =>
    by === 'years' ? a.summary.year - b.summary.year : (b.fen ?? 0) - (a.fen ?? 0),
  );
  return {
    id: by,
    title:
      by === 'years'
        ? say('历年公布数', 'Published by year')
        : say('各部门公布数', 'Published by department'),
    unit: '万元',
    columns: [
      by === 'years'
        ? { key: 'when', title: say('年度', 'Year'), kind: 'text' }
        : { key: 'department', title: say('部门', 'Department'), kind: 'text' },
      { key: 'amount', title: say('金额', 'Amount'), kind: 'amount' },
    ],
    rows: ordered.map((point) => rowOf(point, view)),
    drawn: { as: by === 'years' ? 'years' : 'comparison', bars: 'amount' },
    note: say('当年价格，未扣除物价变动。', 'Nominal: prices of each year.'),
  };
}

function rowOf({ summary, fen }: SeriesPoint, view: View): DataRow {
  const { region, year, stage, department } = summary;
  const key = { region, year, stage, department };
  return {
    href: view.link({ kind: 'disclosure', key, version: null, part: { kind: 'overview' } }),
    cells: {
      when: yearWords(summary, view),
      department: summary.name,
      amount: fen === null ? null : { fen },
    },
  };
}
