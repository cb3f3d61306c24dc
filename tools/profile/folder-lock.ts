import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { stat, unlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotStart } from '#platform';

const ANSWER_MS = 2_000;

export interface FolderLock {
  release(): void;
}

/**
 * Makes this process the only launcher of a data folder. The lock is a socket that listens: the system lets it go with its process, however
 * that ends, so that there is no such thing as a stale one; and a process that connects is told the holder's id.
 *
 * @throws CannotStart that names the process which has it
 */
export async function lockFolder(dataDir: string): Promise<FolderLock> {
  const { dev, ino } = await stat(dataDir);
  const path = socketPath(`${dev}-${ino}`);
  const held = await tryListen(path);
  if (held) return { release: () => void held.close() };
  const holder = await askHolder(path);
  if (holder === 'free') {
    // Where sockets are files, one outlives its process.
    await unlink(path).catch(() => undefined);
    const again = await tryListen(path);
    if (again) return { release: () => void again.close() };
  }
  throw new CannotStart(
    `Process ${holder} already runs on the data folder ${dataDir}: end it with kill ${holder}, or choose another folder with SHOUWEN_DATA_DIR.`,
  );
}

/** Linux has names for sockets that are no files; elsewhere it is a file of the system's scratch folder. */
function socketPath(folder: string): string {
  if (process.platform === 'linux') return `\0shouwen/${folder}`;
  return join(tmpdir(), `shouwen-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}.sock`);
}

async function tryListen(path: string): Promise<Server | undefined> {
  const server = createServer((asking) => void asking.on('error', () => undefined).end(String(process.pid)));
  try {
    server.listen(path);
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return undefined;
    throw error;
  }
  server.unref();
  return server;
}

/** @returns the holder's id; `?` when it does not say; `free` when no process listens */
function askHolder(path: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(path);
    let said = '';
    socket.setEncoding('utf8').setTimeout(ANSWER_MS, () => socket.destroy());
    socket.on('data', (text: string) => (said += text));
    socket.on('error', ({ code }: NodeJS.ErrnoException) => code === 'ECONNREFUSED' && resolve('free'));
    socket.on('close', () => resolve(said || '?'));
  });
}
