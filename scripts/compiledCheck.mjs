// Builds `mingsuan check` as one script, and keeps the code that V8 makes of it (docs/decisions/023).
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Packages that cannot be required go into the script. */
const bundled = new Set(['parse5']);

/** In the place of check.ts, where the program asks for it, stands the compiled one. */
export const compiledCheck = {
  name: 'compiled check',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/check\.ts$/ }, ({ kind, resolveDir }) =>
      kind === 'dynamic-import' ? { path: join(resolveDir, 'compiledCheck.ts') } : undefined,
    );
  },
};

export async function buildCompiledCheck(outdir, define) {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  await build({
    entryPoints: { check: 'src/commands/check.ts' },
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: Object.keys(dependencies).filter((name) => !bundled.has(name)),
    charset: 'utf8',
    define: { ...define, 'import.meta.url': 'scriptUrl' },
    banner: { js: "const scriptUrl = require('node:url').pathToFileURL(__filename).href;" },
    logLevel: 'warning',
  });
  rmSync(join(outdir, 'check.cjs.code'), { force: true });
  execFileSync(process.execPath, ['scripts/keepCode.mjs', outdir], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
