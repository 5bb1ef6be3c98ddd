import { describe, expect, it } from 'vitest';
import { fundSources, sheetTexts } from '../../../model/disclosure.ts';
import type {
  Disclosure,
  FundSource,
  Indicator,
  ProjectSheet,
  SheetAmount,
  SheetText,
} from '../../../model/disclosure.ts';
import { performanceMessages } from '../../messages/performance.ts';
import { checkArithmetic } from '../../arithmetic.ts';
import { ledgerOf } from '../../ledger.ts';
import { isCalendarTime } from './filedAt.ts';
import { performanceRules } from './rules.ts';

const place = { file: 't' };

function amount(yuan: number): SheetAmount {
  return { text: String(yuan), fen: yuan * 100, unitFen: yuan === 0 ? 0 : 100, place };
}

function funds(total: number, parts: Partial<Record<FundSource, number>>) {
  const entries = fundSources.map((source) => {
    const yuan = source === 'total' ? total : parts[source];
    return [source, yuan === undefined ? null : amount(yuan)] as const;
  });
  return Object.fromEntries(entries) as Record<FundSource, SheetAmount | null>;
}

interface Parts {
  readonly name?: string;
  readonly period?: ReturnType<typeof funds>;
  readonly annual?: ReturnType<typeof funds>;
  readonly texts?: Partial<Record<SheetText, string>>;
  /** "kind|name|value" for the whole term; a second list for the year where it differs. */
  readonly rows?: readonly string[];
  readonly annualRows?: readonly string[];
  readonly filedAt?: string;
  readonly term?: string;
}

const level1: Readonly<Record<string, string>> = {
  经: '效益指标',
  社: '效益指标',
  生: '效益指标',
  可: '效益指标',
  服: '满意度指标',
};

function indicators(horizon: 'period' | 'annual', rows: readonly string[]): Indicator[] {
  return rows.map((row) => {
    const [level2 = '', level3 = '', value = '', level] = row.split('|');
    return {
      horizon,
      level1: level ?? level1[level2.slice(0, 1)] ?? '产出指标',
      level2,
      level3,
      value,
      place,
    };
  });
}

const complete = [
  '数量指标|路灯|100盏',
  '质量指标|合格率|100%',
  '时效指标|完成时间|2027年10月',
  '成本指标|总成本|≤1000元',
  '社会效益|夜间照明|达标',
  '服务对象满意度|居民满意度|≥90%',
];

function sheet(parts: Parts = {}): ProjectSheet {
  const same = funds(1000, { local: 1000, central: 0 });
  const texts = Object.fromEntries(sheetTexts.map((field) => [field, parts.texts?.[field] ?? null]));
  return {
    name: parts.name ?? '路灯维修工程',
    department: null,
    unit: null,
    attribute: '一次性项目',
    term: parts.term ?? '1年',
    funds: { period: parts.period ?? same, annual: parts.annual ?? same },
    texts: texts as Record<SheetText, string | null>,
    textPlaces: {},
    indicators: [
      ...indicators('period', parts.rows ?? complete),
      ...indicators('annual', parts.annualRows ?? parts.rows ?? complete),
    ],
    filedAt: parts.filedAt ?? '20270105093000',
    year: 2027,
    place,
  };
}

/** The findings of all rules as [rule, severity, variant, reported]. */
function check(...projects: readonly ProjectSheet[]) {
  const disclosure = { projects, year: 2027 } as unknown as Disclosure;
  const ledger = ledgerOf([]);
  const results = performanceRules.map((rule) => rule.check({ disclosure, ledger }));
  const relations = results.flatMap((result) => result.relations ?? []);
  const { findings } = checkArithmetic(ledger.variables, relations, { tailsNoted: false });
  return [...findings, ...results.flatMap((result) => result.observations)].map((o) => [
    o.rule.replace('performance.', ''),
    o.severity,
    o.variant ?? '',
    o.culprits[0]?.reported?.text ?? null,
  ]);
}

/** The complete rows with one replaced. */
function rows(index: number, row: string): string[] {
  return complete.map((other, place) => (place === index ? row : other));
}

describe('a sound sheet', () => {
  it('gives nothing', () => {
    expect(check(sheet())).toEqual([]);
  });

  it('gives nothing for coarse amounts that rounding explains', () => {
    const coarse = (text: string): SheetAmount => ({
      text,
      fen: Math.round(Number(text) * 1e6),
      unitFen: 10_000,
      place,
    });
    const parts = { ...funds(0, {}), total: coarse('10.03'), local: coarse('5.01'), own: coarse('5.01') };
    expect(check(sheet({ period: parts, annual: parts, rows: rows(3, '成本指标|总成本|按标准') }))).toEqual(
      [],
    );
  });
});

