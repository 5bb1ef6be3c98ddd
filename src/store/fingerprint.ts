import { createHash } from 'node:crypto';
import type { Finding } from '../model/finding.ts';

/** The same for the same finding in a later version: rule, place by business key, printed value. */
export function fingerprintOf({ rule, variant, culprits }: Finding): string {
  const culprit = culprits[0];
  const { table, row, column, section, project } = culprit?.place ?? { file: '' };
  const parts = [rule, variant, table, row, column, section, project, culprit?.reported?.text];
  return createHash('sha256')
    .update(JSON.stringify(parts.map((part) => part ?? null)))
    .digest('hex')
    .slice(0, 32);
}
