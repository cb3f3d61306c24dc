#!/usr/bin/env node
// Starts `npm run score`: makes sure that the compiled tool exists and is newer than its sources, then runs it. Everything but the results goes
// to stderr, so that `npm run -s score -- FILE > scored.jsonl` holds JSON lines only. For a folder of recordings it gets what hearing needs.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { node } from './setup/node.mjs';
import { ensureRecogniser } from './setup/recogniser.mjs';
import { ensureSystemPackages, runtimePackages } from './setup/system-packages.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const tool = join(root, 'dist/tools/score.js');
const WRITTEN = ['libs/contracts/src', 'libs/quality/src', 'tools/score.ts', 'tools/score'];
const SPOKEN = ['libs/platform/src', 'libs/recordings/src', 'libs/transcripts/src', 'measure/eval-asr'];

/** Runs a command with its output on stderr; a failure ends the tool with the same code. */
function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return path.endsWith('.spec.ts') ? 0 : stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

const isFolder = (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
const hears = process.argv.slice(2).some((given) => !given.startsWith('-') && isFolder(given));

if (hears) ensureSystemPackages(runtimePackages);
if (!existsSync(join(root, 'node_modules/typescript'))) run('npm', ['ci', '--no-audit', '--no-fund', '--silent']);
const sources = hears ? [...WRITTEN, ...SPOKEN] : WRITTEN;
const isFresh = () => existsSync(tool) && sources.every((path) => newest(join(root, path)) <= statSync(tool).mtimeMs);
if (!isFresh()) run(node(), [join(root, 'tools/setup/tsc.mjs'), '-p', 'tsconfig.build.json']);
if (hears) ensureRecogniser();

const { status, error } = spawnSync(node(), [tool, ...process.argv.slice(2)], { stdio: 'inherit' });
if (error) throw error;
process.exit(status ?? 1);
