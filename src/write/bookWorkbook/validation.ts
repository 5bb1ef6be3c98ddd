import type ExcelJS from 'exceljs';
import type { CellKind } from '../../model/bookSheets/cellKind.ts';
import type { DropDowns } from './dropDowns.ts';

/** The package keeps validations by range in a property that its types leave out. */
interface WithValidations {
  readonly dataValidations: { add(range: string, validation: ExcelJS.DataValidation): void };
}

/** Lists, numbers and days that the cells of a range take; what it refuses it explains. */
export function validate(sheet: ExcelJS.Worksheet, range: string, cell: CellKind, lists: DropDowns): void {
  const validation = validationFor(cell, lists);
  if (validation !== null) (sheet as unknown as WithValidations).dataValidations.add(range, validation);
}

function validationFor(cell: CellKind, lists: DropDowns): ExcelJS.DataValidation | null {
  switch (cell.kind) {
    case 'amount':
      return numberValidation('decimal', '金额填写不小于0的数字，单位见“基本信息”。');
    case 'count':
      return numberValidation('whole', '这里填写整数。');
    case 'choice':
    case 'name':
    case 'code':
      return listValidation(cell, lists.rangeFor(cell));
    case 'date':
    case 'text':
    case 'long':
      return null;
  }
}

function numberValidation(type: 'decimal' | 'whole', error: string): ExcelJS.DataValidation {
  return {
    type,
    operator: 'greaterThanOrEqual',
    allowBlank: true,
    formulae: [0],
    showErrorMessage: true,
    errorTitle: '不是数字',
    error,
  };
}

const listErrors: Readonly<Record<string, string>> = {
  units: '先在“单位”表填写单位全称，再从下拉列表选择。',
  projects: '先在“项目”表登记项目，再从下拉列表选择。',
  decisions: '先在“不公开决定”表登记决定，再从下拉列表选择。',
};

/** Codes may be typed without their names, so the list does not refuse them. */
function listValidation(
  cell: Extract<CellKind, { kind: 'choice' | 'name' | 'code' }>,
  range: string | null,
): ExcelJS.DataValidation | null {
  if (range === null) return null;
  const strict = cell.kind !== 'code';
  return {
    type: 'list',
    allowBlank: true,
    formulae: [range],
    showErrorMessage: strict,
    errorTitle: '不在列表中',
    error: (cell.kind === 'name' ? listErrors[cell.of] : undefined) ?? '请从下拉列表中选择。',
  };
}
