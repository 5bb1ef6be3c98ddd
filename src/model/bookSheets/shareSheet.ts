import { amountSubjects, countSubjects } from '../bookShares.ts';
import { amount, choice, code, count, nameOf, type ChoiceWord } from './cellKind.ts';
import type { BookSheetForm } from './sheetForm.ts';
import { fundWords, procurementWords, publicItemWords, vehicleWords } from './words.ts';

const titles: Readonly<Record<string, string>> = {
  'previous.byClass': '上年支出：按功能分类',
  'previous.byNature.basic': '上年支出：基本支出',
  'previous.byNature.project': '上年支出：项目支出',
  'previous.carriedOver': '上年收入：上年结转',
  'previous.operating': '上年机关运行经费',
  'assets.vehicleQuota': '公务用车编制',
  'assets.officeArea': '办公用房建筑面积',
  'assets.generalEquipment': '单价50万元以上的通用设备',
  'assets.specialEquipment': '单价100万元以上的专用设备',
  ...titled('procurement', '政府采购', procurementWords),
  ...titled('previous.byFund', '上年收入', fundWords),
  ...titled('previous.threePublic', '上年三公', publicItemWords),
  ...titled('assets.vehicles', '实有车辆', vehicleWords),
};

function titled(path: string, title: string, words: readonly ChoiceWord[]): Readonly<Record<string, string>> {
  return Object.fromEntries(words.map(([key, word]) => [`${path}.${key}`, `${title}：${word}`]));
}

const wordOf = (subject: string): string => titles[subject] ?? subject;
const subjects = [...amountSubjects, ...countSubjects];

/** Which unit what the book states for the whole department came from; `merge` fills it in. */
export const shareSheet: BookSheetForm = {
  name: '各单位数',
  hints: [
    '合并各单位的预算簿时自动填好：政府采购、国有资产和上年数里，每个单位各有多少。可以不填；填了的，合计不能多于总数。',
  ],
  fields: [],
  list: {
    path: 'shares',
    entries: 'records',
    columns: [
      { path: 'unit', title: '单位', cell: nameOf('units'), width: 34 },
      {
        path: 'of',
        title: '事项',
        cell: choice(subjects.map((subject) => [subject, wordOf(subject)])),
        width: 34,
      },
      { path: 'code', title: '支出功能分类（类）', cell: code('function', 3), width: 30 },
      { path: 'fen', title: '金额', cell: amount, width: 18 },
      { path: 'count', title: '数量', cell: count, width: 12 },
    ],
    rules: [
      { column: 'unit', words: '缺单位' },
      { column: 'of', words: '缺事项' },
      { column: 'code', words: '缺功能分类', when: { column: 'of', in: [wordOf('previous.byClass')] } },
      { column: 'fen', words: '缺金额', when: { column: 'of', in: amountSubjects.map(wordOf) } },
      { column: 'count', words: '缺数量', when: { column: 'of', in: countSubjects.map(wordOf) } },
    ],
    spare: 60,
  },
  optional: true,
};
