import type { DigestFigure, DigestStatement, DocumentDigest } from '../../model/digest.ts';
import { placeNamesFrom } from '../../model/words/names.ts';
import type { Observation } from '../rule.ts';
import { itemWords } from '../yearOnYear/lastPlace.ts';
import { byKey, culpritOf, evidenceOf, type AcrossResult } from './found.ts';
import { isSameName } from './groups.ts';

const rule = 'acrossDocuments.budgetInAccounts';

interface Difference {
  readonly text: string;
  readonly place: DigestStatement['place'];
  readonly published: DigestFigure;
  readonly expected: string;
  readonly initial: boolean;
}

/** The budget that final accounts speak of is the one that was published. */
export function budgetsInAccounts(digests: readonly DocumentDigest[]): AcrossResult {
  const results = digests
    .filter(({ stage, level }) => stage === 'finalAccounts' && level !== 'region')
    .map((accounts) => against(accounts, budgetOf(accounts, digests)));
  return {
    observations: results.flatMap(({ observations }) => observations),
    counts: results.flatMap(({ counts }) => counts),
  };
}

/** The budget of the same body and year; a unit's final accounts have the unit's budget. */
function budgetOf(accounts: DocumentDigest, digests: readonly DocumentDigest[]): DocumentDigest | null {
  const own = digests.filter(
    ({ stage, year, name }) =>
      stage === 'budget' && year === accounts.year && isSameName(name, accounts.name),
  );
  return own.find(({ level }) => level === accounts.level) ?? null;
}

function against(accounts: DocumentDigest, budget: DocumentDigest | null): AcrossResult {
  const { file } = accounts;
  const cells = accounts.figures.filter(({ key }) => key.includes('stage=budget;'));
  const statements = accounts.budgetStatements;
  if (budget === null) {
    const notApplicable = Math.max(1, cells.length + statements.length);
    return { observations: [], counts: [{ file, rule, pass: 0, fail: 0, notApplicable }] };
  }
  const published = byKey(budget);
  let notApplicable = 0;
  let pass = 0;
  const differences: Difference[] = [];
  const see = (keys: readonly string[], printed: DigestStatement): void => {
    const found = keys.flatMap((key) => published.get(key) ?? []);
    const [first] = found;
    const isOne = new Set(found.map(({ fen }) => fen)).size === 1;
    if (first !== undefined && found.some((figure) => agree(printed, figure))) pass += 1;
    else if (first === undefined || !isOne || first.doubtful) notApplicable += 1;
    else differences.push(differenceOf(printed, first));
  };
  for (const figure of cells) see([figure.key], { ...figure, keys: [], initial: false });
  for (const statement of statements) see(statement.keys, statement);
  const observations = distinct(differences).map((each) => observationOf(each, budget, pass >= 2));
  return { observations, counts: [{ file, rule, pass, fail: differences.length, notApplicable }] };
}

function agree(printed: DigestStatement, figure: DigestFigure): boolean {
  return Math.abs(printed.fen - figure.fen) <= Math.max(printed.unitFen, figure.unitFen);
}

function differenceOf(
  { text, place, unitFen, fen, initial }: DigestStatement,
  published: DigestFigure,
): Difference {
  const shown = { ...published, text, fen, unitFen };
  return {
    text,
    place,
    published,
    initial,
    expected: culpritOf(shown, published.fen).expected?.text ?? published.text,
  };
}

/** One number said several times is one finding. */
function distinct(differences: readonly Difference[]): readonly Difference[] {
  return [...new Map(differences.map((each) => [`${each.text} ${each.published.fen}`, each])).values()];
}

/** 年初预算 is the published budget; 预算数 in a table may be the adjusted one, so it is only advice there. */
function observationOf(
  { text, place, published, expected, initial }: Difference,
  budget: DocumentDigest,
  proven: boolean,
): Observation {
  const params = {
    table: published.place.table ?? 0,
    item: itemWords(published.place, placeNamesFrom(budget.names)),
    published: published.text,
    money: published.money,
    printed: text,
  };
  return {
    rule,
    severity: initial ? (proven ? 'error' : 'warning') : 'info',
    variant: initial ? '' : 'adjusted',
    params,
    culprits: [
      {
        reported: { text, fen: null },
        expected: { text: expected, fen: null },
        support: 1,
        slip: null,
        place,
      },
    ],
    evidence: [evidenceOf(published, 'same')],
  };
}
