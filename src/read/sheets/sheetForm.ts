import type { FundSource, SheetText } from '../../model/disclosure.ts';

export type HeadField = 'name' | 'department' | 'unit' | 'attribute' | 'term';
export type Horizon = 'period' | 'annual';

/** The role of a column in the table of indicators. */
export type IndicatorColumn = 'level1' | 'level2' | 'level3' | 'comparison' | 'value' | 'measure' | 'other';

/** A kind of indicator at the second level, and the first levels it stands under. */
export interface IndicatorKind {
  /** Patterns over folded text, without anchors. */
  readonly words: readonly string[];
  readonly level1: string;
}

/**
 * The words of a performance sheet. Patterns are regular expressions over folded text (see fold.ts)
 * without spaces, colons at the end and units in brackets; they must match the whole cell.
 */
export interface SheetForm {
  readonly titles: readonly string[];
  readonly departmentTitles: readonly string[];
  readonly head: Readonly<Record<HeadField, readonly string[]>>;
  readonly texts: Readonly<Record<Exclude<SheetText, 'periodGoal' | 'annualGoal'>, readonly string[]>>;
  readonly goals: {
    /** A label beside both goals. */
    readonly both: readonly string[];
    readonly period: readonly string[];
    readonly annual: readonly string[];
  };
  /** `neutral` is the period's total beside an annual one, else the annual total. */
  readonly fundTotals: Readonly<Record<Horizon | 'neutral', readonly string[]>>;
  /** A label that only heads the rows of funds. */
  readonly fundHeads: readonly string[];
  readonly sources: Readonly<Record<Exclude<FundSource, 'total'>, readonly string[]>>;
  /** Printed sources that none of the six slots stands for; a sum with them proves nothing. */
  readonly otherSources: readonly string[];
  readonly filedAt: readonly string[];
  /** Labels whose values are not kept. They end a value. */
  readonly ignored: readonly string[];
  readonly footer: readonly string[];
  readonly indicatorHeads: readonly string[];
  readonly columns: Readonly<Record<IndicatorColumn, readonly string[]>>;
  readonly level1: readonly string[];
  readonly kinds: readonly IndicatorKind[];
  /** Words that tell a goal sheet of the whole department, where no project is named. */
  readonly departmentMarks: readonly string[];
}

/**
 * The sheet of 财预〔2015〕88号 and its relatives: the words that provinces print, and the tree of
 * 财预〔2021〕101号, which moves 成本指标 to the first level. Another form replaces this table.
 */
