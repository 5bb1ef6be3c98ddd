import { describe, expect, it } from 'vitest';
import type { Block, Grid, Paragraph, SourceCell } from '../../model/source.ts';
import { readSheets } from './readSheets.ts';

/** A grid of rows whose cells are divided by "|"; "<" is merged with the left, "^" with the cell above. */
function grid(...lines: readonly string[]): Grid {
  const width = Math.max(...lines.map((line) => line.split('|').length));
  const rows: SourceCell[][] = [];
  for (const [index, line] of lines.entries()) {
    const row: SourceCell[] = [];
    const texts = line.split('|');
    for (let column = 0; column < width; column++) {
      const text = texts[column] ?? '';
      const merged = text === '<' ? row[column - 1] : text === '^' ? rows[index - 1]?.[column] : undefined;
      row.push(merged ?? { text, place: { file: 't', line: index + 1 } });
    }
    rows.push(row);
  }
  return { kind: 'grid', rows, place: { file: 't', line: 1 } };
}

function paragraph(text: string): Paragraph {
  const place = { file: 't' };
  return { kind: 'paragraph', text, place, spans: [{ start: 0, end: text.length, place }] };
}

function only(...blocks: readonly Block[]) {
  const reading = readSheets(blocks);
  const [sheet] = reading.sheets;
  if (sheet === undefined || reading.sheets.length !== 1) throw new Error(`${reading.sheets.length} sheets`);
  const indicators = sheet.indicators.map((i) =>
    [i.horizon, i.level1, i.level2, i.level3, i.value].join(' '),
  );
  return { ...reading, sheet, indicators };
}

const head = [
  '项目名称||路灯维修|||',
  '主管部门及代码||101-某局||实施单位||某中心',
  '项目属性||一次性项目||项目期||1年',
];
const funds = [
  '项目资金 (元)||实施期资金总额:||1,200||年度资金总额:||1,000',
  '||其中:中央财政资金||0||其中:中央财政资金||0',
  '||省级财政资金||200||省级财政资金||0',
  '||市县(区)财政资金||1,000||市县(区)财政资金||1,000',
  '||单位自筹||0||单位自筹||0',
  '其他资金||||其他资金|||',
];
const columns = '绩效指标|一级指标|二级指标|三级指标|指标值|二级指标|三级指标|指标值';

describe('a sheet with two horizons', () => {
  const sheet = [
    '某县项目支出绩效目标表',
    '(2027年度)',
    ...head,
    ...funds,
    '项目概况||更换旧路灯。',
    '立项依据||会议纪要',
    '保证项目实施的制度、措施||按合同管理',
    '实施期目标||||年度目标',
    '总体目标||全部更换|||更换一半',
    columns,
    '|产出指标|数量指标|路灯|100盏|数量指标|路灯|50盏',
    '||质量指标|合格率|100%|质量指标|合格率|100%',
    '|效益指标|经济效益|||经济效益||',
    '负责人:|张某|经办人:||填报日期:|20270105093000|',
  ];

  it('keeps every printed field', () => {
    const { sheet: read, used, uncertain } = only(grid(...sheet));
    expect(read).toMatchObject({
      name: '路灯维修',
      department: '101-某局',
      unit: '某中心',
      attribute: '一次性项目',
      term: '1年',
      filedAt: '20270105093000',
      year: 2027,
      texts: { overview: '更换旧路灯。', basis: '会议纪要', necessity: null, safeguards: '按合同管理' },
    });
    expect([read.texts.periodGoal, read.texts.annualGoal]).toEqual(['全部更换', '更换一半']);
    expect([used.size, uncertain]).toEqual([1, []]);
  });

  it('reads both columns of funds in fen, with a blank as null', () => {
    const { period, annual } = only(grid(...sheet)).sheet.funds;
    expect([period.total?.fen, period.provincial?.fen, period.other]).toEqual([120_000, 20_000, null]);
    expect([annual.total?.fen, annual.local?.fen, annual.own?.text]).toEqual([100_000, 100_000, '0']);
  });

  it('reads the indicators of both horizons, empty ones too', () => {
    expect(only(grid(...sheet)).indicators).toEqual([
      'period 产出指标 数量指标 路灯 100盏',
      'annual 产出指标 数量指标 路灯 50盏',
      'period 产出指标 质量指标 合格率 100%',
      'annual 产出指标 质量指标 合格率 100%',
      'period 效益指标 经济效益  ',
      'annual 效益指标 经济效益  ',
    ]);
  });

  it('takes its title, year and footer from the paragraphs around it', () => {
    const blocks = [
      paragraph('某县项目支出绩效目标表'),
      paragraph('（2028年度）'),
      grid(...sheet.slice(2, -1)),
      paragraph('负责人: 经办人: 联系电话: 填报日期: 20280203101112'),
    ];
    const { sheet: read, used } = only(...blocks);
    expect([read.year, read.filedAt, used.size]).toEqual([2028, '20280203101112', 4]);
  });

  it('leaves other paragraphs and tables alone', () => {
    const other = [paragraph('十一、国有资产占有使用情况'), grid('项目名称|合计|当年预算', '路灯维修|1|1')];
    expect(only(grid(...sheet), ...other).used.size).toBe(1);
  });
});

