import { expect, it } from 'vitest';
import { csvReader } from '../csv.ts';
import { recognise } from '../recognise/recognise.ts';

async function tablesOf(text: string): Promise<readonly (readonly [string, number])[]> {
  const read = await csvReader.read({ name: 'a.csv', bytes: new TextEncoder().encode(text) });
  if (!read.ok) throw new Error(read.problem.code);
  return recognise(read.source).tables.map(({ key, rows }) => [key, rows.length]);
}

const rows = `科目编码,科目名称,合计,基本支出,项目支出,,科目编码,科目名称,合计,基本支出,项目支出
合计,,30.00,20.00,10.00,,合计,,25.00,20.00,5.00
213,农林水支出,30.00,20.00,10.00,,213,农林水支出,25.00,20.00,5.00`;

it('two tables side by side are two', async () => {
  expect(await tablesOf(`部门支出总表,,,,,,一般公共预算支出表,,,,\n单位：万元\n${rows}`)).toEqual([
    ['expenditure', 2],
    ['generalExpenditure', 2],
  ]);
});

it('one title stands over all columns of its sheet', async () => {
  expect(await tablesOf(`部门支出总表,,,,,,,,,,\n单位：万元\n${rows}`)).toHaveLength(1);
});
