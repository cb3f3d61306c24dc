import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { inheritedClock, inheritedCompiled } from '../../../tools/profile/inherited-clock.rules.js';
export const ROOT = join(import.meta.dirname, '../../../..');

/** Runs one of the product's commands as a person at the machine does. */
export function runTool(
  file: string,
  args: string[],
  settings: Record<string, string>,
): Promise<{ code: number | null; said: string }> {
  const env = {
    PATH: process.env.PATH ?? '',
    ...inheritedClock(process.env),
    ...inheritedCompiled(process.env),
    LC_ALL: 'C.UTF-8',
    LANG: 'en',
    ...settings,
  };
  const child = spawn(process.execPath, [join(ROOT, file), ...args], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (said += piece.toString()));
  return new Promise((done, fail) =>
    child.once('error', fail).once('close', (code) => done({ code, said: said.trim() })),
  );
}