describe('shifted rows', () => {
  const read = (...rows: readonly string[]) => only(grid(...head, ...funds, columns, ...rows));

  it.each([
    [
      'a kind in the column of the first level',
      '|时效指标|完成时间|6月|时效指标|完成时间|6月',
      '时效指标 完成时间 6月',
    ],
    ['shifted to the left edge', '时效指标||完成时间|6月|时效指标|完成时间|6月', '时效指标 完成时间 6月'],
    ['shifted to the right', '||||时效指标|完成时间|6月|时效指标|完成时间|6月', '时效指标 完成时间 6月'],
    [
      'a blank between name and value',
      '||时效指标|完成时间||6月|时效指标|完成时间|6月',
      '时效指标 完成时间 6月',
    ],
  ])('%s', (_, row, expected) => {
    const { indicators } = read('|产出指标|数量指标|路灯|9盏|数量指标|路灯|9盏', row);
    expect(indicators.slice(2)).toEqual([`period 产出指标 ${expected}`, `annual 产出指标 ${expected}`]);
  });

  it('keeps the printed words of a kind under a wrong level', () => {
    const { indicators } = read('|效益指标|成本指标|造价|9万元|成本指标|造价|9万元');
    expect(indicators[0]).toBe('period 效益指标 成本指标 造价 9万元');
  });

  it('goes on with the kind above', () => {
    const { indicators } = read('|产出指标|数量指标|路灯|9盏|数量指标|路灯|9盏', '|||灯杆|3根||灯杆|3根');
    expect(indicators.slice(2)).toEqual([
      'period 产出指标 数量指标 灯杆 3根',
      'annual 产出指标 数量指标 灯杆 3根',
    ]);
  });

  it('takes a glued half apart by the other half and says so', () => {
    const { indicators, uncertain } = read('|产出指标|数量指标|新装路灯数|9 盏||数量指标 新装路灯 9 盏');
    expect(indicators[1]).toBe('annual 产出指标 数量指标 新装路灯 9 盏');
    expect(uncertain[0]?.reason).toContain('粘连');
  });

  it('does not take an indicator named like its kind for the second half', () => {
    const { indicators } = read(
      '满意度指标|服务对象满意度|服务对象满意度|90%|服务对象满意度|服务对象满意度|90%|',
    );
    expect(indicators[1]).toBe('annual 满意度指标 服务对象满意度 服务对象满意度 90%');
  });

  it('says which row it cannot read', () => {
    const { uncertain } = read('|产出指标|数量指标|a|b|c|d|e');
    expect(uncertain.map((entry) => entry.place.line)).toEqual([11]);
  });
});