export const sheetForm: SheetForm = {
  titles: [
    '.*(?:项目|专项|支出).*绩效目标(?:申报|批复|公开|情况)*表.*',
    '.*绩效目标(?:申报|批复|公开|情况)*表',
    '.*(?:项目|专项|支出).*绩效(?:目标)?自评(?:结果|情况|报告)?表.*',
  ],
  departmentTitles: ['.*(?:整体|部门预算).*绩效目标.*表?.*'],
  head: {
    name: ['(?:一级|二级)?(?:项目|专项|政策)(?:资金|支出)?名称', '项目(?:政策)?名称', '项目(?:名称)?及编码'],
    department: [
      '(?:一级|业务)?(?:预算)?主管(?:预算)?(?:部门|单位)(?:名称)?(?:及代码|及编码|名称)?',
      '一级预算单位',
      '部门名称',
    ],
    unit: [
      '(?:项目)?(?:实施|承担|执行|申报|用款|使用|资金使用|项目|预算|具体实施)(?:单位|部门)(?:名称)?(?:及代码)?',
      '单位名称',
    ],
    attribute: ['项目(?:属性|类别|类型|性质)', '是否(?:一次性|经常性|延续)项目'],
    term: [
      '项目(?:日期|期|期限|周期|实施期|实施期限|实施周期|起止时间|起止年限|执行期)',
      '实施(?:期|期限|周期)',
      '起止(?:时间|年限)',
      '项目(?:开始|起始)(?:时间|日期)?',
    ],
  },
  texts: {
    overview: [
      '项目(?:概况|概述|简介|内容|主要内容|建设内容|基本概况|基本情况|情况|概况及主要内容|实施内容)',
      '主要内容',
    ],
    basis: ['(?:项目)?(?:立项|政策|设立|申报|申请)(?:的)?(?:政策)?依据', '立项(?:的)?政策依据'],
    necessity: [
      '(?:项目)?(?:设立|立项|实施|申报|申报的可行性和)?的?(?:可行性和)?必要性(?:和可行性)?',
      '项目立项必要性',
    ],
    safeguards: [
      '(?:保证|保障)项目实施的?(?:相关)?(?:制度|措施)(?:[、和及与]?(?:制度|措施))?',
      '(?:制度|保障)措施',
    ],
    plan: ['项目?实施(?:进度)?计划', '实施方案', '项目(?:进度|工作)计划'],
  },
  goals: {
    both: ['(?:项目)?(?:总体|整体|绩效)?(?:绩效)?目标', '项目绩效总?目标', '总体绩效目标'],
    period: ['(?:项目)?(?:实施期|中期|长期|中长期|全周期)(?:总体)?(?:绩效)?目标(?:\\(.*\\))?'],
    annual: [
      '(?:年初设定|年初|预期|设定)(?:绩效)?目标',
      '(?:项目)?(?:20\\d\\d)?(?:年度|当年|本年|本年度|年)(?:总体|项目)?(?:绩效)?(?:总体)?目标(?:\\(.*\\))?',
      '项目年度(?:绩效)?目标',
    ],
  },
  fundTotals: {
    period: [
      '(?:实施期|中期|长期|全周期|实施期间|项目期)(?:项目)?(?:资金|预算|投资)?(?:总额|合计|总计|总金额)',
      '(?:项目)?(?:资金|预算)?总投资额?',
      '项目总(?:投资|资金|预算|金额)额?',
    ],
    annual: [
      '(?:20\\d\\d)?(?:年度?|当年|本年度?|本次)(?:项目)?(?:申请|安排)?(?:资金|预算|投资)?(?:总额|总金额|金额|合计|总计|安排数|数)',
      '20\\d\\d年度?预算',
      '(?:20\\d\\d)?年度预算(?:申请|安排)?资金(?:总额|合计)?',
      '(?:20\\d\\d)?(?:年度|当年|本年度?)(?:申请|安排)?(?:资金|预算)',
    ],
    neutral: [
      '(?:项目|预算|申请|安排)?(?:资金|预算)(?:总额|总金额|金额|合计|总计|安排数|数)',
      '(?:项目|申请)?金额',
      '项目预算',
    ],
  },
  fundHeads: ['(?:项目|预算|经费)?资金(?:来源|情况|构成|规模|安排)?', '资金来源及构成', '预算情况'],
  sources: {
    central: ['(?:中央|上级中央)(?:财政)?(?:补助|专项|转移支付|拨款)?(?:资金)?'],
    provincial: ['(?:省|自治区|省本|省\\(区\\))级(?:财政)?(?:补助|专项|拨款)?(?:资金)?', '省财政资金'],
    local: [
      '(?:市县|市|县|区|区县|县区|地方|本级|市\\/县|县级|区级|市\\(县\\)|市县\\(区\\)|县\\(市[、,]?区\\)|县\\(区\\)|区\\(县\\))级?(?:财政)?(?:配套|安排|拨款)?(?:资金)?',
    ],
    own: ['(?:单位|部门|项目单位)?自筹(?:资金)?', '单位(?:自有)?资金', '自有资金'],
    other: ['其他(?:来源)?(?:资金)?', '其它(?:资金)?'],
  },
  otherSources: [
    '(?:一般公共预算|政府性基金(?:预算)?|国有资本经营预算)(?:财政)?(?:拨款|资金|收入)?',
    '(?:当年|本年|本级)?(?:一般公共预算)?财政(?:拨款|资金|性资金|预算资金)',
    '上年(?:财政拨款)?结[转余](?:资金)?',
    '财政专户管理资金|专户资金|教育收费|(?:专项)?债券(?:资金)?|(?:事业|经营|上级补助)收入|上级补助(?:资金)?|社会投入资金|银行贷款|融资',
  ],
  filedAt: ['(?:填报|填表|编制|申报|制表)(?:日期|时间)'],
  ignored: [
    '项目负责人(?:及电话|及联系电话)?',
    '项目(?:编码|代码|编号|级次|等级|分类)',
    '联系(?:电话|人|方式)',
    '预算执行率(?:权重)?',
    '电话',
    '分值',
    '权重',
    '备注',
    '(?:是否).*',
  ],
  footer: [
    '总分(?:值)?',
    '(?:单位|部门|项目)?负责人',
    '经办人',
    '填(?:报|表|制)人',
    '审核人',
    '复核人',
    '制表人',
    '编制人',
  ],
  indicatorHeads: [
    '(?:项目)?(?:年度|实施期|中期|长期|总体|当年)?(?:绩效|考核|衡量|评价)?(?:目标)?指标(?:体系)?(?:\\(.*\\))?',
    '绩效目标指标',
  ],
  columns: {
    level1: ['一级(?:绩效)?指标', '指标类[别型]', '一级目标'],
    level2: ['二级(?:绩效)?指标', '二级目标'],
    level3: ['三级(?:绩效)?指标(?:名称)?', '指标名称', '具体指标', '指标内容', '绩效指标名称'],
    comparison: ['(?:绩效)?(?:指标)?(?:性质|方向性?|运算符号?|比较符|符号|计算符号)', '指标值类型'],
    value: [
      '(?:绩效)?(?:三级)?(?:实施期|中期|全周期|年度|预期|目标|全年|计划|当年|本年)?(?:指标|目标)(?:值|目标值)(?:\\(.*\\))?',
      '(?:预期|年度|计划|全年)(?:目标|指标|当年实现|完成)?值',
      '指标值及单位',
      '(?:本年|当年|年度|全年)?绩效(?:指标|目标)值',
    ],
    measure: ['(?:绩效)?(?:指标)?(?:度量|计量|计算)?单位'],
    other: [
      '分值',
      '(?:自评)?得分',
      '(?:全年|年度)?(?:实际)?完成(?:指标)?(?:值|情况|指标)',
      '(?:偏差|未完成).*',
      '(?:指标|本年)?权重.*',
      '是否.*指标',
      '备注',
      '(?:指标)?(?:解释|说明|内涵|释义).*',
      '评分标准.*',
      '评价标准.*',
      '.*(?:数据|取值|佐证|指标值)(?:来源|资料|依据|内容).*',
      '(?:历史|上年|前\\S年|近三年).*',
      '指标方向性',
      '设定依据.*',
      '完成时限',
    ],
  },
  level1: [
    '产出(?:类)?指标',
    '(?:效益|效果)(?:类)?指标',
    '满意度?(?:类)?指标',
    '成本(?:类)?指标',
    '(?:产出|效益|效果|成本|满意度)',
    '(?:社会)?(?:效益|满意度)指标',
    '管理(?:类)?指标',
    '决策指标',
    '过程指标',
    '投入指标',
    '投入管理指标',
  ],
  kinds: [
    { words: ['(?:产出)?数量(?:指标)?'], level1: '产出指标' },
    { words: ['(?:产出)?质量(?:指标)?'], level1: '产出指标' },
    { words: ['(?:产出)?时[效限](?:指标)?'], level1: '产出指标' },
    { words: ['(?:产出)?成本(?:指标)?'], level1: '产出指标' },
    { words: ['经济成本(?:指标)?', '社会成本(?:指标)?', '生态(?:环境)?成本(?:指标)?'], level1: '成本指标' },
    { words: ['经济效[益果](?:指标)?'], level1: '效益指标' },
    { words: ['社会效[益果](?:指标)?'], level1: '效益指标' },
    { words: ['(?:生态|环境|生态环境)(?:环境)?效[益果](?:指标)?'], level1: '效益指标' },
    {
      words: ['可持续(?:性)?(?:发展)?影响(?:力)?(?:效益)?(?:指标)?', '可持续性?(?:发展)?指标'],
      level1: '效益指标',
    },
    {
      words: [
        '(?:服务对象|受益对象|社会公众|公众|群众|使用人员|工作人员|帮扶对象)(?:或受益人|及受益对象|或项目受益人|或受益对象)?满意度?(?:指标)?',
        '服务对象',
        '满意度指标',
      ],
      level1: '满意度指标',
    },
  ],
  departmentMarks: [
    '年度主要任务',
    '部门\\(单位\\)名称',
    '(?:年度)?整体(?:绩效)?目标',
    '部门整体.*',
    '部门职能.*',
    '任务名称',
    '整体支出.*',
  ],
};
