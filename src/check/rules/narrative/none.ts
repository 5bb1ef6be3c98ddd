import type {
  Disclosure,
  DisclosureTable,
  NarrativeParagraph,
  NarrativeSection,
} from '../../../model/disclosure.ts';
import type { Figure } from '../../../model/figure.ts';
import type { Claim } from '../../../model/narrative/claim.ts';
import { dimensions, nodeContains, type Scope } from '../../../model/scope.ts';
import { narrativeText } from '../../documentTexts.ts';
import { readingsOf } from '../../narrative/claimFigures.ts';
import type { Observation, Rule, RuleContext } from '../../rule.ts';
import { tableIndex, type ScopeIndex } from '../../scopeIndex.ts';
import { culpritAt, observe, textEvidence } from '../performance/observation.ts';

const id = 'narrative.none';

/**
 * 无, 没有 and 未安排 about something that a table prints amounts of, and amounts of something whose table
 * is empty. Where one printed figure stands for exactly what the words say, the relations compare it.
 */
export const none: Rule = {
  id,
  severity: 'warning',
  authority: '财预〔2016〕143号',
  check: (context) => {
    const tables = tableIndex(context.disclosure);
    const spoken = context.disclosure.narrative.flatMap((section) =>
      section.paragraphs.flatMap((paragraph) => [
        ...paragraph.claims.flatMap((claim) => denied(claim, { section, paragraph, tables, context })),
        ...bareDenial({ section, paragraph, tables, context }),
      ]),
    );
    return {
      observations: spoken.flatMap(({ observation }) => observation ?? []),
      pass: spoken.filter(({ observation }) => observation === null).length,
    };
  },
};

interface Spoken {
  readonly section: NarrativeSection;
  readonly paragraph: NarrativeParagraph;
  readonly tables: ScopeIndex;
  readonly context: RuleContext;
}

interface Judged {
  /** Null: what is said agrees with the tables. */
  readonly observation: Observation | null;
}

function denied(claim: Claim, spoken: Spoken): readonly Judged[] {
  if (claim.subject === null) return [];
  if (claim.kind === 'amount') return emptyTable(claim, spoken);
  // 上年没有安排 denies nothing of this year's.
  if (claim.kind !== 'zero' || claim.year !== spoken.context.disclosure.year) return [];
  const exact = readingsOf(claim).strict.flatMap((scope) => printed(scope, spoken.tables));
  if (exact.some(({ fen }) => fen === 0)) return [{ observation: null }];
  if (new Set(exact.map(({ fen }) => fen)).size === 1) return [];
  const figure = exact[0] ?? largestOf(claim.subject, spoken.context.disclosure);
  if (figure === null) return [];
  return [{ observation: contradiction(spoken, claim.start, wordsAt(claim, spoken), figure) }];
}

function printed(scope: Scope, { byScope, coder }: ScopeIndex): readonly Figure[] {
  return byScope.get(coder.encode(scope))?.slice(0, 1) ?? [];
}

/** The words of the sentence around the denial. */
function wordsAt({ start }: Claim, { paragraph }: Spoken): string {
  const from = Math.max(0, paragraph.text.slice(0, start).search(/[^。；，]*$/));
  const rest = paragraph.text.slice(start).search(/[。；，]/);
  return paragraph.text.slice(from, rest < 0 ? undefined : start + rest).trim();
}

/** What a whole table is about: only these may be denied as a whole. */
const wholes: readonly Scope[] = [
  { fund: 'governmentFund' },
  { fund: 'stateCapital' },
  { item: 'threePublic' },
  { item: 'procurement' },
];

