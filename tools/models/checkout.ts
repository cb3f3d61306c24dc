import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What the person at the keyboard can do something about: shown as it is, without a stack. */
export class Trouble extends Error {}

/** The folder with package.json: upwards from the sources as well as from what was compiled. */
export function checkout(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
