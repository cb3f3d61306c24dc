/**
 * `npm run client [-- FOLDER]`: writes the TypeScript client from the declaration of the routes, as a package of npm's form in `dist/client`
 * or the folder named, and packs it. What is in that folder before is replaced.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeClientPackage } from './write-package.js';

const root = process.cwd();
const [given] = process.argv.slice(2);
const folder = given === undefined ? join(root, 'dist/client') : resolve(process.env['INIT_CWD'] ?? root, given);
// Only what looks like an earlier run is replaced: a wrong argument must not cost a folder of someone's own.
if (existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(join(folder, 'src/refused-with.ts'))) {
  process.stderr.write(`${folder} holds something else. Name an empty folder.\n`);
  process.exit(2);
}
writeClientPackage(root, folder);
const { status } = spawnSync('npm', ['pack', '--silent'], { cwd: folder, stdio: 'inherit' });
process.stdout.write(`${folder}\n`);
process.exit(status ?? 1);
