import { claimMessages } from './messages/claims.ts';
import { documentMessages } from './messages/document.ts';
import { performanceMessages } from './messages/performance.ts';
import { projectMessages } from './messages/project.ts';
import type { RuleMessages } from './rule.ts';

/** The messages of every rule, by the rule's id: assembled from one file per family in messages/. */
export const allMessages: Readonly<Record<string, RuleMessages>> = {
  ...claimMessages,
  ...documentMessages,
  ...performanceMessages,
  ...projectMessages,
};
