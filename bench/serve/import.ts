// Imports many disclosures as a batch into a server on loopback, and tells how long it takes and what it costs.
//   npm run bench:import [documents] [file]
// The file is the document that is imported for each department under its name: a .txt or .docx that names its
// department, else the example.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { examplePassword } from '../../src/serve/example.ts';
import { signIn, type Person } from './person.ts';
import { buildProgram, end, freePort, processorUse, startServer } from './process.ts';

const region = '140603';
const example = fileURLToPath(new URL('../../examples/disclosure.txt', import.meta.url));

async function main(documents: number, file: string, named: string): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'mingsuan-import-'));
  const program = await buildProgram();
  const server = await startServer(program, 'demo', directory, await freePort());
  try {
    const names = Array.from({ length: documents }, (_, i) => `示例第${i + 1}局`);
    await addDepartments(await signIn(server.address, 'xitong', examplePassword), names);
    const reviewer = await signIn(server.address, 'caizheng', examplePassword);
    const zip = await zipOf(file, named, names);
    const used = await processorUse(server, directory);
    const start = performance.now();
    const batch = await upload(reviewer, zip);
    const counts = await ended(reviewer, batch);
    const took = Math.round((performance.now() - start) / 100) / 10;
    const processor = used();
    const parts = Object.entries(processor).filter(([part]) => part !== 'client');
    const total = parts.reduce((sum, [, seconds]) => sum + seconds, 0);
    const perDocument = Math.round((total / documents) * 1000);
    const report = { documents, megabytes: Math.round(zip.length / 1e6), seconds: took, counts, processor };
    process.stdout.write(
      `${JSON.stringify({ ...report, processorMillisecondsPerDocument: perDocument, load: loadavg()[0] }, null, 2)}\n`,
    );
  } finally {
    await end(server, 'SIGTERM');
    await rm(directory, { recursive: true, force: true });
    program.remove();
  }
}

async function addDepartments(administrator: Person, names: readonly string[]): Promise<void> {
  for (const [i, name] of names.entries()) {
    const made = await administrator.call('POST', '/departments', { region, code: String(1001 + i), name });
    if (made.status !== 201) throw new Error(`${name}: ${made.status}`);
  }
}

/** The document once for each department, under its name. */
async function zipOf(file: string, named: string, names: readonly string[]): Promise<Uint8Array> {
  const content = new Uint8Array(await readFile(file));
  const renamed = renaming(content, extname(file), named);
  const files = names.map((name) => [`${name}${extname(file)}`, renamed(name)] as const);
  return zipSync(Object.fromEntries(files), { level: 1 });
}

function renaming(content: Uint8Array, kind: string, named: string): (name: string) => Uint8Array {
  if (kind === '.txt') return (name) => strToU8(strFromU8(content).replaceAll(named, name));
  if (kind !== '.docx') throw new Error(`a ${kind} cannot be given another department's name`);
  const parts = unzipSync(content);
  const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  return (name) => zipSync({ ...parts, 'word/document.xml': strToU8(body.replaceAll(named, name)) });
}

async function upload(reviewer: Person, zip: Uint8Array): Promise<string> {
  const path = `/batches/zip?region=${region}&name=${encodeURIComponent('导入')}`;
  const { status, body } = await reviewer.upload(path, zip);
  if (status !== 202) throw new Error(`the zip was refused: ${status} ${JSON.stringify(body)}`);
  return body['batch'] as string;
}

async function ended(reviewer: Person, batch: string): Promise<object> {
  for (;;) {
    const { body } = await reviewer.call('GET', `/batches/${batch}`);
    const counts = body['counts'] as Readonly<Record<string, number>>;
    if ((counts['queued'] ?? 0) + (counts['running'] ?? 0) === 0) return counts;
    await new Promise((resume) => setTimeout(resume, 500));
  }
}

const [documents = '500', file = example, named = '朔州市平鲁区住房和城乡建设管理局'] = process.argv.slice(2);
await main(Number(documents), file, named);
