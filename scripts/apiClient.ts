// Writes the API's description (schemas/openapi.json) and the types of the browser's client from it.
import { writeFileSync } from 'node:fs';
import { mkdirSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { apiDescription } from '../src/serve/describe.ts';
import { clientTypes, type Description } from './apiTypes.ts';

export const descriptionPath = 'schemas/openapi.json';
export const typesPath = 'web/src/api/schema.ts';

/** Both files as they should stand. */
export async function apiFiles(): Promise<ReadonlyMap<string, string>> {
  const description = (await apiDescription()) as Description;
  const options = (await resolveConfig('package.json')) ?? {};
  const json = await format(JSON.stringify(description), { ...options, parser: 'json' });
  const types = await format(clientTypes(description), { ...options, parser: 'typescript' });
  return new Map([
    [descriptionPath, json],
    [typesPath, types],
  ]);
}

if (process.argv[1]?.endsWith('apiClient.ts') === true) {
  mkdirSync('web/src/api', { recursive: true });
  for (const [path, text] of await apiFiles()) writeFileSync(path, text);
}
