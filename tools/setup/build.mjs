import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, step } from './progress.mjs';

/** Written after a whole build: a compiler that fails half-way leaves newer files behind than the sources. */
const STAMP = join(root, 'dist', '.built');

const SOURCES = ['apps', 'libs', 'tools', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];

/** Compiles server and screens unless the last build is newer than every source. */
export function ensureBuild() {
  const started = new Date();
  const built = statSync(STAMP, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (!SOURCES.some((name) => isNewer(join(root, name), built))) return;
  rmSync(STAMP, { force: true });
  step('Compiling the server', 'npm', ['run', '--silent', 'build:node']);
  step('Building the screens', 'npm', ['run', '--silent', 'build:web']);
  writeFileSync(STAMP, `${started.toISOString()}\n`);
}

// A folder's own time tells of removed files.
function isNewer(path, time) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return false;
  if (found.mtimeMs > time) return true;
  return (
    found.isDirectory() && readdirSync(path).some((name) => !GENERATED.has(name) && isNewer(join(path, name), time))
  );
}

const GENERATED = new Set(['node_modules', 'dist', '.vite']);
