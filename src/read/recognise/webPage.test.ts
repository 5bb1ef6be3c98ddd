import { expect, it } from 'vitest';
import type { Block, Paragraph, SourceDocument } from '../../model/source.ts';
import { readContents } from './contents.ts';
import { withoutFurniture } from './furniture.ts';
import { regionOf } from './identity.ts';
import { recognise } from './recognise.ts';

const paragraph = (text: string): Paragraph => ({
  kind: 'paragraph',
  text,
  place: { file: 't' },
  spans: [{ start: 0, end: text.length, place: { file: 't' } }],
});

function source(...lines: readonly string[]): SourceDocument {
  return { file: 't', format: 'html', blocks: lines.map(paragraph), margins: [], notes: [] };
}

const textsOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.map((block) => (block.kind === 'paragraph' ? block.text : 'grid'));

const entriesOf = (...lines: readonly string[]): readonly (string | null)[][] =>
  readContents(lines.map(paragraph)).entries.map(({ title, page }) => [title, page]);

it('what a website prints around a document is no part of it', () => {
  const page = source(
    '您当前的位置：首页 > 政务公开 > 财政预决算',
    '登录 | 注册',
    '索 引 号：00123/2024-0007',
    '• 发布机构',
    '丁县水务局',
    '公开范围 面向社会 公开时限 长期公开',
    '丁县水务局2024年度部门决算',
    '来源：县水务局 发布时间：2025-09-01 【打印】 【关闭】',
    '监督索引号53000000000000000',
    '一、部门职责',
    '负责全县水务工作，日期和来源由办公室登记。',
    '附件：丁县水务局决算表.xls',
    '国务院部门网站',
  );
  expect(textsOf(withoutFurniture(page.blocks))).toEqual([
    '丁县水务局2024年度部门决算',
    '一、部门职责',
    '负责全县水务工作，日期和来源由办公室登记。',
  ]);
});

it('a table of particulars leaves the title that it names', () => {
  const rows = [
    ['索引号：', '1/2', '发布日期：', '2024-03-01'],
    ['标题：', '丁县水务局2024年部门预算', '文号：', ''],
  ].map((row) => row.map((text) => ({ text, place: { file: 't' } })));
  const blocks: readonly Block[] = [{ kind: 'grid', rows, place: { file: 't' } }, paragraph('一、部门职责')];
  expect(textsOf(withoutFurniture(blocks))).toEqual(['丁县水务局2024年部门预算', '一、部门职责']);
});

it('the contents without their heading end where the first part comes again', () => {
  expect(
    entriesOf(
      '第一部分 单位概况3',
      '一、单位职责3',
      '二、机构设置4',
      '第二部分 2024年度决算表5',
      '一、收入决算表5',
      '第一部分 单位概况',
      '一、单位职责',
    ),
  ).toEqual([
    ['第一部分 单位概况', '3'],
    ['一、单位职责', '3'],
    ['二、机构设置', '4'],
    ['第二部分 2024年度决算表', '5'],
    ['一、收入决算表', '5'],
  ]);
});

it('an entry over two lines, page numbers on lines of their own and remarks do not end the contents', () => {
  expect(
    entriesOf(
      '2024年部门决算公开目录',
      '公开时间：2025年9月',
      '第一部分 部门概况',
      '一、“三公”经费支出决算情况说',
      '明',
      '二、支出决算情况说明。',
      '8',
      '1-2 收入预算表',
      '第一部分：丁县水务局概况',
    ),
  ).toEqual([
    ['第一部分 部门概况', null],
    ['一、“三公”经费支出决算情况说明', null],
    ['二、支出决算情况说明', '8'],
    ['1-2 收入预算表', null],
  ]);
});

it.each([
  [['丁县水务局', '2024年部门预算编制说明'], '丁县水务局'],
  [['2024年度', '丁县水务局', '部门决算'], '丁县水务局'],
  [['丁县水务局关于2024年部门预算编制的说明'], '丁县水务局'],
  [['2024年度丁县水务局（本级）单位决算公开'], '丁县水务局（本级）'],
  [['目录', '第一部分：丁县水务局概况', '第一部分：丁县水务局概况'], '丁县水务局'],
  [['丁县区级2024年部门预算', '预算主管部门：丁县妇联'], '丁县妇联'],
])('whose disclosure it is: %j', (lines, name) => {
  expect(recognise(source(...lines, '一、部门职责', '负责水务。')).department.name).toBe(name);
});

it('a notice without headings is read', () => {
  const text = '2024年度“三公”经费支出决算为5.00万元，比上年减少1.00万元，下降16.67%。';
  const { narrative, year } = recognise(source(text));
  expect(year).toBe(2024);
  expect(narrative.map(({ section, paragraphs }) => [section, paragraphs.length])).toEqual([
    ['threePublic', 1],
  ]);
  expect(narrative[0]?.paragraphs[0]?.claims.length).toBeGreaterThan(1);
});

it('the organisation under （二） of the overview is its own section', () => {
  const { overview } = recognise(
    source('一、部门概况', '（一）部门职责', '管水。', '（二）机构设置', '内设办公室、财务科、水政科。'),
  );
  expect(overview.offices.map(({ name }) => name)).toEqual(['办公室', '财务科', '水政科']);
});

it.each([
  ['戊县市场监督管理局', '戊县'],
  ['中共己市委党校', '己市'],
  ['自治区供销社', null],
])('the region of %s', (name, region) => {
  expect(regionOf(name)).toBe(region);
});
