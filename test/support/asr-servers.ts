import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { hasRecogniser, TEST_MODELS } from './recogniser.js';

const SERVERS = join(import.meta.dirname, '../../node_modules/.cache/shouwen/asr-servers');
export const WHISPER_BASE = join(TEST_MODELS, 'whisper-base');

/** Whether servers that others wrote are there (`tools/setup/asr-servers.mjs`). Says so where they are not. */
export function hasAsrServers(): boolean {
  const isThere = existsSync(join(SERVERS, 'ready'));
  if (!isThere)
    console.warn('SKIPPED: no speech servers are set up (node tools/setup/get-ready.mjs), so none was asked.');
  return isThere && hasRecogniser();
}

export interface RunningServer {
  url: string;
  host: string;
  stop(): Promise<void>;
}

/** `faster-whisper-server` of PyPI, with Whisper base under the name `base`. */
export async function startFasterWhisperServer(scratch: string): Promise<RunningServer> {
  const config = join(scratch, 'faster-whisper-server.yaml');
  const options = { device: 'cpu', compute_type: 'int8', cpu_threads: 1 };
  await writeFile(config, JSON.stringify({ models: [{ name: 'base', path: WHISPER_BASE, model_options: options }] }));
  return start('faster-whisper-server', ['--config', config, '--host', '127.0.0.1', '--port', '0']);
}

/** `open-asr-server` of PyPI. It calls Whisper base `faster-whisper:FOLDER`. */
export const startOpenAsrServer = (): Promise<RunningServer> =>
  start('open-asr-server', ['serve', '--host', '127.0.0.1', '--port', '0']);

async function start(program: string, args: readonly string[]): Promise<RunningServer> {
  const python = join(SERVERS, 'bin/python');
  const env = { PATH: process.env['PATH'], HF_HUB_OFFLINE: '1', OMP_NUM_THREADS: '1', PYTHONUNBUFFERED: '1' };
  const child = spawn(python, [join(SERVERS, 'bin', program), ...args], { stdio: ['ignore', 'ignore', 'pipe'], env });
  const port = await portOf(child, program);
  const stop = () =>
    new Promise<void>((done) => {
      if (child.exitCode !== null || child.signalCode !== null) return done();
      child.once('exit', () => done());
      child.kill('SIGKILL');
    });
  return { url: `http://127.0.0.1:${port}/v1`, host: `127.0.0.1:${port}`, stop };
}

/** As it says itself once it listens. */
async function portOf(child: ChildProcess, program: string): Promise<string> {
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stderr! })) {
    said.push(line);
    const port = /running on http:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1];
    if (!port) continue;
    child.stderr!.resume();
    return port;
  }
  throw new Error(`${program} did not start:\n${said.join('\n')}`);
}
