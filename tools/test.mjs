/**
 * `npm test`: gets what the machine lacks, builds, and runs every stage until one fails. `-- --only unit,integration` runs some.
 * The sources are checked while packages are installed and compiled; then everything that needs services runs, three files at a time. The last line is `N passed, N failed`, counting tests; what fails without naming a test counts as one. Plain Node: it runs before `npm ci`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureNodeModules } from './setup/node-modules.mjs';
import { giveUp, root, say } from './setup/progress.mjs';

/** A stage that runs longer hangs, on something a test left open. The whole suite should take twenty minutes; a loaded machine may need more. */
const STAGE_MS = 40 * 60_000;

const TWO_AT_ONCE = ['--maxWorkers=2'];
/**
 * Files on services wait for processes, leases and browsers nearly half of their time, so that two would not keep two cores busy. Every file
 * has databases, folders and ports of its own.
 */
const THREE_AT_ONCE = ['--maxWorkers=3'];

const STAGES = {
  ready: (_report, output) => run(process.execPath, [join(root, 'tools/setup/get-ready.mjs')], output),
  unit: tests(['unit'], ...TWO_AT_ONCE),
  format: script('format:check'),
  lint: script('lint'),
  types: script('types'),
  // It waits for clocks and processes most of the time, and runs beside the tests on services.
  day: lived,
};

/** Tests on real services. One stage runs them all: no file waits for the last one of another kind. */
const ON_SERVICES = ['integration', 'journey', 'production', 'browser'];

const only = parseArgs({ options: { only: { type: 'string' } } }).values.only?.split(',');
const names = [...Object.keys(STAGES), ...ON_SERVICES];
const unknown = only?.find((name) => !names.includes(name));
if (unknown !== undefined) giveUp(`There is no stage "${unknown}". The stages: ${names.join(', ')}.`);

const onServices = ON_SERVICES.filter((name) => !only || only.includes(name));
const services = onServices.join(' ');
if (onServices.length > 0) STAGES[services] = tests(onServices, ...THREE_AT_ONCE);

/** Rounds of lanes: lanes run beside each other, the stages of a lane one after the other. */
const ROUNDS = [
  [
    ['ready', 'unit'],
    ['format', 'lint', 'types'],
  ],
  [...(onServices.length > 0 ? [[services]] : []), ['day']],
];

const total = { passed: 0, failed: 0 };
/** What each stage took, for whoever wants the suite shorter. */
const times = [];
// On exit, because a step that fails ends the command where it stands.
process.on('exit', (code) => {
  if (code !== 0 && total.failed === 0) total.failed = 1;
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
});

ensureNodeModules();

const reports = mkdtempSync(join(tmpdir(), 'shouwen-reports-'));
try {
  for (const lanes of ROUNDS) {
    // Lanes keep what they print until a stage ends: two at once could not be read.
    // The longest of a round is shown, so that somebody who waits sees it go on.
    const passed = await Promise.all(lanes.map((stages) => runLane(stages, outputOf(lanes, stages))));
    if (passed.every(Boolean)) continue;
    process.exitCode = 1;
    break;
  }
} finally {
  say(times.join(' · '));
  rmSync(reports, { recursive: true });
}

function outputOf(lanes, stages) {
  return lanes.length === 1 || stages.includes(services) ? 'shown' : 'kept';
}

async function runLane(stages, output) {
  for (const name of stages) {
    if (only && !only.includes(name) && name !== 'ready' && name !== services) continue;
    const started = Date.now();
    if (output === 'shown') say(`── ${name}`);
    const ok = await STAGES[name](join(reports, `${name}.json`), output);
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    times.push(`${name} ${seconds} s`);
    say(`── ${name}: ${ok ? 'passed' : 'FAILED'} in ${seconds} s`);
    if (!ok) return false;
  }
  return true;
}

/** The day counts as one test: its table says what failed. */
async function lived(_report, output) {
  const ok = await run(process.execPath, [join(root, 'tools/day/start.mjs'), '--short'], output);
  total[ok ? 'passed' : 'failed'] += 1;
  return ok;
}

function script(name) {
  return (_report, output) => run('npm', ['run', '--silent', name], output);
}

function tests(projects, ...flags) {
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  return async (report, output) => {
    const reporting = ['--json', `--outputFile=${report}`];
    const ok = await run(process.execPath, [jest, '--selectProjects', ...projects, ...flags, ...reporting], output);
    return count(report) && ok;
  };
}

/** Adds a report to the total. Whether there is one, and it tells of a test: a stage that tests nothing has not passed. */
function count(report) {
  let result;
  try {
    result = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return false;
  }
  total.passed += result.numPassedTests;
  total.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  return result.numPassedTests > 0;
}

function run(command, args, output) {
  // What stages print goes to stderr, so that stdout holds nothing but the total.
  const streams = output === 'kept' ? ['ignore', 'pipe', 'pipe'] : ['ignore', 2, 2];
  const child = spawn(command, args, { cwd: root, stdio: streams, timeout: STAGE_MS });
  const printed = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => printed.push(part));
  const forward = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM'];
  for (const signal of signals) process.on(signal, forward);
  return new Promise((resolve) => {
    child.once('error', (error) => say(error.message));
    child.once('close', (code) => resolve(code === 0));
  }).finally(() => {
    process.stderr.write(Buffer.concat(printed));
    signals.forEach((signal) => process.off(signal, forward));
  });
}
