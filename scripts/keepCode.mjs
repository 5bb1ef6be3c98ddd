// Runs the command `check` on the examples and keeps what V8 compiled for it: keepCode.mjs <dist>
import { readdirSync, writeFileSync } from 'node:fs';
import { resolve, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const dist = resolve(process.argv[2] ?? 'dist');
const load = (name) => import(pathToFileURL(join(dist, name)).href);

// As a user does: the code is only taken by a process with the flags that the command sets (src/commands/startup.ts).
process.argv.splice(2, Infinity, 'check', 'examples/disclosure-with-mistakes.txt', '--fail-on', 'never');
await load('cli.js');
const { runCheck, compiledCode } = await load(
  readdirSync(dist).find((file) => /^compiledCheck-.*\.js$/.test(file)),
);
await runCheck(['examples/disclosure.txt'], { language: 'zh', format: 'json', failOn: 'never' });
writeFileSync(join(dist, 'check.cjs.code'), compiledCode());
