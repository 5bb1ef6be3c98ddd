import { describe, expect, it } from 'vitest';
import { recognise } from '../../../read/recognise/recognise.ts';
import { htmlReader } from '../../../read/html/reader.ts';
import { checkDisclosure } from '../../check.ts';

const rows = [
  ['项目名称', '路灯维修', '', '', '', '', ''],
  ['项目资金（万元）', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  ['', '年度资金总额', '8.00', '9.00', '8.50', '10', '94.44%', '9.4'],
  ['', '其中：当年财政拨款', '6.00', '7.00', '6.50', '—', '', '—'],
  ['', '上年结转资金', '2.00', '2.00', '2.00', '—', '', '—'],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '', '得分'],
  ['产出指标', '数量指标', '维修路灯', '50盏', '52盏', '30', '', '30'],
  ['产出指标', '质量指标', '合格率', '100%', '98%', '20', '', '18'],
  ['效益指标', '社会效益', '夜间安全', '提升', '提升', '30', '', '30'],
  ['满意度指标', '服务对象', '居民满意度', '≥90%', '92%', '10', '', '10'],
  ['总分', '', '', '', '', '100', '', '97.4'],
];

async function found(change: (text: string) => string = (text) => text): Promise<readonly string[]> {
  const cells = (row: readonly string[]): string => row.map((text) => `<td>${text}</td>`).join('');
  const table = rows.map((row) => `<tr>${cells(row)}</tr>`).join('');
  const html = `<h1>某局2024年度部门决算</h1><p>项目支出绩效自评表</p><table>${change(table)}</table>`;
  const read = await htmlReader.read({ name: 'test.html', bytes: new TextEncoder().encode(html) });
  if (!read.ok) throw new Error(read.problem.code);
  return checkDisclosure(recognise(read.source))
    .findings.filter(({ rule }) => rule === 'performance.selfEvaluation')
    .map(({ severity, culprits }) => {
      const named = culprits.map((c) => `${c.reported?.text ?? ''}→${c.expected?.text ?? ''}`);
      return [severity, ...named].join(' ');
    });
}

const once =
  (from: string, to: string) =>
  (table: string): string =>
    table.replace(`<td>${from}</td>`, `<td>${to}</td>`);

describe('the arithmetic of a self-evaluation', () => {
  it('is sound', async () => {
    expect(await found()).toEqual([]);
  });

  it.each([
    ['94.44%', '84.44%', 'error 84.44%→94.44%'],
    ['97.4', '98.4', 'error 98.4→97.4'],
    ['18', '28', 'warning 28→'],
    ['8.50', '8.05', 'error 8.05→8.50'],
  ])('%s written as %s', async (right, wrong, expected) => {
    expect((await found(once(right, wrong))).join('; ')).toContain(expected);
  });

  it('reads a rate without its sign, and as a fraction', async () => {
    expect(await found(once('94.44%', '94.44'))).toEqual([]);
    expect(await found(once('94.44%', '0.9444'))).toEqual([]);
  });

  it('leaves sums alone where subtotals stand among the rows', async () => {
    const subtotal = (table: string): string =>
      table.replace(
        '<tr><td>效益指标',
        '<tr><td>小计</td><td></td><td></td><td></td><td></td><td>50</td><td></td><td>48</td></tr><tr><td>效益指标',
      );
    expect(await found(subtotal)).toEqual([]);
  });

  it('counts the points for spending beside the hundred where the total does', async () => {
    const beside = (table: string): string =>
      once('10', '—')(table).replace('<td>9.4</td>', '<td>—</td>').replace('<td>30</td>', '<td>40</td>');
    expect((await found((table) => beside(table).replace('<td>97.4</td>', '<td>88</td>'))).length).toBe(0);
  });
});
