import type { NarrativeParagraph } from '../model/disclosure.ts';
import type { Claim, PrintedNumber } from '../model/narrative/claim.ts';
import { placeJson } from './placeJson.ts';

/** A claim as `read --format json` prints it. */
export function claimJson(claim: Claim, paragraph: NarrativeParagraph): object {
  const { kind, subject, year, text, fen, number, direction, refersTo } = claim;
  const span = paragraph.spans.find(({ start, end }) => claim.start >= start && claim.start < end);
  return {
    kind,
    subject,
    year,
    text,
    ...(fen === null ? {} : { fen }),
    ...(number === null ? {} : { number: decimal(number) }),
    direction,
    refersTo: refersTo.map(({ role, claim: index }) => ({ role, claim: index })),
    place: placeJson({ ...paragraph.place, ...span?.place }),
  };
}

/** A rate or a count as a number; amounts never come here. */
function decimal({ digits, scale }: PrintedNumber): number {
  return digits / 10 ** scale;
}
