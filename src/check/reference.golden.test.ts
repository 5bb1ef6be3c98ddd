import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDisclosure } from '../commands/openDisclosure.ts';
import type { Finding } from '../model/finding.ts';
import { recognise } from '../read/recognise/recognise.ts';
import { textReader } from '../read/text.ts';
import { checkDisclosure } from './check.ts';

const corpus = process.env['MINGSUAN_CORPUS'];
const ready = corpus !== undefined && corpus !== '';
if (!ready) console.warn('Set MINGSUAN_CORPUS to the folder of the reference document to check it here.');
const document = join(corpus ?? '', 'pinglu-housing-2026.txt');

type Row = readonly [string, string, number | undefined, string, string, string, string, string];

/** Rule, severity, line, table or sheet, row, column, reported, expected. Each was looked up in the text. */
const golden: readonly Row[] = [
  [
    'project.amount',
    'error',
    1348,
    '历年拆迁房屋征收2026年补偿款',
    'total',
    'annual',
    '15,000,000',
    '9,644,800',
  ],
  [
    'project.amount',
    'error',
    1351,
    '历年拆迁房屋征收2026年补偿款',
    'local',
    'annual',
    '15,000,000',
    '9,644,800',
  ],
  ['document.labelMissing', 'warning', 160, '3', '', '', '', '预算公开表3'],
  ['document.labelOfOtherSeries', 'warning', 343, '9', '', '', '部门公开表9', '预算公开表9'],
  [
    'project.rowWithoutSheet',
    'warning',
    410,
    '12',
    '2026年乡村保洁人员补助及垃圾中转站运行经费',
    '',
    '2026年乡村保洁人员补助及垃圾中转站运行经费',
    '',
  ],
  [
    'project.rowWithoutSheet',
    'warning',
    412,
    '12',
    '安平城乡基础设施投资有限公司运行经费',
    '',
    '安平城乡基础设施投资有限公司运行经费',
    '',
  ],
  [
    'project.rowWithoutSheet',
    'warning',
    438,
    '12',
    '低碳硅芯产业园5GW组件厂周边绿化及产业研究院零星工程',
    '',
    '低碳硅芯产业园5GW组件厂周边绿化及产业研究院零星工程',
    '',
  ],
  ['project.rowWithoutSheet', 'warning', 466, '12', '紫韵体育运动广场工程', '', '紫韵体育运动广场工程', ''],
  [
    'project.rowWithoutSheet',
    'warning',
    467,
    '12',
    '瑞泉供水城区更换智能一户一表及智能收费改造工程',
    '',
    '瑞泉供水城区更换智能一户一表及智能收费改造工程',
    '',
  ],
  [
    'project.rowWithoutSheet',
    'warning',
    468,
    '12',
    '平鲁区建成区临时建筑垃圾应急处理项目',
    '',
    '平鲁区建成区临时建筑垃圾应急处理项目',
    '',
  ],
  [
    'project.rowWithoutSheet',
    'warning',
    480,
    '12',
    '市容中心2026年环卫工作经费',
    '',
    '市容中心2026年环卫工作经费',
    '',
  ],
  [
    'project.rowWithoutSheet',
    'warning',
    481,
    '12',
    '以前年度死亡人员一次性抚恤金补发',
    '',
    '以前年度死亡人员一次性抚恤金补发',
    '',
  ],
  [
    'project.rowWithoutSheet',
    'info',
    494,
    '13',
    '省级基本建设和中央基建配套专项（市县）',
    '',
    '省级基本建设和中央基建配套专项（市县）',
    '',
  ],
  [
    'project.rowWithoutSheet',
    'info',
    498,
    '13',
    '2025年第一批超长期特别国债（平鲁区污水处理厂绿色低碳标杆化改建工程）平财建[2025]28号',
    '',
    '2025年第一批超长期特别国债（平鲁区污水处理厂绿色低碳标杆化改建工程）平财建[2025]28号',
    '',
  ],
  [
    'project.nameDiffers',
    'warning',
    402,
    '12',
    '瑞泉供排水公司农村分散供水运营费用',
    '',
    '瑞泉供排水公司农村分散供水运营费用',
    '瑞泉供水公司农村分散供水运营费用',
  ],
  [
    'project.nameDiffers',
    'warning',
    418,
    '12',
    '朔州低碳硅芯产业园区（二期）5GW组件厂房及倒班等工程',
    '',
    '朔州低碳硅芯产业园区（二期）5GW组件厂房及倒班等工程',
    '朔州低碳硅芯产业园区(二期)5Gw组件厂房及倒班等工程',
  ],
  [
    'project.nameDiffers',
    'warning',
    436,
    '12',
    '5GW组件厂房内外打扫卫生及零星工程费用',
    '',
    '5GW组件厂房内外打扫卫生及零星工程费用',
    '5GW组件厂厂房内外打扫卫生及零星工程费用',
  ],
  [
    'project.nameDiffers',
    'warning',
    441,
    '12',
    '善学小区真石漆翻新课程',
    '',
    '善学小区真石漆翻新课程',
    '善学小区真石漆翻新工程',
  ],
  [
    'project.duplicateRow',
    'warning',
    469,
    '12',
    '瑞泉供水城区更换智能一户一表及智能收费改造工程#2',
    '',
    '瑞泉供水城区更换智能一户一表及智能收费改造工程',
    '',
  ],
  [
    'project.duplicateRow',
    'info',
    495,
    '13',
    '省级基本建设和中央基建配套专项（市县）#2',
    '',
    '省级基本建设和中央基建配套专项（市县）',
    '',
  ],
];

