import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The version that `package.json` gives, found above this file: sources and compiled code lie at different depths. */
export function productVersion(from: string = import.meta.dirname): string {
  const file = join(from, 'package.json');
  if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  if (from === dirname(from)) throw new Error(`no package.json above ${import.meta.dirname}`);
  return productVersion(dirname(from));
}

/**
 * The folder that holds `package.json`. Data files are read from there, so that the sources and the compiled code in `dist/` use the same ones.
 */
export function packageRoot(from: string = import.meta.url): string {
  for (let folder = dirname(fileURLToPath(from)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) throw new Error(`no package.json above ${from}`);
  }
}
