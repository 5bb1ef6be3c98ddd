import fc from 'fast-check';
import type { Book, BookFact, BookNature, BookProject, BookUnit, PublicItem } from '../../src/model/book.ts';

const functions = [
  '2010301',
  '2050201',
  '2080501',
  '2080505',
  '2101101',
  '2120101',
  '2120399',
  '2130799',
  '2210201',
];
const fundFunctions = {
  general: functions,
  governmentFund: ['2120801', '2120899'],
  stateCapital: ['2230105'],
} as const;
const personnel = ['30101', '30102', '30103', '30107', '30108', '30110', '30113', '30302'];
const operating = ['30201', '30202', '30213', '30217', '30231', '31002'];

/** Whole 百元 amounts leave no rounding tails; others do. */
const amounts = fc.oneof(
  fc.integer({ min: 100, max: 9_000_000 }).map((hundreds) => hundreds * 10_000),
  fc.integer({ min: 1_000_000, max: 90_000_000_000 }),
);

export interface BookSize {
  readonly units: number;
  readonly lines: number;
  readonly projects: number;
  readonly ownFunds: boolean;
  /** More revenue of the units than they spend: 年终结转. */
  readonly surplus: boolean;
}

/** Books of a size that are consistent in themselves. */
export function books(size: BookSize): fc.Arbitrary<Book> {
  return fc
    .record({
      kinds: fc.array(fc.constantFrom('administrative' as const, 'institution' as const), {
        minLength: 1,
        maxLength: size.units,
      }),
      basic: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.boolean(), amounts), {
        maxLength: size.lines,
      }),
      projects: fc.array(
        fc.tuple(
          fc.nat(),
          fc.nat(),
          fc.constantFrom(...Object.keys(fundFunctions), 'serviceIncome', 'otherIncome'),
          fc.boolean(),
          fc.boolean(),
          amounts,
        ),
        { minLength: 1, maxLength: size.projects },
      ),
      factors: fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 12, maxLength: 12 }),
      surplus: size.surplus ? fc.option(amounts, { nil: 0 }) : fc.constant(0),
      hasPrevious: fc.boolean(),
    })
    .map((seed) => bookOf(seed, size));
}

interface Seed {
  readonly kinds: readonly BookUnit['kind'][];
  readonly basic: readonly (readonly [
    unit: number,
    code: number,
    item: number,
    personnel: boolean,
    fen: number,
  ])[];
  readonly projects: readonly (readonly [
    unit: number,
    code: number,
    fund: string,
    carried: boolean,
    target: boolean,
    fen: number,
  ])[];
  readonly factors: readonly number[];
  readonly surplus: number;
  readonly hasPrevious: boolean;
}

const names = [
  '明州市河东县交通运输局',
  '明州市河东县公路养护中心',
  '明州市河东县运输管理所',
  '明州市河东县渡口管理站',
];

function bookOf(seed: Seed, size: BookSize): Book {
  const units = seed.kinds.map((kind, i) => ({ name: names[i] ?? `明州市河东县第${i}养护站`, kind }));
  const basic = seed.basic.map((line) => basicFact(line, units));
  const project = seed.projects.map((line, i) => projectFact(line, i, units, size));
  const facts = [...basic, ...project];
  const threePublic = facts.flatMap(({ deptEconomic, unit, fen }) => {
    const item: PublicItem | null =
      deptEconomic === '30217' ? 'reception' : deptEconomic === '30231' ? 'vehicleRunning' : null;
    return item === null ? [] : [{ unit, item, fund: 'general' as const, fen }];
  });
  const revenue = revenueOf(facts, seed.surplus);
  return {
    schema: 1,
    department: { code: '318', name: names[0] ?? '' },
    region: '明州市河东县',
    year: 2027,
    stage: 'budget',
    units,
    overview: {
      duties: '本部门负责全县公路、水路运输的规划、建设和养护。',
      offices: [
        { name: '办公室', text: '负责文电和会议。' },
        { name: '养护股', text: '负责公路养护计划。' },
      ],
    },
    facts,
    revenue,
    projects: project.map((fact, i) => projectOf(fact, i)),
    previous: seed.hasPrevious ? previousOf(facts, seed.factors) : null,
    reasons: reasons(),
    threePublic,
    procurement: { goods: 1_000_000, works: 0, services: 2_500_000 },
    assets: {
      date: '2026-12-31',
      vehicleQuota: 3,
      vehicles: { enforcement: 2, other: 1 },
      officeArea: 1200,
      generalEquipment: 1,
      specialEquipment: 0,
    },
    purchasedServices: ['公路巡查', '档案整理'],
    otherNotes: '',
    glossary: [{ term: '基本支出' }, { term: '项目支出' }, { term: '上年结转' }],
    dates: { approved: '2027-01-15', published: '2027-02-01' },
  };
}

function pick<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('an empty list');
  return item;
}

function basicFact(
  [unit, code, item, isPersonnel, fen]: Seed['basic'][number],
  units: readonly BookUnit[],
): BookFact {
  const nature: BookNature = isPersonnel ? 'personnel' : 'operating';
  return {
    unit: pick(units, unit).name,
    function: pick(functions, code),
    deptEconomic: pick(isPersonnel ? personnel : operating, item),
    ...{ nature, fund: 'general', vintage: 'current', fen },
  };
}

