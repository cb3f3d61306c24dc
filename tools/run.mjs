/**
 * `node tools/run.mjs NAME …`: gets what the machine lacks, builds what is newer than its build, and hands over to the compiled command,
 * `tools/NAME/main.ts`, or the file that `FOLDER/FILE` names. Plain Node: it runs before `npm ci`.
 */
import { ensureBuild } from './setup/build.mjs';
import { handOver } from './setup/hand-over.mjs';
import { ensureNodeModules } from './setup/node-modules.mjs';
import { giveUp } from './setup/progress.mjs';
import { archivePackages, ensureSystemPackages, pipelinePackages } from './setup/system-packages.mjs';

/** Debian's packages that a command cannot do without. */
const NEEDS = { 'pack-data': [...pipelinePackages, ...archivePackages] };

const [name, ...given] = process.argv.slice(2);
if (!name) giveUp('Name a command: node tools/run.mjs NAME …, or npm run NAME.');
ensureNodeModules();
ensureSystemPackages(NEEDS[name] ?? []);
ensureBuild();
handOver(name.includes('/') ? `dist/tools/${name}.js` : `dist/tools/${name}/main.js`, given, process.cwd());
