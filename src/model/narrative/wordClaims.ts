import { changeOf, draftOf } from './figures.ts';
import { topicOf } from './topics.ts';
import { addDraft, type Walk } from './walk.ts';

/** A clause whose words claim something without a figure: 持平, 无, 决算数小于预算数. */
export function addWordClaim(walk: Walk): boolean {
  const { direction, sideways, zero } = walk.pending;
  if (direction !== null && (direction.direction === 'flat' || sideways)) {
    const draft = changeOf(walk, direction);
    draft.direction = direction.direction;
    if (direction.direction === 'flat') Object.assign(draft, { fen: 0, unitFen: 0 });
    addDraft(walk, draft);
    return true;
  }
  return zero !== null && addZero(walk, zero);
}

function addZero(walk: Walk, zero: { readonly start: number; readonly end: number }): boolean {
  if (!walk.pending.named || walk.pending.naming.problem !== null) return false;
  const topic = topicOf(walk, walk.pending.naming);
  if (topic.scope === null) return false;
  walk.topic = topic;
  addDraft(walk, { ...draftOf(walk, 'zero', topic, zero), fen: 0, unitFen: 0 });
  return true;
}
