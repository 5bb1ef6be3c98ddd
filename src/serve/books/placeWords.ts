import { fieldTitle } from '../../model/bookSheets/fieldTitle.ts';
import { fundWords, natureWords, publicItemWords, vintageWords } from '../../model/bookSheets/words.ts';
import { codeList } from '../../model/codes/codes.ts';
import { horizonTerms, sheetTextTerms, sourceTerms } from '../../model/words/terms.ts';

/** Parts that have no cell of their own in the workbook. */
const parts: Readonly<Record<string, string>> = {
  units: '单位',
  overview: '机构职责',
  facts: '支出',
  revenue: '收入',
  projects: '项目',
  previous: '上年数',
  reasons: '增减原因',
  threePublic: '三公经费',
  procurement: '政府采购',
  assets: '国有资产',
  purchasedServices: '政府购买服务',
  otherNotes: '其他说明',
  glossary: '名词解释',
  dates: '批复与公开',
  departmentGoal: '整体绩效目标',
  decisions: '不公开决定',
  codes: '补充科目',
  shares: '各单位数',
  form: '表样',
  year: '年度',
  region: '地区',
  department: '部门',
  offices: '内设机构',
  sheet: '绩效目标表',
  funds: '资金',
  texts: '文字',
  indicators: '绩效指标',
  byClass: '按功能分类',
  byNature: '按支出性质',
  byFund: '按资金',
  vehicles: '车辆',
  fen: '金额',
  unit: '单位',
  kind: '性质',
  name: '名称',
};
const words: Readonly<Record<string, string>> = {
  ...horizonTerms,
  ...sourceTerms,
  ...sheetTextTerms,
  ...Object.fromEntries([...fundWords, ...natureWords, ...publicItemWords, ...vintageWords]),
};

/**
 * Where two versions differ, in words: 支出 某单位 · 2120101 行政运行 · 人员经费：金额. Lines are named by what
 * they are for.
 */
export function placeWords(path: string): string {
  const [head = '', ...rest] = stepsOf(path);
  const named = rest.map(stepWords);
  const title = parts[head] ?? fieldTitle(head) ?? head;
  const whole = fieldTitle(plainPath(path));
  const last = named.at(-1);
  if (last === undefined) return title;
  // The workbook's title of a field of a record says what the steps above it say.
  const shown = whole === null || whole.includes('·') ? named : [...named.slice(0, -1), whole];
  return `${title} ${shown.join(' › ')}`;
}

/** facts[甲/2120101].fen → facts, [甲/2120101], fen; a name may hold a point. */
function stepsOf(path: string): readonly string[] {
  const steps: string[] = [];
  let [depth, step] = [0, ''];
  const take = (): void => {
    if (step !== '') steps.push(step);
    step = '';
  };
  for (const sign of path) {
    if (sign === '[' && depth === 0) take();
    if (sign === '.' && depth === 0) take();
    else step += sign;
    if (sign === '[') depth += 1;
    if (sign === ']') depth -= 1;
    if (sign === ']' && depth === 0) take();
  }
  take();
  return steps;
}

/** As problems name fields, so that the workbook's titles are found: facts[0].fen. */
function plainPath(path: string): string {
  return stepsOf(path)
    .map((step, i) => (step.startsWith('[') ? '[0]' : i === 0 ? step : `.${step}`))
    .join('');
}

function stepWords(step: string): string {
  if (!step.startsWith('[')) return parts[step] ?? words[step] ?? codeWords(step);
  return step
    .slice(1, -1)
    .split('/')
    .map((key) => words[key] ?? codeWords(key))
    .join(' · ');
}

/** A code with its name; other words as they are. */
function codeWords(key: string): string {
  if (!/^\d{3}(\d\d){0,2}$/.test(key)) return key;
  const axis = key.startsWith('3') ? 'deptEconomic' : key.startsWith('1') ? 'revenue' : 'function';
  const name = codeList(axis, null).find(key)?.name;
  return name === undefined ? key : `${key} ${name}`;
}
