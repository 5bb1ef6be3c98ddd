import {
  fundSources,
  sheetTexts,
  type Disclosure,
  type ProjectSheet,
  type SheetFunds,
} from '../../model/disclosure.ts';
import { fold } from '../../model/fold.ts';
import { horizonTerms, sheetTextTerms } from '../../model/words/terms.ts';
import type { CsvValue } from './csv.ts';
import { lineFields, type Field, type Line } from './fields.ts';
import { amountOf, compact, departmentOf, freeName, named, phaseOf } from './lines.ts';
import { finSource } from './names.ts';

/** A table of texts: its columns and its records, the first column unique. */
export interface TextResource {
  readonly name: string;
  readonly title: string;
  readonly fields: readonly Field[];
  readonly records: readonly (readonly CsvValue[])[];
}

const id: Field = { name: 'id', title: '标识', type: 'string', required: true };
const project: readonly Field[] = lineFields.filter(({ name }) => name.startsWith('project_'));
const horizon: readonly Field[] = lineFields.filter(({ name }) => name.startsWith('horizon_'));

function text(name: string, title: string, columnType?: string): Field {
  return { name, title, type: 'string', ...(columnType === undefined ? {} : { columnType }) };
}

/** Performance sheets, their indicators, the narrative and the glossary; those that hold nothing are left out. */
export function textResources(disclosure: Disclosure): readonly TextResource[] {
  const all = [projects(disclosure), indicators(disclosure), narrative(disclosure), glossary(disclosure)];
  return all.filter(({ records }) => records.length > 0);
}

/** The name of a sheet's project: two sheets of one name stay apart. */
function sheetCodes({ projects: sheets }: Disclosure): readonly string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }) => freeName(fold(name), taken));
}

function projects(disclosure: Disclosure): TextResource {
  const codes = sheetCodes(disclosure);
  return {
    name: 'projects',
    title: '项目支出绩效目标表',
    fields: [
      ...project,
      text('department', '主管部门'),
      text('unit', '实施单位'),
      text('attribute', '项目属性'),
      text('term', '项目期'),
      ...sheetTexts.map((key) => text(key, sheetTextTerms[key] ?? key, 'activity-text')),
      text('filed_at', '填报日期'),
    ],
    records: disclosure.projects.map((sheet, i) => [
      codes[i] ?? '',
      ...[sheet.name, sheet.department, sheet.unit, sheet.attribute, sheet.term],
      ...sheetTexts.map((key) => sheet.texts[key]),
      sheet.filedAt,
    ]),
  };
}

function indicators(disclosure: Disclosure): TextResource {
  const codes = sheetCodes(disclosure);
  return {
    name: 'performance-indicators',
    title: '绩效指标',
    fields: [
      id,
      ...project,
      ...horizon,
      text('level1', '一级指标', 'indicator:level1'),
      text('level2', '二级指标', 'indicator:level2'),
      text('level3', '三级指标', 'indicator:level3'),
      text('value', '指标值', 'indicator:value'),
    ],
    records: disclosure.projects.flatMap((sheet, s) =>
      sheet.indicators.map((indicator, i) => [
        `${s + 1}-${i + 1}`,
        codes[s] ?? '',
        sheet.name,
        indicator.horizon,
        horizonTerms[indicator.horizon],
        ...[indicator.level1, indicator.level2, indicator.level3, indicator.value],
      ]),
    ),
  };
}

function narrative(disclosure: Disclosure): TextResource {
  return {
    name: 'narrative',
    title: '情况说明',
    fields: [id, text('section', '部分'), text('title', '标题'), text('text', '段落')],
    records: disclosure.narrative.flatMap(({ section, title, paragraphs }, s) =>
      paragraphs.map((paragraph, i) => [`${s + 1}-${i + 1}`, section, title, paragraph.text]),
    ),
  };
}

function glossary(disclosure: Disclosure): TextResource {
  return {
    name: 'glossary',
    title: '名词解释',
    fields: [id, text('term', '名词'), text('definition', '解释')],
    records: disclosure.glossary.map(({ term, definition }, i) => [String(i + 1), term, definition]),
  };
}

/** The money of the performance sheets by source: a line for each printed source, the total where none is. */
export function fundLines(disclosure: Disclosure): readonly Line[] {
  const codes = sheetCodes(disclosure);
  return disclosure.projects.flatMap((sheet, i) =>
    (['period', 'annual'] as const).flatMap((key) =>
      sourcesOf(sheet, key).map(([source, amount]) =>
        compact({
          line_id: `${i + 1}/${key}/${source}`,
          fiscal_year: sheet.year ?? disclosure.year,
          ...departmentOf(disclosure),
          ...named('fin_source', finSource({ source })),
          ...named('project', { code: codes[i] ?? '', label: sheet.name }),
          ...named('horizon', { code: key, label: horizonTerms[key] }),
          ...amountOf(amount),
          direction: 'expenditure',
          phase: phaseOf(disclosure.stage),
          source_table: '项目支出绩效目标表',
          source_row: sheet.name,
          source_page: amount.place.page,
          source_cell: amount.place.cell,
        }),
      ),
    ),
  );
}

type Source = readonly [source: string, amount: NonNullable<SheetFunds['total']>];

function sourcesOf({ funds, otherFunds = [] }: ProjectSheet, key: 'period' | 'annual'): readonly Source[] {
  const own = funds[key];
  // Sources under a sheet's own words imply no sum: the total is the one amount that is sure.
  const split = otherFunds.some(({ horizon: of }) => of === key)
    ? []
    : fundSources.flatMap((source): readonly Source[] => {
        const amount = source === 'total' ? null : own[source];
        return amount === null ? [] : [[source, amount]];
      });
  return split.length > 0 || own.total === null ? split : [['unspecified', own.total]];
}
