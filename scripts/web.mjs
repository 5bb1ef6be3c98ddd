// Builds the workbench (web/) into dist/web; with --serve it runs Vite's server and passes the API on to a
// `mingsuan serve` at port 8080.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const config = {
  configFile: false,
  root: 'web',
  base: '/app/',
  logLevel: 'warn',
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      // Marks for servers that render React: nothing is rendered on a server here.
      onLog: (level, log, tell) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') tell(level, log);
      },
    },
  },
};

/** A digest of everything that the workbench is made of. */
function digest() {
  const hash = createHash('sha256').update(readFileSync('package-lock.json'));
  hash.update(readFileSync('web/index.html')).update(readFileSync('scripts/web.mjs'));
  for (const folder of ['web/src', 'web/public', 'src/model']) {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const paths = entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
    for (const path of paths.sort()) hash.update(path).update(readFileSync(path));
  }
  return hash.digest('hex');
}

/** Leaves dist/web as it is when nothing has changed since it was built. */
export async function buildWeb() {
  const stamp = 'dist/web/built.txt';
  const now = digest();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  const { build } = await import('vite');
  await build(config);
  writeFileSync(stamp, now);
}

if (process.argv[1]?.endsWith('web.mjs') === true) {
  if (process.argv.includes('--serve')) {
    const { createServer } = await import('vite');
    const target = 'http://127.0.0.1:8080';
    const server = await createServer({ ...config, server: { proxy: { '/api': target } } });
    await server.listen();
    server.printUrls();
  } else await buildWeb();
}