/** The largest amount of what is denied, where a table prints any; null where no table is about it. */
function largestOf(subject: Scope, { figures, year, stage }: Disclosure): Figure | null {
  const isWhole = wholes.some(({ fund, item }) => subject.fund === fund && subject.item === item);
  if (!isWhole || subject.function !== undefined || subject.nature !== undefined) return null;
  const asked: Scope = {
    ...(subject.fund === undefined ? {} : { fund: subject.fund }),
    ...(subject.item === undefined ? {} : { item: subject.item }),
    ...(subject.vintage === undefined ? {} : { vintage: subject.vintage }),
    ...(year === null ? {} : { year: String(year) }),
    stage,
  };
  const within = figures.filter(({ fen, scope }) => fen !== 0 && isWithin(scope, asked));
  return within.reduce<Figure | null>((a, b) => (a === null || b.fen > a.fen ? b : a), null);
}

function isWithin(scope: Scope, outer: Scope): boolean {
  return dimensions.every((d) => {
    const asked = outer[d];
    if (asked === undefined || asked === '') return true;
    const own = scope[d];
    return own !== undefined && own !== '' && nodeContains(d, asked, own);
  });
}

function contradiction(spoken: Spoken, offset: number, words: string, figure: Figure): Observation {
  const place = narrativeText(spoken.paragraph, spoken.section.section, '').placeAt(offset);
  const params = { amount: figure.text, table: figure.place.table ?? '' };
  return observe(id, 'warning', culpritAt(place, words), {
    params,
    evidence: [textEvidence(figure.place, figure.text)],
  });
}

const denial =
  /^(?:\d+[.、])?(?:本部门|本单位|我部门|我单位|我局)?(?:20\d\d年度?)?(?:本年度?)?(?:无|没有|不涉及|未安排)(?:此项|相关|该项)?(?:内容|支出|预算|收支|情况|安排)*[。.]?$/;

const bySection: Readonly<Record<string, Scope>> = {
  governmentFund: { fund: 'governmentFund' },
  stateCapital: { fund: 'stateCapital' },
  threePublic: { item: 'threePublic' },
};

/** A section that says 无 and nothing else denies what its heading names. */
function bareDenial(spoken: Spoken): readonly Judged[] {
  const { section, paragraph, context } = spoken;
  const subject = bySection[section.section];
  if (subject === undefined || section.paragraphs.length > 1) return [];
  if (paragraph.claims.length > 0 || !denial.test(paragraph.text.replace(/\s+/g, ''))) return [];
  const figure = largestOf(subject, context.disclosure);
  if (figure === null) return [{ observation: null }];
  return [{ observation: contradiction(spoken, 0, paragraph.text.trim(), figure) }];
}

/** An amount of a fund whose own table is printed without any row, while no other table prints it. */
function emptyTable(claim: Claim, spoken: Spoken): readonly Judged[] {
  const { subject, fen, year, stage, roles } = claim;
  const { disclosure } = spoken.context;
  const fund = subject?.fund;
  const foreign =
    year !== disclosure.year || stage !== disclosure.stage || roles.previousYear || roles.execution;
  if (subject === null || fund === undefined || !fen || foreign || subject.flow !== 'expenditure') return [];
  const table = disclosure.tables.find((t) => tableFund(t) === fund);
  if (table === undefined || table.rows.some(hasAmount) || !saysEmpty(table)) return [];
  if (largestOf({ fund }, disclosure) !== null) return [];
  if (disclosure.figures.some(({ scope }) => scope.fund === fund)) return [];
  const place = narrativeText(spoken.paragraph, spoken.section.section, '').placeAt(claim.start);
  const evidence = [textEvidence(table.place, table.note ?? '')];
  const params = { table: table.number, title: table.title };
  return [
    {
      observation: observe(id, 'warning', culpritAt(place, claim.text), {
        variant: 'emptyTable',
        params,
        evidence,
      }),
    },
  ];
}

function tableFund({ key }: DisclosureTable): string | null {
  if (key === 'govFundExpenditure') return 'governmentFund';
  return key === 'stateCapital' ? 'stateCapital' : null;
}

function hasAmount({ cells }: DisclosureTable['rows'][number]): boolean {
  return Object.values(cells).some(({ fen }) => fen !== null && fen !== 0);
}

function saysEmpty({ note }: DisclosureTable): boolean {
  return /无数据|空表|没有|无/.test(note ?? '');
}
