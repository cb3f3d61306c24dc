import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { mkdtemp, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CHECKOUT } from '../checkout.js';

const SCRIPT = join(CHECKOUT, 'test/support/ceph-rgw.sh');
const run = promisify(execFile);

/** The way into an S3 server. */
export interface S3Address {
  endpoint: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** A real Ceph with its S3 gateway, in some twelve seconds; see the script. */
export async function startCeph(): Promise<{ address: S3Address; stop(): Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), `shouwen-test-ceph-${process.pid}-`));
  await rmdir(dir);
  const port = await threeFreePorts();
  const options = { env: { ...process.env, SHOUWEN_TEST_CEPH_PORT: String(port) } };
  const stop = async () => void (await run(SCRIPT, ['stop', dir], options));
  try {
    const { stdout } = await run(SCRIPT, ['start', dir], { ...options, maxBuffer: 16 << 20 });
    const said = (name: string) => new RegExp(`${name}=(\\S+)`).exec(stdout)?.[1] ?? '';
    return {
      address: {
        endpoint: said('SHOUWEN_TEST_S3_ENDPOINT'),
        accessKeyId: said('SHOUWEN_TEST_S3_ACCESS_KEY'),
        secretAccessKey: said('SHOUWEN_TEST_S3_SECRET_KEY'),
      },
      stop,
    };
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
}

/** Ends what a killed run left behind. */
export async function stopLeftCeph(dir: string): Promise<void> {
  await run(SCRIPT, ['stop', dir]);
}

/** The script takes a port and the two below it. */
async function threeFreePorts(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const held: Server[] = [];
    try {
      for (const each of [port - 2, port - 1, port]) {
        const server = createServer().listen(each, '127.0.0.1');
        held.push(server);
        await once(server, 'listening');
      }
      return port;
    } catch {
      // Another process has one of them; try others.
    } finally {
      await Promise.all(
        held.filter((server) => server.listening).map((server) => new Promise((end) => server.close(end))),
      );
    }
  }
}
