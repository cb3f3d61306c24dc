#!/usr/bin/env node
/** `npm run eval`: builds what the measuring of scores needs, and hands over to the compiled tool (`eval/main.ts`). */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuild } from './setup/build.mjs';
import { ensureNodeModules } from './setup/node-modules.mjs';
import { root } from './setup/progress.mjs';

ensureNodeModules();
ensureBuild();
const { status, error } = spawnSync(
  process.execPath,
  ['--import', 'reflect-metadata', join(root, 'dist/tools/eval/main.js'), ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
if (error) throw error;
process.exit(status ?? 1);
