import { expect, it } from 'vitest';
import { shippedForms } from '../../model/forms.ts';
import type { Paragraph } from '../../model/source.ts';
import { outline } from './outline.ts';

const paragraph = (text: string): Paragraph => ({ kind: 'paragraph', text, place: { file: 't' }, spans: [] });

function keysOf(...lines: readonly string[]): readonly string[] {
  const blocks = ['第三部分 部门预算情况说明', ...lines].map(paragraph);
  const form = shippedForms.find(({ id }) => id === 'national-9');
  if (form === undefined) throw new Error('no form');
  const sections = outline(blocks, new Set(), form, '甲县财政局');
  return sections.slice(1).map(({ key }) => key);
}

it.each([
  ['一、关于甲县财政局2024年收支总表的说明', 'changes'],
  ['五、关于甲县财政局2024年一般公共预算支出表的说明', 'generalExpenditure'],
  ['六、关于财政局2024年一般公共预算基本支出表的说明', 'basic'],
  ['五、财政拨款支出预算情况说明', 'appropriation'],
  ['六、财政拨款基本支出预算情况说明', 'basic'],
  ['七、部门预算收支总体情况', 'changes'],
  ['三、收入预算安排情况', 'revenue'],
])('%s', (title, key) => {
  expect(keysOf(title)).toEqual([key]);
});

it('a heading of the second level opens a section beside another one', () => {
  const titles = [
    '五、其他情况说明',
    '（一）机关运行经费。',
    '（二）政府采购预算说明',
    '（三）国有资产占用情况说明',
  ];
  expect(keysOf(...titles)).toEqual(['other', 'operating', 'procurement', 'assets']);
});

it('a sentence is no heading', () => {
  expect(keysOf('七、“三公”经费情况说明', '本部门无“三公”经费预算。')).toEqual(['threePublic']);
});