describe('other layouts', () => {
  const texts = ['项目概况|更换旧路灯|<|<|<', '年度绩效目标|完成更换|<|<|<'];

  it('merged cells, one list, amounts in 万元, and cost at the first level', () => {
    const { sheet, indicators } = only(
      grid(
        '项目支出绩效目标表|<|<|<|<',
        '（2027年度）|<|<|<|<',
        '项目名称|路灯维修|<|<|<',
        '主管部门|某局|<|实施单位|某中心',
        '项目资金（万元）|年度资金总额|<|12.50|<',
        '^|其中：财政拨款|<|10.50|<',
        '^|其他资金|<|2.00|<',
        ...texts,
        '绩效指标|一级指标|二级指标|三级指标|指标值',
        '^|成本指标|经济成本指标|单盏造价|≤2000元',
        '^|产出指标（50分）|数量指标|路灯|50盏',
        '^|^|^|灯杆|20根',
        '^|满意度指标|服务对象满意度指标|居民满意度|≥90%',
      ),
    );
    expect([sheet.funds.annual.total?.fen, sheet.funds.annual.other?.fen, sheet.funds.period.total]).toEqual([
      12_500_000,
      2_000_000,
      null,
    ]);
    expect(sheet.otherFunds?.map((fund) => [fund.horizon, fund.label, fund.amount.fen])).toEqual([
      ['annual', '其中：财政拨款', 10_500_000],
    ]);
    expect(sheet.texts.annualGoal).toBe('完成更换');
    expect(indicators).toEqual([
      'period 成本指标 经济成本指标 单盏造价 ≤2000元',
      'period 产出指标（50分） 数量指标 路灯 50盏',
      'period 产出指标（50分） 数量指标 灯杆 20根',
      'period 满意度指标 服务对象满意度指标 居民满意度 ≥90%',
    ]);
  });

  it('labels and values in one cell, and a comparison, a value and a measure in columns of their own', () => {
    const { sheet, indicators } = only(
      grid(
        '项目名称：路灯维修|<|<|<|<|<|<',
        '预算单位：某中心|<|<|预算金额（万元）：8|<|<|<',
        '项目绩效目标|完成更换|<|<|<|<|<',
        '一级指标|二级指标|三级指标|指标性质|指标值|度量单位|权重',
        '产出指标|数量指标|路灯|≥|50|盏|30',
        '|时效指标|完成时限|定性|12月底前||20',
      ),
    );
    expect([sheet.name, sheet.unit, sheet.funds.annual.total?.fen]).toEqual([
      '路灯维修',
      '某中心',
      8_000_000,
    ]);
    expect(sheet.texts.periodGoal).toBe('完成更换');
    expect(indicators).toEqual([
      'period 产出指标 数量指标 路灯 ≥50盏',
      'period 产出指标 时效指标 完成时限 12月底前',
    ]);
  });

  it('a list of all projects in one table', () => {
    const { sheets } = readSheets([
      paragraph('2027年部门预算项目支出绩效目标表'),
      paragraph('单位：万元'),
      grid(
        '单位名称|项目名称|预算数|年度目标|一级指标|二级指标|三级指标|指标值',
        '某局|路灯维修|8|完成更换|产出指标|数量指标|路灯|50盏',
        '^|^|^|^|^|质量指标|合格率|100%',
        '^|信号灯|3|维护|产出指标|数量指标|信号灯|9组',
      ),
    ]);
    expect(
      sheets.map((sheet) => [
        sheet.name,
        sheet.unit,
        sheet.funds.annual.total?.fen,
        sheet.indicators.length,
        sheet.year,
      ]),
    ).toEqual([
      ['路灯维修', '某局', 8_000_000, 2, 2027],
      ['信号灯', '某局', 3_000_000, 1, 2027],
    ]);
  });

  it('a report on a project: what was aimed at, not what was achieved', () => {
    const { sheet, indicators, uncertain } = only(
      grid(
        '项目支出绩效自评表|<|<|<|<|<|<',
        '项目名称|路灯维修|<|<|<|<|<',
        '项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|得分',
        '^|年度资金总额|8.00|9.00|8.50|10|9.4',
        '年度总体目标|预期目标|<|<|实际完成情况|<|<',
        '^|完成更换|<|<|已完成更换|<|<',
        '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分',
        '产出指标|数量指标|路灯|50盏|52盏|50|50',
        '效益指标|社会效益|夜间安全|提升|提升|40|40',
        '总分|<|<|<|<|100|99.4',
      ),
    );
    expect([sheet.texts.annualGoal, sheet.texts.periodGoal, sheet.funds.annual.total?.fen]).toEqual([
      '完成更换',
      null,
      8_000_000,
    ]);
    expect([indicators, uncertain]).toEqual([
      ['period 产出指标 数量指标 路灯 50盏', 'period 效益指标 社会效益 夜间安全 提升'],
      [],
    ]);
  });

  it('a sheet that goes on in the next grid', () => {
    const { indicators, used } = only(
      grid(
        '项目名称|路灯维修|<|<|<',
        '项目资金（元）|年度资金总额|<|100|<',
        ...texts,
        '绩效指标|一级指标|二级指标|三级指标|指标值',
        '|产出指标|数量指标|路灯|50盏',
      ),
      grid('|产出指标|质量指标|合格率|100%', '|效益指标|社会效益|夜间安全|提升'),
    );
    expect([indicators.length, used.size]).toEqual([3, 2]);
  });

  it("does not take the whole department's goals for a project", () => {
    const blocks = [
      paragraph('部门（单位）整体支出绩效目标表'),
      grid(
        '部门（单位）名称|某局|<|<',
        '年度主要任务|任务名称|主要内容|预算金额',
        '一级指标|二级指标|三级指标|指标值',
        '产出指标|数量指标|会议|9次',
      ),
    ];
    const { sheets, used } = readSheets(blocks);
    expect([sheets.length, used.size]).toEqual([0, 2]);
  });
});
