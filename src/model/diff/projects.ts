import { addFen } from '../money.ts';
import type { IndicatorChange, ProjectChange, TextChange } from './comparison.ts';
import { plain } from './figures.ts';
import { changedParagraphs } from './paragraphs.ts';
import { similarity } from './textMarks.ts';

/** What is compared of a project, of a book or a disclosure. */
export interface ProjectFacts {
  readonly name: string;
  /** Its money of the year in 分; null where none is printed. */
  readonly fen: number | null;
  readonly indicators: readonly {
    readonly horizon: 'period' | 'annual';
    readonly level1: string;
    readonly level2: string;
    readonly level3: string;
    readonly value: string;
  }[];
  /** Texts of its sheet by what they are called. */
  readonly texts: readonly (readonly [title: string, text: string])[];
}

export interface ProjectComparison {
  readonly projects: readonly ProjectChange[];
  readonly indicators: readonly IndicatorChange[];
  readonly texts: readonly TextChange[];
}

/** Names that share so much may be the same project's. */
const alikeNames = 0.75;
const alikeWithMoney = 0.4;

/**
 * Projects by name: new, ended, renamed (a name much like the old one, or a bit like it with the same money) and
 * those whose money changed; of those in both, what differs on their sheets.
 */
export function changedProjects(
  before: readonly ProjectFacts[],
  after: readonly ProjectFacts[],
): ProjectComparison {
  const pairs = pairsOf(merged(before), merged(after));
  const both = pairs.flatMap(([old, fresh]) =>
    old === null || fresh === null ? [] : [[old, fresh] as const],
  );
  return {
    projects: pairs.flatMap(([old, fresh]) => projectChange(old, fresh)),
    indicators: both.flatMap(([old, fresh]) => changedIndicators(old, fresh)),
    texts: both.flatMap(([old, fresh]) => changedTexts(old, fresh)),
  };
}

/** Rows and sheets of a name are one project. */
function merged(list: readonly ProjectFacts[]): readonly ProjectFacts[] {
  const byName = new Map<string, ProjectFacts>();
  for (const project of list) {
    const key = plain(project.name);
    const known = byName.get(key);
    byName.set(key, known === undefined ? project : joined(known, project));
  }
  return [...byName.values()];
}

function joined(a: ProjectFacts, b: ProjectFacts): ProjectFacts {
  const fen = a.fen === null || b.fen === null ? (a.fen ?? b.fen) : addFen(a.fen, b.fen);
  return {
    name: a.name,
    fen,
    indicators: [...a.indicators, ...b.indicators],
    texts: [...a.texts, ...b.texts],
  };
}

type Pair = readonly [old: ProjectFacts | null, fresh: ProjectFacts | null];

function pairsOf(before: readonly ProjectFacts[], after: readonly ProjectFacts[]): readonly Pair[] {
  const names = new Map(before.map((project) => [plain(project.name), project]));
  const newNames = new Set(after.map(({ name }) => plain(name)));
  const left = new Set(before.filter(({ name }) => !newNames.has(plain(name))));
  const pairs = after.map((fresh): Pair => {
    const same = names.get(plain(fresh.name));
    if (same !== undefined) return [same, fresh];
    const renamed = [...left].find((old) => isRenamed(old, fresh)) ?? null;
    if (renamed !== null) left.delete(renamed);
    return [renamed, fresh];
  });
  return [...pairs, ...[...left].map((old): Pair => [old, null])];
}

function isRenamed(old: ProjectFacts, fresh: ProjectFacts): boolean {
  const alike = similarity(plain(old.name), plain(fresh.name));
  return alike >= alikeNames || (alike >= alikeWithMoney && old.fen !== null && old.fen === fresh.fen);
}

function projectChange(old: ProjectFacts | null, fresh: ProjectFacts | null): readonly ProjectChange[] {
  const shown = fresh ?? old;
  if (shown === null) return [];
  const isRename = old !== null && fresh !== null && plain(old.name) !== plain(fresh.name);
  if (old !== null && fresh !== null && !isRename && old.fen === fresh.fen) return [];
  const change = old === null ? 'new' : fresh === null ? 'ended' : isRename ? 'renamed' : 'changed';
  return [
    {
      change,
      name: shown.name,
      oldName: isRename ? old.name : null,
      oldFen: old?.fen ?? null,
      newFen: fresh?.fen ?? null,
    },
  ];
}

function changedIndicators(old: ProjectFacts, fresh: ProjectFacts): readonly IndicatorChange[] {
  const [before, after] = [valuesOf(old), valuesOf(fresh)];
  const keys = [...new Set([...after.keys(), ...before.keys()])];
  return keys.flatMap((key) => {
    const [a, b] = [before.get(key) ?? null, after.get(key) ?? null];
    const shown = b ?? a;
    if (shown === null || (a !== null && b !== null && plain(a.value) === plain(b.value))) return [];
    const { horizon, level1, level2, level3 } = shown;
    return [
      {
        project: fresh.name,
        horizon,
        path: [level1, level2, level3],
        old: a?.value ?? null,
        new: b?.value ?? null,
      },
    ];
  });
}

type OwnIndicator = ProjectFacts['indicators'][number];

/** Indicators by their path; a repetition is another one. */
function valuesOf({ indicators }: ProjectFacts): ReadonlyMap<string, OwnIndicator> {
  const values = new Map<string, OwnIndicator>();
  for (const indicator of indicators) {
    const { horizon, level1, level2, level3 } = indicator;
    const path = [horizon, ...[level1, level2, level3].map(plain)].join('\n');
    let key = path;
    for (let nth = 2; values.has(key); nth++) key = `${path}#${nth}`;
    values.set(key, indicator);
  }
  return values;
}

function changedTexts(old: ProjectFacts, fresh: ProjectFacts): readonly TextChange[] {
  const before = new Map(old.texts);
  const titles = [...new Set([...fresh.texts, ...old.texts].map(([title]) => title))];
  const after = new Map(fresh.texts);
  return titles.flatMap((title) => {
    const [a, b] = [before.get(title) ?? '', after.get(title) ?? ''];
    return changedParagraphs(lines(a), lines(b)).map((change) => ({ ...change, where: [fresh.name, title] }));
  });
}

/** The lines of a text. */
export function lines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
