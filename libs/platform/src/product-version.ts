import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The version that `package.json` gives, found above this file: sources and compiled code lie at different depths. */
export function productVersion(from: string = import.meta.dirname): string {
  const file = join(from, 'package.json');
  if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  if (from === dirname(from)) throw new Error(`no package.json above ${import.meta.dirname}`);
  return productVersion(dirname(from));
}
