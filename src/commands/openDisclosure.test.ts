import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDisclosure } from './openDisclosure.ts';

const example = readFileSync(join(import.meta.dirname, '../../examples/disclosure.txt'), 'utf8');
const own = /^\S+/.exec(example)?.[0] ?? '';

it('a file of several disclosures is refused with how many they are and whose', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'several-'));
  const file = join(folder, '汇编.txt');
  await writeFile(file, `${example}\n${example.replaceAll(own, '甲县民政局')}`);
  expect(await openDisclosure(file)).toEqual({
    ok: false,
    problem: { code: 'severalDisclosures', detail: `2：${own}2026、甲县民政局2026` },
  });
  await rm(folder, { recursive: true });
});
