// The folder that is carried to a machine without a network: Node, the program, its packages, the database.
import {
  chmodSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { productionPackages, type Platform } from './packages.ts';

interface Target extends Platform {
  /** Where its Node lies in the folder. */
  readonly node: string;
  /** What only this platform's folder has. */
  readonly files: string;
}

export type PlatformName = 'linux-x64' | 'windows-x64';

export const platforms: Readonly<Record<PlatformName, Target>> = {
  'linux-x64': { os: 'linux', cpu: 'x64', libc: 'glibc', node: 'node/bin/node', files: 'packaging/linux' },
  'windows-x64': { os: 'win32', cpu: 'x64', node: 'node/node.exe', files: 'packaging/windows' },
};

/** What is in the package besides its modules; the same list as `files` in package.json. */
const program = [
  'package.json',
  'dist',
  'docs',
  'examples',
  'schemas',
  'LICENSE',
  'CHANGELOG.md',
  'README.md',
];
/** Sources, maps and types are for developing; licences come along. */
const needless = /\.(?:map|md|markdown|ts|mts|cts|tsbuildinfo)$|\/(?:tests?|__tests__|\.github)$/i;

export interface BundleSources {
  /** The Node binary. */
  readonly node: string;
  /** Where packages of another platform were unpacked to, by place. */
  readonly fetched?: string;
  /** Files may be linked instead of copied. */
  readonly isLinked?: boolean;
}

/** Fills the folder from a checkout that is built; gives the platform's own packages that are missing, by name. */
export function fillFolder(
  root: string,
  folder: string,
  name: PlatformName,
  { node, fetched, isLinked = false }: BundleSources,
): readonly string[] {
  const platform = platforms[name];
  const missing: string[] = [];
  const take = (from: string, to: string): void => {
    copyTree(from, to, isLinked);
  };
  for (const part of program) take(join(root, part), join(folder, 'app', part));
  for (const { place, isPlatforms } of productionPackages(platform, join(root, 'package-lock.json'))) {
    const candidates = [...(fetched === undefined ? [] : [join(fetched, place)]), join(root, place)];
    const from = candidates.find((each) => existsSync(join(each, 'package.json')));
    if (from !== undefined) takeModules(from, join(folder, 'app', place), isLinked);
    else if (isPlatforms) missing.push(place.replace('node_modules/', ''));
    else throw new Error(`${place} is not installed: run npm install`);
  }
  take(node, join(folder, platform.node));
  chmodSync(join(folder, platform.node), 0o755);
  // Files of the platform and the unit of systemd; copied, for they are changed.
  for (const file of readdirSync(join(root, platform.files))) {
    writeFileSync(join(folder, file), ownText(join(root, platform.files, file)), { mode: 0o755 });
  }
  if (platform.os === 'linux')
    cpSync(join(root, 'packaging/mingsuan.service'), join(folder, 'mingsuan.service'));
  return missing;
}

/** Windows' commands need its line ends. */
function ownText(path: string): string {
  const text = readFileSync(path, 'utf8');
  return /\.(?:cmd|txt)$/.test(path) ? text.replace(/\r?\n/g, '\r\n') : text;
}

/** A package without the packages that lie in it: those have places of their own. */
function takeModules(from: string, to: string, isLinked: boolean): void {
  copyTree(from, to, isLinked, isNeeded);
}

function isNeeded(path: string): boolean {
  const isLicence = /licen[cs]e|notice|copying/i.test(basename(path));
  return basename(path) !== 'node_modules' && (isLicence || !needless.test(path));
}

function copyTree(
  from: string,
  to: string,
  isLinked: boolean,
  wanted = (path: string): boolean => !path.endsWith('.map'),
): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source, target) => {
      if (source !== from && !wanted(source)) return false;
      return !(isLinked && linked(source, target));
    },
  });
}

/** A file that is only tried needs no place of its own. */
function linked(source: string, target: string): boolean {
  try {
    linkSync(source, target);
    return true;
  } catch {
    // A folder, or another file system: it is copied.
    return false;
  }
}
