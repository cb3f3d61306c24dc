import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { packageRoot } from '#platform';
import { readYaml } from './shipped-yaml.js';

const FOLDER = join(packageRoot(), 'libs/quality');
const FILES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));

it('reads phrase lists, checklists and questions as YAML says them, built or not', () => {
  expect(FILES.length).toBeGreaterThan(20);
  for (const name of FILES)
    expect([name, readYaml(join(FOLDER, name))]).toEqual([name, parse(readFileSync(join(FOLDER, name), 'utf8'))]);
});

it('reads the JSON of the very text, and the text itself once that has changed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shouwen-yaml-'));
  try {
    const file = join(folder, 'phrases.yaml');
    writeFileSync(file, 'greeting: [hello]');
    const hash = createHash('sha256').update('greeting: [hello]').digest('hex');
    writeFileSync(join(folder, `${hash}.json`), '{"greeting":["from JSON"]}');
    expect(readYaml(file, folder)).toEqual({ greeting: ['from JSON'] });
    writeFileSync(file, 'greeting: [good morning]');
    expect(readYaml(file, folder)).toEqual({ greeting: ['good morning'] });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
