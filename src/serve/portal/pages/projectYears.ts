import type { DataRow, Dataset } from '../data/dataset.ts';
import type { ProjectYear } from '../data/projectYears.ts';
import { measured } from '../data/targets.ts';
import { fundName } from '../names.ts';
import type { View } from '../view.ts';
import { yearWords } from './frame.ts';

/** A project's money by year and source, the oldest year first; null where only one year is published. */
export function projectYearData(years: readonly ProjectYear[], view: View): Dataset | null {
  if (years.length < 2) return null;
  const { say } = view;
  const funds = [...new Set(years.flatMap((each) => [...each.funds.keys()]))];
  const named = funds.filter((fund) => fundName(fund, view) !== fund);
  return {
    id: 'years',
    title: say('历年安排', 'By year'),
    unit: '万元',
    columns: [
      { key: 'year', title: say('年度', 'Year'), kind: 'text' },
      { key: 'amount', title: say('金额', 'Amount'), kind: 'amount' },
      ...(named.length < 2
        ? []
        : named.map((fund) => ({ key: fund, title: fundName(fund, view), kind: 'amount' }) as const)),
      { key: 'carriedOver', title: say('其中上年结转', 'of it carried over'), kind: 'amount' },
      { key: 'targets', title: say('指标', 'Targets'), kind: 'count' },
    ],
    rows: years.map((each) => rowOf(each, view)),
    note: say(
      '按项目名称（不看年份）对应，当年价格。名称改了的项目对应不上。',
      'Matched by name without its year; nominal. A renamed project is not matched.',
    ),
  };
}

function rowOf({ published, project, funds }: ProjectYear, view: View): DataRow {
  const { region, year, stage, department } = published.summary;
  const key = { region, year, stage, department };
  return {
    href: view.link({
      kind: 'disclosure',
      key,
      version: null,
      part: { kind: 'project', slug: project.slug },
    }),
    cells: {
      year: yearWords(published.summary, view),
      amount: project.fen === null ? null : { fen: project.fen },
      ...Object.fromEntries([...funds].map(([fund, fen]) => [fund, { fen }])),
      carriedOver: project.carriedOverFen === null ? null : { fen: project.carriedOverFen },
      targets: measured(project).all,
    },
  };
}
