import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { packageRoot } from './package-root.js';
import { readYaml } from './shipped-yaml.js';

const FOLDER = join(packageRoot(), 'libs/quality');
const FILES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));

it('reads phrase lists, checklists and questions as YAML says them, built or not', () => {
  expect(FILES.length).toBeGreaterThan(20);
  for (const name of FILES)
    expect([name, readYaml(join(FOLDER, name))]).toEqual([name, parse(readFileSync(join(FOLDER, name), 'utf8'))]);
});
