import Fastify from 'fastify';
import type { ServerOptions } from 'node:http';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { answerBroken } from './brokenRequests.ts';

const ask = (address: URL, sent: string): Promise<string> =>
  new Promise((settle, fail) => {
    const socket = connect(Number(address.port), address.hostname, () => socket.write(sent));
    let text = '';
    socket.on('data', (part) => (text += part.toString()));
    socket.on('error', fail);
    socket.on('close', () => {
      settle(text);
    });
  });

const head = 'POST / HTTP/1.1\r\nHost: a\r\n';

/** What is answered to each, one after the other: the code of the problem. */
async function answersTo(http: ServerOptions, sent: readonly string[]): Promise<readonly string[]> {
  const app = Fastify({ clientErrorHandler: answerBroken, http });
  app.post('/', () => 'taken');
  const address = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  const told: string[] = [];
  for (const each of sent) {
    const text = await ask(address, each);
    expect(text.match(/HTTP\/1\.1/g), text).toHaveLength(1);
    expect(text).toContain('x-content-type-options: nosniff');
    told.push(/"code":"(\w+)"/.exec(text)?.[1] ?? text);
  }
  await app.close();
  return told;
}

test('what is no request is answered as every refusal is, and smuggles no second one', async () => {
  const told = await answersTo({}, [
    `${head}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    `${head}Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd`,
    `${head}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(70_000)}\r\n\r\n`,
  ]);
  expect(told).toEqual(['notHttp', 'notHttp', 'notHttp', 'headersTooLarge']);
});

test('a request whose headers never end is ended', async () => {
  const told = await answersTo({ headersTimeout: 100, connectionsCheckingInterval: 50 }, [head]);
  expect(told).toEqual(['tooSlow']);
});
