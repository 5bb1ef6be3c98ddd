import type { Culprit, Finding } from '../model/finding.ts';
import type { Language } from '../model/language.ts';
import type { Place } from '../model/place.ts';
import { evidenceWords, slipWords } from '../model/words/finding.ts';
import { noNames, type PlaceNames } from '../model/words/names.ts';
import { placeWords } from '../model/words/place.ts';
import { fillQuoted, insideQuotes } from '../model/words/quotes.ts';
import { allMessages } from './messages.ts';

/**
 * The finding as one sentence. The rule's template (its variant's, else the default '') is filled from
 * the finding's params and from words that every finding has: {place} {reported} {expected} {evidence}
 * {slip} {difference} {allowed} {support}. Without a template, or with one that asks for a word the finding
 * does not have, the sentence is built from the culprits. `names` gives rows and columns their names.
 */
export function messageOf(finding: Finding, language: Language, names: PlaceNames = noNames): string {
  return ownMessage(finding, language, names) ?? generalMessage(finding, language, names);
}

/** The rule has no sentence of its own for the finding: its message lists the figures that contradict each other. */
export function listsAlternatives(finding: Finding): boolean {
  return finding.tied && finding.culprits.length > 1 && ownMessage(finding, 'zh', noNames) === null;
}

function ownMessage(finding: Finding, language: Language, names: PlaceNames): string | null {
  const messages = allMessages[finding.rule]?.message;
  const template = messages?.[finding.variant ?? ''] ?? messages?.[''];
  // Of alternatives that are equally good none is what the figure should be.
  const guesses =
    finding.tied && finding.culprits.length > 1 && template?.[language].includes('{expected}') === true;
  return template === undefined || guesses
    ? null
    : fill(template[language], wordsOf(finding, language, names));
}

/** How to put it right. */
export function remedyOf(finding: Finding, language: Language, names: PlaceNames = noNames): string {
  const template = allMessages[finding.rule]?.remedy[language];
  const filled = template === undefined ? null : fill(template, wordsOf(finding, language, names));
  return filled ?? generalRemedy(finding, language);
}

/** What the rule is called; a rule without messages is called by its id. */
export function titleOf(rule: string, language: Language): string {
  return allMessages[rule]?.title[language] ?? rule;
}

/** Null when the template asks for something that is not there. */
function fill(template: string, words: Readonly<Record<string, string>>): string | null {
  const asked = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  if (asked.some((name) => !Object.hasOwn(words, name))) return null;
  return fillQuoted(template, (name) => words[name] ?? '');
}

function wordsOf(finding: Finding, language: Language, names: PlaceNames): Readonly<Record<string, string>> {
  const culprit = finding.culprits[0];
  const evidence = evidenceWords(finding.evidence, language, names, culpritPlace(finding));
  const words: Record<string, string | null | undefined> = {
    place: culprit === undefined ? undefined : placeWords(culprit.place, language, names),
    reported: culprit?.reported?.text,
    expected: culprit?.expected?.text,
    slip: culprit === undefined ? null : slipWords(culprit, language),
    evidence: evidence === '' ? null : evidence,
    difference: finding.difference,
    allowed: finding.allowed,
    support: culprit === undefined ? null : String(culprit.support),
    ...Object.fromEntries(Object.entries(finding.params).map(([key, value]) => [key, String(value)])),
  };
  const known = Object.entries(words).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(known);
}

/** Alternatives have no place of their own for the evidence to be near to. */
function culpritPlace({ tied, culprits }: Finding): Place | null {
  return tied ? null : (culprits[0]?.place ?? null);
}