describe('one fault', () => {
  it.each<[string, Parts, (string | null)[][]]>([
    [
      'a total that is not the sum',
      { annual: funds(1000, { local: 900, central: 0 }) },
      [['fundsTotal', 'error', '', '900']],
    ],
    [
      'a term with less money than its year',
      { period: funds(800, { local: 800 }) },
      [['periodFunds', 'warning', '', '800']],
    ],
    [
      'a one-year project with more money for its term',
      { period: funds(2000, { local: 2000 }) },
      [['horizonsDiffer', 'warning', 'funds', '1000']],
    ],
    [
      'two numbers for one year',
      { annualRows: rows(0, '数量指标|路灯|50盏') },
      [['horizonsDiffer', 'warning', '', '路灯 50盏']],
    ],
    [
      'a list that is shorter',
      { annualRows: complete.slice(0, 5) },
      [['horizonsMisaligned', 'info', '', null]],
    ],
    [
      'a value cut off',
      { annualRows: rows(4, '社会效益|夜间照|达标') },
      [['columnCutOff', 'info', '', '夜间照 达标']],
    ],
    [
      'a value without number or grade',
      { rows: rows(4, '社会效益|夜间照明|让居民更方便') },
      [['unmeasured', 'info', '', '让居民更方便']],
    ],
    ['a number without a unit', { rows: rows(0, '数量指标|路灯|100') }, [['unitMissing', 'info', '', '100']]],
    [
      'a unit without a number',
      { rows: rows(0, '数量指标|路灯|平方米') },
      [['numberMissing', 'info', '', '平方米']],
    ],
    [
      'a value that repeats the name',
      { rows: rows(4, '社会效益|夜间照明|夜间照明') },
      [['repeatsName', 'info', '', '夜间照明']],
    ],
    [
      'a cost as a lower bound',
      { rows: rows(3, '成本指标|总成本|≥1000元') },
      [['costLowerBound', 'warning', '', '≥1000元']],
    ],
    [
      'a yearly cost against the funds',
      { rows: rows(3, '成本指标|年度费用|2000元') },
      [['moneyAgainstFunds', 'warning', '', '2000元']],
    ],
    [
      'a contract above the funds',
      { rows: rows(3, '成本指标|合同价|3000元') },
      [['moneyAgainstFunds', 'info', 'other', '3000元']],
    ],
    ['what one of several costs', { rows: rows(3, '成本指标|每盏维护成本|3000元') }, []],
    [
      'a date within a period of several years',
      {
        term: '2027年-2029年',
        rows: rows(2, '时效指标|完成时间|2029年10月'),
        annualRows: rows(2, '时效指标|完成时间|2027年10月'),
      },
      [],
    ],
    ['a grade that says it is one', { rows: rows(4, '社会效益|夜间照明|定性：显著') }, []],
    [
      'last year’s date',
      { rows: rows(2, '时效指标|完成时间|2026年10月') },
      [['timeOutsideYear', 'info', '', '2026年10月']],
    ],
    [
      'satisfaction above 100%',
      { rows: rows(5, '服务对象满意度|居民满意度|≥120%') },
      [['satisfactionShare', 'warning', 'over', '≥120%']],
    ],
    [
      'satisfaction in words',
      { rows: rows(5, '服务对象满意度|居民满意度|满意') },
      [['satisfactionShare', 'info', '', '满意']],
    ],
    [
      'quality under cost',
      { rows: rows(3, '成本指标|验收合格率|100%') },
      [['wrongKind', 'info', '', '验收合格率 100%']],
    ],
    [
      'a kind under another level',
      { rows: rows(4, '社会效益|夜间照明|达标|满意度指标') },
      [['wrongKind', 'info', 'level', '社会效益']],
    ],
    [
      'a goal that is the name',
      { texts: { annualGoal: '路灯维修工程。' } },
      [['goalRepeatsName', 'info', '', '路灯维修工程。']],
    ],
    [
      'an impossible filing time',
      { filedAt: '2027010509300' },
      [['filedAt', 'warning', '', '2027010509300']],
    ],
  ])('%s', (_, parts, expected) => {
    expect(check(sheet(parts))).toEqual(expected);
  });

  it('a kind that the other sheets state', () => {
    expect(
      check(sheet(), sheet({ name: '公园改造' }), sheet({ name: '河道清淤', rows: complete.slice(0, 5) })),
    ).toEqual([['kindMissing', 'info', '', null]]);
  });

  it('money that the parts of one project add up to', () => {
    const half = rows(3, '成本指标|年度还款额|2000元');
    const found = check(sheet({ name: '贷款还款1', rows: half }), sheet({ name: '贷款还款2', rows: half }));
    expect(found.map(([rule, severity]) => [rule, severity])).toEqual([
      ['moneyAgainstFunds', 'info'],
      ['moneyAgainstFunds', 'info'],
    ]);
  });
});

