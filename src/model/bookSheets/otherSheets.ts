import { reasonSubjects, type ReasonSubject } from '../book.ts';
import { amount, choice, code, count, date, long, text } from './cellKind.ts';
import type { BookField, BookSheetForm } from './sheetForm.ts';
import {
  axisWords,
  formWords,
  fundWords,
  levelWords,
  moneyUnitWords,
  procurementWords,
  publicItemWords,
  vehicleWords,
  yesNoWords,
} from './words.ts';

const field = (
  path: string,
  title: string,
  cell: BookField['cell'],
  more: Partial<Omit<BookField, 'path' | 'title' | 'cell'>> = {},
): BookField => ({ hint: '', required: false, ...more, path, title, cell });

export const basicsSheet: BookSheetForm = {
  name: '基本信息',
  hints: ['先填这一张。带黄色的格子必须填写。'],
  fields: [
    field('department.name', '部门名称', text, { required: true, hint: '全称，与公开时一致' }),
    field('department.code', '部门代码', text, { required: true, hint: '财政部门的预算编码，如 416' }),
    field('region', '地区', text, { required: true, hint: '本级政府的行政区划全称，省以下从市写起' }),
    field('year', '预算年度', count, { required: true, hint: '四位数字' }),
    field('form', '公开表样', choice(formWords), { hint: '按财政部门规定的表样选择' }),
    field('#unit', '本簿金额单位', choice(moneyUnitWords), {
      required: true,
      hint: '各表的金额都按这个单位填写，精确到分：万元最多6位小数，元最多2位',
    }),
    field('dates.approved', '批复日期', date, { blank: null, hint: '按“年-月-日”填写；还不知道的留空' }),
    field('dates.published', '公开日期', date, { blank: null, hint: '批复后20日内' }),
    field('otherNotes', '其他需要说明的事项', long, { blank: '', hint: '没有的留空' }),
  ],
  list: null,
  widths: [24, 60, 56],
};

export const overviewSheet: BookSheetForm = {
  name: '机构职责',
  hints: ['部门职责写在上面的格子里，内设机构逐个写在下面。'],
  fields: [field('overview.duties', '部门职责', long, { required: true })],
  list: {
    path: 'overview.offices',
    entries: 'records',
    columns: [
      { path: 'name', title: '内设机构', cell: text, width: 24 },
      { path: 'text', title: '职责', cell: long, width: 90, blank: '' },
    ],
    rules: [{ column: 'name', words: '缺机构名称' }],
    spare: 30,
  },
};

const money = (path: string, title: string, hint = ''): BookField => field(path, title, amount, { hint });
const moneyOrZero = (path: string, title: string, hint = ''): BookField => ({
  ...money(path, title, hint),
  blank: 0,
});

export const previousSheet: BookSheetForm = {
  name: '上年数',
  hints: [
    '上年的预算数，用来说明增减。各功能分类合计 = 基本支出 + 项目支出；各项资金与上年结转合计不少于支出。',
    '用 mingsuan import 导入上年的预算簿时，这一张自动填好。',
  ],
  fields: [
    field('#previous', '上年有预算', choice(yesNoWords), {
      required: true,
      hint: '新设部门选“否”，以下不填',
    }),
    moneyOrZero('previous.byNature.basic', '基本支出'),
    moneyOrZero('previous.byNature.project', '项目支出'),
    ...fundWords.map(([fund, words]) => money(`previous.byFund.${fund}`, `收入：${words}`)),
    moneyOrZero('previous.carriedOver', '收入：上年结转', '上年的收入总计里的上年结转'),
    moneyOrZero('previous.operating', '机关运行经费'),
    ...publicItemWords.map(([item, words]) => money(`previous.threePublic.${item}`, `三公：${words}`)),
  ],
  list: {
    path: 'previous.byClass',
    entries: 'amountsByCode',
    columns: [
      { path: 'code', title: '支出功能分类（类）', cell: code('function', 3), width: 34 },
      { path: 'fen', title: '上年预算数', cell: amount, width: 22 },
    ],
    rules: [
      { column: 'code', words: '缺功能分类' },
      { column: 'fen', words: '缺金额' },
    ],
    spare: 20,
  },
  widths: [34, 22, 44],
};

