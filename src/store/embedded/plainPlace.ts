import { createHash } from 'node:crypto';
import { mkdir, readlink, rm, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Characters that are the same in every code page. */
const plain = /^[\x20-\x7e]*$/;

/**
 * A path of plain characters that leads to the folder. On Windows PostgreSQL knows its paths only in the code page
 * of the system, which may lack the characters of a Chinese folder or of a user's name; a junction, which needs
 * no rights of an administrator, leads around them. The folder itself where that cannot be made.
 * @param base where junctions lie; by default the folder that Windows keeps for all users' programs
 */
export async function plainPlace(folder: string, base = process.env['ProgramData']): Promise<string> {
  const target = resolve(folder);
  if (plain.test(target) || base === undefined || !plain.test(base)) return target;
  const name = createHash('sha256').update(target).digest('hex').slice(0, 16);
  const junction = join(base, `mingsuan-${name}`);
  try {
    await mkdir(target, { recursive: true });
    if (!(await leadsTo(junction, target))) {
      await rm(junction, { force: true });
      await symlink(target, junction, 'junction');
    }
    return junction;
  } catch {
    // Not every disk has junctions: PostgreSQL is then tried with the path as it is.
    return target;
  }
}

async function leadsTo(junction: string, target: string): Promise<boolean> {
  const found = await readlink(junction).catch(() => null);
  return found !== null && resolve(found) === target;
}

/** Has the path only plain characters? */
export function isPlain(path: string): boolean {
  return plain.test(path);
}
