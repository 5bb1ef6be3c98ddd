import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { Language } from '../../model/language.ts';

/** Cost of scrypt: 32 MB and about 80 ms a try. */
const cost = { N: 2 ** 15, r: 8, p: 1 } as const;
const keyBytes = 32;
const maxmem = 64 * 1024 * 1024;

function derive(
  password: string,
  salt: Buffer,
  parameters: { readonly N: number; readonly r: number; readonly p: number },
): Promise<Buffer> {
  return new Promise((settle, fail) => {
    scrypt(password.normalize('NFKC'), salt, keyBytes, { ...parameters, maxmem }, (error, key) => {
      if (error === null) settle(key);
      else fail(error);
    });
  });
}

/** scrypt:N:r:p:salt:key, so that the cost can be raised later; tests take a lower one. */
export async function hashPassword(password: string, N: number = cost.N): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, { ...cost, N });
  return ['scrypt', N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join(':');
}

export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const [name, N, r, p, salt = '', key = ''] = hash.split(':');
  if (name !== 'scrypt') return false;
  const expected = Buffer.from(key, 'base64url');
  const parameters = { N: Number(N), r: Number(r), p: Number(p) };
  const derived = await derive(password, Buffer.from(salt, 'base64url'), parameters);
  return derived.length === expected.length && timingSafeEqual(derived, expected);
}

/** A hash that no password has: a login that does not exist takes as long as one that does. */
export const nobodysHash = `scrypt:${cost.N}:${cost.r}:${cost.p}:${'A'.repeat(22)}:${'A'.repeat(43)}`;

const fewestCharacters = 10;
const mostCharacters = 128;
const fewestKinds = 3;
const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/] as const;
/** What people choose first where rules ask for kinds of characters. */
const common = /passw[o0]rd|qwert|asdf|1234|abcd1234|admin|letmein|iloveyou|woaini|mingsuan|(.)\1{3}/i;

/** Why a password will not do, in words; null when it will. By the habits of 等级保护: length and kinds. */
export function passwordFault(password: string, login: string, language: Language): string | null {
  const zh = language === 'zh';
  if (password.length < fewestCharacters)
    return zh ? `至少 ${fewestCharacters} 个字符。` : `use at least ${fewestCharacters} characters.`;
  if (password.length > mostCharacters)
    return zh ? `最多 ${mostCharacters} 个字符。` : `use at most ${mostCharacters} characters.`;
  if (kinds.filter((kind) => kind.test(password)).length < fewestKinds)
    return zh
      ? '大写字母、小写字母、数字、符号至少要有三种。'
      : 'use three of capital letters, small letters, digits and signs.';
  if (login !== '' && password.toLowerCase().includes(login.toLowerCase()))
    return zh ? '不能包含用户名。' : 'leave out the user name.';
  return common.test(password)
    ? zh
      ? '太常见，容易被猜到，请换一个。'
      : 'too common, choose another one.'
    : null;
}

/** A password to begin with: it must be changed at the first login. */
export function initialPassword(): string {
  return `${randomBytes(9).toString('base64url')}-${(randomBytes(2).readUInt16BE() % 90) + 10}Aa`;
}
