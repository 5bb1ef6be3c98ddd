import type ExcelJS from 'exceljs';
import { fenPerUnit } from '../../model/money.ts';
import { complete, rowCheck, type Computed } from './checks.ts';
import { subjectFigures, type FigureSheets } from './figures.ts';
import { columnRange, type PlacedSheet } from './placed.ts';
import { accent, amountFormat, border, computedStyle, headStyle, hintStyle, titleStyle } from './style.ts';
import { contentOf, entriesOf, fieldValue, type Showing } from './values.ts';

const steps = [
  '这是部门预算的底稿：每个数只填一次，公开用的各张表、情况说明、绩效目标表和目录都由它编出，不会互相矛盾。',
  '1. 按下面的顺序逐张填写。白色格子填写，灰色格子自动计算；黄色表示必须填而还没有填。',
  '2. 科目、单位、项目从下拉列表选；科目也可以只输入编码。可以从别的表格复制粘贴，粘贴时选“只粘贴数值”。',
  '3. 填完运行 mingsuan write 本簿.xlsx --out 目录，程序先审核，有问题会指出在哪张表哪个格子、应填什么。',
];

const boardHead = ['表', '填写内容', '已填', '待改'];

/** How to fill in the workbook, how far it is, and its totals. */
export function writeGuide(
  sheet: ExcelJS.Worksheet,
  placed: readonly PlacedSheet[],
  showing: Showing,
  figures: FigureSheets,
): void {
  [18, 74, 14, 14].forEach((width, i) => {
    sheet.getColumn(i + 1).width = width;
  });
  sheet.getCell('A1').value = '部门预算簿';
  sheet.getCell('A1').style = titleStyle;
  sheet.getRow(1).height = 30;
  steps.forEach((step, i) => {
    sheet.mergeCells(i + 2, 1, i + 2, 4);
    const cell = sheet.getRow(i + 2).getCell(1);
    cell.value = step;
    cell.style = { ...hintStyle, alignment: { vertical: 'middle', wrapText: true } };
    sheet.getRow(i + 2).height = 32;
  });
  const head = steps.length + 3;
  writeRow(sheet, head, boardHead, headStyle);
  placed.forEach((one, i) => {
    writeBoardRow(sheet, head + 1 + i, one, showing);
  });
  writeTotals(sheet, head + placed.length + 2, showing, figures);
}

function writeRow(
  sheet: ExcelJS.Worksheet,
  at: number,
  texts: readonly string[],
  style: Partial<ExcelJS.Style>,
): void {
  texts.forEach((text, i) => {
    const cell = sheet.getRow(at).getCell(i + 1);
    cell.value = text;
    cell.style = style;
  });
  sheet.getRow(at).height = 20;
}

function writeBoardRow(sheet: ExcelJS.Worksheet, at: number, placed: PlacedSheet, showing: Showing): void {
  const { name, hints } = placed.form;
  const link = sheet.getRow(at).getCell(1);
  link.value = { text: name, hyperlink: `#'${name}'!A1` };
  link.style = {
    border,
    font: { name: '宋体', size: 11, underline: true, color: { argb: accent } },
    alignment: { vertical: 'top' },
  };
  const words = sheet.getRow(at).getCell(2);
  words.value = hints[0] ?? '';
  words.style = { border, font: { name: '宋体', size: 11 }, alignment: { vertical: 'top', wrapText: true } };
  [filled(placed, showing), toPutRight(placed, showing)].forEach((computed, i) => {
    const cell = sheet.getRow(at).getCell(3 + i);
    cell.value = { ...computed };
    cell.style = computedStyle('0');
  });
  sheet.getRow(at).height = (hints[0] ?? '').length > 38 ? 33 : 19;
  const formulae = [`D${at}>0`];
  const style = { font: { bold: true, color: { argb: 'FFB3261E' } } };
  sheet.addConditionalFormatting({
    ref: `D${at}`,
    rules: [{ type: 'expression', priority: at, formulae, style }],
  });
}

/** Rows of the list, or fields, that are filled in. */
function filled(placed: PlacedSheet, showing: Showing): Computed {
  const { form, fieldRows } = placed;
  const fields = form.fields.filter(
    ({ path, cell }) => contentOf(fieldValue(path, showing), cell, showing) !== null,
  ).length;
  const first = form.list?.columns[0];
  const entries = form.list === null ? 0 : entriesOf(form.list, showing.book).length;
  const parts = [
    ...(fieldRows.size === 0
      ? []
      : [`COUNTA(${form.name}!$B$${Math.min(...fieldRows.values())}:$B$${Math.max(...fieldRows.values())})`]),
    ...(first === undefined ? [] : [`COUNTA(${columnRange(placed, first.path)})`]),
  ];
  return { formula: parts.join('+'), result: fields + entries };
}

/** Required fields that are blank, and rows whose check names something. */
function toPutRight(placed: PlacedSheet, showing: Showing): Computed {
  const { form, fieldRows, checkColumn, firstRow, lastRow } = placed;
  const blank = form.fields.filter(({ required }) => required);
  const missing = blank.filter(
    ({ path, cell }) => contentOf(fieldValue(path, showing), cell, showing) === null,
  ).length;
  const checks = `${form.name}!$${checkColumn ?? 'A'}$${firstRow}:$${checkColumn ?? 'A'}$${lastRow}`;
  const parts = [
    ...blank.map(({ path }) => `--(LEN(TRIM(${form.name}!$B$${fieldRows.get(path) ?? 1}))=0)`),
    ...(checkColumn === null ? [] : [`SUMPRODUCT((${checks}<>"")*(${checks}<>"${complete}"))`]),
  ];
  const list = form.list;
  const entries = list === null || checkColumn === null ? [] : entriesOf(list, showing.book);
  const faulty = entries.filter((entry) => rowCheck(placed, firstRow, entry, showing).result !== complete);
  return { formula: parts.length === 0 ? '0' : parts.join('+'), result: missing + faulty.length };
}

const totals = [
  ['total', '收支总计'],
  ['basic', '其中：基本支出'],
  ['project', '其中：项目支出'],
  ['operating', '机关运行经费'],
  ['threePublic', '“三公”经费'],
] as const;

function writeTotals(sheet: ExcelJS.Worksheet, head: number, showing: Showing, figures: FigureSheets): void {
  writeRow(sheet, head, ['合计', `由各表自动算出，单位：${showing.unit}`, '本年', '上年'], headStyle);
  totals.forEach(([subject, title], i) => {
    const at = head + 1 + i;
    const label = sheet.getRow(at).getCell(1);
    label.value = title;
    label.style = { border, font: { name: '宋体', size: 11 } };
    sheet.getRow(at).getCell(2).style = { border };
    const { current, previous } = subjectFigures(subject, figures, showing.book);
    [current, previous].forEach(({ formula, result }, n) => {
      const cell = sheet.getRow(at).getCell(3 + n);
      cell.value = { formula, result: Number(result) / fenPerUnit[showing.unit] };
      cell.style = computedStyle(amountFormat(showing));
    });
  });
}
