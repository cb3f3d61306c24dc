import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { node } from './node.mjs';
import { root, say } from './progress.mjs';
import { pythonPackages, trySystemPackages } from './system-packages.mjs';

/** Where tests look for the recogniser: beside `node_modules`, so that a checkout fetches it once. */
export const testModelsDir = join(root, 'node_modules/.cache/shouwen/models');

/** Ends a set-up that cannot begin, because another one is busy in the same folder. */
const BUSY = 75;
const WITHOUT = 'All else works without it; npm run models -- set-up tries again.';

/** Whisper base and the packages that run it, before what follows. Says in a line when they cannot be had, and goes on. Needs a build. */
export function ensureRecogniser(modelsDir = ownModelsDir()) {
  if (!isWanted() || isThere(modelsDir)) return;
  say(what(modelsDir));
  trySystemPackages(pythonPackages);
  const [command, args] = setUp(modelsDir);
  tell(spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] }).status);
}

/**
 * The same while something else runs: calls are heard by it as soon as it is there. Ends with this process.
 *
 * @param {() => void} ended called once, when the recogniser is there or will not come
 */
export function ensureRecogniserMeanwhile(ended = () => {}) {
  const modelsDir = ownModelsDir();
  if (!isWanted() || isThere(modelsDir)) return void ended();
  say(`${what(modelsDir)}, meanwhile`);
  const [command, args] = setUp(modelsDir);
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  process.on('exit', () => child.kill());
  const tellOnce = (code) => {
    child.removeAllListeners();
    tell(code);
    ended();
  };
  child.once('error', () => tellOnce(1));
  child.once('exit', tellOnce);
}

/** As the product itself finds it. */
function ownModelsDir() {
  return resolve(process.env.SHOUWEN_MODELS_DIR || join(process.env.SHOUWEN_DATA_DIR || join(root, '.data'), 'models'));
}

/** An operator who names engines and leaves this one out does not want it. */
function isWanted() {
  const { SHOUWEN_ENGINES: all, SHOUWEN_ENGINES_ZH: zh, SHOUWEN_ENGINES_EN: en } = process.env;
  return !all || [all, zh, en].some((list) => list?.includes('faster-whisper'));
}

function isThere(modelsDir) {
  return hears(modelsDir) && existsSync(join(modelsDir, '.python/speaker-encoder.version'));
}

function hears(modelsDir) {
  return ['whisper-base/model.json', '.python/faster-whisper.version'].every((path) =>
    existsSync(join(modelsDir, path)),
  );
}

/** An older set-up lacks what tells voices apart. */
function what(modelsDir) {
  return hears(modelsDir)
    ? 'Setting up what tells two people on one channel apart (16 MB, once)'
    : 'Setting up the recogniser (250 MB, once)';
}

/** Two at once would spoil each other's packages. */
function setUp(modelsDir) {
  mkdirSync(modelsDir, { recursive: true });
  const models = [join(root, 'dist/tools/models/main.js'), 'set-up', '--models-dir', modelsDir];
  return ['flock', ['-n', '-E', String(BUSY), join(modelsDir, '.set-up.lock'), node(), ...models]];
}

function tell(status) {
  if (status === 0) say('The recogniser is there.');
  else if (status === BUSY) say('The recogniser is being set up by another command.');
  else if (status !== null) say(`The recogniser is not there. ${WITHOUT}`);
}
