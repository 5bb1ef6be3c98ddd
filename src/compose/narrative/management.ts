import { projectKey, type BookNature, type VehicleKind } from '../../model/book.ts';
import { sumFen } from '../../model/bookAmounts.ts';
import { amountOf, type Telling } from '../facts.ts';
import { money, percent } from '../sentences.ts';

/** 十、绩效管理: the whole department, then projects by kind; the sheets follow. */
export function performanceSection(telling: Telling): readonly string[] {
  const { year } = telling;
  const spent = { flow: 'expenditure', use: 'spent' };
  const [total, basic, project] = [spent, { ...spent, nature: 'basic' }, { ...spent, nature: 'project' }].map(
    (scope) => amountOf(telling, scope),
  ) as [number, number, number];
  const parts = basic > 0 && project > 0 ? `，其中基本支出${money(basic)}，项目支出${money(project)}` : '';
  return [
    '1、整体绩效目标',
    `本部门编报${year}年整体支出绩效目标，涉及部门预算资金${money(total)}${parts}。`,
    '2、项目绩效目标',
    ...(project === 0 ? [`${year}年本部门没有安排项目支出。`] : [managed(telling, project)]),
  ];
}

function managed(telling: Telling, project: number): string {
  const { book, year } = telling;
  const kinds = (
    [
      ['otherOperating', '其他运转类项目'],
      ['specificTarget', '特定目标类项目'],
    ] as const
  ).flatMap(([nature, words]) => {
    const { count, fen } = ofKind(telling, nature);
    return count === 0 ? [] : [{ words, text: `${words}${count}个，金额${money(fen)}` }];
  });
  const list =
    kinds.length > 1
      ? `，其中：${kinds.map(({ text }) => text).join('；')}`
      : `，${book.projects.length > 1 ? '均' : ''}为${kinds.map(({ words }) => words).join('')}`;
  const withSheet = new Set(
    book.projects.flatMap((project) => (project.sheet === undefined ? [] : [projectKey(project)])),
  );
  const shown = sumFen(book.facts.filter((fact) => withSheet.has(fact.project ?? '')));
  const published =
    withSheet.size === 0
      ? ''
      : `随本说明公开项目绩效目标${withSheet.size}个，涉及金额${money(shown)}，占部门项目支出的${percent(shown, project)}。`;
  return `${year}年本部门纳入绩效管理的项目${book.projects.length}个，金额${money(project)}${list}。${published}`;
}

function ofKind({ book }: Telling, nature: BookNature): { readonly count: number; readonly fen: number } {
  const own = book.facts.filter((fact) => fact.nature === nature);
  return { count: new Set(own.map(({ project }) => project)).size, fen: sumFen(own) };
}

const vehicleNames: Readonly<Record<VehicleKind, string>> = {
  leader: '领导用车',
  confidential: '机要通信用车',
  emergency: '应急保障用车',
  enforcement: '执法执勤用车',
  special: '特种专业技术用车',
  business: '事业单位业务用车',
  other: '其他用车',
};

/** 十一、国有资产: vehicles, buildings, equipment. */
export function assetsSection({ book: { assets } }: Telling): readonly string[] {
  const date = assets.date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');
  return [
    '1、车辆情况：',
    `截至${date}，${vehicleWords(assets)}。`,
    '2、房屋情况：',
    `截至${date}，${assets.officeArea === 0 ? '本部门没有办公用房' : `本部门办公用房建筑面积${assets.officeArea}平方米`}。`,
    '3、其他国有资产占有使用情况：',
    `截至${date}，本部门单价50万元以上的通用设备${assets.generalEquipment}台（套），单价100万元以上的专用设备${assets.specialEquipment}台（套）。`,
  ];
}

function vehicleWords({ vehicleQuota, vehicles }: Telling['book']['assets']): string {
  const kinds = (Object.keys(vehicleNames) as VehicleKind[]).map((kind) => ({
    words: vehicleNames[kind],
    count: vehicles[kind] ?? 0,
  }));
  const total = kinds.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return `本部门没有公务用车，编制${vehicleQuota}辆、实有0辆`;
  const list = kinds.filter(({ count }) => count > 0).map(({ words, count }) => `${words}${count}辆`);
  return `本部门公务用车编制${vehicleQuota}辆、实有${total}辆，其中：${list.join('、')}`;
}

/** 十二、其他说明. */
export function otherSection({ book: { purchasedServices, otherNotes }, year }: Telling): readonly string[] {
  const services =
    purchasedServices.length === 0
      ? `本部门${year}年没有政府购买服务项目。`
      : `本部门${year}年政府购买服务的内容有：${purchasedServices.join('、')}。`;
  const notes = otherNotes.trim() === '' ? '没有需要另行说明的事项。' : otherNotes.trim();
  return ['（一）政府购买服务指导性目录', services, '（二）其他', notes];
}
