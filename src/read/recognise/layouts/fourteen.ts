const table = (
  number: number,
  printedNumber: string,
  key: string,
  title: string,
  rows: string,
  scope: Readonly<Record<string, string>>,
  more: Readonly<Record<string, unknown>> = {},
) => ({
  key,
  number,
  printedNumber,
  title,
  titles: [`^${title}$`],
  unit: '元',
  rows,
  scope,
  required: true,
  columns: [
    { key: 'project', title: ['项目支出'] },
    { key: 'basic', title: ['基本支出'] },
    { key: 'total', title: ['合计'] },
  ],
  ...more,
});

const spent = { flow: 'expenditure', use: 'spent' };
const current = { ...spent, fund: 'general', vintage: 'current' };
const items = { columns: [{ key: 'threePublic', title: ['合计'] }] };

/** A form as a user writes it: fourteen tables numbered 1, 1-1, 1-2 …, in 元, the total at the right, no project tables. */
export const fourteenForm = {
  id: 'fourteen',
  name: '十四表',
  stage: 'budget',
  label: '^表(\\d+(?:-\\d+)?)$',
  sheetTitle: null,
  marks: ['部门预算表1-1'],
  sections: [{ key: 'duties', title: '部门职责', titles: ['职责$'] }],
  tables: [
    table(1, '1', 'balance', '部门收支总表', 'balance', {}),
    table(2, '1-1', 'revenue', '部门收入总表', 'function', { flow: 'revenue' }),
    table(3, '1-2', 'expenditure', '部门支出总表', 'function', spent),
    table(4, '2', 'appropriation', '财政拨款收支总表', 'balance', { fund: 'fiscal' }),
    table(5, '2-1', 'appropriationByEconomic', '财政拨款支出经济分类表', 'deptEconomic', {
      ...spent,
      fund: 'fiscal',
    }),
    table(6, '3', 'generalExpenditure', '一般公共预算支出表', 'function', current),
    table(7, '3-1', 'basicByEconomic', '一般公共预算基本支出表', 'deptEconomic', {
      ...current,
      nature: 'basic',
    }),
    table(
      8,
      '3-2',
      'threePublic',
      '一般公共预算三公经费支出表',
      'item',
      { ...spent, fund: 'general' },
      items,
    ),
    table(9, '4', 'govFundExpenditure', '政府性基金预算支出表', 'function', {
      ...spent,
      fund: 'governmentFund',
    }),
    table(
      10,
      '4-1',
      'govFundThreePublic',
      '政府性基金预算三公经费支出表',
      'item',
      { ...spent, fund: 'governmentFund' },
      items,
    ),
    table(11, '5', 'stateCapital', '国有资本经营预算支出表', 'function', { ...spent, fund: 'stateCapital' }),
    table(
      12,
      '5-1',
      'stateCapitalThreePublic',
      '国有资本经营预算三公经费支出表',
      'item',
      { ...spent, fund: 'stateCapital' },
      items,
    ),
    table(
      13,
      '6',
      'operating',
      '机关运行经费表',
      'unit',
      { ...spent, fund: 'general', nature: 'operating', unitKind: 'administrative' },
      { columns: [{ key: 'total', title: ['合计'] }] },
    ),
    table(
      14,
      '7',
      'procurement',
      '政府采购表',
      'none',
      { ...spent, item: 'procurement' },
      { columns: [{ key: 'total', title: ['合计'] }] },
    ),
  ],
};

const empty = (label: string, title: string) => `
${label} ${title}
单位：元
|项目支出|基本支出|合计|科目编码|科目名称|
|||||合计|

注：本表无数据。
`;

const emptyItems = (label: string, title: string) => `
${label} ${title}
单位：元
|公务接待费|公务用车购置及运行费|公务用车购置费|公务用车运行费|因公出国（境）费|合计|
|||||||

注：本表无数据。
`;

