import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { COMPILED, node } from './node.mjs';
import { root } from './progress.mjs';

const LOOK_EVERY_MS = 500;

/**
 * Hands over to a compiled command, and ends with it. A launcher ends with us, too, however we end: our side of the channel closes.
 *
 * @param {string} script below the checkout
 * @param {string[]} args what the command is given
 * @param {string} cwd the folder from which it reads paths
 * @returns {import('node:child_process').ChildProcess} the launcher
 */
export function handOver(script, args = process.argv.slice(2), cwd = root) {
  const launcher = spawn(node(), [join(root, script), ...args], {
    cwd,
    env: { ...COMPILED, ...process.env },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // In a process group of its own it hears of Ctrl-C once, from us, and not a second time from the terminal.
    detached: true,
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => launcher.kill(signal));
  // npm 9 passes a signal to the shell between it and us, which ends without passing it on.
  if (process.env.npm_lifecycle_event) whenOrphaned(() => launcher.kill('SIGTERM'));
  launcher.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
  return launcher;
}

/** @param {() => void} then once the process that started this one is gone */
function whenOrphaned(then) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    then();
  }, LOOK_EVERY_MS);
  timer.unref();
}
