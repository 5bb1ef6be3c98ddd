import type { RuleMessages } from '../rule.ts';

/** The messages of the family `text`: wording, punctuation, remains of a template, personal data. */
export const textMessages: Readonly<Record<string, RuleMessages>> = {
  'text.punctuation': {
    title: { zh: '标点重复或混用', en: 'doubled or mixed punctuation' },
    message: {
      '': {
        zh: '{place}写作“{reported}”，标点“{stops}”重复或混用，应为“{expected}”。',
        en: '{place}: "{reported}" has the stops "{stops}" in a row; should be "{expected}".',
      },
      many: {
        zh: '有{count}处标点重复或混用，例如{place}写作“{reported}”，应为“{expected}”。',
        en: '{count} times two stops stand in a row, for example {place}: "{reported}", should be "{expected}".',
      },
    },
    remedy: { zh: '请保留一个标点。', en: 'Keep one of the stops.' },
  },
  'text.missingStop': {
    title: { zh: '段末缺句号', en: 'no full stop at the end of a paragraph' },
    message: {
      '': {
        zh: '{place}段末写作“{reported}”，没有句号。',
        en: '{place}: the paragraph ends "{reported}" without a full stop.',
      },
      many: {
        zh: '有{count}段末尾没有句号，例如{place}“{reported}”。',
        en: '{count} paragraphs end without a full stop, for example {place}: "{reported}".',
      },
    },
    remedy: {
      zh: '请补上句号，并确认文字没有缺漏。',
      en: 'Add the full stop and make sure that no words are missing.',
    },
  },
  'text.brackets': {
    title: { zh: '括号或引号不成对', en: 'a bracket or quote without its partner' },
    message: {
      '': {
        zh: '{place}写作“{reported}”，其中“{sign}”没有配对的另一半。',
        en: '{place}: in "{reported}" the sign {sign} has no partner.',
      },
      many: {
        zh: '有{count}处括号或引号不成对，例如{place}“{reported}”中的“{sign}”。',
        en: '{count} brackets or quotes have no partner, for example {sign} at {place}: "{reported}".',
      },
    },
    remedy: { zh: '请补上或删去单个的括号、引号。', en: 'Add the missing sign or remove the single one.' },
  },
  'text.amountUnit': {
    title: { zh: '数字没有单位', en: 'a number without its unit' },
    message: {
      '': {
        zh: '{place}写作 {reported}，没有单位，应为 {expected}（“{words}”）。',
        en: '{place}: {reported} has no unit, should be {expected} ("{words}").',
      },
      rate: {
        zh: '{place}写作 {reported}，没有百分号，应为 {expected}（“{words}”）。',
        en: '{place}: {reported} has no percent sign, should be {expected} ("{words}").',
      },
      short: {
        zh: '{place}写作“{reported}”，应为“{expected}”。',
        en: '{place}: "{reported}" should be "{expected}".',
      },
      shortMany: {
        zh: '有{count}处金额只写“万”，没有“元”，例如{place}写作“{reported}”，应为“{expected}”。',
        en: '{count} amounts say 万 without 元, for example {place}: "{reported}", should be "{expected}".',
      },
    },
    remedy: { zh: '请补上单位。', en: 'Add the unit.' },
  },
  'text.templateRemains': {
    title: { zh: '模板文字没有替换', en: 'words of the template remain' },
    message: {
      '': {
        zh: '{place}写作“{reported}”，其中“{words}”是模板中待填写的内容。',
        en: '{place}: "{reported}" still has the template’s "{words}".',
      },
      many: {
        zh: '有{count}处模板中待填写的内容没有替换，例如{place}写作“{reported}”。',
        en: '{count} places still have words of the template, for example {place}: "{reported}".',
      },
      choiceMany: {
        zh: '有{count}处没有删去模板中不用的选择项，例如{place}写作“{reported}”。',
        en: '{count} places still offer both words of the template, for example {place}: "{reported}".',
      },
      choice: {
        zh: '{place}写作“{reported}”，“{words}”是模板中的选择项，没有删去不用的一个。',
        en: '{place}: "{reported}" still offers both words of the template ("{words}").',
      },
    },
    remedy: { zh: '请按本部门实际情况填写或删去。', en: 'Fill it in for this department, or remove it.' },
  },
  'text.levelWords': {
    title: { zh: '套用了其他层级的表述', en: 'a definition for another level of government' },
    message: {
      '': {
        zh: '{place}写作“{reported}”，应为“{expected}”（本部门属于{region}；“{words}”）。',
        en: '{place}: "{reported}" should be "{expected}" (the department belongs to {region}; "{words}").',
      },
      many: {
        zh: '{place}等{count}处写作“{reported}”这类表述，应为“{expected}”（本部门属于{region}）。',
        en: '{place} and others, {count} in all: "{reported}" should be "{expected}" (the department belongs to {region}).',
      },
    },
    remedy: {
      zh: '请按本级政府的层级修改名词解释。',
      en: 'Adapt the definition to the department’s own level.',
    },
  },
  'text.personalData': {
    title: { zh: '公开了个人信息', en: 'personal data' },
    message: {
      '': {
        zh: '{place}印有 {reported}，疑为个人信息。',
        en: '{place} prints {reported}, probably personal data.',
      },
      mobile: { zh: '{place}印有手机号码 {reported}。', en: '{place} prints the mobile number {reported}.' },
      identity: {
        zh: '{place}印有身份证号码 {reported}。',
        en: '{place} prints the identity number {reported}.',
      },
      account: { zh: '{place}印有银行账号 {reported}。', en: '{place} prints the bank account {reported}.' },
    },
    remedy: {
      zh: '请在公开前删去或遮盖（依据《个人信息保护法》）。',
      en: 'Remove or mask it before publication (Personal Information Protection Law).',
    },
  },
  'text.renamedTerm': {
    title: { zh: '使用了已更名的科目', en: 'a classification item under its former name' },
    message: {
      '': {
        zh: '{place}写作“{reported}”，应为“{expected}”（{code}，{since}年起更名，依据《政府收支分类科目》）。',
        en: '{place}: "{reported}" should be "{expected}" ({code}, renamed in {since}).',
      },
      many: {
        zh: '有{count}处使用了已更名的科目，例如{place}写作“{reported}”，应为“{expected}”（{since}年起更名）。',
        en: '{count} items stand under former names, for example {place}: "{reported}", now "{expected}" (since {since}).',
      },
    },
    remedy: { zh: '请改用当年科目的名称。', en: 'Use the name of the year’s classification.' },
  },
};
