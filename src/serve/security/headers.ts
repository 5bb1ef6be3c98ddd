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
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
};

/** Gives an answer those that it does not have already. */
export function secureHeaders(reply: FastifyReply, isSecure: boolean): void {
  const put = (name: string, value: string): void => {
    if (!reply.hasHeader(name)) reply.header(name, value);
  };
  for (const [name, value] of Object.entries(securityHeaders)) put(name, value);
  if (isSecure) put('strict-transport-security', 'max-age=31536000');
}
