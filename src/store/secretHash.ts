import { createHash } from 'node:crypto';

/** What the store keeps of a secret that a browser or a program holds: who reads the store cannot use it. */
export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
