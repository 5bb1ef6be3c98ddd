import { filingById } from '../store/filings.ts';
import { newestPublished } from '../store/published.ts';
import { askQuestion } from '../store/readerQuestions.ts';
import type { Database } from '../store/store.ts';
import type { PortalServing } from './portal/registerPortal.ts';
import { rateLimit } from './security/rateLimit.ts';

/** Questions that one address may send: a few at once, then one a minute. */
const questionRate = { burst: 5, perMinute: 1 };

/** Brings what readers of the portal do not understand to the department whose disclosure it is. */
export function readerQuestions(db: Database): Pick<Required<PortalServing>, 'ask' | 'mayAsk'> {
  const rate = rateLimit(questionRate);
  return {
    mayAsk: (ip) => rate.take(ip),
    ask: async ({ key, edition, ...question }) => {
      const [published] = await newestPublished(db, key);
      const filing = published === undefined ? null : await filingById(db, published.filing);
      return filing !== null && (await askQuestion(db, filing, { edition, ...question }));
    },
  };
}
