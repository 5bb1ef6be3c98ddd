import { gather } from '../../../model/gather.ts';
import type { Disclosure } from '../../../model/disclosure.ts';
import type { Figure } from '../../../model/figure.ts';
import type { Claim } from '../../../model/narrative/claim.ts';
import type { Place } from '../../../model/place.ts';
import { narrativeText } from '../../documentTexts.ts';

/** A printed amount of one of the three public expenses, in a table or in a sentence. */
export interface PublicAmount {
  readonly item: string;
  /** 分, with the value of the last printed digit. */
  readonly fen: number;
  readonly unitFen: number;
  readonly text: string;
  readonly place: Place;
  /** Its number in the ledger, where a table prints it. */
  readonly figure: number | null;
}

/** The amounts that the document prints of its own year, blanks included; previous years' are left out. */
export function publicAmounts(disclosure: Disclosure): readonly PublicAmount[] {
  return [...gather(disclosure.figures, (figure) => inTable(figure, disclosure)), ...inText(disclosure)];
}

function inTable(figure: Figure, { year, stage }: Disclosure): readonly PublicAmount[] {
  const { scope, fen, unitFen, text, place } = figure;
  if (scope.item === undefined) return [];
  const isOwn = (scope.year ?? String(year)) === String(year) && (scope.stage ?? stage) === stage;
  return isOwn ? [{ item: scope.item, fen, unitFen, text, place, figure: figure.id }] : [];
}

function inText(disclosure: Disclosure): readonly PublicAmount[] {
  return disclosure.narrative.flatMap((section) =>
    section.paragraphs.flatMap((paragraph) =>
      gather(paragraph.claims, (claim) => {
        const item = claim.subject?.item;
        if (item === undefined || !isOwnAmount(claim, disclosure)) return [];
        const { fen, unitFen, text, start } = claim;
        const place = narrativeText(paragraph, section.section, '').placeAt(start);
        return [{ item, fen: fen ?? 0, unitFen: unitFen ?? 0, text, place, figure: null }];
      }),
    ),
  );
}

function isOwnAmount({ kind, year, stage, roles }: Claim, disclosure: Disclosure): boolean {
  if (kind !== 'amount' && kind !== 'zero') return false;
  return year === disclosure.year && stage === disclosure.stage && !roles.previousYear && !roles.execution;
}
