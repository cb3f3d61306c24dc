import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder with package.json: upwards from the sources as well as from what was compiled. */
export function checkout(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
