import type { Stage } from '../scope.ts';
import type { Direction } from './claim.ts';

/** A phrase that says how figures relate, without naming a quantity. */
export type Marker =
  | { readonly is: 'direction'; readonly direction: Direction }
  /** The figure after it is the value reached, not the change (增加到). */
  | { readonly is: 'reach'; readonly direction: Direction }
  /** The same, whichever direction it went (由A调整为B): it goes on with an amount of the year before. */
  | { readonly is: 'becomes' }
  /** The figure after it is a change whose direction nobody says (差额为). */
  | { readonly is: 'difference' }
  /** The figure right after it is a change that carries its own sign (增减额-3万元). */
  | { readonly is: 'signed' }
  /** The rate after it says no direction: the amounts do (变动率5%). `stage`: what it is measured against. */
  | { readonly is: 'unsigned'; readonly stage?: Stage }
  /** Nothing there (无, 未安排). */
  | { readonly is: 'zero' }
  | { readonly is: 'compare' }
  /** A comparison of two stages without a figure (决算数小于预算数). */
  | { readonly is: 'sideways'; readonly direction: Direction }
  | { readonly is: 'relativeYear'; readonly offset: number }
  | { readonly is: 'stage'; readonly stage: Stage; readonly execution?: boolean }
  | { readonly is: 'share' }
  | { readonly is: 'completion' }
  /** Opens the parts of what was just said (其中). */
  | { readonly is: 'opener' }
  /** Opens the purpose or the reason: no subject of the sentence stands in it. */
  | { readonly is: 'purpose' }
  | { readonly is: 'reason' }
  | { readonly is: 'from' }
  | { readonly is: 'within' }
  | { readonly is: 'andSoOn' }
  /** Figures of one clause belong to several subjects in turn: not followed. */
  | { readonly is: 'respectively' };

export const markerWords: readonly (readonly [words: string, marker: Marker])[] = [
  [
    '增加 增加了 增长 增长了 上升 上升了 提高 提高了 上涨 增幅 增长率 增幅为 增加额 调增 追加 多 增支 增收 涨幅 涨幅为 增幅达 增长幅度 升幅 升幅为 净增 净增加',
    { is: 'direction', direction: 'increase' },
  ],
  [
    '减少 减少了 下降 下降了 降低 降低了 降幅 降幅为 压减 压缩 缩减 调减 核减 少 减支 减收 降 减幅 减幅为 减少率 下降率 减少额 下降幅度 节约率 净减 净减少',
    { is: 'direction', direction: 'decrease' },
  ],
  [
    '持平 一致 无变化 没有变化 无增减变化 无增减 无增减变动 保持不变 不变 相同 相等 未发生变化 未变化 未增减',
    { is: 'direction', direction: 'flat' },
  ],
  ['差值 差额 差异 差异额 相差', { is: 'difference' }],
  ['增减 增减额 增减金额 增减率 增减幅度 增减比例', { is: 'signed' }],
  ['变动率 变动幅度 变化率 变动比例', { is: 'unsigned' }],
  ['差异率 预决算差异率', { is: 'unsigned', stage: 'budget' }],
  ['变为 变更为 调整为 调整到 调整至', { is: 'becomes' }],
  [
    '增加到 增加至 增至 增长到 增长至 上升到 上升至 提高到 提高至 增为 增加为',
    { is: 'reach', direction: 'increase' },
  ],
  [
    '减少到 减少至 减至 下降到 下降至 降低到 降低至 降至 降为 减为 压减到 压减至 压缩到 压缩至 减少为',
    { is: 'reach', direction: 'decrease' },
  ],
  ['无 未安排 未发生 没有安排 没有使用 没有 未使用 不涉及 未编制 未列支 未产生 无安排 为零', { is: 'zero' }],
  ['比 较 与 同 相比 对比 相较于 相较 相对于 和', { is: 'compare' }],
  ['小于 低于 少于', { is: 'sideways', direction: 'decrease' }],
  ['大于 高于 多于 超过', { is: 'sideways', direction: 'increase' }],
  ['等于', { is: 'sideways', direction: 'flat' }],
  [
    '上年度 上年 上一年度 上一年 上一度 去年 上年同期 去年同期 往年 上年支出数 上年度支出数 上年决算支出数',
    { is: 'relativeYear', offset: -1 },
  ],
  ['同比 同比上年 同比上年度 同比去年 同期相比', { is: 'relativeYear', offset: -1 }],
  ['本年度 本年 今年 当年', { is: 'relativeYear', offset: 0 }],
  [
    '年初预算数 年初预算 当年预算数 预算数 部门预算 预算安排 预算 年初部门预算 预算数字',
    { is: 'stage', stage: 'budget' },
  ],
  [
    '调整预算数 调整预算 调整后预算数 调整后预算 全年预算数 全年预算 预算调整数',
    { is: 'stage', stage: 'adjusted' },
  ],
  ['决算数 决算 实际支出数 支出决算数 决算数字', { is: 'stage', stage: 'finalAccounts' }],
  [
    '预算执行数 执行数 当年预算执行数 预计执行数 完成数',
    { is: 'stage', stage: 'finalAccounts', execution: true },
  ],
  ['占 占比 占比为 所占比例 所占比重 占比例 占比重', { is: 'share' }],
  ['完成 完成率 执行率 预算执行率 预算完成率 支出进度', { is: 'completion' }],
  [
    '其中 包括 主要包括 具体包括 主要用于以下方面 主要用于以下几方面 用于以下方面 具体为 具体如下 包含 具体情况如下',
    { is: 'opener' },
  ],
  ['主要用于 用于 用途', { is: 'purpose' }],
  [
    '主要原因 变动原因 增减原因 增加原因 减少原因 原因 主要是 由于 主要系 主要为 变化原因 因为 系 因',
    { is: 'reason' },
  ],
  ['由 从', { is: 'from' }],
  ['中', { is: 'within' }],
  ['等', { is: 'andSoOn' }],
  ['分别 分别为 依次为', { is: 'respectively' }],
];

