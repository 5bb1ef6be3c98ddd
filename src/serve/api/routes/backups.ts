import { createReadStream } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { record } from '../../../store/audit.ts';
import { backUp, readManifest } from '../../../store/backup.ts';
import { version } from '../../../version.ts';
import { tarOf } from '../../backups/tar.ts';
import { callerOf } from '../access.ts';
import { answers, nothing, type Api, type ApiContext } from '../context.ts';
import { ApiProblem } from '../problems.ts';
import { moment } from '../shapes/words.ts';
import { attachment } from './disclosures.ts';

const backup = z
  .object({
    ...{ name: z.string(), madeAt: moment, program: z.string() },
    ...{ rows: z.number().int(), bytes: z.number().int() },
    auditEntries: z.number().int(),
    auditHash: z.string().describe('Of the last entry: kept elsewhere it proves that nothing was cut off'),
  })
  .meta({ id: 'Backup' });
const state = z.object({ running: z.boolean(), problem: z.string().nullable(), backups: z.array(backup) });
/** The only names that are looked for: nothing else of the disk is reached by an address. */
const backupName = /^backup-\d{8}-\d{6}$/;

/** Backups in the data directory: the system administrator starts, lists and downloads them. */
export function registerBackups(api: Api, { store, backups: folder }: ApiContext): void {
  const tags = ['administration'];
  const config = { access: ['systemAdministrator'] } as const;
  const making: { running: boolean; problem: string | null } = { running: false, problem: null };
  api.get(
    '/backups',
    { config, schema: { summary: 'Backups, newest first', tags, response: answers(state) } },
    async () => ({ ...making, backups: await backupsIn(folder) }),
  );
  api.post(
    '/backups',
    { config, schema: { summary: 'Start a backup', tags, response: answers(nothing, 202) } },
    async (request, reply) => {
      if (making.running) throw new ApiProblem('busy');
      Object.assign(making, { running: true, problem: null });
      const name = `backup-${stamp(new Date())}`;
      const entry = { actor: callerOf(request).user, action: 'backup.make', object: name };
      // In the log before the snapshot: the backup tells of itself.
      await store.db.transaction().execute((change) => record(change, entry));
      void make(name)
        .catch((error: unknown) => {
          making.problem = error instanceof Error ? error.message : String(error);
        })
        .finally(() => {
          making.running = false;
        });
      return reply.code(202).send(null);
    },
  );
  api.get(
    '/backups/:name',
    {
      config,
      schema: {
        ...{ summary: 'A backup as one file (tar)', tags, params: z.object({ name: z.string().max(40) }) },
        response: { '4xx': answers(nothing)['4xx'] },
      },
    },
    async (request, reply) => {
      const { name } = request.params;
      const path = join(folder, name);
      const files = backupName.test(name) ? await readdir(path).catch(() => null) : null;
      if (files === null) throw new ApiProblem('notFound');
      const entry = { actor: callerOf(request).user, action: 'backup.download', object: name };
      await store.db.transaction().execute((change) => record(change, entry));
      const entries = await Promise.all(
        files.map(async (file) => {
          const { size, mtime } = await stat(join(path, file));
          return { name: `${name}/${file}`, size, mtime, open: () => createReadStream(join(path, file)) };
        }),
      );
      reply.header('content-disposition', attachment(`${name}.tar`));
      return reply.type('application/x-tar').send(Readable.from(tarOf(entries)) as never);
    },
  );

  async function make(name: string): Promise<void> {
    await mkdir(folder, { recursive: true });
    await backUp(store, join(folder, name), version);
  }
}

async function backupsIn(folder: string): Promise<z.output<typeof backup>[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => backupName.test(name));
  const all = await Promise.all(
    names
      .sort()
      .reverse()
      .map((name) => backupAt(folder, name)),
  );
  return all.flatMap((each) => each ?? []);
}

/** Null for a folder that is no whole backup. */
async function backupAt(folder: string, name: string): Promise<z.output<typeof backup> | null> {
  const path = join(folder, name);
  const manifest = await readManifest(path).catch(() => null);
  if (manifest === null) return null;
  const files = await readdir(path);
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(path, file))).size));
  return {
    ...{ name, program: manifest.program, madeAt: new Date(manifest.madeAt) },
    rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    ...{ auditEntries: manifest.audit.entries, auditHash: manifest.audit.hash },
  };
}

/** 20260301-140500, in UTC. */
function stamp(moment: Date): string {
  return moment.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
}
