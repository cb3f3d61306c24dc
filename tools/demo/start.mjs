/** `npm run demo`: gets what the machine lacks, builds, and hands over to the compiled demonstration (`main.ts`). Plain Node: it runs before `npm ci`. */
import { ensureBuild } from '../setup/build.mjs';
import { handOver } from '../setup/hand-over.mjs';
import { ensureNodeModules } from '../setup/node-modules.mjs';
import { ensureRecogniser } from '../setup/recogniser.mjs';
import { ensureSystemPackages, pipelinePackages } from '../setup/system-packages.mjs';

ensureNodeModules();
ensureSystemPackages(pipelinePackages);
ensureBuild();
ensureRecogniser();
handOver('dist/tools/demo/main.js');