describe('texts', () => {
  const careful = '围绕东湖公园改造工程项目需要，本局建立相应制度，做好施工管理和监督检查工作。';

  it('that name another sheet’s project', () => {
    const found = check(sheet({ texts: { safeguards: careful } }), sheet({ name: '东湖公园改造工程' }));
    expect(found).toEqual([['otherProject', 'warning', 'known', '东湖公园改造工程']]);
  });

  it('that name their own project in short are sound', () => {
    expect(check(sheet({ name: '某县东湖公园改造工程（一期）', texts: { safeguards: careful } }))).toEqual(
      [],
    );
  });

  it('that speak of another project’s place of the same kind', () => {
    const source = sheet({ name: '柳河水库除险加固' });
    const overview = '柳河水库建成多年，坝体渗漏，本次加固后恢复蓄水。';
    expect(check(sheet({ name: '青山水库除险加固', texts: { overview } }), source)).toEqual([
      ['otherProject', 'warning', 'known', '柳河水库'],
    ]);
    const both = '青山水库与柳河水库相连，本次加固后恢复蓄水。';
    expect(check(sheet({ name: '青山水库除险加固', texts: { overview: both } }), source)).toEqual([]);
    // A village near a reservoir, and reservoirs in general, are no other project's place.
    expect(check(sheet({ name: '石桥村道路硬化', texts: { overview } }), source)).toEqual([]);
    const small = '对病险水库进行全面检查。';
    expect(check(sheet({ name: '青山水库除险加固', texts: { overview: small } }), source)).toEqual([]);
  });

  it('copied overviews name the source, copied reasons are advice, many copies a formula', () => {
    const overview = '对路灯进行全面检修，更换老化线路和灯具，恢复夜间照明。';
    const necessity = '方便群众生活，改善人居环境，提升城市品质和群众幸福感。';
    const first = sheet({ texts: { overview, necessity } });
    expect(check(first, sheet({ name: '东湖公园改造', texts: { overview } }))).toEqual([
      ['copiedText', 'warning', '', overview],
    ]);
    expect(check(first, sheet({ name: '东湖公园改造', texts: { necessity } }))).toEqual([
      ['copiedText', 'info', '', necessity],
    ]);
    const many = ['东湖公园改造', '河道清淤', '校舍加固', '粮库修缮'].map((name) =>
      sheet({ name, texts: { necessity } }),
    );
    expect(check(first, ...many)).toEqual([['copiedText', 'info', 'formula', necessity]]);
  });

  it('the parts of one project rightly share a text', () => {
    const texts = { overview: '对路灯进行全面检修，更换老化线路和灯具，恢复夜间照明。' };
    expect(check(sheet({ name: '还本付息1', texts }), sheet({ name: '还本付息2', texts }))).toEqual([]);
  });

  it('that have shifted by one field', () => {
    const found = check(
      sheet({
        texts: {
          overview: '会议纪要',
          basis: '路灯老化严重，维修是必要的。',
          necessity: '组建领导小组，各负其责。',
        },
      }),
    );
    expect(found).toEqual([['shiftedFields', 'warning', '', '会议纪要']]);
  });

  it('that break off', () => {
    const text = `路灯维修后${'能够保障群众夜间出行安全，'.repeat(6)}提升城市形象，同时，还`;
    expect(check(sheet({ texts: { plan: text } })).map(([rule]) => rule)).toEqual(['textCutOff']);
    expect(check(sheet({ texts: { plan: `${text}能增加收入。` } }))).toEqual([]);
  });
});

describe('much advice of one kind', () => {
  it('is one finding with the count', () => {
    const sheets = Array.from({ length: 7 }, (_, index) =>
      sheet({ name: `甲乙丙丁戊己庚`.slice(index, index + 1), rows: rows(0, '数量指标|路灯|100') }),
    );
    expect(check(...sheets)).toEqual([['unitMissing', 'info', 'many', '100']]);
  });
});

describe('a filing time', () => {
  it.each([
    '20270105093000',
    '202701050930',
    '20270105',
    '2027-01-05',
    '2027年1月5日',
    '2027-01-05 09:30:00',
    '2028-02-29',
    '2027年1月',
  ])('%s is possible', (text) => {
    expect(isCalendarTime(text)).toBe(true);
  });

  it.each(['2027010509300', '20271305093000', '20270230', '20270105250000', '2027-02-29', '20270105096100'])(
    '%s is not',
    (text) => {
      expect(isCalendarTime(text)).toBe(false);
    },
  );
});

describe('messages', () => {
  it('stand for every rule in both languages', () => {
    expect(Object.keys(performanceMessages).sort()).toEqual(performanceRules.map((rule) => rule.id).sort());
  });
});
