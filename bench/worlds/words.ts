/** What a kind of department does: its function class and the words of its projects. */
export interface DepartmentKind {
  readonly name: string;
  /** 功能分类类 of its own work. */
  readonly functionClass: string;
  /** What its subordinate units are called, after the region's name. */
  readonly units: readonly string[];
  readonly things: readonly string[];
  readonly deeds: readonly string[];
}

const words = (text: string): readonly string[] => text.split(' ');

export const departmentKinds: readonly DepartmentKind[] = [
  {
    name: '教育局',
    functionClass: '205',
    units: words('实验小学 第一中学 幼儿园 教研室 职教中心'),
    things: words('校舍 操场 课桌 实验室 图书 食堂 宿舍 校车 黑板 饮水机'),
    deeds: words('维修 改造 配备 更新 加固 粉刷'),
  },
  {
    name: '交通运输局',
    functionClass: '214',
    units: words('公路段 运管所 渡口站 养护中心'),
    things: words('路面 桥梁 涵洞 标线 护栏 边沟 站台 路灯 渡船 限高架'),
    deeds: words('养护 翻修 清理 加宽 检测 更换'),
  },
  {
    name: '卫生健康局',
    functionClass: '210',
    units: words('人民医院 疾控中心 妇幼保健站 血库'),
    things: words('病房 救护车 疫苗冷链 化验设备 发热门诊 手术灯 药房 供氧站'),
    deeds: words('扩建 购置 检修 升级 消毒 改造'),
  },
  {
    name: '农业农村局',
    functionClass: '213',
    units: words('农技站 种子站 畜牧站 水产站'),
    things: words('灌渠 温室 良种 粮仓 鱼塘 农机 土壤 茶园 果林'),
    deeds: words('疏浚 推广 补助 检测 修整 改良'),
  },
  {
    name: '民政局',
    functionClass: '208',
    units: words('福利院 救助站 殡仪馆 敬老院'),
    things: words('养老床位 老年餐 轮椅 社工站 儿童之家 公墓 助浴车'),
    deeds: words('补贴 建设 添置 运营 修缮 配送'),
  },
  {
    name: '生态环境局',
    functionClass: '211',
    units: words('监测站 应急中心 核查队'),
    things: words('空气站 水质断面 排污口 噪声点 土壤样 烟道 湿地'),
    deeds: words('监测 整治 巡查 封堵 修复 抽检'),
  },
  {
    name: '文化和旅游局',
    functionClass: '207',
    units: words('图书馆 文化馆 博物馆 剧院'),
    things: words('展厅 古籍 舞台 非遗展演 乡村书屋 石刻 戏服'),
    deeds: words('布展 修复 保护 巡演 添购 数字化'),
  },
  {
    name: '自然资源局',
    functionClass: '220',
    units: words('测绘队 储备中心 登记中心'),
    things: words('地籍 矿山 边坡 界桩 地灾点 图斑 档案'),
    deeds: words('调查 复绿 监测 测量 治理 核查'),
  },
  {
    name: '科学技术局',
    functionClass: '206',
    units: words('情报所 推广站'),
    things: words('实验平台 科普车 专利 孵化楼 中试线 仪器'),
    deeds: words('资助 共享 升级 评估 维护 推介'),
  },
  {
    name: '公安局',
    functionClass: '204',
    units: words('交警队 看守所 派出所'),
    things: words('信号灯 警车 监控 执法仪 岗亭 通信基站 警犬舍'),
    deeds: words('更换 购置 联网 校准 修建 维保'),
  },
];

/** Two characters of these make a place that no map shows on purpose. */
export const placeBeginnings = words('景 澜 宁 沛 岚 硕 霁 垣 曜 棠 湛 翊');
export const placeEndings = words('澄 槐 屿 泽 陌 岑 沣 旻 芷 穗 榆 皋');
export const villages = words(
  '上坪 下坪 东塘 西塘 柳湾 石桥 白水 枫林 竹溪 沙洲 梅园 黄土岭 青石 双井 三岔 高坡 小河 古渡 新屯 老鹰嘴',
);

export const qualities = words('平整 干燥 稳固 畅通 明亮 齐全 准确 及时 安全 节能');
export const adverbs = words('逐处 分段 集中 轮流 提前 夜间 雨季前 开学前 入冬前 农闲时');
export const tasks = words('查勘 设计 采购 施工 验收 移交 回访 建档 公示 结算 培训 复核');

/** Reasons that a clerk might give; each department uses some. */
export const reasons = words(
  '新开工的标段较多 人员调动和工资晋级 上级补助的安排有调整 一批设备到了更换年限 部分工程已经完工 业务量有变化 服务范围扩大到乡镇 合同到期后重新招标',
);
