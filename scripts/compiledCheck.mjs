// Builds `mingsuan check` as one script, and keeps the code that V8 makes of it (docs/decisions/023).
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** What a program calls with its own `require` (src/commands/compiledCheck.ts). */
const wrapper = '(function (exports, require, module, __filename, __dirname) {';

export async function buildCompiledCheck(outdir, define) {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const { outputFiles } = await build({
    entryPoints: { check: 'src/commands/check.ts' },
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: Object.keys(dependencies).filter((name) => !bundled.has(name)),
    charset: 'ascii',
    write: false,
    define: { ...define, 'import.meta.url': 'scriptUrl' },
    banner: { js: `${wrapper}const scriptUrl = require('node:url').pathToFileURL(__filename).href;` },
    footer: { js: '})' },
    logLevel: 'warning',
  });
  for (const { path, text } of outputFiles) writeFileSync(path, withoutWideCharacters(text));
  rmSync(join(outdir, 'check.cjs.code'), { force: true });
  execFileSync(process.execPath, ['scripts/keepCode.mjs', outdir], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/**
 * A script of single bytes is read without decoding and takes half the memory. esbuild leaves the characters of
 * patterns (and of String.raw, which makes nothing else) as they are; there, too, an escape means the same, unless a
 * backslash stands before it.
 */
function withoutWideCharacters(text) {
  if (/\\[^\0-\x7f]/.test(text))
    throw new Error('a pattern holds a backslash before a character that needs none');
  return text.replace(/[^\0-\x7f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
