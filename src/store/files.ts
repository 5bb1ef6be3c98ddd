import { createHash } from 'node:crypto';
import type { Database } from './store.ts';

export interface StoredFile {
  readonly id: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** Keeps a file as it is; the same content is kept once. */
export async function addFile(db: Database, content: Buffer, mediaType: string): Promise<StoredFile> {
  const sha256 = createHash('sha256').update(content).digest();
  const row = await db
    .insertInto('files')
    .values({ sha256, media_type: mediaType, bytes: content.length, content })
    .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ sha256 }))
    .returning(['id', 'media_type', 'bytes'])
    .executeTakeFirstOrThrow();
  return { id: row.id, mediaType: row.media_type, bytes: row.bytes, sha256: sha256.toString('hex') };
}

export async function fileContent(
  db: Database,
  id: string,
): Promise<(StoredFile & { readonly content: Buffer }) | null> {
  const row = await db.selectFrom('files').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const { media_type: mediaType, bytes, content } = row;
  return { id: row.id, mediaType, bytes, sha256: row.sha256.toString('hex'), content };
}
