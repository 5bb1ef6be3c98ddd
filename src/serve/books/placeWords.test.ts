import { expect, test } from 'vitest';
import { placeWords } from './placeWords.ts';

test.each([
  [
    'facts[甲局/2120101/30101/personnel/general/current].fen',
    '支出 甲局 · 2120101 行政运行 · 30101 基本工资 · 人员经费 · 一般公共预算 · 当年 › 金额',
  ],
  ['overview.duties', '机构职责 部门职责'],
  [
    'projects[供热.二期].sheet.funds.annual.local',
    '项目 供热.二期 › 绩效目标表 › 资金 › 年度 › 市县（区）财政资金',
  ],
  ['previous.byClass.212', '上年数 按功能分类 › 212 城乡社区支出'],
  ['glossary', '名词解释'],
])('%s', (path, words) => {
  expect(placeWords(path)).toBe(words);
});
