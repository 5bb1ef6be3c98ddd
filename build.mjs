// Bundles the command (dist/cli.js) so that it starts fast; packages stay outside the bundle.
import { build } from 'esbuild';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

// Tests build into a folder of their own.
const outdir = process.argv[2] ?? 'dist';

await build({
  entryPoints: { cli: 'src/cli.ts', index: 'src/index.ts' },
  outdir,
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  charset: 'utf8',
  sourcemap: 'linked',
  define: { MINGSUAN_VERSION: JSON.stringify(version) },
  logLevel: 'warning',
});
chmodSync(join(outdir, 'cli.js'), 0o755);
