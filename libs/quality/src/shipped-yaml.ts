import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { packageRoot } from '#platform';

/** Where `npm run build` leaves each YAML file of this lib as JSON, under the hash of its text: a changed file is read as it is. */
const BUILT = join(packageRoot(), 'dist/yaml');

/**
 * What a YAML file says. As JSON it is read in a hundredth of the time, and every process reads thousands of phrases when it starts.
 *
 * @param folder where the JSON is
 */
export function readYaml(file: string, folder = BUILT): unknown {
  const text = readFileSync(file, 'utf8');
  const built = join(folder, `${createHash('sha256').update(text).digest('hex')}.json`);
  return existsSync(built) ? JSON.parse(readFileSync(built, 'utf8')) : parse(text);
}
