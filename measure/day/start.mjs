/**
 * `npm run day`: gets what the machine lacks, builds, and starts the compiled day (`main.ts`) under a clock of its own, which it moves. Plain
 * Node: it runs before `npm ci`.
 */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from '../../tools/setup/build.mjs';
import { ensureNodeModules } from '../../tools/setup/node-modules.mjs';
import { COMPILED, node } from '../../tools/setup/node.mjs';
import { root, say } from '../../tools/setup/progress.mjs';
import {
  clockLibrary,
  clockPackages,
  ensureSystemPackages,
  pipelinePackages,
  serverPackages,
} from '../../tools/setup/system-packages.mjs';

const production = process.argv.includes('production');

ensureNodeModules();
ensureSystemPackages([...pipelinePackages, ...clockPackages, ...(production ? serverPackages : [])]);
ensureBuild();

const folder = mkdtempSync(join(tmpdir(), 'shouwen-day-'));
// The database's own user reads the clock too.
chmodSync(folder, 0o711);
const clock = join(folder, 'clock');
writeFileSync(clock, '+0s\n', { mode: 0o644 });

const day = spawn(node(), ['--enable-source-maps', join(root, 'dist/measure/day/main.js'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  detached: true,
  env: {
    ...COMPILED,
    ...process.env,
    LD_PRELOAD: clockLibrary(),
    FAKETIME_TIMESTAMP_FILE: clock,
    // Every look reads the file, so that no process is in another time for up to a second after a jump.
    FAKETIME_NO_CACHE: '1',
    // Each process would leave a segment of shared memory behind when it is killed.
    FAKETIME_DISABLE_SHM: '1',
    SHOUWEN_DAY_DIR: folder,
  },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => day.kill(signal));
day.on('exit', (code, signal) => {
  if (process.argv.includes('--keep')) say(`It lies in ${folder}.`);
  else rmSync(folder, { recursive: true, force: true });
  process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1));
});
