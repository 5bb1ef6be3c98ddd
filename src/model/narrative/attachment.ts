import { parseAmount } from '../money.ts';
import { printedNumber, type FigureToken } from './figureTokens.ts';
import type { Draft, Topic, Walk } from './walk.ts';

/**
 * “总计A，其中：甲B，乙C，比上年增加D，增长P%”: the change is the total's when no item of the list has
 * a change of its own. The rate that follows decides where it fits only one of the two.
 */
export function changedTotal(walk: Walk): { readonly topic: Topic; readonly uncertain: boolean } | null {
  if (walk.sentenceOpens) return totalBefore(walk);
  const frame = walk.frames.at(-1);
  const parent = walk.drafts[frame?.parents.get('amount') ?? -1];
  if (frame === undefined || parent?.topic == null || parent.sentence !== walk.sentence) return null;
  if (walk.topic?.segment !== walk.segment || frame.segment !== walk.segment) return null;
  const since = walk.drafts.slice(frame.claimsBefore);
  const items = since.filter((draft) => draft.topic?.frame?.id === frame.id && draft.fen !== null);
  const item = items.at(-1);
  if (item === undefined || item.topic?.id !== walk.topic.id || parent.topic.changed === true) return null;
  // 乙C，较上年E万元增加D: what it was compared with is the item's own.
  if (item.roles.previousYear) return null;
  const listed = new Set(items.map((draft) => draft.topic?.id)).size;
  if (listed < 2 || items.some((draft) => draft.kind === 'change' || draft.segment !== walk.segment))
    return null;
  return decide(walk, parent.topic, parent, item);
}

/**
 * “总计A。其中，甲B，乙C。比上年增加D，增长P%”: a sentence that names nothing goes on about the total or about
 * the last item; only the rate can tell.
 */
function totalBefore(walk: Walk): ReturnType<typeof changedTotal> {
  const frame = walk.topic?.frame ?? null;
  const parent = walk.drafts[frame?.parents.get('amount') ?? -1];
  const item = walk.drafts.findLast((draft) => draft.topic?.id === walk.topic?.id && draft.kind === 'amount');
  if (frame === null || parent?.topic == null || item === undefined || item === parent) return null;
  if (parent.topic.changed === true || item.topic?.changed === true) return null;
  return decide(walk, parent.topic, parent, item);
}

function decide(walk: Walk, topic: Topic, parent: Draft, item: Draft): ReturnType<typeof changedTotal> {
  const change = walk.tokens[walk.at];
  const rate = walk.tokens.slice(walk.at + 1).find((token) => token.is === 'figure');
  if (change?.is !== 'figure' || rate?.is !== 'figure' || rate.sort !== 'percent')
    return { topic, uncertain: true };
  const fitsTotal = fits(walk, parent.fen ?? 0, change, rate);
  const fitsItem = fits(walk, item.fen ?? 0, change, rate);
  if (fitsItem && !fitsTotal) return null;
  return { topic, uncertain: !fitsTotal || fitsItem };
}

/** Is change ÷ (current ∓ change) the printed rate, within its last digit? A choice between readings, no check. */
function fits(walk: Walk, current: number, change: FigureToken, rate: FigureToken): boolean {
  const amount = parseAmount(change.digits, change.moneyUnit ?? '万元');
  const printed = printedNumber(rate.digits);
  if (typeof amount === 'string' || printed === null) return false;
  const sign = walk.pending.direction?.direction === 'decrease' ? -1 : 1;
  const previous = current - sign * amount.fen;
  if (previous <= 0) return false;
  const percent = (amount.fen / previous) * 100;
  return Math.abs(percent - printed.digits / 10 ** printed.scale) <= 1 / 10 ** printed.scale;
}
