import { expect, it } from 'vitest';
import { htmlReader } from '../../html/reader.ts';
import { recognise } from '../recognise.ts';

it('heads in four rows, of which one only says how the columns are divided', async () => {
  const page = `<html><body><p>部门支出总表</p><p>单位：万元</p><table>
    <tr><td rowspan="4">科目编码</td><td rowspan="4">科目名称</td><td colspan="3">2025年预算支出</td></tr>
    <tr><td rowspan="3">合计</td><td colspan="2">其中</td></tr>
    <tr><td colspan="2">按支出性质</td></tr>
    <tr><td>基本支出</td><td>项目支出</td></tr>
    <tr><td>合计</td><td></td><td>30.00</td><td>20.00</td><td>△10.00</td></tr>
    <tr><td>213</td><td>农林水支出</td><td>30.00</td><td>20.00</td><td>△10.00</td></tr></table></body></html>`;
  const read = await htmlReader.read({ name: 'a.html', bytes: new TextEncoder().encode(page) });
  if (!read.ok) throw new Error(read.problem.code);
  const [table] = recognise(read.source).tables;
  const cells = Object.entries(table?.rows[1]?.cells ?? {}).map(([key, { fen }]) => [key, fen]);
  expect(cells).toEqual([
    ['total', 30_00_00_00],
    ['basic', 20_00_00_00],
    ['project', -10_00_00_00],
  ]);
});
