/** Leaves phrase lists, checklists and questions as JSON too, under the hash of their text: see `libs/quality/src/shipped-yaml.ts`. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from './progress.mjs';

const FROM = join(root, 'libs/quality');
const TO = join(root, 'dist/yaml');

mkdirSync(TO, { recursive: true });
const left = new Set(readdirSync(TO));
for (const name of readdirSync(FROM, { recursive: true }).filter((one) => one.endsWith('.yaml'))) {
  const text = readFileSync(join(FROM, name), 'utf8');
  const built = `${createHash('sha256').update(text).digest('hex')}.json`;
  // Under another name first: a process that starts meanwhile reads a whole file or none.
  writeFileSync(join(TO, `${built}.new`), JSON.stringify(parse(text)));
  renameSync(join(TO, `${built}.new`), join(TO, built));
  left.delete(built);
}
for (const name of left) rmSync(join(TO, name), { force: true });
