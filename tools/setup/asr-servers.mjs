import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testModelsDir } from './recogniser.mjs';
import { root, say } from './progress.mjs';

/** Servers that others wrote, with the shape of OpenAI's, for the tests of the engine that asks such servers. */
const folder = join(root, 'node_modules/.cache/shouwen/asr-servers');
/** Their packages and what these need, without what the recogniser has: exact versions with checksums, made as the recogniser's are. */
const lock = join(root, 'tools/setup/asr-servers.requirements.txt');

/** Sets them up once, beside the recogniser whose packages and model they use. Says in a line when they cannot be had, and goes on. */
export function ensureAsrServers() {
  const recogniser = join(testModelsDir, '.python');
  if (!existsSync(join(recogniser, 'faster-whisper.version'))) return;
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex');
  const marker = join(folder, 'ready');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  say('Setting up two speech servers for the tests (10 MB, once)');
  rmSync(folder, { recursive: true, force: true });
  const pip = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--only-binary=:all:', '--require-hashes'];
  const patience = ['--timeout', '20', '--retries', '2', '--disable-pip-version-check'];
  const isThere =
    runs(join(recogniser, 'bin/python'), ['-m', 'venv', folder]) &&
    runs(join(folder, 'bin/python'), [...pip, ...patience, '-r', lock]);
  if (!isThere) return say('The speech servers are not there: PyPI did not give them. Their tests are left out.');
  writeFileSync(join(packagesOf(folder), 'recogniser.pth'), `${packagesOf(recogniser)}\n`);
  writeFileSync(marker, wanted);
}

/** Where a virtual environment keeps its packages. */
function packagesOf(environment) {
  const version = readdirSync(join(environment, 'lib')).find((name) => name.startsWith('python3')) ?? '';
  return join(environment, 'lib', version, 'site-packages');
}

const runs = (program, args) => spawnSync(program, args, { stdio: ['ignore', 2, 2] }).status === 0;
