import { expect, test } from 'vitest';
import { unknownNames } from './unknownNames.ts';

test('a name that nobody has is locked like an account, and free again after the time', () => {
  const clock = { now: 0 };
  const names = unknownNames({ failedLogins: 3, lockMinutes: 15 }, () => clock.now);
  expect([names.fail('ghost'), names.fail('ghost'), names.locked('ghost')]).toEqual([0, 0, 0]);
  expect(names.fail('ghost')).toBe(15);
  expect([names.locked('ghost'), names.locked('other')]).toEqual([15, 0]);
  clock.now = 15 * 60_000;
  expect([names.locked('ghost'), names.fail('ghost')]).toEqual([0, 0]);
});
