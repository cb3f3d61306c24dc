/** What tests need besides npm's packages, as a command of its own, so that `npm test` can check the sources meanwhile. */
import { ensureAsrServers } from './asr-servers.mjs';
import { ensureBuild } from './build.mjs';
import { ensureModelServer } from './model-server.mjs';
import { ensureRecogniser, testModelsDir } from './recogniser.mjs';
import { ensureSystemPackages, testPackages } from './system-packages.mjs';

ensureSystemPackages(testPackages);
ensureBuild();
// Last, and not needed for the others: tests of recognition say that they are skipped without it.
ensureRecogniser(testModelsDir);
ensureAsrServers();
ensureModelServer();
