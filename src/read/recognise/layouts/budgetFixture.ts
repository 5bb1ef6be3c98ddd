import type { Disclosure } from '../../../model/disclosure.ts';
import { alarmsOf, read } from './layoutFixture.ts';

/** 收支总表 without its title. */
export const balanceRows = `
|收入|<|支出|<|
|项目|预算数|项目|预算数|
|一、一般公共预算拨款收入|90.00|一、农林水支出|100.00|
|本年收入合计|90.00|本年支出合计|100.00|
|上年结转结余|10.00|结转下年||
|收入总计|100.00|支出总计|100.00|`;

const balance = `\n收支总表\n单位：万元${balanceRows}`;

const accountsBalance = `
收入支出决算总表
单位：万元
|收入|<|支出|<|
|项目|决算数|项目|决算数|
|一、一般公共预算财政拨款收入|100.00|一、农林水支出|100.00|
|本年收入合计|100.00|本年支出合计|100.00|
|总计|100.00|总计|100.00|`;

/** A budget with the balance and other tables. */
export function budget(...tables: readonly string[]): Disclosure {
  return read(`青山市水务局2027年部门预算\n${[balance, ...tables].join('\n\n')}`);
}

/** Final accounts with the balance and other tables. */
export function accounts(...tables: readonly string[]): Disclosure {
  return read(`青山市水务局2026年度部门决算\n${[accountsBalance, ...tables].join('\n\n')}`);
}

/** Errors and warnings of tables and their projects. */
export function tableAlarms(disclosure: Disclosure): readonly string[] {
  return alarmsOf(disclosure).filter((alarm) => /^(?:table|project)\./.test(alarm));
}
