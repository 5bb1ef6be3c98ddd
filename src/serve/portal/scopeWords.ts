import { codeList } from '../../model/codes/codes.ts';
import type { Scope } from '../../model/scope.ts';
import type { Checked } from './data/amountIndex.ts';
import { codeLinesOf } from './data/codeLines.ts';
import { codeName, fundName, natureName } from './names.ts';
import type { View } from './view.ts';

const items: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  threePublic: ['“三公”经费', 'three public expenses'],
  abroad: ['因公出国（境）费', 'travel abroad'],
  reception: ['公务接待费', 'receptions'],
  vehicles: ['公务用车购置及运行费', 'vehicles'],
  vehiclePurchase: ['公务用车购置费', 'purchase of vehicles'],
  vehicleRunning: ['公务用车运行维护费', 'running of vehicles'],
  procurement: ['政府采购', 'procurement'],
  goods: ['货物采购', 'goods'],
  works: ['工程采购', 'works'],
  services: ['服务采购', 'services'],
  operating: ['机关运行经费', 'operating funds'],
};

/** A scope in a reader's words: 城乡社区支出 · 项目支出, 一般公共预算 · 收入, 支出总计. */
export function scopeWords(scope: Scope, checked: Checked, view: View): string {
  const { flow, fund, nature, vintage, project, unit, item } = scope;
  const item_ = item === undefined ? undefined : items[item];
  const parts = [
    project ?? null,
    item === undefined ? null : item_ === undefined ? item : view.say(...item_),
    codeWords(scope, checked, view),
    fund === undefined || fund === 'fiscal' ? null : fundName(fund, view),
    nature === undefined ? null : natureName(nature, view),
    vintage === 'carriedOver' ? fundName('carriedOver', view) : null,
    vintage === 'current' && fund === undefined ? view.say('当年', 'current year') : null,
    unit?.split('›').at(-1) ?? null,
  ].filter((part) => part !== null);
  const needsFlow = item === undefined && nature === undefined && scope.function === undefined;
  const direction = flow === 'revenue' ? view.say('收入', 'revenue') : view.say('支出', 'expenditure');
  if (parts.length === 0)
    return flow === 'revenue'
      ? view.say('收入总计', 'total revenue')
      : view.say('支出总计', 'total expenditure');
  return needsFlow && project === undefined && scope.deptEconomic === undefined
    ? [...parts, direction].join(' · ')
    : parts.join(' · ');
}

function codeWords(scope: Scope, checked: Checked, view: View): string | null {
  for (const dimension of ['function', 'deptEconomic'] as const) {
    const code = scope[dimension];
    if (code === undefined) continue;
    const printed = codeLinesOf(checked, dimension)?.line(code)?.name;
    return codeName(
      code,
      printed ?? codeList(dimension, checked.disclosure.year).find(code)?.name ?? code,
      view,
    );
  }
  return null;
}
