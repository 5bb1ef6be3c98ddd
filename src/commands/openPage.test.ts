import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepAddress, keptAddress, thisOrAnyPort } from './openPage.ts';

test('a second start finds the address of the first', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'mingsuan-address-'));
  expect(await keptAddress(directory)).toBeNull();
  await keepAddress(directory, 'http://127.0.0.1:8081/app/');
  expect(await keptAddress(directory)).toBe('http://127.0.0.1:8081/app/');
  await rm(directory, { recursive: true, force: true });
});

test('a port that is taken is replaced by any that is free', async () => {
  const server = createServer();
  await new Promise<void>((resume) => server.listen(0, '127.0.0.1', resume));
  const { port } = server.address() as AddressInfo;
  expect(await thisOrAnyPort('127.0.0.1', port)).toBe(0);
  await new Promise((resume) => server.close(resume));
  expect(await thisOrAnyPort('127.0.0.1', port)).toBe(port);
});