const reasonTitles: Readonly<Record<ReasonSubject, string>> = {
  total: '收支总计',
  ...(Object.fromEntries(fundWords) as Readonly<Record<(typeof fundWords)[number][0], string>>),
  basic: '基本支出',
  project: '项目支出',
  threePublic: '“三公”经费',
  operating: '机关运行经费',
};

export const reasonSheet: BookSheetForm = {
  name: '增减原因',
  hints: [
    '有增减的事项写明具体原因（人员、政策、项目的变化），写在“原因是”后面，不带句号；不要只写“与上年相比略有增长”。',
    '本年数和上年数自动算出，供写原因时对照。',
  ],
  fields: reasonSubjects.map((subject) => field(`reasons.${subject}`, reasonTitles[subject], long)),
  list: null,
  widths: [22, 70, 16, 16, 16, 12],
};

export const procurementSheet: BookSheetForm = {
  name: '政府采购',
  hints: ['政府采购预算按货物、工程、服务填写；下面逐项写政府购买服务的内容，没有的不填。'],
  fields: procurementWords.map(([item, words]) => moneyOrZero(`procurement.${item}`, words)),
  list: {
    path: 'purchasedServices',
    entries: 'texts',
    columns: [{ path: '', title: '政府购买服务内容', cell: text, width: 40 }],
    rules: [],
    spare: 30,
  },
  widths: [40, 22, 40],
};

const counted = (path: string, title: string, hint: string): BookField =>
  field(path, title, count, { hint, blank: 0 });

export const assetsSheet: BookSheetForm = {
  name: '国有资产',
  hints: ['国有资产占有使用情况，按统计日期的数字填写。没有的留空或填 0。'],
  fields: [
    field('assets.date', '统计日期', date, { required: true, hint: '一般是上年12月31日' }),
    counted('assets.vehicleQuota', '公务用车编制', '辆'),
    ...vehicleWords.map(([kind, words]) =>
      field(`assets.vehicles.${kind}`, `实有：${words}`, count, { hint: '辆' }),
    ),
    counted('assets.officeArea', '办公用房建筑面积', '平方米，取整数'),
    counted('assets.generalEquipment', '单价50万元以上的通用设备', '台（套）'),
    counted('assets.specialEquipment', '单价100万元以上的专用设备', '台（套）'),
  ],
  list: null,
  widths: [36, 22, 40],
};

export const glossarySheet: BookSheetForm = {
  name: '名词解释',
  hints: ['需要解释的名词。常用名词自带解释，右边留空即可；要用自己的写法就填上。'],
  fields: [],
  list: {
    path: 'glossary',
    entries: 'records',
    columns: [
      { path: 'term', title: '名词', cell: text, width: 30 },
      { path: 'definition', title: '解释（留空用现成的）', cell: long, width: 90 },
    ],
    rules: [{ column: 'term', words: '缺名词' }],
    spare: 30,
  },
};

export const decisionSheet: BookSheetForm = {
  name: '不公开决定',
  hints: [
    '依法定密、不予公开的事项先在这里登记决定，再在“支出”或“项目”表的“不公开决定”列选用。',
    '选用后，所有公开文件只显示到登记的层级，不出现项目名称、科目和金额。',
  ],
  fields: [],
  list: {
    path: 'decisions',
    entries: 'records',
    columns: [
      { path: 'document', title: '决定的文号或名称', cell: text, width: 46 },
      { path: 'date', title: '决定日期', cell: date, width: 16 },
      { path: 'level', title: '公开层级', cell: choice(levelWords), width: 18 },
    ],
    rules: [
      { column: 'document', words: '缺文号' },
      { column: 'date', words: '缺日期' },
      { column: 'level', words: '缺公开层级' },
    ],
    spare: 20,
  },
};

export const codeSheet: BookSheetForm = {
  name: '补充科目',
  hints: ['当年科目表里新增或改名、下拉列表里还没有的科目，在这里补充；上级科目也要有。'],
  fields: [],
  list: {
    path: 'codes',
    entries: 'records',
    columns: [
      { path: 'axis', title: '分类', cell: choice(axisWords), width: 26 },
      { path: 'code', title: '科目编码', cell: text, width: 16 },
      { path: 'name', title: '科目名称', cell: text, width: 46 },
    ],
    rules: [
      { column: 'axis', words: '缺分类' },
      { column: 'code', words: '缺编码' },
      { column: 'name', words: '缺名称' },
    ],
    spare: 30,
  },
};
