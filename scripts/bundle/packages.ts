// Which packages the program needs on a platform, by the lock file.
import { readFileSync } from 'node:fs';

/** As npm names them. */
export interface Platform {
  readonly os: string;
  readonly cpu: string;
  readonly libc?: string;
}

export interface NeededPackage {
  /** node_modules/… */
  readonly place: string;
  readonly version: string;
  /** Made for one platform. */
  readonly isPlatforms: boolean;
}

interface Entry {
  readonly version: string;
  readonly dev?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

/** All packages that the program runs with there: those for developing and of other platforms are left out. */
export function productionPackages(
  platform: Platform,
  lockFile = 'package-lock.json',
): readonly NeededPackage[] {
  const { packages } = JSON.parse(readFileSync(lockFile, 'utf8')) as {
    readonly packages: Readonly<Record<string, Entry>>;
  };
  return Object.entries(packages)
    .filter(([place, entry]) => place !== '' && entry.dev !== true && fits(entry, platform))
    .map(([place, { version, os }]) => ({ place, version, isPlatforms: os !== undefined }));
}

function fits({ os, cpu, libc }: Entry, platform: Platform): boolean {
  return (
    (os?.includes(platform.os) ?? true) &&
    (cpu?.includes(platform.cpu) ?? true) &&
    (libc === undefined || platform.libc === undefined || libc.includes(platform.libc))
  );
}
