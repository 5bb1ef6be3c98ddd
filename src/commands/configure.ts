import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { parseJson } from '../check/settings/json.ts';
import { mistakeSentence, type Mistake } from '../check/settings/mistake.ts';
import { readSettings } from '../check/settings/readSettings.ts';
import { defaultSettings, type Settings } from '../check/settings/settings.ts';
import type { Language } from '../model/language.ts';
import { say } from './words.ts';

const configName = 'mingsuan.config.json';

export type Configured =
  | { readonly ok: true; readonly files: readonly string[]; readonly settingsOf: (file: string) => Settings }
  | { readonly ok: false; readonly sentences: readonly string[] };

interface Configuration {
  /** Null where no file was found. */
  readonly path: string | null;
  readonly settings: Settings;
  readonly sentences: readonly string[];
}

/**
 * The settings of each file: those of the configuration that was named, else of the nearest
 * `mingsuan.config.json` beside it or in a folder above, up to the current one. Any mistake refuses all.
 */
export async function configure(
  files: readonly string[],
  named: string | undefined,
  language: Language,
): Promise<Configured> {
  const byFolder = new Map<string, Configuration>();
  for (const folder of new Set(files.map((file) => resolve(dirname(file))))) {
    byFolder.set(folder, await configurationOf(folder, named, byFolder, language));
  }
  const used = [...new Map([...byFolder.values()].map((each) => [each.path, each])).values()];
  const sentences = used.flatMap((each) => each.sentences);
  if (sentences.length > 0) return { ok: false, sentences };
  return {
    ok: true,
    files: used.flatMap(({ path }) => (path === null ? [] : [path])),
    settingsOf: (file) => ownSettings(byFolder.get(resolve(dirname(file)))?.settings, file),
  };
}

/** The waivers of a shared configuration that are for this document: its name or the end of its path. */
function ownSettings(settings: Settings | undefined, file: string): Settings {
  if (settings === undefined) return defaultSettings;
  const path = `/${resolve(file).split(sep).join('/')}`;
  const isOwn = (document: string): boolean => path.endsWith(`/${document.replace(/^\.\//, '')}`);
  const waivers = settings.waivers.filter(({ document }) => document === null || isOwn(document));
  return { ...settings, waivers };
}

async function configurationOf(
  folder: string,
  named: string | undefined,
  known: ReadonlyMap<string, Configuration>,
  language: Language,
): Promise<Configuration> {
  if (named !== undefined) {
    const [first] = known.values();
    return first ?? (await readConfiguration(named, language)) ?? notFound(named, language);
  }
  for (const each of foldersUpFrom(folder)) {
    const path = join(each, configName);
    const same = [...known.values()].find((configuration) => configuration.path === path);
    const found = same ?? (await readConfiguration(path, language));
    if (found !== null) return found;
  }
  return { path: null, settings: defaultSettings, sentences: [] };
}

/** The folder and those above it up to the current one; a folder elsewhere stands alone. */
function foldersUpFrom(folder: string): readonly string[] {
  const top = process.cwd();
  const below = relative(top, folder);
  if (below.startsWith('..') || resolve(top, below) !== folder) return [folder];
  const folders = [folder];
  for (let each = folder; each !== top; each = dirname(each)) folders.push(dirname(each));
  return folders;
}

function notFound(path: string, language: Language): Configuration {
  return { path, settings: defaultSettings, sentences: [say(language, 'configNotFound', path)] };
}

/** Null when there is no such file. */
async function readConfiguration(path: string, language: Language): Promise<Configuration | null> {
  const text = await textOf(path);
  if (text === null) return null;
  if (typeof text !== 'string') {
    const sentence = say(language, 'configUnreadable', path, text.code);
    return { path, settings: defaultSettings, sentences: [sentence] };
  }
  const parsed = parseJson(text);
  const { settings, mistakes } =
    'mistake' in parsed
      ? { settings: defaultSettings, mistakes: [parsed.mistake] }
      : readSettings(parsed.value);
  return { path, settings, sentences: mistakes.map((mistake) => mistakeIn(path, mistake, language)) };
}

function mistakeIn(path: string, mistake: Mistake, language: Language): string {
  return say(language, 'configMistake', path, mistakeSentence(mistake, language));
}

/** The text of a file of settings; null when there is none, the system's code when it cannot be read. */
export async function textOf(path: string): Promise<string | { readonly code: string } | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? null : { code };
  }
}

/** Where the waivers of a document are kept. */
export function waiversPath(file: string): string {
  return join(dirname(file), `${basename(file)}.waivers.json`);
}
