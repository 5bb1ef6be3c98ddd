import { shippedForms } from '../forms.ts';
import type { BookFund, BookNature, BookVintage, ProcurementItem, PublicItem, VehicleKind } from '../book.ts';
import type { ChoiceWord } from './cellKind.ts';

/** The words of the workbook's drop-down lists. */
export const fundWords: readonly (readonly [BookFund, string])[] = [
  ['general', '一般公共预算'],
  ['governmentFund', '政府性基金预算'],
  ['stateCapital', '国有资本经营预算'],
  ['fiscalAccount', '财政专户管理资金'],
  ['serviceIncome', '事业收入'],
  ['businessIncome', '事业单位经营收入'],
  ['superiorGrant', '上级补助收入'],
  ['affiliatedRemittance', '附属单位上缴收入'],
  ['otherIncome', '其他收入'],
];

export const fiscalFundWords = fundWords.slice(0, 3);

export const natureWords: readonly (readonly [BookNature, string])[] = [
  ['personnel', '人员经费'],
  ['operating', '公用经费'],
  ['otherOperating', '其他运转类项目'],
  ['specificTarget', '特定目标类项目'],
];
export const basicWords = ['人员经费', '公用经费'];
export const projectWords = ['其他运转类项目', '特定目标类项目'];

export const vintageWords: readonly (readonly [BookVintage, string])[] = [
  ['current', '当年'],
  ['carriedOver', '上年结转'],
];

export const unitKindWords: readonly ChoiceWord[] = [
  ['administrative', '行政（含参公）'],
  ['institution', '事业'],
];

export const publicItemWords: readonly (readonly [PublicItem, string])[] = [
  ['abroad', '因公出国（境）费'],
  ['reception', '公务接待费'],
  ['vehiclePurchase', '公务用车购置费'],
  ['vehicleRunning', '公务用车运行维护费'],
];

export const procurementWords: readonly (readonly [ProcurementItem, string])[] = [
  ['goods', '货物'],
  ['works', '工程'],
  ['services', '服务'],
];

export const vehicleWords: readonly (readonly [VehicleKind, string])[] = [
  ['leader', '领导用车'],
  ['confidential', '机要通信用车'],
  ['emergency', '应急保障用车'],
  ['enforcement', '执法执勤用车'],
  ['special', '特种专业技术用车'],
  ['business', '事业单位业务用车'],
  ['other', '其他用车'],
];

export const horizonWords: readonly ChoiceWord[] = [
  ['period', '实施期'],
  ['annual', '年度'],
];

export const levelWords: readonly ChoiceWord[] = [
  ['division', '只公开到款'],
  ['class', '只公开到类'],
];

export const axisWords: readonly ChoiceWord[] = [
  ['function', '支出功能分类'],
  ['deptEconomic', '部门预算支出经济分类'],
  ['govEconomic', '政府预算支出经济分类'],
  ['revenue', '收入分类'],
];

export const formWords: readonly ChoiceWord[] = shippedForms
  .filter(({ stage }) => stage === 'budget')
  .map(({ id, name }) => [id, name]);

export const moneyUnitWords: readonly ChoiceWord[] = [
  ['万元', '万元'],
  ['元', '元'],
];

export const yesNoWords: readonly ChoiceWord[] = [
  ['yes', '是'],
  ['no', '否'],
];
