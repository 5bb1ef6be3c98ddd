import type { Form, RowAxis, TableForm } from '../../model/form.ts';
import type { Scope } from '../../model/scope.ts';
import { titleWords } from './titleWords.ts';

/** Tables of words, targets, goods or counts: their amounts are no sums of the budget's facts. */
const otherSubjects =
  /绩效|采购|购买服务|资产|人员(?!经费|类|支出)|编制|转移支付|三公|债|名词|目录|增减|对比|车辆|机构|自评|评价|说明|清单|信息|进度|执行情况/;

const known = new WeakMap<Form, Map<string, TableForm | null>>();

/**
 * A table that the form does not list, read by the words of its title (一般公共预算 … 支出 … 按经济分类): which
 * facts it speaks of and, as a first guess, what its rows are. Null where the words do not say it.
 */
export function wordedTable(title: string, form: Form): TableForm | null {
  const words = titleWords(title);
  const ofForm = known.get(form) ?? new Map<string, TableForm | null>();
  known.set(form, ofForm);
  const earlier = ofForm.get(words);
  if (earlier !== undefined) return earlier;
  const table = tableOf(words, title);
  ofForm.set(words, table);
  return table;
}

function tableOf(words: string, title: string): TableForm | null {
  if (words.length > 60 || words.length < 5 || !/表(?:[-—]{1,2}[^-—]{2,20})?(?:\([^)]*\))*$/.test(words))
    return null;
  if (otherSubjects.test(words) || !/支出|收入|收支|资金预算|经费预算/.test(words)) return null;
  const scope = scopeOf(words);
  if (Object.keys(scope).length < 2 && !/收支/.test(words)) return null;
  const open = scope.vintage === undefined && scope.flow === 'expenditure';
  return {
    key: wordedKey(words),
    number: 0,
    title,
    titles: [],
    unit: '万元',
    rows: rowsOf(words),
    scope,
    ...(open ? { alternatives: [{ ...scope, vintage: 'current' }] } : {}),
    columns: [],
    required: false,
  };
}

/** Until the tables of a document are numbered, a table's key is its title. */
function wordedKey(words: string): string {
  return `other:${words}`;
}

/** A table that speaks of the same facts as one of the form's, and is another one. */
export function unlisted(table: TableForm, title: string): TableForm {
  const words = titleWords(title);
  const fund = fundOf(words);
  const scope = fund === null || table.scope.fund !== undefined ? table.scope : { ...table.scope, fund };
  return { ...table, key: wordedKey(words), number: 0, required: false, scope };
}

/** Tables known by their titles' words get numbers behind those of every form, and keys that say so. */
export function numberedWorded<T extends { readonly table: TableForm }>(tables: readonly T[]): readonly T[] {
  let count = 0;
  return tables.map((found) => {
    if (found.table.number !== 0) return found;
    count += 1;
    return { ...found, table: { ...found.table, key: `other${count}`, number: firstNumber + count } };
  });
}

const firstNumber = 100;

function scopeOf(words: string): Scope {
  const own = fundOf(words);
  return {
    ...flowOf(words),
    ...(own === null ? {} : { fund: own }),
    ...natureOf(words),
    ...vintageOf(words),
    ...economicOf(words),
  };
}

function flowOf(words: string): Scope {
  if (/收支|收入支出/.test(words)) return {};
  if (/收入/.test(words) && !/支出/.test(words)) return { flow: 'revenue' };
  return { flow: 'expenditure', use: 'spent' };
}

function fundOf(words: string): string | null {
  if (/一般公共预算/.test(words)) return /政府性基金/.test(words) ? 'fiscal' : 'general';
  if (/政府性基金/.test(words)) return 'governmentFund';
  if (/国有资本/.test(words)) return 'stateCapital';
  if (/财政专户/.test(words)) return 'fiscalAccount';
  return /财政拨款/.test(words) ? 'fiscal' : null;
}

function natureOf(words: string): Scope {
  const basic = /基本支出/.test(words);
  const project = /项目支出|专项(?:业务)?(?:资金|经费)/.test(words);
  if (basic === project) return {};
  if (project) return { nature: 'project' };
  const personnel = /人员(?:经费|类)/.test(words);
  return { nature: personnel === /公用经费/.test(words) ? 'basic' : personnel ? 'personnel' : 'operating' };
}

function vintageOf(words: string): Scope {
  if (/不含上年结转|不包括上年结转/.test(words)) return { vintage: 'current' };
  return /上年结转/.test(words) && !/含上年结转/.test(words) ? { vintage: 'carriedOver' } : {};
}

/** One class of the economic classification in the title: 人员经费(工资福利支出). */
function economicOf(words: string): Scope {
  const named = economicClasses.filter(([, name]) => words.includes(name));
  const [only] = named;
  return named.length === 1 && only !== undefined ? { deptEconomic: only[0] } : {};
}

const economicClasses: readonly (readonly [string, string])[] = [
  ['301', '工资福利支出'],
  ['302', '商品和服务支出'],
  ['303', '对个人和家庭的补助'],
];

function rowsOf(words: string): RowAxis {
  if (/收支|收入支出/.test(words)) return 'balance';
  if (/功能/.test(words)) return 'function';
  if (/按?政府.*经济/.test(words)) return 'govEconomic';
  if (/经济(?:分类|科目)/.test(words)) return 'deptEconomic';
  return /项目支出|专项/.test(words) ? 'project' : 'function';
}
