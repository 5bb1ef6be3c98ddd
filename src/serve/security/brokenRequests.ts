import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { ApiProblem, problemDocument, problemStatus, type ProblemCode } from '../api/problems.ts';
import { securityHeaders } from './headers.ts';

const codes: Readonly<Record<string, ProblemCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'tooSlow',
  HPE_HEADER_OVERFLOW: 'headersTooLarge',
};

/**
 * Answers what is no HTTP or did not arrive in time, and ends the connection. Nothing of the request was understood,
 * so the answer is written by hand; it says what all refusals say.
 */
export function answerBroken(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) socket.write(answerTo(codes[error.code ?? ''] ?? 'notHttp'));
  socket.destroySoon();
}

function answerTo(code: ProblemCode): string {
  const status = problemStatus(code);
  const body = JSON.stringify(problemDocument(new ApiProblem(code), 'zh'));
  const headers = {
    ...securityHeaders,
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'cache-control': 'no-store',
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', body].join('\r\n');
}
