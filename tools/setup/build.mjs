import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mayWrite } from './may-write.mjs';
import { giveUp, root, step } from './progress.mjs';

const DIST = join(root, 'dist');

/** Written after a whole build: a compiler that fails half-way leaves newer files behind than the sources. */
const STAMP = join(DIST, '.built');

/** The help of the screens is made of the guides. */
const SOURCES = [
  'apps',
  'libs',
  'measure',
  'tools',
  'docs/guides',
  'docs/how-to',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
];

/** Says that what was just built is whole. */
export function markBuilt() {
  writeFileSync(STAMP, `${new Date().toISOString()}\n`);
}

/** Compiles server and screens unless the last build is newer than every source. */
export function ensureBuild() {
  const built = statSync(STAMP, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (!SOURCES.some((name) => isNewer(join(root, name), built))) return;
  if (!mayWrite(existsSync(DIST) ? DIST : root)) giveUp(NOT_OURS);
  rmSync(STAMP, { force: true });
  step('Compiling the server', 'npm', ['run', '--silent', 'build:node']);
  step('Building the screens', 'npm', ['run', '--silent', 'build:web']);
  markBuilt();
}

// An installation's programme belongs to root, and the product does not run as root.
const NOT_OURS = `${root} 里的程序没有编译，或源码比编译结果新，而当前用户不能写这个目录。请以目录所有者的身份运行 npm ci && npm run build，然后再启动。
The programme in ${root} is not built, or its sources are newer, and this user may not write there. Run npm ci && npm run build as the folder's owner, then start again.`;

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
