/**
 * `npm run test:faults [-- WORDS]`: plants each fault of `planted.mjs`, or those whose name has the words, and runs the files that must find it,
 * first without any fault. Fails with the names of those that a file did not find; one that could not run found nothing. It changes sources while
 * it runs, puts each back, and begins only where they are as committed.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { node } from '../setup/node.mjs';
import { giveUp, root, say } from '../setup/progress.mjs';
import { FAULTS } from './planted.mjs';
import { outcomeOf, plant } from './planting.mjs';

const words = process.argv.slice(2).join(' ');
const chosen = FAULTS.filter(({ what }) => what.includes(words));
if (chosen.length === 0) giveUp(`No fault is called so: ${words}`);
const changed = execFileSync('git', ['diff', '--name-only', 'HEAD'], { cwd: root, encoding: 'utf8' }).split('\n');
const own = chosen.filter(({ file }) => changed.includes(file));
if (own.length > 0) giveUp(`These are changed, and would be lost: ${own.map(({ file }) => file).join(', ')}`);

const planted = chosen.map((fault) => ({ ...fault, before: readFileSync(join(root, fault.file), 'utf8') }));
const unclear = planted.filter((fault) => plant(fault.before, fault) === null);
if (unclear.length > 0)
  giveUp(unclear.map(({ file, from }) => `${file} does not say exactly once: ${from}`).join('\n'));
const broken = [...new Set(planted.flatMap(({ foundBy }) => foundBy))].filter((test) => run(test) !== 'passed');
if (broken.length > 0) giveUp(`These do not pass without any fault, and would find nothing:\n${broken.join('\n')}`);

const missed = planted.filter((fault) => !isFound(fault)).map(({ what }) => what);
process.stdout.write(`${chosen.length - missed.length} of ${chosen.length} faults found\n`);
if (missed.length > 0) giveUp(missed.join('\n'));

function isFound({ what, file, from, to, foundBy, before }) {
  const path = join(root, file);
  writeFileSync(path, plant(before, { from, to }));
  try {
    const without = foundBy.map((test) => [test, run(test)]).filter(([, outcome]) => outcome !== 'failed');
    const not = without.map(([test, outcome]) => `  not by ${test}: ${outcome}`).join('');
    say(`${not === '' ? 'found ' : 'MISSED'}  ${what}${not}`);
    return without.length === 0;
  } finally {
    writeFileSync(path, before);
  }
}

/** The tests of one file on the sources as they are at that moment. */
function run(test) {
  const project = /\.int-spec\.ts$/.test(test) ? 'integration' : 'unit';
  const report = join(tmpdir(), `shouwen-fault-${process.pid}.json`);
  const args = [
    '--selectProjects',
    project,
    '--runInBand',
    '--json',
    `--outputFile=${report}`,
    '--runTestsByPath',
    test,
  ];
  const { status } = spawnSync(node(), [join(root, 'node_modules/jest/bin/jest.js'), ...args], { cwd: root });
  const said = existsSync(report) ? readFileSync(report, 'utf8') : '';
  rmSync(report, { force: true });
  return outcomeOf(status, said);
}
