import type { RuleMessages } from '../rule.ts';

const fixText = {
  zh: '对照所列依据改正此处；如果错在表里，先改表，再改正文中所有提到它的地方。',
  en: 'Put the text right by the figures named; if the table is wrong, correct it first and then every mention of it.',
};
const undecided = {
  zh: '{place}等处的数互相矛盾（相差 {difference}），现有各数不足以判断哪一个写错。',
  en: 'The figures at {place} and elsewhere contradict each other (by {difference}); what is printed does not decide which one is wrong.',
};

const wrongUnit = {
  zh: '{place}“{quote}”：{reported} 的单位写作“{unit}”，应为“{rightUnit}”（{evidence}）。',
  en: '{place}, "{quote}": {reported} is said in {unit} and meant in {rightUnit} ({evidence}).',
};

const cutOffRate = {
  zh: '正文有 {count} 个百分比是截去尾数而不是四舍五入的，例如{place}“{quote}”，四舍五入为 {expected}（{formula}）。',
  en: '{count} percentages of the text are cut off rather than rounded, for example {place}, "{quote}": rounded it is {expected} ({formula}).',
};

/** A change or a rate that goes the other way once the amounts are right: wrong itself, or computed from a wrong amount. */
function turned(fall: string, rise: string): RuleMessages['message'] {
  const told = (cause: string, words: string, en: string): RuleMessages['message'][string] => ({
    zh: `{place}“{quote}”：{reported} ${cause}，改正后应为${words} {size}，方向也相反。`,
    en: `{place} says {reported}; put right it is a ${en} of {size}, in the other direction.`,
  });
  return {
    fall: told('与两年的数不符', fall, 'fall'),
    rise: told('与两年的数不符', rise, 'rise'),
    'stale-fall': told('是按写错的数算的', fall, 'fall'),
    'stale-rise': told('是按写错的数算的', rise, 'rise'),
  };
}

