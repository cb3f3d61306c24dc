/** What tests need besides npm's packages, as a command of its own, so that `npm test` can check the sources meanwhile. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureAsrServers } from './asr-servers.mjs';
import { ensureBuild } from './build.mjs';
import { root } from './progress.mjs';
import { ensureRecogniser, testModelsDir } from './recogniser.mjs';
import { ensureSystemPackages, pythonPackages, testPackages, trySystemPackages } from './system-packages.mjs';

ensureSystemPackages(testPackages);
// For both below: two at once would wait for the same lock of apt.
trySystemPackages(pythonPackages);
// Telephones and recording clients that others wrote: where they cannot be installed, the tests of live capture say what they skip.
const peers = join(root, '../shared/telephony/kit/install.sh');
if (existsSync(peers)) spawnSync('sh', [peers], { stdio: ['ignore', 2, 2] });
// Needs no build, and waits for its download most of the time.
const modelServer = spawn(process.execPath, [join(import.meta.dirname, 'get-model-server.mjs')], {
  stdio: ['ignore', 2, 2],
});
process.on('exit', () => modelServer.kill());
ensureBuild();
// Last, and not needed for the others: tests of recognition say that they are skipped without it.
ensureRecogniser(testModelsDir);
ensureAsrServers();
