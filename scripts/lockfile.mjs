// The lock file must serve every platform and every registry. A registry that lacks another platform's optional
// package makes `npm install` drop its entry silently; `npm ci` on that platform then fails or misses a binary.
import { readFileSync } from 'node:fs';
import process from 'node:process';

const file = process.argv[2] ?? 'package-lock.json';

/** The entry that a package's dependency resolves to: the nearest node_modules above it. */
function entryOf(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (path in packages) return path;
    if (!folder.includes('/node_modules/')) break;
  }
  const top = `node_modules/${name}`;
  return top in packages ? top : undefined;
}

function missingEntries(packages) {
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => entryOf(packages, path, name) === undefined)
      .map((name) => `${path === '' ? 'the project' : path} names ${name} as optional, but it has no entry`),
  );
}

/** A `link` or `file:` entry names no host. */
function registryHosts(packages) {
  return Object.entries(packages)
    .filter(([, entry]) => /^(?:https?|git\+\w+|git):/.test(entry.resolved ?? ''))
    .map(([path]) => `${path} has a "resolved" address: the lock file must not name a registry`);
}

function problemsOf(path) {
  let lock;
  try {
    lock = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return [`cannot be read: ${error.message}`];
  }
  if (lock.lockfileVersion !== 3 || typeof lock.packages !== 'object') return ['is not of lockfileVersion 3'];
  return [...missingEntries(lock.packages), ...registryHosts(lock.packages)];
}

const problems = problemsOf(file);
for (const problem of problems) console.error(`${file}: ${problem}`);
if (problems.length > 0) {
  console.error('Restore the entries from the last good lock file; see docs/decisions/002-lock-file.md.');
  process.exit(1);
}
