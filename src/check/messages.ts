import { acrossMessages } from './messages/acrossDocuments.ts';
import { claimMessages } from './messages/claims.ts';
import { documentMessages } from './messages/document.ts';
import { narrativeMessages } from './messages/narrative.ts';
import { otherMessages } from './messages/other.ts';
import { performanceMessages } from './messages/performance.ts';
import { projectMessages } from './messages/project.ts';
import { textMessages } from './messages/text.ts';
import { threePublicMessages } from './messages/threePublic.ts';
import { tableMessages } from './messages/table.ts';
import { yearOnYearMessages } from './messages/yearOnYear.ts';
import type { RuleMessages } from './rule.ts';

/** The messages of every rule, by the rule's id: assembled from one file per family in messages/. */
export const allMessages: Readonly<Record<string, RuleMessages>> = {
  ...acrossMessages,
  ...claimMessages,
  ...documentMessages,
  ...narrativeMessages,
  ...otherMessages,
  ...performanceMessages,
  ...projectMessages,
  ...textMessages,
  ...threePublicMessages,
  ...tableMessages,
  ...yearOnYearMessages,
};
