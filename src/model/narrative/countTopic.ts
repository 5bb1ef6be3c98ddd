import type { Scope } from '../scope.ts';
import { measures } from './countWords.ts';
import type { FigureToken } from './figureTokens.ts';
import { nothingNamed } from './naming.ts';
import { countedTopic, topicOf, unknownTopic } from './topics.ts';
import type { Topic, Walk } from './walk.ts';

/** What is counted: by the measure word, named before or after the figure, or the projects of a sentence. */
export function countTopic(walk: Walk, token: FigureToken): Topic {
  const measured = measures[(token.unit ?? '').replace(/^万/, '')] ?? null;
  const said = walk.pending.counted ?? visitors(walk, token.unit);
  const counted =
    measured === null ? countable(said ?? countedAfter(walk), token.unit) : refined(walk, measured, said);
  if (counted !== null && !(said === null && projectsCounted(walk))) {
    return (walk.topic = countedTopic(walk, countedScope(walk, counted)));
  }
  return (
    figureTopicOfCount(walk) ??
    projectsAfter(walk) ??
    unknownTopic(walk, 'unknownCount', walk.pending.unknown)
  );
}

/** 共7个项目纳入绩效目标管理, where nothing else is named before the number. */
function projectsAfter(walk: Walk): Topic | null {
  const { pending, section, text, tokens, at } = walk;
  const { end = 0 } = tokens[at] ?? {};
  const counts =
    section.scope.item?.startsWith('performance') === true && /^(?:个)?项目/.test(text.slice(end));
  if (!counts || pending.named || pending.unknown !== '' || pending.counted !== null) return null;
  return (walk.topic = topicOf(walk, { ...nothingNamed, scope: { nature: 'project' }, weak: false }));
}

/** 接待23批次186人 · 0个团组，0人: the people of the visits counted before them. */
function visitors(walk: Walk, unit: string | null): string | null {
  const before =
    walk.topic?.counted === true && walk.pending.unknown === '' ? walk.topic.scope?.item : undefined;
  if (unit !== '人' || before === undefined) return null;
  if (before.startsWith('receptionBatches')) return before.replace('receptionBatches', 'receptionPersons');
  return before.startsWith('abroadGroups') ? 'abroadPersons' : null;
}

/** People and units are counted in their own measures: 编制5次 counts no posts. */
function countable(counted: string | null, unit: string | null): string | null {
  if (counted === null) return null;
  if (counted === 'abroadGroups' && unit === '次') return counted;
  return (/^(?:staff|retirees|receptionPersons|abroadPersons)/.test(counted)
    ? ['人', '名', '个']
    : ['个', '家']
  ).includes(unit ?? '')
    ? counted
    : null;
}

/** The measure word's own thing, in the kind that the words before it name (公务用车 … 辆). */
function refined(walk: Walk, measured: string, said: string | null): string {
  if (said === 'foreign' || said === 'domestic') walk.guests = said;
  if (measured.startsWith('reception')) return walk.guests === null ? measured : `${measured}/${walk.guests}`;
  // Vehicles are counted in 辆 or in 台.
  const fits = said?.startsWith(measured) === true || (measured === 'Equipment' && isVehicle(said));
  return said !== null && fits ? said : measured;
}

function isVehicle(said: string | null): boolean {
  return said?.startsWith('Vehicles') === true;
}

function projectsCounted(walk: Walk): boolean {
  const { scope } = walk.pending.naming;
  return scope.item?.startsWith('performance') === true || scope.nature !== undefined;
}

/** Projects are counted under the subject that their money has. */
function figureTopicOfCount(walk: Walk): Topic | null {
  const { pending } = walk;
  const frame = walk.frames.at(-1)?.base;
  const before = walk.topic?.scope?.item;
  const performance = [pending.naming.scope.item, frame?.item, walk.section.scope.item, before];
  if (!performance.some((item) => item?.startsWith('performance'))) return null;
  if (pending.respectively) return null;
  // 100万元以上项目4个: some of the projects.
  if (pending.threshold !== null) return (walk.topic = unknownTopic(walk, 'unknownCount', ''));
  if (pending.named) {
    return (walk.topic = topicOf(walk, { ...pending.naming, scope: asProjects(pending.naming.scope) }));
  }
  return pending.unknown === '' && before?.startsWith('performance') === true ? walk.topic : null;
}

function asProjects(scope: Scope): Scope {
  return scope.nature === undefined ? { nature: 'project', ...scope } : scope;
}

function countedAfter(walk: Walk): string | null {
  const next = walk.tokens[walk.at + 1];
  if (next?.is !== 'phrase') return null;
  const counted = next.phrase.meanings.find((meaning) => meaning.is === 'counted');
  return counted?.is === 'counted' ? counted.node : null;
}

function countedScope(walk: Walk, node: string): Scope {
  const { threshold } = walk.pending;
  const stocked = /^(?:Vehicles|Equipment)/.test(node) ? `${stockOf(walk, node)}${node}` : node;
  const abroad = walk.topic?.scope?.item === 'abroad' || walk.topic?.scope?.item === 'abroadGroups';
  const item = abroad ? stocked.replace('receptionPersons', 'abroadPersons') : stocked;
  return { item: threshold !== null && item.includes('Equipment') ? `${item}/${threshold}` : item };
}

/**
 * Which of the things are counted, as `stockWords` names them; '' where nothing says it. 三公 speaks of the vehicles that its
 * money keeps or buys: all that are owned are others.
 */
function stockOf(walk: Walk, node: string): string {
  const { pending, topic, stock, context } = walk;
  if (pending.naming.scope.item === 'vehiclePurchase') return 'purchased';
  const unsaid = stock === null && pending.counted === null;
  if (unsaid && topic?.scope?.item === 'vehiclePurchase') return 'purchased';
  if (stock !== null && stock !== 'owned') return stock;
  const known = node.startsWith('Equipment') || context.section === 'assets';
  return known || (stock === 'owned' && context.section !== 'threePublic') ? 'stock' : '';
}
