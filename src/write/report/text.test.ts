import { expect, test } from 'vitest';
import type { DocumentReport, ReportedFinding } from '../../model/report.ts';
import { columnsOf, wrapped } from './layout.ts';
import { textReport } from './text.ts';

const plain = { width: null, colour: false };

const finding: ReportedFinding = {
  rule: 'table.row',
  severity: 'error',
  params: {},
  culprits: [
    {
      reported: { text: '12707.60', fen: 12707600000 },
      expected: { text: '12077.60', fen: 12077600000 },
      support: 3,
      slip: 'digits',
      place: { file: 'a.txt', line: 74, table: 1, row: '212', column: 'total' },
    },
  ],
  tied: false,
  group: null,
  evidence: [],
  difference: '630',
  allowed: '0.01',
  waiver: null,
  message: '表1 212 城乡社区支出 · 合计写作 12707.60，应为 12077.60（表2、表3均为 12077.60），疑为数字颠倒。',
  remedy: '核实后改为 12077.60。',
  part: '表1 收支总表',
  rank: 0,
  spots: [{ place: '表1 212 城乡社区支出 · 合计', spot: '212 城乡社区支出 · 合计', reference: '第74行' }],
};

const tied: ReportedFinding = {
  ...finding,
  tied: true,
  culprits: [
    ...finding.culprits,
    {
      reported: null,
      expected: { text: '630.00', fen: 630000000 },
      support: 1,
      slip: null,
      place: { file: 'a.txt', line: 80, table: 1, row: '213', column: 'total' },
    },
  ],
  spots: [
    ...finding.spots,
    { place: '表1 213 农林水支出 · 合计', spot: '213 农林水支出 · 合计', reference: '第80行' },
  ],
};

const warning: ReportedFinding = {
  ...finding,
  rule: 'document.label',
  severity: 'warning',
  message: '表9 的编号写作“部门公开表9”，应为“预算公开表9”。',
  remedy: '改用同一套编号。',
  part: '表9 国有资本经营预算表',
  rank: 8,
  spots: [{ place: '表9', spot: '', reference: '第334行' }],
};

const info: ReportedFinding = {
  ...warning,
  severity: 'info',
  message: '指标值没有单位。',
  rule: 'performance.unit',
};

const document: DocumentReport = {
  file: 'a.txt',
  department: '某局',
  year: 2026,
  stage: 'budget',
  form: 'shanxi-13',
  formReason: '13 张表都有',
  verdict: 'errors',
  error: null,
  coverage: { figures: 508, verified: 500, contradicted: 3, unverified: 5, indicators: 12 },
  checks: [],
  findings: [info, warning, finding, info],
};

const unreadable: DocumentReport = {
  ...document,
  file: 'b.pdf',
  verdict: 'unreadable',
  error: '文件是空的。',
  findings: [],
};

test('the report in a pipe', () => {
  expect(textReport([document], 'zh', plain)).toBe(`a.txt
某局 · 2026年部门预算
表样：shanxi-13（13 张表都有）
结论：有错误（1 处错误，1 处提醒）

表1 收支总表
  ✕ 错误  212 城乡社区支出 · 合计（第74行）
    写作 12707.60，应为 12077.60（表2、表3均为 12077.60），疑为数字颠倒。
    改法：核实后改为 12077.60。〔table.row〕

表9 国有资本经营预算表
  ! 提醒  第334行
    表9 的编号写作“部门公开表9”，应为“预算公开表9”。
    改法：改用同一套编号。〔document.label〕

提示 2 条（供参考，不影响结论）
  ○ 指标值没有单位。（第334行）（同类共 2 处）〔performance.unit〕

共 508 个数：500 个核对无误，3 个有矛盾，5 个无从核对（不是“没有问题”）；另有绩效指标 12 条

〔〕里是规则的名称。查什么、依据、怎样改：mingsuan rule performance.unit
`);
});

test('a tie lists the alternatives, best first', () => {
  const report = textReport([{ ...document, findings: [tied] }], 'zh', plain);
  expect(report).toContain(`
    - 表1 212 城乡社区支出 · 合计（第74行）写作 12707.60，应为 12077.60
    - 表1 213 农林水支出 · 合计（第80行）空白，应为 630.00
`);
});

test('what is waived stays with who waived it, and does not count', () => {
  const waiver = { reason: '已备案', by: '张三', date: '2026-03-01', expires: '2026-12-31' };
  const findings = [finding, warning, info].map((each) => ({ ...each, waiver }));
  const report = textReport([{ ...document, verdict: 'clean', findings }], 'zh', plain);
  expect(report).toContain('结论：没有发现错误（另有 2 处已豁免）');
  expect(report.match(/已由张三于2026-03-01豁免：已备案（有效期至2026-12-31）/g)).toHaveLength(3);
});

test('several documents end in a summary, and an unreadable one says why', () => {
  const report = textReport([document, unreadable], 'zh', plain);
  expect(report).toContain('b.pdf  无法读取\n  文件是空的。\n');
  expect(report).toMatch(/共 2 份：1 份有错误，0 份有需要核实之处，0 份没有发现错误，1 份无法读取\n$/);
});

const withoutStyles = (line: string): string =>
  line
    .split('\u001b[')
    .map((piece, i) => (i === 0 ? piece : piece.slice(piece.indexOf('m') + 1)))
    .join('');

test('in a terminal: colours, and no line wider than it', () => {
  const report = textReport([{ ...document, findings: [finding, tied, warning] }], 'zh', {
    width: 44,
    colour: true,
  });
  expect(report).toContain('\u001b[31m');
  for (const line of report.split('\n')) expect(columnsOf(withoutStyles(line))).toBeLessThanOrEqual(46);
});

test('lines break between characters, not inside numbers or before a stop', () => {
  const look = { width: 24, colour: false };
  expect(wrapped('应为 12077.60（见表2），核实后改正。', '  ', look)).toEqual([
    '  应为 12077.60（见表',
    '  2），核实后改正。',
  ]);
  expect(columnsOf('表1 ab')).toBe(6);
});
