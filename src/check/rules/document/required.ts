import type { Disclosure } from '../../../model/disclosure.ts';
import { fold } from '../../../model/fold.ts';
import type { TableForm } from '../../../model/form.ts';
import type { Observation, Rule } from '../../rule.ts';
import { culpritAt, observe } from '../performance/observation.ts';
import { documentPlace, formOf } from './form.ts';

const authority = '财预〔2016〕143号';

/** The document fits no form that is known: it is read by the meaning of its headers. */
export const formUnrecognised: Rule = {
  id: 'document.formUnrecognised',
  severity: 'info',
  authority: '—',
  check: ({ disclosure }) => {
    if (disclosure.form !== null) return { observations: [], pass: 1 };
    const params = { reason: disclosure.formReason, tables: disclosure.tables.length };
    const culprit = culpritAt(documentPlace(disclosure), null);
    return { observations: [observe('document.formUnrecognised', 'info', culprit, { params })], pass: 0 };
  },
};

/** A table that the form requires is not there, not even empty. */
export const tableMissing: Rule = {
  id: 'document.tableMissing',
  severity: 'warning',
  authority,
  check: ({ disclosure }) => {
    const form = formOf(disclosure);
    if (form === null) return { observations: [], pass: 0, notApplicable: 1 };
    const required = form.tables.filter((table) => isRequired(table, disclosure));
    const stands = (key: string): boolean => disclosure.tables.some((table) => table.key === key);
    const replaced = form.tables.flatMap(({ key, insteadOf }) => (stands(key) ? (insteadOf ?? []) : []));
    const missing = required.filter(({ key }) => !stands(key) && !replaced.includes(key));
    return {
      observations: missing.map((table) => missingTable(table, disclosure)),
      pass: required.length - missing.length,
    };
  },
};

/** A table that came later is asked of no year before it, and of no document whose year is unknown. */
function isRequired({ required, requiredSince = 0 }: TableForm, { year }: Disclosure): boolean {
  return required && requiredSince <= (year ?? 0);
}

/** Where a grid bears a title that is not understood, it may be the table: advice only. */
function missingTable(table: TableForm, disclosure: Disclosure): Observation {
  const title = table.title.replace('{year}', String(disclosure.year ?? ''));
  const unknown = disclosure.uncertain.filter(({ note }) => note === 'unknownTable').length;
  const listed = mentioned(table, disclosure);
  const place = { ...documentPlace(disclosure), table: table.number };
  return observe(
    'document.tableMissing',
    unknown > 0 || listed ? 'info' : 'warning',
    culpritAt(place, null, { text: title, fen: null }),
    { variant: unknown > 0 || listed ? 'unread' : '', params: { title, unknown, number: table.number } },
  );
}

/** Does a line of the document bear the table's title although no grid was read under it? */
function mentioned(table: TableForm, { printed }: Disclosure): boolean {
  const titles = (printed?.titles ?? []).map(({ text }) => fold(text));
  return titles.some(
    (title) => /表(?:\(.*\))?$/.test(title) && table.titles.some((source) => new RegExp(source).test(title)),
  );
}

interface RequiredSection {
  readonly key: string;
  readonly title: string;
  /** Words of which one stands in any text on the matter. */
  readonly words: RegExp;
}

/** What 143号 asks every department to explain. */
const requiredSections: readonly RequiredSection[] = [
  { key: 'duties', title: '部门职责', words: /职责|职能/ },
  { key: 'organisation', title: '机构设置', words: /机构|内设|所属单位|下属单位|单位构成/ },
  { key: 'threePublic', title: '“三公”经费说明', words: /三公|公务接待/ },
  { key: 'operating', title: '机关运行经费说明', words: /机关运行/ },
  { key: 'procurement', title: '政府采购说明', words: /政府采购/ },
  { key: 'glossary', title: '名词解释', words: /名词解释|名词说明/ },
];

/** A section that every disclosure must have is not there under any heading, and nothing else speaks of it. */
export const sectionMissing: Rule = {
  id: 'document.sectionMissing',
  severity: 'warning',
  authority,
  check: ({ disclosure }) => {
    const isText = disclosure.narrative.length > 0 && !isNotice(disclosure);
    if (!isText) return { observations: [], pass: 0, notApplicable: 1 };
    const text = wholeText(disclosure);
    const missing = requiredSections.filter(({ words }) => !words.test(text));
    const observations = missing.map(({ title }) =>
      observe(
        'document.sectionMissing',
        'warning',
        culpritAt(documentPlace(disclosure), null, { text: title, fen: null }),
        { params: { title } },
      ),
    );
    return { observations, pass: requiredSections.length - missing.length };
  },
};

/** A notice of the 三公经费 alone, as regions and departments publish beside their disclosures. */
function isNotice({ narrative, tables, overview, contents, projects }: Disclosure): boolean {
  const [first] = narrative;
  return (
    first?.section === 'threePublic' &&
    narrative.every(({ section }) => section === 'threePublic' || section === 'other') &&
    tables.every(({ key }) => key === 'threePublic') &&
    overview.duties === null &&
    contents.length + projects.length === 0
  );
}

function wholeText({ printed, narrative, overview, glossary }: Disclosure): string {
  return fold(
    [
      ...(printed?.titles ?? []).map(({ text }) => text),
      ...narrative.flatMap(({ title, paragraphs }) => [title, ...paragraphs.map(({ text }) => text)]),
      overview.duties === null ? '' : '职责',
      overview.offices.length === 0 ? '' : '机构',
      glossary.length === 0 ? '' : '名词解释',
    ].join('\n'),
  );
}
