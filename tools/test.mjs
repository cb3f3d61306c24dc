/**
 * `npm test`: gets what the machine lacks, builds, and runs every stage. `-- --only unit,integration` runs some.
 * The sources are checked, the units tested and then a day is lived beside the other tests, which run three files at a time. The last line is `N passed, N failed`, counting tests; what fails without naming a test counts as one. Plain Node: it runs before `npm ci`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureNodeModules } from './setup/node-modules.mjs';
import { COMPILED, node } from './setup/node.mjs';
import { giveUp, root, say } from './setup/progress.mjs';
import { patient, slowness } from './patience.mjs';
import { ensureSystemPackagesMeanwhile, pythonPackages, testPackages } from './setup/system-packages.mjs';

/** A stage that runs longer hangs, on something a test left open. */
const STAGE_MS = patient(50 * 60_000);

/**
 * Files on services wait for processes, leases and browsers nearly half of their time, so that two would not keep two cores busy. A fourth
 * was tried: both cores are busier, and nothing ends sooner. Every file has databases, folders and ports of its own.
 */
const AT_ONCE = '--maxWorkers=3';
/**
 * For processes with a thousand modules: Node's own code on large pages, and a young generation that seldom fills. Where the kernel gives
 * large pages, tests on the API take a sixth less.
 */
const NODE_FLAGS = ['--use-largepages=silent', '--min-semi-space-size=64', '--max-semi-space-size=128'];
/** The pictures of a whole run are not looked at; a browser file alone leaves its own. */
process.env.SHOUWEN_TEST_PICTURES ??= '0';
process.env.NODE_COMPILE_CACHE ??= COMPILED.NODE_COMPILE_CACHE;
/** What runs beside another stage and waits for nothing. */
const ONE_AT_ONCE = '--runInBand';
/**
 * So many files, if they fail beside others, run once more alone: a loaded machine is told from a fault, which fails again. What passes
 * alone is named as unsteady, and wants mending all the same. More failures than these are no matter of load.
 */
const ALONE = 3;

const STAGES = {
  ready: async (_report, output) => {
    await installed();
    return run(node(), [join(root, 'tools/setup/get-ready.mjs')], output);
  },
  format: script('format:check'),
  // With the types, in one reading of the sources.
  lint: script('lint', '--type-check'),
  // They need no build: both cores are busy while downloads and the compiler are waited for.
  unit: async (report, output) => {
    await installed();
    return tests(['unit'], ONE_AT_ONCE)(report, output);
  },
  // It waits for clocks and processes most of the time, and runs beside the tests on services.
  day: lived,
};

/** One stage runs them all: no file waits for the last one of another kind. */
const KINDS = ['production', 'journey', 'browser', 'integration'];

const only = parseArgs({ options: { only: { type: 'string' } } }).values.only?.split(',');
const names = [...Object.keys(STAGES), ...KINDS];
const unknown = only?.find((name) => !names.includes(name));
if (unknown !== undefined) giveUp(`There is no stage "${unknown}". The stages: ${names.join(', ')}.`);

const kinds = KINDS.filter((name) => !only || only.includes(name));
const tested = kinds.join(' ');
if (kinds.length > 0) STAGES[tested] = tests(kinds, AT_ONCE);

/**
 * Lanes run beside each other, the stages of a lane one after the other, until one of them fails. Both cores are busy from the first stage to
 * the last.
 */
const LANES = [
  ['ready', ...(kinds.length > 0 ? [tested] : [])],
  ['format', 'lint', 'unit', 'day'],
];
/** What needs the first lane's first stage. */
const NEEDS_READY = ['day'];

const total = { passed: 0, failed: 0 };
/** What each stage took, for people who make the suite shorter. */
const times = [];
// On exit, because a step that fails ends the command where it stands.
process.on('exit', (code) => {
  if (code !== 0 && total.failed === 0) total.failed = 1;
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
});

if (slowness > 1) say(`This machine is ${slowness} times slower than a free one: every limit is as much longer.`);

// Beside each other: each waits for its downloads most of the time.
const packages = ensureSystemPackagesMeanwhile(testPackages, pythonPackages);
let waiting;
/** Two stages wait for them. */
const installed = () => (waiting ??= packages());
ensureNodeModules();

const reports = mkdtempSync(join(tmpdir(), 'shouwen-reports-'));
const ended = new Map();
try {
  const passed = await Promise.all(LANES.map(runLane));
  if (!passed.every(Boolean)) process.exitCode = 1;
} finally {
  say(times.join(' · '));
  rmSync(reports, { recursive: true });
}

async function runLane(stages) {
  for (const name of stages) {
    if (only && !only.includes(name) && name !== 'ready' && name !== tested) continue;
    if (NEEDS_READY.includes(name) && !(await ended.get('ready'))) return false;
    const running = runStage(name);
    ended.set(name, running);
    if (!(await running)) return false;
  }
  return true;
}

/**
 * The tests are shown while they run, so that a waiting person sees it go on; what other stages print waits for their end, since two at
 * once could not be read.
 */
async function runStage(name) {
  const started = Date.now();
  const output = name === tested ? 'shown' : 'kept';
  if (output === 'shown') say(`── ${name}`);
  const ok = await STAGES[name](join(reports, `${name}.json`), output);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  times.push(`${name} ${seconds} s`);
  say(`── ${name}: ${ok ? 'passed' : 'FAILED'} in ${seconds} s`);
  return ok;
}

/** The day counts as one test: its table says what failed. */
async function lived(_report, output) {
  const ok = await run(node(), [join(root, 'measure/day/start.mjs'), '--short'], output);
  total[ok ? 'passed' : 'failed'] += 1;
  return ok;
}

function script(name, ...args) {
  return (_report, output) => run('npm', ['run', '--silent', name, '--', ...args], output);
}

function tests(projects, atOnce) {
  const jest = (args, report, output) => {
    const file = join(root, 'node_modules/jest/bin/jest.js');
    const reporting = ['--json', `--outputFile=${report}`];
    return run(node(), [...NODE_FLAGS, file, '--selectProjects', ...projects, ...args, ...reporting], output);
  };
  return async (report, output) => {
    let ok = await jest([atOnce], report, output);
    const results = resultsOf(report);
    const failed = [...results].filter(([, { failed }]) => failed > 0).map(([file]) => file);
    if (!ok && failed.length > 0 && failed.length <= ALONE) {
      say(`── once more, alone: ${failed.map((file) => relative(root, file)).join(', ')}`);
      ok = await jest([ONE_AT_ONCE, '--runTestsByPath', ...failed], `${report}.alone`, output);
      for (const [file, result] of resultsOf(`${report}.alone`)) results.set(file, result);
      if (ok) say(`── UNSTEADY, failed beside others and passed alone: ${failed.length}`);
    }
    return count(results) && ok;
  };
}

/** How many tests of each file passed and failed, by its path; empty where there is no report. A file that could not run has failed once. */
function resultsOf(report) {
  let read;
  try {
    read = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return new Map();
  }
  const countOf = (tests, wanted) => tests.filter(({ status }) => status === wanted).length;
  return new Map(
    read.testResults.map(({ name, status, assertionResults }) => {
      const failed = countOf(assertionResults, 'failed');
      return [name, { passed: countOf(assertionResults, 'passed'), failed: failed || Number(status === 'failed') }];
    }),
  );
}

/** Adds results to the total. Whether they tell of a test: a stage that tests nothing has not passed. */
function count(results) {
  const sum = (of) => [...results.values()].reduce((total, result) => total + result[of], 0);
  total.passed += sum('passed');
  total.failed += sum('failed');
  return sum('passed') > 0;
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
