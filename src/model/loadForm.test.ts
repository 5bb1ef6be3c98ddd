import { describe, expect, it } from 'vitest';
import { shippedForms } from './forms.ts';
import { loadForm } from './loadForm.ts';

describe('loadForm', () => {
  it.each(shippedForms.map((form) => [form.id, form] as const))('takes the shipped form %s', (_, form) => {
    expect(loadForm(JSON.parse(JSON.stringify(form)))).toEqual({ ok: true, form });
  });

  const [first] = shippedForms;
  const [table] = first?.tables ?? [];

  it.each([
    ['text', '表样：应为对象'],
    [{ ...first, stage: 'plan' }, 'stage：应为 budget、finalAccounts、adjusted 之一'],
    [{ ...first, extra: 1 }, 'extra：不认识的项'],
    [{ ...first, tables: [] }, 'tables：至少应有 1 项'],
    [{ ...first, tables: [table, table] }, 'tables：key “balance”重复'],
    [{ ...first, tables: [{ ...table, unit: '角' }] }, 'tables[0].unit：应为 元、千元、万元、亿元 之一'],
    [{ ...first, tables: [{ ...table, number: 1.5 }] }, 'tables[0].number：应为正整数'],
    [{ ...first, tables: [{ ...table, scope: { fund: 'tax' } }] }, 'tables[0].scope.fund：没有“tax”这一项'],
    [{ ...first, tables: [{ ...table, scope: { money: 'x' } }] }, 'tables[0].scope.money：不认识的维度'],
    [{ ...first, tables: [{ ...table, required: undefined }] }, 'tables[0].required：应为 true 或 false'],
  ])('tells what is wrong: %#', (json, problem) => {
    const loaded = loadForm(json);
    expect(loaded.ok ? [] : loaded.problems).toContain(problem);
  });

  it('tells a pattern that is no regular expression', () => {
    const loaded = loadForm({ ...first, label: '表(' });
    expect(loaded.ok ? [] : loaded.problems).toEqual([expect.stringMatching(/^label：正则表达式有误/)]);
  });
});
