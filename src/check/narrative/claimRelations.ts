import type { Relation } from '../relation.ts';
import { balances } from './balances.ts';
import { changeOf, changeRelation, impliedPrevious } from './changes.ts';
import type { StatedClaim } from './claimFigures.ts';
import { itemSums } from './itemSums.ts';
import { largerThanWhole, listRelation, publishedAmounts } from './lists.ts';
import { rateRelation, sameRates } from './rates.ts';
import type { Context } from './references.ts';
import { printedPrevious } from './printedPrevious.ts';
import { sectionShares } from './sectionShares.ts';
import { shareRelation } from './shares.ts';
import type { StatedNarrative } from './stated.ts';

/** Relations that the sentences state themselves: changes, rates, shares, lists. */
export function claimRelations(context: StatedNarrative): readonly Relation[] {
  const { paragraphs } = context;
  const perParagraph = paragraphs.flatMap(({ claims }) => [
    ...claims.flatMap((stated) => ofClaim(stated, claims, context)),
  ]);
  return [
    ...perParagraph,
    ...impliedPrevious(paragraphs, context),
    ...sameRates(paragraphs, perParagraph, context),
    ...publishedAmounts(paragraphs),
    ...itemSums(context),
    ...balances(context),
    ...sectionShares(context),
    ...printedPrevious(context),
  ];
}

function ofClaim(stated: StatedClaim, claims: readonly StatedClaim[], context: Context): readonly Relation[] {
  const { kind } = stated.claim;
  if (kind === 'change') return changeRelation(changeOf(stated, claims, context));
  if (kind === 'rate') return rateRelation(stated, claims, context);
  if (kind === 'share') return shareRelation(stated, claims, context);
  return kind === 'list' ? listRelation(stated, claims, context) : largerThanWhole(stated, claims);
}
