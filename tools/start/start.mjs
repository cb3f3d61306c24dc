/** `npm start`: gets what the machine lacks, builds, and hands over to the compiled launcher (`main.ts`). Plain Node: it runs before `npm ci`. */
import { ensureBuild } from '../setup/build.mjs';
import { handOver } from '../setup/hand-over.mjs';
import { ensureNodeModules } from '../setup/node-modules.mjs';
import { ensureRecogniserMeanwhile } from '../setup/recogniser.mjs';
import { ensureSystemPackages, runtimePackages } from '../setup/system-packages.mjs';

ensureNodeModules();
ensureSystemPackages(runtimePackages);
ensureBuild();
ensureRecogniserMeanwhile();
handOver('dist/tools/start/main.js');
