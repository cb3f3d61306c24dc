import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, cp, mkdir, readdir, symlink } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Bytes } from './frames.js';
import { HeardOnce, type Question } from './heard-once.js';

const MODEL = 'whisper-base';
const VERSIONS = ['faster-whisper.version', 'speaker-encoder.version'];

/**
 * The one recogniser of a run: a models folder whose Python is a relay to it. Products find, sandbox and ask it as they would any; it is the real
 * one, started when a test first asks, and hears each piece of sound once. What it answered is forgotten with the run.
 *
 * @param models the real ones @param folder of the run
 */
export async function startRecogniser(models: string, folder: string) {
  const modelsDir = join(folder, 'models');
  const bin = join(modelsDir, '.python/bin');
  await mkdir(bin, { recursive: true });
  await mkdir(join(modelsDir, MODEL));
  for (const name of VERSIONS) await cp(join(models, '.python', name), join(modelsDir, '.python', name));
  for (const name of await readdir(join(models, MODEL)))
    await symlink(join(models, MODEL, name), join(modelsDir, MODEL, name));
  await copyFile(join(import.meta.dirname, 'relay.py'), join(bin, 'python'));

  const python = join(models, '.python/bin/python');
  let whisper: HeardOnce | undefined;
  const open = new Set<Socket>();
  let lines = 0;
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    open.add(socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket)));
    void answer(socket).catch(() => socket.destroy());
  });
  server.listen(join(bin, 'line'));
  await once(server, 'listening');

  async function answer(socket: Socket): Promise<void> {
    const bytes = new Bytes(socket);
    const [program, ...args] = JSON.parse(String(await bytes.framed())) as [string, ...string[]];
    if (!program.endsWith('/whisper.py')) return runOnce(program, args, bytes, socket);
    whisper ??= new HeardOnce(python, program, join(models, MODEL));
    const line = lines++;
    for (let head = await bytes.framed(); head; head = await bytes.framed()) {
      const question = JSON.parse(String(head)) as Question;
      const sound = (await bytes.framed()) ?? Buffer.alloc(0);
      // What is no longer waited for may be asked again.
      if (question.do === 'forget') continue;
      void whisper.ask(question, sound, line).then((said) => socket.write(`${JSON.stringify(said)}\n`));
    }
    socket.end();
  }

  /** A programme that ends with its answer. */
  async function runOnce(program: string, args: string[], bytes: Bytes, socket: Socket): Promise<void> {
    const child = spawn(python, ['-I', '-B', program, ...args], { env: {}, stdio: ['pipe', 'pipe', 'ignore'] });
    await Promise.all([pipeline(bytes.rest(), child.stdin), pipeline(child.stdout, socket)]);
  }

  const stop = async (): Promise<void> => {
    whisper?.close();
    const closed = once(server.close(), 'close');
    for (const socket of open) socket.destroy();
    await closed;
  };
  return { address: { modelsDir }, stop };
}
