import { mutantOf } from '../mutations.ts';
import type { Random } from '../random.ts';
import type { Seed } from '../seeds.ts';
import { jsonOf, mutatedJson } from './jsonMutations.ts';

/** What is sent; the address is percent-encoded already. */
export interface SentRequest {
  readonly method: string;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
  readonly how: string;
}

/** A request that is in order, before it is changed. */
export interface PlainRequest {
  readonly method: string;
  /** Segments of the address; those that name something may be changed. */
  readonly path: readonly { readonly text: string; readonly isNamed: boolean }[];
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly headers: Readonly<Record<string, string>>;
  readonly content:
    | { readonly kind: 'none' }
    | { readonly kind: 'json'; readonly value: unknown }
    | { readonly kind: 'bytes'; readonly seed: Seed };
}

/** Changes the body, the address, the headers or the method: one of them, sometimes two. */
export function mutated(plain: PlainRequest, random: Random): SentRequest {
  const how: string[] = [];
  const body = bodyOf(plain, random, how);
  const isChanged = how.length > 0;
  const path = plain.path.map(({ text, isNamed }) =>
    isNamed && random.below(isChanged ? 10 : 4) === 0 ? hostileText(random, how, 'path') : encoded(text),
  );
  const query = plain.query.flatMap(([name, value]) => queryPart(name, value, random, how));
  if (random.below(12) === 0) query.push(`${random.pick(strangeNames)}=${hostileText(random, how, 'query')}`);
  const headers = { ...plain.headers, ...typeOf(plain) };
  if (random.below(3) === 0 || (how.length === 0 && random.below(2) === 0)) {
    const [name, value] = random.pick(hostileHeaders);
    how.push(`${name}: ${value.slice(0, 40)}`);
    headers[name] = value;
  }
  const method = random.below(25) === 0 ? random.pick(otherMethods) : plain.method;
  if (method !== plain.method) how.push(method);
  const address = `/${path.join('/')}${query.length === 0 ? '' : `?${query.join('&')}`}`;
  return { method, address, headers, body, how: how.join('; ') };
}

const otherMethods = ['PATCH', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'POST', 'GET'];
const strangeNames = ['lang', 'limit', '__proto__', 'a%00', 'filter%5B%24ne%5D', '%ff'];

/** As it stands in an address already. */
const hostileAddresses = [
  '',
  '%00',
  '%',
  '%zz',
  '%ff%fe',
  '%ed%a0%80',
  '-1',
  '0',
  '1e9',
  'NaN',
  '1.5',
  '2147483648',
  '99999999999999999999',
  '..%2f..%2fetc%2fpasswd',
  '%3Cscript%3Ealert(1)%3C/script%3E',
  '%27%20or%201%3D1--',
  '%F0%A0%AE%B7',
  'a'.repeat(250),
  '%E5%AD%97'.repeat(60),
  '0b6f0000-0000-4000-8000-000000000000',
  'docx',
  'true',
  '__proto__',
  '*',
];

function hostileText(random: Random, how: string[], where: string): string {
  const text = random.pick(hostileAddresses);
  how.push(`${where} ${text.slice(0, 30)}`);
  return text;
}

const encoded = (text: string): string => encodeURIComponent(text);

function queryPart(name: string, value: string, random: Random, how: string[]): readonly string[] {
  const usual = `${name}=${encoded(value)}`;
  switch (random.below(8)) {
    case 0:
      return [`${name}=${hostileText(random, how, name)}`];
    case 1:
      how.push(`${name} twice`);
      return [usual, usual];
    case 2:
      how.push(`no ${name}`);
      return [];
    default:
      return [usual];
  }
}

function typeOf({ content }: PlainRequest): Record<string, string> {
  if (content.kind === 'none') return {};
  return { 'content-type': content.kind === 'json' ? 'application/json' : 'application/octet-stream' };
}

const boundary = '----mingsuan';
const multipart = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="../a.docx"\r\n\r\nx\r\n--${boundary}`;

const hostileHeaders: readonly (readonly [name: string, value: string])[] = [
  ...['"0"', '"-1"', 'W/"1"', '*', '1', '"1", "2"', '""', '"99999999999999999999"', '"1e3"', '\u00e9'].map(
    (value) => ['if-match', value] as const,
  ),
  ...['*', '"1"', 'W/"x"', '"'.repeat(500)].map((value) => ['if-none-match', value] as const),
  ...[
    'text/plain',
    'application/json; charset=utf-16',
    'application/x-www-form-urlencoded',
    `multipart/form-data; boundary=${boundary}`,
    'multipart/form-data',
    'application/octet-stream',
    'application/json',
    'text/xml',
    ';;;',
  ].map((value) => ['content-type', value] as const),
  ...[
    '',
    'Bearer',
    'Bearer x',
    `Bearer ${'a'.repeat(200)}`,
    'Basic eDp5',
    'Bearer \u00ff'.padEnd(40, '0'),
  ].map((value) => ['authorization', value] as const),
  ...['mingsuan_session=', 'mingsuan_session=%00', 'mingsuan_session="a', '='.repeat(2000)].map(
    (value) => ['cookie', value] as const,
  ),
  ...['', 'x'.repeat(5000)].map((value) => ['x-csrf-token', value] as const),
  ...['en', 'zh;q=nan', '*'.repeat(1000)].map((value) => ['accept-language', value] as const),
  ['accept', 'image/png'],
  ['origin', 'http://127.0.0.1.example'],
  ['origin', 'null'],
  ['sec-fetch-site', 'cross-site'],
  ['content-encoding', 'gzip'],
  ['range', 'bytes=5-1,-9999999999'],
  ['x-forwarded-for', "' or 1=1"],
  ['x-http-method-override', 'DELETE'],
  ['if-modified-since', 'Thu, 99 Foo 99999'],
];

function bodyOf({ content }: PlainRequest, random: Random, how: string[]): Buffer | null {
  if (content.kind === 'none') return null;
  if (content.kind === 'bytes') {
    if (random.below(5) === 0) return strangeBytes(random, how);
    const mutant = mutantOf(content.seed, random);
    how.push(`${mutant.name}: ${mutant.how}`);
    return Buffer.from(mutant.bytes);
  }
  if (random.below(6) === 0) return Buffer.from(jsonOf(content.value));
  const json = mutatedJson(content.value, random);
  how.push(json.how);
  return random.below(5) === 0 ? brokenText(json.text, random, how) : Buffer.from(json.text);
}

function strangeBytes(random: Random, how: string[]): Buffer {
  how.push('other bytes');
  return random.pick([
    Buffer.alloc(0),
    Buffer.from(multipart),
    Buffer.alloc(2_000_000, 'PK\u0003\u0004'),
    Buffer.from('%PDF-1.7\n'.repeat(100)),
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from({ length: 600 }, () => 0xff)]),
  ]);
}

/** Text that is no JSON any more, or no UTF-8. */
function brokenText(text: string, random: Random, how: string[]): Buffer {
  const bytes = Buffer.from(text);
  const at = random.below(bytes.length + 1);
  const put = (middle: Buffer): Buffer => Buffer.concat([bytes.subarray(0, at), middle, bytes.subarray(at)]);
  how.push(`broken at ${at}`);
  return random.pick([
    () => bytes.subarray(0, at),
    () => put(Buffer.from([0xff, 0xfe, 0xc0])),
    () => put(Buffer.from([0xed, 0xa0, 0x80])),
    () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
    () => Buffer.concat([bytes, Buffer.from('}')]),
    () => Buffer.from(text, 'utf16le'),
    () => Buffer.from(multipart),
  ])();
}
