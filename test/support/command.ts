import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { inheritedCompiled } from '../../tools/profile/inherited-clock.rules.js';

const ROOT = join(import.meta.dirname, '../..');

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/**
 * One of the product's commands as an image runs it, `node dist/tools/NAME/main.js` or a plain script below `tools/`, with these settings and
 * nothing else of the environment.
 */
export async function runCommand(script: string, args: readonly string[], env: Record<string, string>): Promise<Ended> {
  const child = spawn(process.execPath, [join(ROOT, script), ...args], {
    env: { PATH: process.env['PATH'] ?? '', LANG: 'en_GB.UTF-8', ...inheritedCompiled(process.env), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8');
    child[stream].on('data', (text: string) => (said[stream] += text));
  }
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, ...said };
}
