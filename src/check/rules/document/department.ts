import type { Disclosure, PrintedLine } from '../../../model/disclosure.ts';
import { fold } from '../../../model/fold.ts';
import type { Rule, RuleResult } from '../../rule.ts';
import { culpritAt, observe, textEvidence } from '../performance/observation.ts';
import { editDistance } from '../project/projectName.ts';
import { departmentsInText } from './namedInText.ts';

interface Naming extends PrintedLine {
  /** As printed, without code and closing words. */
  readonly name: string;
  /** In the table's own line a wholly different name is wrong too. */
  readonly strict: boolean;
  /** It is what a sentence of the narrative is about. */
  readonly sentence?: boolean;
}

/** The name for comparison: without code, 本级 and 机关 in brackets or at the end. */
function nameKey(name: string): string {
  return fold(name)
    .replace(/^[\d-]+/, '')
    .replace(/\((?:本级|机关|部门|汇总|本部)\)$/, '')
    .replace(/(?:本级|机关|部门|汇总)$/, '');
}

/** Where the document names its department: its tables, its cover, its headings, its performance sheets. */
function namings({ printed, projects }: Disclosure): readonly Naming[] {
  const tables = (printed?.departments ?? []).map((line) => ({ ...line, name: line.text, strict: true }));
  const cover = (printed?.cover ?? []).flatMap((line) => {
    const name = coverName(line.text);
    return name === null ? [] : [{ ...line, name, strict: false }];
  });
  const sheets = projects.flatMap(({ department, place }) =>
    department === null ? [] : [{ text: department, name: department, place, strict: false }],
  );
  return [...cover, ...tables, ...onePerName(sheets)];
}

/** A line that may be a name; a sentence holds the characters of many. */
const longestName = 40;

/** A sentence about another body that makes a budget of its own was copied; units that the document lists are not meant. */
function inText(disclosure: Disclosure): readonly Naming[] {
  const { printed, tables } = disclosure;
  const units = [
    ...[...(printed?.departments ?? []), ...(printed?.organisation ?? [])].map(({ text }) => text),
    ...tables.flatMap(({ rows }) => rows.map(({ name }) => name)),
  ].map(nameKey);
  const isUnit = (name: string): boolean =>
    units.some((unit) => unit.includes(name) || (unit.length <= longestName && isShortForm(name, unit)));
  return departmentsInText(disclosure)
    .filter(({ name }) => !isUnit(nameKey(name)))
    .map((naming) => ({ ...naming, strict: true, sentence: true }));
}

/** One misprint on many sheets is one finding. */
function onePerName(namings: readonly Naming[]): readonly Naming[] {
  return namings.filter(
    (naming, i) => namings.findIndex(({ name }) => nameKey(name) === nameKey(naming.name)) === i,
  );
}

function coverName(text: string): string | null {
  const folded = fold(text);
  const name = folded
    .replace(/^(?:20\d\d年度?)/, '')
    .replace(/(?:20\d\d年?度?)?(?:部门|单位)?(?:预算|决算).*$/, '');
  return name.length >= 4 && name.length <= 40 && !/^[(（]|说明|公开|[。，,:]/.test(name) ? name : null;
}

/** The department's name differs between the places that print it. */
export const departmentName: Rule = {
  id: 'document.departmentName',
  severity: 'warning',
  authority: '财预〔2016〕143号',
  check: ({ disclosure }): RuleResult => {
    const { name } = disclosure.department;
    if (name === null) return { observations: [], pass: 0, notApplicable: 1 };
    const own = nameKey(name);
    const all = [...namings(disclosure), ...onePerName(inText(disclosure))];
    const wrong = all.filter((naming) => differs(naming, own));
    const usual = all.find((naming) => nameKey(naming.name) === own);
    const observations = wrong.map((naming) =>
      observe(
        'document.departmentName',
        'warning',
        culpritAt(naming.place, naming.name, { text: name, fen: null }),
        {
          params: { printed: naming.name, usual: name },
          evidence: usual === undefined ? [] : [textEvidence(usual.place, usual.text)],
        },
      ),
    );
    return { observations, pass: all.length - wrong.length };
  },
};

/** Short forms and units of the department are not other names; a slight difference is a slip. */
function differs({ name: printed, strict, sentence }: Naming, own: string): boolean {
  const name = nameKey(printed);
  if (name === own || name.length < 4 || name.includes(own) || own.includes(name)) return false;
  if (sentence === true) return !isShortForm(name, own) && !isShortForm(own, name);
  const limit = Math.max(1, Math.floor(own.length / 5));
  const slight =
    editDistance(name, own, limit) <= limit && !isShortForm(name, own) && !isShortForm(own, name);
  return slight || (strict && !isShortForm(name, own) && !sharesHead(name, own));
}

/** Every character of the short form stands in the long one in this order (区住建局, 区住房和城乡建设局). */
function isShortForm(short: string, long: string): boolean {
  if (short.length + 3 > long.length) return false;
  let at = 0;
  for (const character of long) if (character === short[at]) at += 1;
  return at === short.length;
}

/** A unit of the same department or region begins with the same words: its own table may name it. */
function sharesHead(name: string, own: string): boolean {
  return name.slice(0, 2) === own.slice(0, 2);
}
