import { describe, expect, it } from 'vitest';
import { composeDisclosure } from '../../src/compose/compose.ts';
import type { Book } from '../../src/model/book.ts';
import { bookProblems } from '../../src/model/bookProblems.ts';
import { readSource } from '../../src/read/open.ts';
import { recognise } from '../../src/read/recognise/recognise.ts';
import { textDocument } from '../../src/write/textDocument.ts';
import { exampleBook, faultsOf, formNamed } from './bookFixture.ts';

/** The example with 服务收入 of 100 万元, of which 63.21 are spent on a project's behalf as 公用经费. */
function bookWithSurplus(): Book {
  const book = exampleBook();
  const unit = book.units[0]?.name ?? '';
  const spent = {
    unit,
    function: '2120101',
    deptEconomic: '30299',
    nature: 'operating',
    vintage: 'current',
  } as const;
  return {
    ...book,
    facts: [...book.facts, { ...spent, fund: 'serviceIncome', fen: 63_210_000 }],
    revenue: [...book.revenue, { unit, fund: 'serviceIncome', function: '2120101', fen: 100_000_000 }],
  };
}

async function faultsOfText(text: string): Promise<readonly string[]> {
  const read = await readSource({ name: 'disclosure.txt', bytes: new TextEncoder().encode(text) });
  if (!read.ok) throw new Error(read.problem.code);
  return faultsOf(recognise(read.source));
}

describe('money that goes into next year, in a balance that divides by nature', () => {
  const text = textDocument(composeDisclosure(bookWithSurplus(), formNamed('shanghai-9')));

  it('has no nature, and the row of totals is more than what is spent', async () => {
    expect(bookProblems(bookWithSurplus())).toEqual([]);
    expect(text).toContain('结转下年\t367900');
    expect(await faultsOfText(text)).toEqual([]);
  });

  it('is still checked down the column', async () => {
    const faults = await faultsOfText(text.replace('结转下年\t367900', '结转下年\t376900'));
    expect(faults.some((fault) => fault.includes('376900') && fault.includes('367900'))).toBe(true);
  });

  it('leaves the natures of what is spent checked across the row', async () => {
    const [, total = '', personnel = ''] = /本年支出合计\t(\d+)\t(\d+)/.exec(text) ?? [];
    const changed = text.replace(
      `本年支出合计\t${total}\t${personnel}`,
      `本年支出合计\t${total}\t${Number(personnel) + 900}`,
    );
    expect((await faultsOfText(changed)).length).toBeGreaterThan(0);
  });
});
