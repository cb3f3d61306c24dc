/** `npm run tsc`: TypeScript 7; where the packages were installed before it was among them, the release that the lint rules use, which compiles the same. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { node } from './node.mjs';
import { root } from './progress.mjs';

const [native, older] = ['typescript-native', 'typescript'].map((name) => join(root, 'node_modules', name, 'bin/tsc'));
const { status } = spawnSync(node(), [existsSync(native) ? native : older, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