function generalMessage(finding: Finding, language: Language, names: PlaceNames): string {
  const evidence = evidenceWords(finding.evidence, language, names, culpritPlace(finding));
  const [first] = finding.culprits;
  if (first === undefined) return withEvidence(titleOf(finding.rule, language), evidence, language);
  if (finding.tied && finding.culprits.length > 1) return tiedMessage(finding, evidence, language, names);
  if (finding.tied) return undecidedMessage(first, finding, evidence, language, names);
  const slip = slipWords(first, language);
  const stop = language === 'zh' ? '。' : '.';
  const probably = slip === null ? '' : language === 'zh' ? `，疑为${slip}` : `; probably ${slip}`;
  return `${withEvidence(statement(first, finding, language, names), evidence, language)}${probably}${stop}`;
}

function withEvidence(sentence: string, evidence: string, language: Language): string {
  if (evidence === '') return sentence;
  return language === 'zh' ? `${sentence}（${evidence}）` : `${sentence} (${evidence})`;
}

function statement(culprit: Culprit, finding: Finding, language: Language, names: PlaceNames): string {
  const zh = language === 'zh';
  const place = placeWords(culprit.place, language, names);
  const printed = culprit.reported?.text;
  const expected = culprit.expected?.text;
  if (printed !== undefined && expected !== undefined) {
    return zh
      ? `${place}写作 ${printed}，应为 ${expected}`
      : `${place}: printed ${printed}, should be ${expected}`;
  }
  if (expected !== undefined)
    return zh ? `${place}空缺，应为 ${expected}` : `${place}: missing, should be ${expected}`;
  const title = titleOf(finding.rule, language);
  if (printed !== undefined)
    return zh ? `${place}写作“${insideQuotes(printed)}”：${title}` : `${place}: "${printed}", ${title}`;
  return zh ? `${place}：${title}` : `${place}: ${title}`;
}

function tiedMessage(finding: Finding, evidence: string, language: Language, names: PlaceNames): string {
  const zh = language === 'zh';
  const options = finding.culprits.map((culprit) => alternativeOf(culprit, language, names));
  // A figure that stands twice belongs to ways of putting it right that change several figures at once.
  const distinct = new Set(finding.culprits.map(({ place }) => JSON.stringify(place))).size;
  const decided =
    distinct === finding.culprits.length && finding.culprits.every(({ expected }) => expected !== null);
  const joined = options.join(zh ? '；' : '; ');
  const stop = zh ? '。' : '.';
  const lead = zh
    ? `以下${options.length}个数互相矛盾，${decided ? '改正其中一个即可' : '无法判断哪一个有误'}：`
    : `These ${options.length} figures contradict each other; ${decided ? 'correcting one of them is enough' : 'which one is wrong cannot be decided'}: `;
  return `${withEvidence(`${lead}${joined}`, evidence, language)}${stop}`;
}

/** One printed figure that its relation contradicts where the others are blank: nothing says which is wrong. */
function undecidedMessage(
  culprit: Culprit,
  finding: Finding,
  evidence: string,
  language: Language,
  names: PlaceNames,
): string {
  const words = withEvidence(statement(culprit, finding, language, names), evidence, language);
  return language === 'zh'
    ? `${words}，无法判断哪一个有误。`
    : `${words}; which one is wrong cannot be decided.`;
}

function alternativeOf(culprit: Culprit, language: Language, names: PlaceNames): string {
  const zh = language === 'zh';
  const printed = culprit.reported?.text ?? (zh ? '空白' : 'blank');
  const place = `${placeWords(culprit.place, language, names)} ${printed}`;
  if (culprit.expected === null) return place;
  return zh ? `${place} 应为 ${culprit.expected.text}` : `${place} should be ${culprit.expected.text}`;
}

function generalRemedy(finding: Finding, language: Language): string {
  const zh = language === 'zh';
  const expected = finding.culprits[0]?.expected?.text;
  if (finding.tied)
    return zh
      ? '对照原始数据，确认哪一个有误后改正。'
      : 'Compare with the source data and correct the wrong one.';
  if (expected === undefined) return zh ? '对照原文核实后改正。' : 'Compare with the source and correct it.';
  return zh
    ? `核实后改为 ${expected}，并检查引用此数的其他各处。`
    : `Verify, change it to ${expected}, and look at the other places that use this figure.`;
}
