import { readFile } from 'node:fs/promises';

/** The system user that PostgreSQL runs as; null: the user of this process. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** In this order: a user made for the program, the distribution's, the one that every system has. */
const candidates = ['mingsuan', 'postgres', 'nobody'] as const;

/** PostgreSQL refuses to run as root, so root lends it another user. */
export async function serverAccount(): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of candidates) {
    const line = lines.find(([user]) => user === name);
    const [uid, gid] = [Number(line?.[2]), Number(line?.[3])];
    if (uid > 0 && gid > 0) return { name, uid, gid };
  }
  return null;
}
