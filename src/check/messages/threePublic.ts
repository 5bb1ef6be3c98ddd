import type { RuleMessages } from '../rule.ts';

/** The messages of the family `threePublic`. */
export const threePublicMessages: Readonly<Record<string, RuleMessages>> = {
  'threePublic.partsStated': {
    title: { zh: '“三公”经费没有列全四项', en: 'not all parts of the three public expenses' },
    message: {
      '': {
        zh: '{place}“三公”经费合计写作 {total}，没有列出{item}，应当列出，为零时写 0.00。',
        en: '{place}: the three public expenses are {total}, but {item} is not stated; zero must be stated too.',
      },
      blank: {
        zh: '{place}空缺，{item}为零时应写 {expected}。',
        en: '{place}: left blank; a zero of {item} should be written as {expected}.',
      },
      counts: {
        zh: '{place}支出 {reported}，没有说明{item}。',
        en: '{place}: {reported} was spent, but {item} is not stated.',
      },
    },
    remedy: {
      zh: '请列出因公出国（境）费、公务接待费、公务用车购置费、公务用车运行维护费四项；决算还应说明团组、车辆和接待的数量（依据财预〔2016〕143号）。',
      en: 'State all four parts: travel abroad, reception, purchase and running of vehicles.',
    },
  },
  'threePublic.economicItems': {
    title: { zh: '基本支出中的“三公”科目大于“三公”经费', en: 'an economic item above its public expense' },
    message: {
      '': {
        zh: '{place}写作 {reported}，大于“三公”经费中的同一项 {stated}（{evidence}）。',
        en: '{place}: {reported} is more than the public expense it belongs to, {stated} ({evidence}).',
      },
    },
    remedy: {
      zh: '基本支出中的这一项应包含在“三公”经费内，请核对两处；口径不同的，写明原因。',
      en: 'The item is part of the public expense: compare both, or say which money is left out.',
    },
  },
};
