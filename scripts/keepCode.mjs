// Runs `mingsuan check` on the example and keeps what V8 compiled for it: keepCode.mjs <dist>
import { readdirSync, writeFileSync } from 'node:fs';
import { resolve, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import v8 from 'node:v8';

// The code is only taken by a process with the same flags (src/commands/startup.ts).
v8.setFlagsFromString('--interrupt-budget=4000000');

const dist = resolve(process.argv[2] ?? 'dist');
const name = readdirSync(dist).find((file) => /^compiledCheck-.*\.js$/.test(file));
const { runCheck, compiledCode } = await import(pathToFileURL(join(dist, name)).href);
const options = { language: 'zh', format: 'text', failOn: 'never' };
await runCheck(['examples/disclosure-with-mistakes.txt'], options);
await runCheck(['examples/disclosure.txt'], { ...options, format: 'json' });
writeFileSync(join(dist, 'check.cjs.code'), compiledCode());