/** A document of that form. */
export const fourteen = `
青山县司法局2024年部门预算

表1 部门收支总表
单位：元
|收入|<|支出|<|
|项目|预算数|项目|预算数|
|一、一般公共预算拨款收入|900000|一、公共安全支出|850000|
|二、政府性基金预算拨款收入||二、社会保障和就业支出|100000|
|三、事业收入||||
|本年收入合计|900000|本年支出合计|950000|
|上年结转|50000|结转下年||
|收入总计|950000|支出总计|950000|

表1-1 部门收入总表
单位：元
|科目编码|科目名称|一般公共预算拨款收入|政府性基金预算拨款收入|事业收入|上年结转|合计|
|204|公共安全支出|800000|||50000|850000|
|20402|公安|500000||||500000|
|2040201|行政运行|500000||||500000|
|20406|司法|300000|||50000|350000|
|2040605|普法宣传|300000|||50000|350000|
|208|社会保障和就业支出|100000||||100000|
|20805|行政事业单位养老支出|100000||||100000|
|2080505|机关事业单位基本养老保险缴费支出|100000||||100000|
||合计|900000|||50000|950000|

表1-2 部门支出总表
单位：元
|项目支出|基本支出|合计|科目编码|科目名称|
|550000|300000|850000|204|公共安全支出|
|500000||500000|20402|公安|
|500000||500000|2040201|行政运行|
|50000|300000|350000|20406|司法|
|50000|300000|350000|2040605|普法宣传|
||100000|100000|208|社会保障和就业支出|
||100000|100000|20805|行政事业单位养老支出|
||100000|100000|2080505|机关事业单位基本养老保险缴费支出|
|550000|400000|950000||合计|

表2 财政拨款收支总表
单位：元
|收入|<|支出|<|<|<|
|项目|预算数|项目|一般公共预算|政府性基金预算|合计|
|一、本年收入|900000|一、本年支出|950000||950000|
|（一）一般公共预算拨款|900000|（一）公共安全支出|850000||850000|
|（二）政府性基金预算拨款||（二）社会保障和就业支出|100000||100000|
|二、上年结转|50000|二、结转下年||||
|（一）一般公共预算拨款|50000|||||
|收入总计|950000|支出总计|950000||950000|

表2-1 财政拨款支出经济分类表
单位：元
|项目支出|基本支出|合计|科目编码|科目名称|
||400000|400000|301|工资福利支出|
||300000|300000|30101|基本工资|
||100000|100000|30108|机关事业单位基本养老保险缴费|
|550000||550000|302|商品和服务支出|
|550000||550000|30201|办公费|
|550000|400000|950000||合计|

表3 一般公共预算支出表
单位：元
|项目支出|基本支出|合计|科目编码|科目名称|
|500000|300000|800000|204|公共安全支出|
|500000||500000|20402|公安|
|500000||500000|2040201|行政运行|
||300000|300000|20406|司法|
||300000|300000|2040605|普法宣传|
||100000|100000|208|社会保障和就业支出|
||100000|100000|20805|行政事业单位养老支出|
||100000|100000|2080505|机关事业单位基本养老保险缴费支出|
|500000|400000|900000||合计|

表3-1 一般公共预算基本支出表
单位：元
|公用经费|人员经费|合计|科目编码|科目名称|
||400000|400000|301|工资福利支出|
||300000|300000|30101|基本工资|
||100000|100000|30108|机关事业单位基本养老保险缴费|
||400000|400000||合计|

表3-2 一般公共预算“三公”经费支出表
单位：元
|公务接待费|公务用车购置及运行费|公务用车购置费|公务用车运行费|因公出国（境）费|合计|
|2000|10000||10000||12000|
${empty('表4', '政府性基金预算支出表')}${emptyItems('表4-1', '政府性基金预算“三公”经费支出表')}${empty('表5', '国有资本经营预算支出表')}${emptyItems('表5-1', '国有资本经营预算“三公”经费支出表')}
表6 机关运行经费表
单位：元
|单位名称|合计|
|青山县司法局||

注：本表无数据。

表7 政府采购表
单位：元
|项目|合计|
|合计|80000|
`;
