import { Agent, request } from 'node:http';
import type { SentRequest } from './requestMutations.ts';

/** Beyond this an answer is taken for one that never comes, even on a busy machine. */
const patience = 30_000;

export interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

const agent = new Agent({ keepAlive: true });
/** Of the program's own, for requests without an answer. */
const none = 0;

/** Sends the request to this machine; a request without an answer has the status 0. */
export function send(port: number, { method, address, headers, body }: SentRequest): Promise<Received> {
  return new Promise((resume) => {
    const refused = (error: Error): void => {
      resume({ status: none, headers: {}, text: error.message });
    };
    // Without a length the body of a GET would be taken for the next request.
    const sized = body === null ? headers : { ...headers, 'content-length': String(body.length) };
    const asking = request(
      { ...{ host: '127.0.0.1', port, agent, method, path: address, timeout: patience }, headers: sized },
      (reply) => {
        const parts: Buffer[] = [];
        reply.on('data', (part: Buffer) => parts.push(part));
        reply.on('error', refused);
        reply.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          resume({ status: reply.statusCode ?? none, headers: reply.headers, text });
        });
      },
    );
    asking.on('timeout', () => asking.destroy(new Error(`no answer within ${patience} ms`)));
    asking.on('error', refused);
    asking.end(body ?? undefined);
  });
}

const inside = /node_modules|\bat \w+ \(|syntax error|\.ts:\d|root:x|password_hash|<script>alert/;

/** What is wrong with an answer, whatever was asked. */
export function wrongIn({ method, address }: SentRequest, { status, headers, text }: Received): string[] {
  if (status === none) return [`no answer: ${text}`];
  if (status >= 500) return [String(status)];
  const wrong: string[] = [];
  const type = String(headers['content-type']);
  if (!type.includes('json') ? /html/.test(type) && inside.test(text) : status >= 400 && inside.test(text))
    wrong.push(`tells the inside: ${text.slice(0, 200)}`);
  if (headers['x-content-type-options'] !== 'nosniff') wrong.push(`${status} without the security headers`);
  const isRefused = status >= 400 && method !== 'HEAD' && isOfApi(address);
  if (isRefused && !(type.includes('problem+json') && /"title":"./.test(text)))
    wrong.push(`${status} without a problem's details: ${type} ${text.slice(0, 120)}`);
  return wrong;
}

/** Previews of the portal's pages answer as the portal does. */
const isOfApi = (address: string): boolean =>
  address.startsWith('/api/v1/') && !/\/disclosures\/[^/]*\/portal/.test(address);
