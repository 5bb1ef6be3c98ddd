import type { RuleMessages } from '../rule.ts';

/** The messages of the family `other`. */
export const otherMessages: Readonly<Record<string, RuleMessages>> = {
  'other.counts': {
    title: { zh: '车辆、接待等数量不一致', en: 'counts of cars, guests or journeys differ' },
    message: {
      '': {
        zh: '{place}的数量写作 {reported}，应为 {expected}（{evidence}）。',
        en: '{place}: the count {reported} should be {expected} ({evidence}).',
      },
      undecided: {
        zh: '{place}等处的数量互相矛盾（相差 {difference}），现有各数不足以判断哪一个写错。',
        en: 'The counts at {place} and elsewhere contradict each other (by {difference}); what is printed does not decide which one is wrong.',
      },
    },
    remedy: {
      zh: '核对台账后，把表和文字说明中的数量改成一致；车辆合计应等于各类用车之和。',
      en: 'Look the count up and write it alike in table and text; all cars are the sum of their kinds.',
    },
  },
  'other.operatingFunds': {
    title: {
      zh: '机关运行经费与公用经费不一致',
      en: 'operating funds of offices against operating expenditure',
    },
    message: {
      '': {
        zh: '{place}机关运行经费写作 {reported}，大于公用经费 {all} {unit}（{evidence}）。',
        en: '{place}: the offices’ operating funds {reported} exceed all operating expenditure, {all} {unit} ({evidence}).',
      },
      below: {
        zh: '{place}机关运行经费写作 {reported}，而公用经费为 {all} {unit}；本部门没有事业单位，两者应相等（{evidence}）。',
        en: '{place}: the offices’ operating funds are {reported}, operating expenditure is {all} {unit}; without institutions both are equal ({evidence}).',
      },
    },
    remedy: {
      zh: '机关运行经费是行政单位和参公单位的公用经费，请核对两表口径。',
      en: 'They are the operating expenditure of administrative units: compare both tables.',
    },
  },
  'other.timeliness': {
    title: { zh: '公开不及时', en: 'published late' },
    message: {
      '': {
        zh: '{place}写作“{reported}”，距“{approved}”{days}天，应在批复后{allowed}日内公开。',
        en: '{place}: "{reported}" is {days} days after "{approved}"; {allowed} are allowed.',
      },
    },
    remedy: {
      zh: '请核对批复日期和公开日期（依据《预算法》第十四条）。',
      en: 'Compare the dates of approval and publication (Budget Law, article 14).',
    },
  },
};
