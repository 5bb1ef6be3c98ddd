import { z } from 'zod';
import type { Page, PageAsked } from '../../../store/paging.ts';

/** How every list is asked for: `after` is the `next` of the page before. */
export const pageQuery = z.object({
  after: z.string().max(600).optional().describe('The `next` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  lang: z.enum(['zh', 'en']).optional(),
});

/** How every list answers: `next` is given as `after` of the next request; null at the end. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

export function askedIn({ after, limit }: Pick<z.output<typeof pageQuery>, 'after' | 'limit'>): PageAsked {
  return { after: after ?? null, limit };
}

/** A page of the store with each item as the caller sees it. */
export function shownPage<Item, Shown>({ items, next }: Page<Item>, shown: (item: Item) => Shown) {
  return { items: items.map(shown), next };
}

/** The same for items that are shown as they are. */
export function wholePage<Item>({ items, next }: Page<Item>) {
  return { items: [...items], next };
}
