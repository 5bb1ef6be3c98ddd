import { expect, it } from 'vitest';
import { readSource } from '../read/open.ts';
import { recognise } from '../read/recognise/recognise.ts';
import { checkDisclosure } from './check.ts';

/** Milliseconds of processor time, which a busy machine does not change much. */
const longest = 10_000;

it('a table of a thousand columns whose rows contradict each other is checked in seconds', async () => {
  const row = (name: string, amount: string): string =>
    `<tr><td>${name}</td><td>${amount}</td><td colspan="1000">${amount}</td></tr>`;
  const rows = ['213', '21303', '2130301', '2130305', '2130314'].map((code, i) => row(code, `${100 + i}.25`));
  const html = `<p>2027年支出总表</p><p>单位：万元</p><table><tr><td>科目编码</td><td>合计</td><td colspan="1000">基本支出</td></tr>${rows.join('')}</table>`;
  const read = await readSource({ name: 'wide.html', bytes: new TextEncoder().encode(html) });
  if (!read.ok) throw new Error(read.problem.code);
  const before = process.cpuUsage();
  const { findings } = checkDisclosure(recognise(read.source));
  const { user, system } = process.cpuUsage(before);
  expect(findings.length).toBeGreaterThan(0);
  expect((user + system) / 1000).toBeLessThan(longest);
}, 120_000);
