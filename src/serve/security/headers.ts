import type { FastifyReply } from 'fastify';

/** Styles stand in charts and in the workbench's components; scripts come from here only. */
const contentPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** What every answer says to the browser (OWASP secure headers). */
export function secureHeaders(reply: FastifyReply, isSecure: boolean): void {
  const put = (name: string, value: string): void => {
    if (!reply.hasHeader(name)) reply.header(name, value);
  };
  put('content-security-policy', contentPolicy);
  put('x-content-type-options', 'nosniff');
  put('referrer-policy', 'same-origin');
  put('x-frame-options', 'DENY');
  put('cross-origin-opener-policy', 'same-origin');
  put('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()');
  if (isSecure) put('strict-transport-security', 'max-age=31536000');
}
