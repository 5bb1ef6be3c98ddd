import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { apiFiles } from './apiClient.ts';

test('the description of the API and the types of its client are those of the schemas (npm run api)', async () => {
  for (const [path, text] of await apiFiles()) {
    // The tests run with a version of their own.
    const same = (content: string): string => content.replace(/"version": "[^"]+"/, '');
    expect(same(readFileSync(path, 'utf8')) === same(text), path).toBe(true);
  }
});