function projectFact(
  [unit, code, anyFund, carriedOver, target, fen]: Seed['projects'][number],
  i: number,
  units: readonly BookUnit[],
  size: BookSize,
): BookFact {
  const own = anyFund === 'serviceIncome' || anyFund === 'otherIncome';
  const fund = (own && !size.ownFunds ? 'general' : anyFund) as BookFact['fund'];
  const codes = fund === 'governmentFund' || fund === 'stateCapital' ? fundFunctions[fund] : functions;
  return {
    unit: pick(units, unit).name,
    function: pick(codes, code),
    nature: target ? 'specificTarget' : 'otherOperating',
    fund,
    vintage: carriedOver && !own ? 'carriedOver' : 'current',
    project: `${pick(['乡道', '县道', '渡口', '桥梁'], i)}${i + 1}标段养护工程`,
    fen,
  };
}

function revenueOf(facts: readonly BookFact[], surplus: number): Book['revenue'] {
  const items = { governmentFund: '1030148', stateCapital: '1030601' } as const;
  const fiscal = facts.flatMap(({ unit, fund, vintage, fen }) =>
    (fund === 'governmentFund' || fund === 'stateCapital') && vintage === 'current'
      ? [{ unit, fund, revenueCode: items[fund], fen }]
      : [],
  );
  const own = facts.flatMap(({ unit, fund, function: code, fen }) =>
    fund === 'serviceIncome' ? [{ unit, fund, function: code, fen: fen + surplus }] : [],
  );
  return [...fiscal, ...own];
}

const nouns =
  '路面 边沟 标线 护栏 桥墩 涵洞 渡船 码头 站房 苗木 坡脚 挡墙 路灯 信号 井盖 伸缩缝 桥台 栈桥 绿篱 碎石'.split(
    ' ',
  );
const verbs = '修补 清理 更换 加固 检测 疏浚 补植 粉刷 铺设 校准 拆除 封堵 焊接 除锈 浇筑 吊装 平整'.split(
  ' ',
);

/** Texts of different projects share no sentence. */
function words(project: number, field: number): string {
  const start = project * 5 + field * 3;
  return [0, 1, 2, 3]
    .map(
      (n) => `${pick(verbs, start * (n + 3) + field + n)}${pick(nouns, start * (n + 2) + project + n * 7)}`,
    )
    .join('、');
}

const sheetIndicators = [
  ['产出指标', '数量指标', '养护里程', '≥12公里'],
  ['产出指标', '质量指标', '验收合格率', '100%'],
  ['产出指标', '时效指标', '完工时间', '2027年10月31日前'],
  ['效益指标', '社会效益', '沿线受益村庄', '≥8个'],
  ['满意度指标', '服务对象满意度', '沿线居民满意度', '≥92%'],
] as const;

function projectOf({ project = '', unit, fen }: BookFact, i: number): BookProject {
  const horizons = ['period', 'annual'] as const;
  return {
    name: project,
    unit,
    sheet: {
      attribute: '一次性项目(1年结束)',
      term: '1年',
      funds: {
        period: { central: 0, provincial: 0, local: fen, own: 0 },
        annual: { central: 0, provincial: 0, local: fen, own: 0 },
      },
      texts: {
        overview: `${words(i, 1)}，共${12 + i}处。`,
        basis: `河东县交通建设第${i + 1}次会议纪要`,
        necessity: `${words(i, 2)}。`,
        safeguards: `${words(i, 3)}。`,
        plan: `${(i % 5) + 3}月开工，10月底前完工。`,
        periodGoal: `${words(i, 4)}，共${12 + i}处。`,
        annualGoal: `${words(i, 4)}，共${12 + i}处。`,
      },
      indicators: horizons.flatMap((horizon) =>
        sheetIndicators.map(([level1, level2, level3, value]) => ({
          horizon,
          level1,
          level2,
          level3,
          value,
        })),
      ),
      filedAt: '2026-11-20',
    },
  };
}

/** Last year as this year's amounts by class times a factor, some of them zero. */
function previousOf(facts: readonly BookFact[], factors: readonly number[]): Book['previous'] {
  const byClass: Record<string, number> = { '224': 300_000_000 };
  facts.forEach(({ function: code, fen }, i) => {
    const key = code.slice(0, 3);
    byClass[key] = (byClass[key] ?? 0) + Math.floor((fen * pick(factors, i)) / 100);
  });
  const total = Object.values(byClass).reduce((sum, fen) => sum + fen, 0);
  const [basic, general] = [Math.floor(total / 3), Math.floor(total / 2)];
  return {
    byClass,
    byNature: { basic, project: total - basic },
    byFund: { general, governmentFund: Math.floor((total - general) / 2) },
    carriedOver: total - general - Math.floor((total - general) / 2),
    operating: Math.floor(basic / 10),
    threePublic: { reception: Math.floor(basic / 100) },
  };
}

function reasons(): Book['reasons'] {
  return {
    total: '新开工的公路养护标段较多',
    general: '省级补助资金的安排有调整',
    governmentFund: '土地出让安排的修路资金不同',
    stateCapital: '国有企业上缴的收益不同',
    serviceIncome: '检测服务的业务量有变化',
    otherIncome: '场地出租的合同到期',
    basic: '人员调动和工资晋级',
    project: '养护里程与上年不同',
    threePublic: '执法车辆的保养次数不同',
    operating: '办公楼取暖改用集中供热',
  };
}
