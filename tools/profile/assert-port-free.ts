import { once } from 'node:events';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { CannotStart } from '#platform';

/** @throws CannotStart with what to do, when another programme listens on the port already */
export async function assertPortFree(port: number, host = '127.0.0.1'): Promise<void> {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRNOTAVAIL')
      throw new CannotStart(`This machine has no address ${host}: correct SHOUWEN_HOST, then start again.`);
    if (code === 'EACCES')
      throw new CannotStart(`Port ${port} is for root alone: choose one above 1023 with SHOUWEN_PORT.`);
    if (code !== 'EADDRINUSE') throw error;
    const pid = await listenerOn(port);
    const holder = pid === undefined ? 'another programme: end that' : `process ${pid}: end it with kill ${pid}`;
    throw new CannotStart(`Port ${port} is in use by ${holder}, or choose another port with SHOUWEN_PORT.`);
  } finally {
    server.close();
  }
}

/** Which process listens there, as far as this user may know. */
async function listenerOn(port: number): Promise<number | undefined> {
  const sockets = (await Promise.all(['tcp', 'tcp6'].map((kind) => listening(kind, port)))).flat();
  if (sockets.length === 0) return undefined;
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  for (const pid of pids) {
    const open = await readdir(`/proc/${pid}/fd`).catch(() => []);
    const links = await Promise.all(open.map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')));
    if (links.some((link) => sockets.includes(link))) return Number(pid);
  }
  return undefined;
}

const LISTENING = '0A';

/** The kernel's own table: the second column is the address with its port in hex, the fourth the state, the tenth the socket. */
async function listening(kind: string, port: number): Promise<string[]> {
  const table = await readFile(`/proc/net/${kind}`, 'utf8').catch(() => '');
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return table
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local = '', , state]) => local.endsWith(wanted) && state === LISTENING)
    .map((columns) => `socket:[${columns[9]}]`);
}
