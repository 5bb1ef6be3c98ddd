import type { DigestFigure, DigestProject, DigestStatement, DocumentDigest } from '../../model/digest.ts';
import type { Disclosure } from '../../model/disclosure.ts';
import type { Figure } from '../../model/figure.ts';
import type { Finding } from '../../model/finding.ts';
import { fold } from '../../model/fold.ts';
import type { Place } from '../../model/place.ts';
import { parseAmount } from '../../model/money.ts';
import { scopeKey, withNode, type Scope } from '../../model/scope.ts';
import { nameDataOf } from '../../model/words/names.ts';
import { narrativeText } from '../documentTexts.ts';
import { readingsOf } from '../narrative/claimFigures.ts';
import { projectRows } from '../rules/project/projectRows.ts';
import { unitCountIn } from './unitCount.ts';

/** What relations between documents need of one that was read and checked. */
export function digestOf(disclosure: Disclosure, findings: readonly Finding[]): DocumentDigest {
  const { file, department, region, year, stage, tables } = disclosure;
  const organisation = organisationOf(disclosure);
  return {
    ...{ file, year, stage, organisation },
    region: region ?? regionInTitles(disclosure),
    name: department.name,
    code: department.code,
    level: levelOf(disclosure),
    units: unitsOf(disclosure),
    unitCount: unitCountIn(organisation),
    tables: tables.map(({ key }) => key),
    figures: figuresOf(disclosure, findings),
    budgetStatements: stage === 'finalAccounts' ? budgetStatements(disclosure) : [],
    projects: projectsOf(disclosure),
    names: nameDataOf(disclosure),
  };
}

/** Titles that say 单位预算 and never 部门 are a unit's; those that say 汇总 or 全县, a whole region's. */
function levelOf({ printed, tables, department }: Disclosure): DocumentDigest['level'] {
  const titles = [...(printed?.cover ?? []).map(({ text }) => text), ...tables.map(({ title }) => title)].map(
    fold,
  );
  const isOf = (pattern: RegExp): number => titles.filter((title) => pattern.test(title)).length;
  const regional = isOf(
    /全[省市县区旗]|[省市县区旗](?:本)?级.*(?:汇总|“?三公”?经费(?:预算|决算)?(?:汇总|总额))|汇总/,
  );
  const name = department.name === null ? '' : fold(department.name);
  const whole = name === '' || /(?:人民政府|[省市县区旗](?:本级)?)$/.test(name);
  if (regional > 0 && (whole || regional * 2 > titles.length)) return 'region';
  // Its titles may be those of its department.
  if (/(?:\((?:本级|机关|本部)\)|[局委办院会部厅处](?:本级|本部))$/.test(name)) return 'unit';
  const unit = isOf(/预算单位|单位(?:预算|决算|收支|收入|支出)/);
  return unit > isOf(/部门(?!预算支出经济)/) ? 'unit' : 'department';
}

/** 某县2027年… above the tables, where no department is named. */
function regionInTitles({ printed }: Disclosure): string | null {
  const titles = (printed?.cover ?? []).map(({ text }) => fold(text));
  const named = titles.map(
    (title) => /^(?:20\d\d年)?([\u4e00-\u9fff]{1,10}?[省市县区旗])(?:本?级)?(?:20\d\d年)?/.exec(title)?.[1],
  );
  return named.find((name) => name !== undefined) ?? null;
}

/** Names in rows of units, without those of the department itself as the head of its units. */
function unitsOf({ figures }: Disclosure): readonly string[] {
  const names = figures.flatMap(({ scope }) => (scope.unit === undefined ? [] : [unitName(scope)]));
  return [...new Set(names)].filter((name) => name !== '');
}

/** The unit's own name: the last part of department›unit. */
function unitName({ unit = '' }: Scope): string {
  return unit.slice(unit.lastIndexOf('›') + 1);
}

const mostCharacters = 20_000;

