/** Leaves phrase lists, checklists and questions as JSON too, under the hash of their text: see `libs/quality/src/shipped-yaml.ts`. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from './progress.mjs';

const FROM = join(root, 'libs/quality');
const TO = join(root, 'dist/yaml');

rmSync(TO, { recursive: true, force: true });
mkdirSync(TO, { recursive: true });
for (const name of readdirSync(FROM, { recursive: true }).filter((one) => one.endsWith('.yaml'))) {
  const text = readFileSync(join(FROM, name), 'utf8');
  writeFileSync(join(TO, `${createHash('sha256').update(text).digest('hex')}.json`), JSON.stringify(parse(text)));
}
