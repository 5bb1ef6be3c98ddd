import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { fileURLToPath } from 'node:url';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Where the built workbench lies, beside the bundle. */
export const webFolder = fileURLToPath(new URL('./web', import.meta.url));

/**
 * The workbench at /app/: the files that were there when the server started, and its first page for every
 * other address below, which the workbench itself knows. Gives false when it was not built.
 */
export function registerWeb(app: FastifyInstance, folder = webFolder): boolean {
  if (!existsSync(join(folder, 'index.html'))) return false;
  const files = new Map(
    listed(folder).map((path) => [`/app/${relative(folder, path).split(sep).join('/')}`, path]),
  );
  const contents = new Map([...files].map(([address, path]) => [address, readFileSync(path)]));
  const index = contents.get('/app/index.html');
  app.get('/app', (_, reply) => reply.redirect('/app/'));
  app.get('/app/*', (request, reply) => {
    const address = request.url.split('?', 1)[0] ?? '';
    const content = contents.get(address);
    // Names of built files carry a digest of their content.
    const isForEver = content !== undefined && address.startsWith('/app/assets/');
    reply.header('cache-control', isForEver ? 'public, max-age=31536000, immutable' : 'no-cache');
    const type = content === undefined ? '.html' : extname(address);
    return reply.type(mediaTypes[type] ?? 'application/octet-stream').send(content ?? index);
  });
  return true;
}

function listed(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
