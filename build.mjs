// Bundles the command (dist/cli.js) so that it starts fast, its worker process (dist/worker.js) and the library
// (dist/index.js); packages stay outside the bundle.
import { build } from 'esbuild';
import { chmodSync, copyFileSync, cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildCompiledCheck, compiledCheck } from './scripts/compiledCheck.mjs';
import { buildFonts } from './scripts/fonts.mjs';
import { buildWeb } from './scripts/web.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

const outdir = 'dist';
const define = { MINGSUAN_VERSION: JSON.stringify(version) };

const { metafile } = await build({
  entryPoints: {
    cli: 'src/cli.ts',
    index: 'src/index.ts',
    worker: 'src/commands/worker.ts',
    examineWorker: 'src/serve/jobs/examineWorker.ts',
    annotateWorker: 'src/serve/jobs/annotateWorker.ts',
  },
  outdir,
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  charset: 'utf8',
  sourcemap: 'linked',
  define,
  plugins: [compiledCheck],
  metafile: true,
  logLevel: 'warning',
});
chmodSync(join(outdir, 'cli.js'), 0o755);

// What a thread runs and what typst reads stands beside the bundle as it is.
const beside = ['compileWorker.mjs', 'document.typ', 'chart.typ'];
for (const name of beside) copyFileSync(join('src/write/pdf', name), join(outdir, name));
cpSync('src/store/migrations', join(outdir, 'migrations'), { recursive: true });
await buildCompiledCheck(outdir, define);
await buildFonts(join(outdir, 'fonts'));
await buildWeb();

// Chunks of former builds would be shipped with the package.
const made = new Set([
  ...Object.keys(metafile.outputs).map((path) => basename(path)),
  ...beside,
  'check.cjs',
  'check.cjs.code',
  'fonts',
  'migrations',
  'web',
]);
for (const name of readdirSync(outdir)) if (!made.has(name)) rmSync(join(outdir, name), { recursive: true });
