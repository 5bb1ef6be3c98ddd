import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '../model/language.ts';
import { openZip, type ZipLimits } from '../file/zip.ts';
import { problemSentence } from '../read/problems.ts';
import { sniff } from '../read/sniff.ts';
import { ApiProblem } from './api/problems.ts';
import { uploadFolder } from './jobs/leftFolders.ts';
import { safeName } from './jobs/run.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  html: 'text/html',
  csv: 'text/csv',
  text: 'text/plain',
  office: 'application/octet-stream',
};

export interface Upload {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** An upload by its content, whatever its name and header say; refuses what no reader reads. */
export function uploadOf(name: string, content: Buffer, language: Language): Upload {
  const own = safeName(name, null);
  const sniffed = sniff({ name: own, bytes: content });
  if ('problem' in sniffed) {
    throw new ApiProblem('unreadableFile', [problemSentence(sniffed.problem, language)], { file: own });
  }
  return { name: own, mediaType: mediaTypes[sniffed.kind] ?? 'application/octet-stream', content };
}

/** Puts an upload into a folder of its own for as long as a worker process works on it. */
export async function inFolder<Made>(
  { name, content }: Pick<Upload, 'name' | 'content'>,
  work: (folder: string) => Promise<Made>,
): Promise<Made> {
  const folder = await mkdtemp(join(tmpdir(), uploadFolder));
  try {
    await writeFile(join(folder, name), content);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const megabyte = 1024 * 1024;
const skipped = /(?:^|\/)(?:__MACOSX|\.(?!\.)|~\$|Thumbs\.db|desktop\.ini)/i;

export interface Unpacked {
  readonly uploads: readonly Upload[];
  /** Entries that are no document, with the reason. */
  readonly refused: readonly { readonly name: string; readonly reason: string }[];
}

/**
 * The documents of a zip. Names only name: nothing is written by them, so a path that leads out of the zip
 * leads nowhere. Sizes are limited before anything is unpacked.
 */
export function unpack(
  bytes: Buffer,
  {
    files,
    fileMegabytes,
    megabytes,
  }: { readonly files: number; readonly fileMegabytes: number; readonly megabytes: number },
  language: Language,
): Unpacked {
  const limits: ZipLimits = {
    entries: files * 2,
    totalBytes: megabytes * 4 * megabyte,
    ratio: 250,
    ratioFrom: 16 * megabyte,
  };
  const opened = openZip(bytes, limits);
  if (!opened.ok) throw refusal(opened.problem, language);
  const uploads: Upload[] = [];
  const refused: { name: string; reason: string }[] = [];
  for (const { name, size } of opened.archive.entries.values()) {
    if (name.endsWith('/') || skipped.test(name)) continue;
    if (uploads.length >= files) throw new ApiProblem('badRequest', [`> ${files}`]);
    const own = safeName(name, null);
    const content = size > fileMegabytes * megabyte ? null : opened.archive.read(name);
    if (content === null || content === undefined) {
      refused.push({ name: own, reason: problemSentence({ code: 'tooLarge' }, language) });
    } else if (!content.ok) {
      if (content.problem === 'bomb') throw refusal('bomb', language);
      refused.push({ name: own, reason: problemSentence({ code: content.problem }, language) });
    } else take(own, Buffer.from(content.bytes), uploads, refused, language);
  }
  return { uploads, refused };
}

function take(
  name: string,
  content: Buffer,
  uploads: Upload[],
  refused: { name: string; reason: string }[],
  language: Language,
): void {
  const sniffed = sniff({ name, bytes: content });
  if ('problem' in sniffed) refused.push({ name, reason: problemSentence(sniffed.problem, language) });
  else uploads.push(uploadOf(name, content, language));
}

function refusal(code: 'damaged' | 'bomb' | 'encrypted', language: Language): ApiProblem {
  return new ApiProblem('unreadableFile', [problemSentence({ code }, language)]);
}
