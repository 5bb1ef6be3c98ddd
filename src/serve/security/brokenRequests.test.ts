import Fastify from 'fastify';
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

test('what is no request is answered as every refusal is, and smuggles no second one', async () => {
  const app = Fastify({
    clientErrorHandler: answerBroken,
    http: { headersTimeout: 100, connectionsCheckingInterval: 50 },
  });
  app.post('/', () => 'taken');
  const address = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  const told: string[] = [];
  for (const sent of [
    `${head}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    `${head}Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd`,
    `${head}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(70_000)}\r\n\r\n`,
    // The rest of its headers never comes.
    head,
  ]) {
    const text = await ask(address, sent);
    expect(text.match(/HTTP\/1\.1/g), text).toHaveLength(1);
    expect(text).toContain('x-content-type-options: nosniff');
    told.push(/"code":"(\w+)"/.exec(text)?.[1] ?? text);
  }
  await app.close();
  expect(told).toEqual(['notHttp', 'notHttp', 'notHttp', 'headersTooLarge', 'tooSlow']);
});
