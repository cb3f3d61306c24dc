/** `npm run demo`: gets what the machine lacks, builds, and hands over to the compiled demonstration (`main.ts`). Plain Node: it runs before `npm ci`. */
import { ensureBuild } from '../setup/build.mjs';
import { handOver } from '../setup/hand-over.mjs';
import { ensureNodeModules } from '../setup/node-modules.mjs';
import { ensureRecogniserMeanwhile } from '../setup/recogniser.mjs';
import { ensureSystemPackagesMeanwhile, pythonPackages, runtimePackages } from '../setup/system-packages.mjs';

const systemPackages = ensureSystemPackagesMeanwhile(runtimePackages, pythonPackages);
ensureNodeModules();
ensureBuild();
await systemPackages();
const demonstration = handOver('dist/tools/demo/main.js');
// It opens meanwhile, and sends its calls when it is told (`recogniser.ts`).
ensureRecogniserMeanwhile(() => demonstration.connected && demonstration.send('recogniser-set-up-ended'));
