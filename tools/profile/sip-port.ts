import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** How far another port is looked for. */
const TRIES = 20;

/** Whether SIP could be taken there now, over TCP and UDP. */
export async function isSipPortFree(host: string, port: number): Promise<boolean> {
  const tcp = createServer();
  const udp = createSocket(host.includes(':') ? 'udp6' : 'udp4');
  try {
    tcp.listen(port, host);
    await once(tcp, 'listening');
    udp.bind(port, host);
    await once(udp, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    tcp.close();
    udp.close();
  }
}

/** The first port from there on, by steps of two, at which SIP can be taken; null: none of the next. */
export async function freeSipPort(host: string, from: number): Promise<number | null> {
  for (let port = from; port < from + 2 * TRIES; port += 2) if (await isSipPortFree(host, port)) return port;
  return null;
}