function organisationOf({ overview, narrative, printed }: Disclosure): string {
  const spoken = narrative
    .filter(({ section }) => ['duties', 'organisation', 'changes', 'other', 'performance'].includes(section))
    .flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
  const offices = overview.offices.map(({ name, text }) => `${name} ${text}`);
  const titles = (printed?.titles ?? []).map(({ text }) => text);
  return [overview.duties ?? '', ...offices, ...titles, ...spoken].join('\n').slice(0, mostCharacters);
}

/** Amounts that are printed, by facts: revenue and expenditure of one quantity have one key. */
function figuresOf(disclosure: Disclosure, findings: readonly Finding[]): readonly DigestFigure[] {
  const wrong = new Set(findings.flatMap(({ culprits }) => culprits.map(({ place }) => spot(place))));
  const tables = new Map(disclosure.tables.map(({ number, key }) => [number, key]));
  return disclosure.figures
    .filter(({ text, scope }) => text !== '' && scope.project === undefined && scope.reading === undefined)
    .map((figure) => ({
      key: factsKey(figure.scope),
      unit: unitName(figure.scope),
      table: tables.get(figure.place.table ?? 0) ?? '',
      ...{ text: figure.text, fen: figure.fen, unitFen: figure.unitFen, place: figure.place },
      money: figure.unit,
      depth: depthOf(figure),
      doubtful: wrong.has(spot(figure.place)),
      internal: isInternal(figure.scope),
    }));
}

/** The three public expenses are money of the treasury, whether a form says so or not. */
function factsKey(scope: Scope): string {
  const facts = withNode(withNode(scope, 'flow', ''), 'unit', '');
  const isTreasury = facts.item !== undefined && facts.fund === 'fiscal';
  return scopeKey(isTreasury ? withNode(facts, 'fund', '') : facts);
}

function depthOf({ scope }: Figure): number {
  return (
    Object.values(scope).reduce((sum, node) => sum + 1 + node.split('/').length, 0) +
    (scope.function ?? '').length
  );
}

const passing = new Set(['superiorGrant', 'affiliatedRemittance', 'toSuperior', 'toAffiliated']);

function isInternal({ fund, nature }: Scope): boolean {
  return passing.has(fund ?? '') || passing.has(nature ?? '');
}

function spot({ table, row, column, project, section, line }: Place): string {
  return [table, row, column, project, section, line].join('|');
}

/** What final accounts say of this year's budget: 年初预算为 …. */
function budgetStatements(disclosure: Disclosure): readonly DigestStatement[] {
  return disclosure.narrative.flatMap((section) =>
    section.paragraphs.flatMap((paragraph) =>
      paragraph.claims.flatMap((claim): readonly DigestStatement[] => {
        const isAmount = claim.kind === 'amount' || claim.kind === 'pair';
        const { fen, unitFen, year, stage, subject, roles } = claim;
        if (!isAmount || stage !== 'budget' || year !== disclosure.year || subject === null) return [];
        if (fen === null || unitFen === null || roles.execution || roles.reason) return [];
        const { strict, loose } = readingsOf(claim);
        const before = paragraph.text.slice(Math.max(0, claim.start - 12), claim.start);
        const place = narrativeText(paragraph, section.section, '').placeAt(claim.start);
        return [
          {
            keys: [...new Set([...strict, ...loose].map(factsKey))],
            ...{ text: claim.text, fen, unitFen, place },
            initial: before.includes('年初'),
          },
        ];
      }),
    ),
  );
}

function projectsOf(disclosure: Disclosure): readonly DigestProject[] {
  return projectRows(disclosure).map(({ name, key, unit, amount, carriedOver, place, money }) => {
    const parsed = amount === null ? null : parseAmount(amount.text, money ?? '万元');
    return {
      ...{ name, key, carriedOver, place },
      unit: unitName({ unit }),
      text: amount?.text ?? '',
      fen: amount?.fen ?? null,
      unitFen: parsed === null || typeof parsed === 'string' ? 0 : parsed.unitFen,
    };
  });
}
