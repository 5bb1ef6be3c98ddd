import type { Disclosure } from '../../../model/disclosure.ts';
import { scopeKey } from '../../../model/scope.ts';
import type { Checked } from './amountIndex.ts';
import { codeLinesOf, type CodeLine } from './codeLines.ts';
import { portalProjects } from './projects.ts';

/** What became of a thing since last year. */
export type Movement = 'new' | 'ended' | 'grown' | 'cut' | 'same';

export interface YearChange {
  readonly name: string;
  /** The function code, or the project's slug in the year that has it. */
  readonly id: string;
  readonly beforeFen: number | null;
  readonly nowFen: number | null;
  readonly movement: Movement;
}

/** A name without its years: 2026年供热补贴 and 2025年供热补贴 are one undertaking. */
export function yearless(name: string): string {
  return name.replace(/(?:20)?\d{2}(?:年度|年)|(?<!\d)20\d{2}(?!\d)/g, '');
}

/** Classes of both years beside each other; null where the two years print different scopes: unlike is not compared. */
export function classChanges(now: Checked, before: Checked): readonly YearChange[] | null {
  const [here, there] = [codeLinesOf(now, 'function'), codeLinesOf(before, 'function')];
  if (here === null || there === null || scopeKey(here.base) !== scopeKey(there.base)) return null;
  const classes = (lines: readonly CodeLine[]): readonly CodeLine[] =>
    lines.filter(({ level }) => level === 1);
  return paired(
    classes(here.lines).map(({ code, name, figure }) => ({ key: code, id: code, name, fen: figure.fen })),
    classes(there.lines).map(({ code, name, figure }) => ({ key: code, id: code, name, fen: figure.fen })),
  );
}

/** Projects of both years by name; null where one of the years lists none. */
export function projectChanges(now: Disclosure, before: Disclosure): readonly YearChange[] | null {
  const [here, there] = [portalProjects(now), portalProjects(before)];
  if (here.length === 0 || there.length === 0) return null;
  const items = (projects: typeof here): readonly Item[] =>
    projects.map(({ key, slug, name, fen }) => ({ key, id: slug, name, fen: fen ?? 0 }));
  return paired(items(here), items(there));
}

interface Item {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly fen: number;
}

function paired(here: readonly Item[], there: readonly Item[]): readonly YearChange[] {
  const partner = partnersOf(here, there);
  const taken = new Set(partner.values());
  const kept = here.map((item): YearChange => {
    const { id, name, fen } = item;
    const old = partner.get(item)?.fen ?? null;
    return { name, id, beforeFen: old, nowFen: fen, movement: movementOf(old, fen) };
  });
  const ended = there
    .filter((item) => !taken.has(item))
    .map(({ id, name, fen }): YearChange => {
      return { name, id, beforeFen: fen, nowFen: null, movement: 'ended' };
    });
  const size = ({ beforeFen, nowFen }: YearChange): number => Math.abs((nowFen ?? 0) - (beforeFen ?? 0));
  return [...kept, ...ended].sort((a, b) => size(b) - size(a));
}

/** Last year's item of each: by its key, else by its name without years where just one on each side has it. */
function partnersOf(here: readonly Item[], there: readonly Item[]): ReadonlyMap<Item, Item> {
  const before = new Map(there.map((item) => [item.key, item]));
  const partner = new Map<Item, Item>();
  for (const item of here) {
    const same = before.get(item.key);
    if (same !== undefined) partner.set(item, same);
  }
  const taken = new Set(partner.values());
  const left = byYearless(here.filter((item) => !partner.has(item)));
  const right = byYearless(there.filter((item) => !taken.has(item)));
  for (const [name, [item, ...more]] of left) {
    const [old, ...others] = right.get(name) ?? [];
    if (item !== undefined && old !== undefined && more.length + others.length === 0) partner.set(item, old);
  }
  return partner;
}

function byYearless(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = yearless(item.key);
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return groups;
}

function movementOf(before: number | null, now: number): Movement {
  if (before === null || before === 0) return now === 0 ? 'same' : 'new';
  if (now === 0) return 'ended';
  return now === before ? 'same' : now > before ? 'grown' : 'cut';
}
