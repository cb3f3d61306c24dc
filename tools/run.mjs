/**
 * `node tools/run.mjs NAME …`: gets what the machine lacks, builds what is newer than its build, and hands over to the compiled command,
 * `tools/NAME/main.ts`, the file of tools that `FOLDER/FILE` names, or `measure/NAME`. Plain Node: it runs before `npm ci`.
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
const measures = name.startsWith('measure/');
const script = measures ? `${name}/main` : `tools/${name.includes('/') ? name : `${name}/main`}`;
handOver(`dist/${script}.js`, given, process.cwd());
