import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import type { runCheck as RunCheck } from './check.ts';

/**
 * `mingsuan check` as the build has it: one script with the code that V8 made of it before, so that nothing is
 * compiled again. The build puts this module in the place of check.ts (decision 023); another version of Node
 * refuses the code and compiles the script as always. The script is one function and holds ASCII only.
 */
const path = fileURLToPath(new URL('./check.cjs', import.meta.url));
const codePath = `${path}.code`;

interface CheckModule {
  exports: { readonly runCheck?: typeof RunCheck };
}

type Wrapper = (
  exports: object,
  require: NodeJS.Require,
  module: CheckModule,
  filename: string,
  folder: string,
) => void;

function load(): { readonly check: typeof RunCheck; readonly script: Script } {
  const cachedData = existsSync(codePath) ? readFileSync(codePath) : undefined;
  const script = new Script(readFileSync(path, 'latin1'), {
    filename: path,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  const module: CheckModule = { exports: {} };
  const wrapper = script.runInThisContext() as Wrapper;
  wrapper(module.exports, createRequire(path), module, path, dirname(path));
  if (module.exports.runCheck === undefined) throw new TypeError(`${path} exports no runCheck`);
  return { check: module.exports.runCheck, script };
}

const loaded = load();

export const runCheck: typeof RunCheck = loaded.check;

/** What V8 has compiled so far, for the next start. */
export function compiledCode(): Buffer {
  return loaded.script.createCachedData();
}
