import { gather } from '../../../model/gather.ts';
import type { ProjectSheet, SheetText } from '../../../model/disclosure.ts';
import { fold } from '../../../model/fold.ts';
import type { Observation, Rule } from '../../rule.ts';
import { advice, culpritAt, observe, quoted, textEvidence } from './observation.ts';
import { comparable, textPlace, textsOf } from './sheetFacts.ts';
import { nameSimilarity } from './similarity.ts';

const authority = '财预〔2015〕88号';

/** What a text is about, by words that are typical of one field only. */
const looksLike: readonly (readonly [SheetText, (text: string) => boolean])[] = [
  ['basis', (text) => text.length <= 40 && /(?:会议纪要|批复|文件|通知|\d号)$/.test(text)],
  ['safeguards', (text) => /组建领导小组|建立相应制度|(?:法人|监理|合同|招标)(?:责任)?制/.test(text)],
  [
    'plan',
    (text) => /^(?:本?项目)?(?:预计)?于?20\d\d年\d{1,2}月?.{0,6}[至到-].{0,30}(?:完成|竣工)/.test(text),
  ],
  ['necessity', (text) => /(?:很有必要|必要性|是必要的|十分必要|势在必行)/.test(text)],
];

const order: readonly SheetText[] = ['overview', 'basis', 'necessity', 'safeguards', 'plan'];

/** Two or more texts of a sheet that each stand one field too early: the fields have shifted. */
export const shiftedFields: Rule = {
  id: 'performance.shiftedFields',
  severity: 'warning',
  authority,
  check: ({ disclosure }) => {
    const found = disclosure.projects
      .map((sheet) => ({ sheet, fields: shifted(sheet) }))
      .filter(({ fields }) => fields.length > 1);
    const goals = disclosure.projects.flatMap(goalOfSafeguards);
    const observations = found.map(({ sheet, fields }) => {
      const params = { project: sheet.name, count: fields.length };
      const [first = 'basis', ...rest] = fields;
      const evidence = rest.map((field) =>
        textEvidence(textPlace(sheet, field), quoted(sheet.texts[field] ?? '')),
      );
      const culprit = culpritAt(textPlace(sheet, first), quoted(sheet.texts[first] ?? ''));
      return observe('performance.shiftedFields', 'warning', culprit, { params, evidence });
    });
    const pass = disclosure.projects.length - found.length - goals.length;
    return { observations: [...observations, ...goals], pass: Math.max(pass, 0) };
  },
};

function shifted(sheet: ProjectSheet): SheetText[] {
  return order.filter((field, index) => {
    const text = fold(sheet.texts[field] ?? '');
    const next = order[index + 1];
    if (text === '' || next === undefined) return false;
    const kinds = looksLike.filter(([, test]) => test(text)).map(([kind]) => kind);
    return kinds.includes(next) && !kinds.includes(field);
  });
}

/** A goal that is the sheet's own text on safeguards. */
function goalOfSafeguards(sheet: ProjectSheet): Observation[] {
  const { periodGoal, safeguards } = sheet.texts;
  if (periodGoal === null || safeguards === null || comparable(periodGoal) !== comparable(safeguards))
    return [];
  if (!looksLike.some(([field, test]) => field === 'safeguards' && test(fold(periodGoal)))) return [];
  const evidence = [textEvidence(textPlace(sheet, 'safeguards'), quoted(safeguards))];
  const culprit = culpritAt(textPlace(sheet, 'periodGoal'), quoted(periodGoal));
  return [
    observe('performance.shiftedFields', 'info', culprit, {
      variant: 'goal',
      params: { project: sheet.name },
      evidence,
    }),
  ];
}

/** The overall goal says nothing but the project's name. */
export const goalRepeatsName: Rule = {
  id: 'performance.goalRepeatsName',
  severity: 'info',
  authority,
  check: ({ disclosure }) => {
    const stated = disclosure.projects.filter((sheet) => goalOf(sheet) !== null);
    const repeated = stated.filter((sheet) => repeats(goalOf(sheet) ?? '', sheet.name));
    const observations = repeated.map((sheet) => {
      const field = sheet.texts.annualGoal === null ? 'periodGoal' : 'annualGoal';
      const culprit = culpritAt(textPlace(sheet, field), quoted(goalOf(sheet) ?? ''));
      return observe('performance.goalRepeatsName', 'info', culprit, { params: { project: sheet.name } });
    });
    return advice(observations, stated.length - repeated.length);
  },
};

function goalOf(sheet: ProjectSheet): string | null {
  return sheet.texts.annualGoal ?? sheet.texts.periodGoal;
}

function repeats(goal: string, name: string): boolean {
  const [words, own] = [comparable(goal), fold(name)];
  return words.length >= 4 && (own.includes(words) || nameSimilarity(words, own) >= 0.9);
}

/** Texts that end in the middle of a sentence: one finding for the document. */
export const textCutOff: Rule = {
  id: 'performance.textCutOff',
  severity: 'info',
  authority,
  check: ({ disclosure }) => {
    const known = gather(disclosure.projects, (sheet) => textsOf(sheet).map(({ text }) => comparable(text)));
    const texts = gather(disclosure.projects, (sheet) =>
      textsOf(sheet).map((entry) => ({ sheet, ...entry })),
    );
    const cut = texts.filter(({ text }) => isCutOff(text, known));
    const [first] = cut;
    if (first === undefined) return { observations: [], pass: texts.length };
    const evidence = cut.map(({ sheet, field, text }) => textEvidence(textPlace(sheet, field), ending(text)));
    const culprit = culpritAt(textPlace(first.sheet, first.field), ending(first.text));
    const observation = observe('performance.textCutOff', 'info', culprit, {
      params: { count: cut.length },
      evidence,
    });
    return { observations: [observation], pass: texts.length - cut.length };
  },
};

function ending(text: string): string {
  return text.length <= 24 ? text : `…${text.slice(-23)}`;
}

/** Characters; only a long text meets the limit of an export. */
const longText = 60;

/** It breaks off: an open bracket or quote, a mark that asks for more, or another text goes on in mid sentence. */
function isCutOff(text: string, known: readonly string[]): boolean {
  const trimmed = text.trim();
  if (trimmed.length < longText || /[。！!？?.]["”’』」）)]*$/.test(trimmed)) return false;
  if (
    /[,，、:：;；(（\-/]$/.test(trimmed) ||
    /(?:以及|因为|由于|并且|的|和|与|及|为|在|对|把|将|还)$/.test(trimmed)
  )
    return true;
  if (isOpen(trimmed)) return true;
  const words = comparable(trimmed);
  return known.some(
    (other) =>
      other.length > words.length + 1 &&
      other.startsWith(words) &&
      /^[^。,;、!?]/.test(other.slice(words.length)),
  );
}

function isOpen(text: string): boolean {
  const count = (mark: string): number => {
    let found = 0;
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) found += 1;
    return found;
  };
  return (
    count('“') > count('”') ||
    count('《') > count('》') ||
    count('（') + count('(') > count('）') + count(')')
  );
}