/** Messages about what the sentences claim. */
export const claimMessages: Readonly<Record<string, RuleMessages>> = {
  'narrative.amount': {
    title: { zh: '正文的数与表不一致', en: 'A figure of the text against the tables' },
    message: {
      '': {
        zh: '{place}“{quote}”：{reported} 应为 {expected}（{evidence}）。',
        en: '{place}, "{quote}": {reported} should be {expected} ({evidence}).',
      },
      cutOff: {
        zh: '正文有 {count} 个数是截去尾数而不是四舍五入的，例如{place}“{quote}”，应写作 {expected}。',
        en: '{count} amounts of the text are cut off rather than rounded, for example {place}, "{quote}": it should read {expected}.',
      },
      unit: wrongUnit,
      undecided,
    },
    remedy: fixText,
  },
  'narrative.mention': {
    title: { zh: '同一个数在正文中前后不一', en: 'One figure said in two ways' },
    message: {
      '': {
        zh: '{place}“{quote}”：{reported} 与另一处的说法不一致（{evidence}），应为 {expected}。',
        en: '{place} says {reported}, which another mention contradicts ({evidence}); it should be {expected}.',
      },
      unit: wrongUnit,
      undecided,
    },
    remedy: {
      zh: '核对来源，把各处改成同一个数。',
      en: 'Look up the source and write the same figure everywhere.',
    },
  },
  'narrative.change': {
    title: { zh: '增减额与前后两年的数不符', en: 'A change against its two amounts' },
    message: {
      '': {
        zh: '{place}“{quote}”：{reported} 按本年数与上年数相减应为 {expected}（{formula}）。',
        en: '{place} says {reported}; this year less last year gives {expected} ({formula}).',
      },
      stale: {
        zh: '{place}“{quote}”：{reported} 是按写错的本年数算的；本年数改正后应为 {expected}。',
        en: '{place} says {reported}, computed from the wrong amount of this year; once that is put right it is {expected}.',
      },
      ...turned('减少', '增加'),
      unit: wrongUnit,
      undecided,
    },
    remedy: {
      zh: '用改正后的本年数减上年数，重新计算增减额。',
      en: 'Compute the change again from the corrected amounts.',
    },
  },
  'narrative.previous': {
    title: { zh: '推算出的上年数前后不一', en: 'Implied previous amounts that differ' },
    message: {
      '': {
        zh: '{place}“{quote}”：{reported} 由此推算的上年数与另一处不一致，应为 {expected}（{evidence}）。',
        en: '{place} says {reported}; the previous amount it implies differs from another mention, it should be {expected} ({evidence}).',
      },
      unit: wrongUnit,
      undecided,
    },
    remedy: { zh: '核对上年数，统一各处的增减额。', en: 'Look up last year and make the changes agree.' },
  },
  'narrative.rate': {
    title: { zh: '增减幅度算错', en: 'A rate of change' },
    message: {
      '': {
        zh: '{place}“{quote}”：{reported} 按增减额除以上年数应为 {expected}（{formula}）。',
        en: '{place} says {reported}; the change divided by last year gives {expected} ({formula}).',
      },
      wrongBase: {
        zh: '{place}“{quote}”：{reported} 是用本年数作分母算的；应除以上年数，为 {expected}（{formula}）。',
        en: "{place} says {reported}, which takes this year's amount as the base; over last year's it is {expected} ({formula}).",
      },
      stale: {
        zh: '{place}“{quote}”：{reported} 是按写错的数算的；改正后应为 {expected}。',
        en: '{place} says {reported}, computed from a wrong amount; once that is put right it is {expected}.',
      },
      ...turned('下降', '增长'),
      cutOff: cutOffRate,
      unit: wrongUnit,
      undecided,
    },
    remedy: { zh: '用增减额除以上年数，重新计算。', en: "Divide the change by last year's amount again." },
  },
  'narrative.share': {
    title: { zh: '占比算错', en: 'A share' },
    message: {
      '': {
        zh: '{place}“{quote}”：{reported} 按部分除以总数应为 {expected}（{formula}）。',
        en: '{place} says {reported}; the part divided by the whole gives {expected} ({formula}).',
      },
      cutOff: cutOffRate,
      unit: wrongUnit,
      undecided,
    },
    remedy: { zh: '用部分除以总数，重新计算占比。', en: 'Divide the part by the whole again.' },
  },
  'narrative.completion': {
    title: { zh: '完成率算错', en: 'A degree of completion' },
    message: {
      '': {
        zh: '{place}“{quote}”：{reported} 按决算数除以预算数应为 {expected}（{formula}）。',
        en: '{place} says {reported}; final accounts divided by the budget give {expected} ({formula}).',
      },
      cutOff: cutOffRate,
      unit: wrongUnit,
      undecided,
    },
    remedy: { zh: '用决算数除以预算数，重新计算。', en: 'Divide the final account by the budget again.' },
  },
  'narrative.list': {
    title: { zh: '分项之和与总数不符', en: 'The items of a list against their total' },
    message: {
      '': {
        zh: '{place}“{quote}”：{reported} 按各分项相加应为 {expected}（{evidence}）。',
        en: '{place} says {reported}; the items add up to {expected} ({evidence}).',
      },
      unit: wrongUnit,
      undecided,
    },
    remedy: { zh: '逐项核对，改正分项或总数。', en: 'Check item by item and correct the item or the total.' },
  },
  'narrative.zeroBase': {
    title: { zh: '上年为零却写了增幅', en: 'A rate over a previous amount of zero' },
    message: {
      '': {
        zh: '{place}“{quote}”：{reported}，但上年数为 0，增幅没有意义。',
        en: '{place} says {reported}, but last year was zero: no rate can be given.',
      },
    },
    remedy: {
      zh: '删去百分比，写明“上年无此项支出”或“本年新增”。',
      en: 'Drop the percentage and say that the item is new this year.',
    },
  },
  'narrative.part': {
    title: { zh: '部分大于总数', en: 'A part larger than its whole' },
    message: {
      '': {
        zh: '{place}“{quote}”：{reported} 大于它所占的总数 {whole}，两个数至少有一个错。',
        en: '{place} says {reported}, more than the whole {whole} that it is a share of; one of them is wrong.',
      },
      share: {
        zh: '{place}“{quote}”：占 {reported}，但 {part} 大于 {whole}，占比不可能是这个数。',
        en: '{place} says {reported}, but {part} is more than {whole}: the share cannot be that.',
      },
    },
    remedy: {
      zh: '核对部分与总数的口径（是否混入了基本支出或结转），改正后重新计算占比。',
      en: 'See whether both speak of the same money, correct the amount and compute the share again.',
    },
  },
  'narrative.previousExceeds': {
    title: { zh: '推算出的上年数大于部门总数', en: 'An implied previous amount above the whole' },
    message: {
      '': {
        zh: '{place}“{quote}”：{reported}，由此推算的上年数为 {previous}，大于上年全部门的 {whole}，不可能成立。',
        en: "{place} says {reported}; that implies {previous} for last year, more than the whole department's {whole}.",
      },
      complement: {
        zh: '{place}“{quote}”：{reported}，由此推算的上年数为 {previous}，大于上年全部门的 {whole}，不可能成立；按本段总增减减去其他各项，应为 {complement}。',
        en: "{place} says {reported}; that implies {previous} for last year, more than the whole department's {whole}. The paragraph's own total less its other items leaves {complement}.",
      },
    },
    remedy: {
      zh: '核对上年数，改正增减额和增减幅度。',
      en: "Look up last year's amount and correct the change and its rate.",
    },
  },
  'narrative.direction': {
    title: { zh: '增减方向写反', en: 'The direction of a change' },
    message: {
      '': {
        zh: '{place}写作“{reported}”，按前后两年的数应为“{expected}”（{evidence}）。',
        en: '{place} says "{reported}"; by the two amounts it is "{expected}" ({evidence}).',
      },
      list: {
        zh: '{place}写作“{reported}”，按各分项增减之和应为“{expected}”（{evidence}）。',
        en: '{place} says "{reported}"; by the sum of the items it is "{expected}" ({evidence}).',
      },
      opposed: {
        zh: '{place}“{quote}”：前面说{first} {amount}，后面说{second}，增减方向互相矛盾，其中一个写反。',
        en: '{place}, "{quote}": the change of {amount} and its rate go in opposite directions; one of the words is wrong.',
      },
      opposedDecided: {
        zh: '{place}“{quote}”：前面说{first} {amount}，后面说{second}，增减方向互相矛盾；按同句的数，“{reported}”应为“{expected}”。',
        en: '{place}, "{quote}": the change of {amount} and its rate go in opposite directions; by the figures of the sentence "{reported}" should be "{expected}".',
      },
    },
    remedy: { zh: '改正增减的说法，或核对前后两年的数。', en: 'Correct the word, or check the two amounts.' },
  },
  'narrative.sheetCount': {
    title: { zh: '绩效目标表的份数不符', en: 'The number of performance sheets' },
    message: {
      '': {
        zh: '{place}“{quote}”：写作 {reported} 个，所附绩效目标表为 {sheets} 份。',
        en: '{place} announces {reported} performance sheets; {sheets} are attached.',
      },
    },
    remedy: {
      zh: '补上缺少的绩效目标表，或改正个数。',
      en: 'Attach the missing sheets or correct the number.',
    },
  },
};