const families = /^(?:document|table|project)\./;

function rowOf({ rule, severity, culprits }: Finding): Row {
  const [first] = culprits;
  const { line, table, project, row, column } = first?.place ?? { file: '' };
  const where = [String(table ?? project ?? ''), row ?? '', column ?? ''] as const;
  return [rule, severity, line, ...where, first?.reported?.text ?? '', first?.expected?.text ?? ''];
}

test.skipIf(!ready)('the reference document gives exactly these findings', async () => {
  const opened = await openDisclosure(document);
  if (!opened.ok) throw new Error(opened.problem.code);
  const findings = checkDisclosure(opened.disclosure).findings.filter(({ rule }) => families.test(rule));
  const sorted = (rows: readonly Row[]): readonly string[] => rows.map((row) => row.join(' | ')).sort();
  expect(sorted(findings.map(rowOf))).toEqual(sorted(golden));
});

test.skipIf(!ready)(
  'no relation of the tables is contradicted, and three sums are explained by rounding',
  async () => {
    const opened = await openDisclosure(document);
    if (!opened.ok) throw new Error(opened.problem.code);
    const checks = checkDisclosure(opened.disclosure).checks.filter(({ rule }) => rule.startsWith('table.'));
    expect(checks.reduce((sum, { fail }) => sum + fail, 0)).toBe(0);
    expect(checks.reduce((sum, { rounding }) => sum + rounding, 0)).toBeGreaterThanOrEqual(3);
  },
);

/**
 * Names of other places and another department, and every amount ten times as large with the decimal point
 * moved, so that what was rounded is as rounded as before.
 */
function disguised(text: string): string {
  const places = replaced(['朔州', '平鲁', '井坪', '山西', '住房和城乡建设管理局', '住建局'], text);
  return places.replace(amounts, tenfold);
}

const amounts = /(?<![\d.,])(?:\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\d+\.\d\d)(?![\d.,%])/g;

const strangers = ['澜沧', '云岭', '白石', '滇南', '水利和河湖事务中心局', '水利局'];

function replaced(names: readonly string[], text: string): string {
  return names.reduce((all, name, i) => all.replaceAll(name, strangers[i] ?? name), text);
}

/** 964.48 → 9644.8, 93,300 → 933,000. */
function tenfold(amount: string): string {
  const [whole = '', decimals] = amount.replaceAll(',', '').split('.');
  const digits = `${whole}${decimals?.slice(0, 1) ?? '0'}`.replace(/^0+(?=\d)/, '');
  const grouped = amount.includes(',') ? digits.replace(/\B(?=(?:\d{3})+$)/g, ',') : digits;
  return decimals === undefined ? grouped : `${grouped}.${decimals.slice(1)}`;
}

async function rulesOf(text: string): Promise<readonly string[]> {
  const read = await textReader.read({ name: 'document.txt', bytes: new TextEncoder().encode(text) });
  if (!read.ok) throw new Error(read.problem.code);
  const { findings } = checkDisclosure(recognise(read.source));
  return findings
    .filter(({ rule }) => families.test(rule))
    .map(({ rule, severity, culprits }) => `${rule} ${severity} ${culprits[0]?.place.line ?? ''}`)
    .sort();
}

test.skipIf(!ready)('other names and amounts give the same findings', async () => {
  const text = readFileSync(document, 'utf8');
  const other = disguised(text);
  expect(other).not.toMatch(/平鲁|朔州|964\.48/);
  expect(await rulesOf(other)).toEqual(await rulesOf(text));
});
