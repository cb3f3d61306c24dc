/**
 * `npm run test:faults [-- WORDS]`: plants each fault of `planted.mjs`, or those whose name has the words, and runs the files that must find it.
 * Fails with the names of those that no file found. It changes sources while it runs, puts each back, and begins only where they are as committed.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node } from '../setup/node.mjs';
import { giveUp, root, say } from '../setup/progress.mjs';
import { FAULTS } from './planted.mjs';

const words = process.argv.slice(2).join(' ');
const chosen = FAULTS.filter(({ what }) => what.includes(words));
if (chosen.length === 0) giveUp(`No fault is called so: ${words}`);
const changed = execFileSync('git', ['diff', '--name-only', 'HEAD'], { cwd: root, encoding: 'utf8' }).split('\n');
const own = chosen.filter(({ file }) => changed.includes(file));
if (own.length > 0) giveUp(`These are changed, and would be lost: ${own.map(({ file }) => file).join(', ')}`);

const missed = chosen.filter((fault) => !isFound(fault)).map(({ what }) => what);
process.stdout.write(`${chosen.length - missed.length} of ${chosen.length} faults found\n`);
if (missed.length > 0) giveUp(missed.join('\n'));

function isFound({ what, file, from, to, foundBy }) {
  const path = join(root, file);
  const before = readFileSync(path, 'utf8');
  if (!before.includes(from)) giveUp(`${file} no longer says: ${from}`);
  writeFileSync(
    path,
    before.replace(from, () => to),
  );
  try {
    const missing = foundBy.filter((test) => passes(test));
    say(`${missing.length === 0 ? 'found ' : 'MISSED'}  ${what}${missing.map((test) => `  not by ${test}`).join('')}`);
    return missing.length === 0;
  } finally {
    writeFileSync(path, before);
  }
}

function passes(test) {
  const project = /\.int-spec\.ts$/.test(test) ? 'integration' : 'unit';
  const args = ['--selectProjects', project, '--runInBand', '--runTestsByPath', test];
  return spawnSync(node(), [join(root, 'node_modules/jest/bin/jest.js'), ...args], { cwd: root }).status === 0;
}
