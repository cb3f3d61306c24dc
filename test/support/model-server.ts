import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const FOLDER = join(import.meta.dirname, '../../node_modules/.cache/shouwen/model-server');
/** As the server names it. */
export const SMOLLM2 = 'SmolLM2-135M-Instruct.Q4_1.gguf';

/** Whether a server that others wrote is there, with its model (`tools/setup/model-server.mjs`). Says so where it is not. */
export function hasModelServer(): boolean {
  const isThere = existsSync(join(FOLDER, 'ready'));
  if (!isThere) console.warn('SKIPPED: no model server is set up (node tools/setup/get-ready.mjs), so none was asked.');
  return isThere;
}

export interface RunningModelServer {
  /** Below it is `/chat/completions`. */
  url: string;
  host: string;
  key: string;
  stop(): Promise<void>;
}

/** llama.cpp's server with SmolLM2 (135 million weights), which follows the protocol and judges nothing. */
export async function startLlamaServer(): Promise<RunningModelServer> {
  const key = 'sesame';
  const script = join(import.meta.dirname, 'llama-server.py');
  const child = spawn(join(FOLDER, 'bin/python'), [script, key], { stdio: ['pipe', 'pipe', 'pipe'] });
  const said: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line));
  const stop = () =>
    new Promise<void>((done) => {
      if (child.exitCode !== null || child.signalCode !== null) return done();
      child.once('exit', () => done());
      child.kill('SIGKILL');
    });
  for await (const line of createInterface({ input: child.stdout })) {
    const host = /^http:\/\/(127\.0\.0\.1:\d+)$/.exec(line)?.[1];
    if (!host) continue;
    child.stdout.resume();
    return { url: `http://${host}/v1`, host, key, stop };
  }
  throw new Error(`the model server did not start:\n${said.join('\n')}`);
}
