import { contains } from '../scope.ts';
import { nothingNamed, withResolution, withWord, type Naming } from './naming.ts';
import { resolveName, resolvePath } from './names.ts';
import type { Token } from './tokens.ts';
import { topicOf } from './topics.ts';
import type { Topic, Walk } from './walk.ts';

const joining = /^(?:和|及|与|以及)$/;

const shortParts: Readonly<Record<string, string>> = { 工程: 'works', 服务: 'services' };

/** “货物、工程、服务采购”: words that mean a part of procurement only beside another. */
function shortPart(part: readonly Token[], all: readonly (readonly Token[])[]): Naming | null {
  const [only, more] = part;
  const item = only?.is === 'unknown' && more === undefined ? shortParts[only.words] : undefined;
  const beside = all.some((tokens) =>
    tokens.some((token) => token.is === 'phrase' && /采购|货物/.test(token.phrase.words)),
  );
  return item === undefined || !beside ? null : { ...nothingNamed, scope: { item }, weak: false };
}

/**
 * What stands before 分别 or beside a row of figures: “货物、工程、服务采购分别为A、B、C”, “收、支总计各是A、B”.
 * Null where a part of it names nothing that is known: then nobody says which figure is whose.
 */
export function openSeries(walk: Walk): readonly Topic[] | null {
  const { naming, named } = walk.pending;
  if (named && naming.bothFlows && naming.problem === null) return bothFlows(walk, naming);
  const names = partsBefore(walk).map((part, _index, all) =>
    part.reduce(withToken(walk), shortPart(part, all) ?? nothingNamed),
  );
  const known = names.every(({ weak, grand, problem }) => problem === null && (!weak || grand));
  return names.length < 2 || !known ? null : topicsOf(walk, names);
}

/** “货物A、服务B，分别占P%、Q%”: the subjects of as many amounts just said as there are percentages. */
export function sharedAmounts({ tokens, at, drafts, sentence }: Walk): readonly Topic[] | null {
  const rest = tokens.slice(at + 1);
  const first = rest.findIndex(({ is }) => is === 'figure');
  const end = rest.findIndex((token, i) => i > first && token.is === 'stop' && token.sign !== '、');
  const percents = rest
    .slice(Math.max(0, first), end < 0 ? rest.length : end)
    .filter(({ is }) => is === 'figure');
  const said = drafts.filter((draft) => draft.sentence === sentence && draft.kind === 'amount');
  const topics = said.slice(-percents.length).flatMap(({ topic }) => topic ?? []);
  const isList =
    percents.length > 1 && percents.every((token) => token.is === 'figure' && token.sort === 'percent');
  return isList && topics.length === percents.length && areApart(topics) ? topics : null;
}

/** No unknown subject, and none that another lies in: a total and its part have no shares side by side. */
function areApart(topics: readonly Topic[]): boolean {
  return topics.every(
    ({ id, scope }) =>
      scope !== null && topics.every((other) => other.id === id || !contains(scope, other.scope ?? scope)),
  );
}

function bothFlows(walk: Walk, naming: Naming): readonly Topic[] | null {
  const flows = ['revenue', 'expenditure'] as const;
  return topicsOf(
    walk,
    flows.map((flow) => ({ ...naming, bothFlows: false, scope: { ...naming.scope, flow } })),
  );
}

function topicsOf(walk: Walk, names: readonly Naming[]): readonly Topic[] | null {
  const topics = names.map((naming) => topicOf(walk, naming));
  const distinct = new Set(topics.map(({ id }) => id)).size === topics.length;
  return distinct && topics.every(({ scope }) => scope !== null) ? topics : null;
}

/** The tokens of the clause before, parted where a comma or a word joins two of a kind. */
function partsBefore(walk: Walk): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  for (let index = walk.at - 1; index >= 0; index -= 1) {
    const token = walk.tokens[index];
    if (token === undefined || token.is === 'figure' || isEnd(token)) break;
    if (isJoint(token)) parts.unshift([]);
    else parts[0]?.unshift(token);
  }
  return parts;
}

function isEnd(token: Token): boolean {
  return token.is === 'stop' && token.sign !== '、';
}

function isJoint(token: Token): boolean {
  return token.is === 'stop' || (token.is === 'phrase' && joining.test(token.phrase.words));
}

function withToken(walk: Walk): (naming: Naming, token: Token) => Naming {
  const { names } = walk.context;
  return (naming, token) => {
    switch (token.is) {
      case 'phrase':
        return token.phrase.meanings.reduce(
          (so, meaning) => (meaning.is === 'subject' ? withWord(so, meaning.subject) : so),
          naming,
        );
      case 'name':
        return withResolution(
          naming,
          resolveName(names, token.name, { axis: walk.section.axis, within: '', level: 0 }),
        );
      case 'path':
        return withResolution(naming, resolvePath(names, token.steps, ''));
      case 'unknown':
        return shortParts[token.words] === naming.scope.item && naming.scope.item !== undefined
          ? naming
          : { ...naming, problem: 'unknownPhrase' };
      default:
        return naming;
    }
  };
}
