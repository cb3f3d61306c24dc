import { spawnSync } from 'node:child_process';

/** The checkout's top folder. */
export const root = new URL('../../', import.meta.url).pathname;

/** A line for the person waiting. On stderr: stdout belongs to the command's own result. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Ends the command with words that tell a person what to do next. */
export function giveUp(message) {
  say(message);
  process.exit(1);
}

/**
 * Runs a step quietly behind one line of progress; shows what it printed only if it fails, and then ends the command.
 *
 * @param {string} what shown while the step runs
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env added to our own environment
 */
export function step(what, command, args, env = {}) {
  const started = Date.now();
  process.stderr.write(`${what} … `);
  const done = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  if (done.status === 0) return say(`${((Date.now() - started) / 1000).toFixed(1)} s`);
  say('failed');
  giveUp(`${done.error?.message ?? ''}${done.stdout ?? ''}${done.stderr ?? ''}\n$ ${command} ${args.join(' ')}`);
}