/** Words without a claim of their own; what is not here nor elsewhere is an unknown phrase. */
export const neutralWords = `
为 是 共 共计 计 总 合计 总额 数 金额 总金额 资金 资金额 约 达 达到 共有 年 年度 初 的 了 及 和 与 方面 科目 部门 单位 本部门 本单位 我单位 我部门
我局 我委 本局 本级 安排 到 至 经费 涉及 涉及资金 涉及金额 项目 项目资金 项目金额 预算金额 预算资金 预算总额 预算总数 总预算 总计 全年 全部 预计 列支 开支
情况 拨款 支付 使用 用 为主  均 各 均为 总支 一是 二是 三是 四是 五是 反映 当期 区级 市级 省级 县级 所属 各预算 下属 预算绩效 预算绩效管理 绩效管理
预算管理 预算部门 部门决算 单位决算 部门整体 整体 无形资产 无关 无法 无线 无障碍 无人 无偿 无纸化 中小企业 小微企业 中标 成交 在 对 按 截至 截止 末 底 期末
其 该 此 即 以 并 也 又 再 将 已 于 以及 由本 一项 若干 有关 公开 编报 编制 编报了 纳入 设置 开展 评级 项目数 个数 数量 平均得分 得分 考核 价值 原值
单价 单位价值 以上 执行 比例 比重 占比重 幅度 率 支出额 累计 参加 批准 款 类 项 目 面积 使用的 保有 同时 另外 此外 以来 相应 实际 年中 期间 购建 小计
收入额 名称 数为 结构 级 规模 变化 资金总额 多个 少数 少数民族 多数 多种 多项 至少 多功能 增减 较大 较多 较少 较高 较低 比较 和谐 同步 同意 共同
合同 合同金额 相同原因 不同 等级    平等 降温 占用 占地 含税 包含税 用途 由此 从事 从业 自由 理由 经由 系统 关系 体系 系列 联系 因素 基因
因此 降雨 升降 多年 多媒体 减少了 缩减了 与会 参与 给与 和平 不多 不少 同类 同级 协同 与否 从而 含  集中 期中   中共 财政局 应用
使用率 费用率 作用 占有 占有使用 情况说明 总体 其他重要事项 我校 我院 我中心 我镇 我乡 我街道 我会 我队 我站 我所 我区 我县 我市 我处 我办  
机关本级 本年预算 采购 按规定 按照 根据 批复 下达 核定 主要 功能分类 支出功能分类 经济分类 分类 分 内容 资金来源 来源 仍 略 略有 小幅 大幅 明显 净 拟 应
可 不 人民币 左右 如下 具体 具体情况 事项 编入 汇总 本次 计划 管理 不包括 不含 包括机关 具体包含 或 或者 的通知 已全部 有 通过 全口径 综合 收入来源 各项 项经费 变动 增幅较大
参照公务员法管理 参照公务员管理 参公管理 履行一般行政管理职能 维持机关日常运转而开支 费用支出 财政性资金 财政资金 填报
预算收支 经费预算 组织 组织对 全面 来宾 陪同人员 同口径 按同口径 可比口径 按可比口径 其他单位 净额 无此项预算 基本持平 基本一致 大致持平 人数 类科目 分项情况 分项 总决算
中央本级 预安排 专用结余 折合 功能科目 功能科目分类 支出性质 资金性质 收支预算总表 收支总表 基本支出表 项目支出表
由以下 以下 两部分 三部分 四部分 五部分 构成 组成 收入预算表 支出预算表 收入总表 支出总表 收入栏 支出栏 支出功能分类科目 支出经济分类科目 经济分类科目 预留比例 性质 人次 答: 问: 而 则 再次`;
