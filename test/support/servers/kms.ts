import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../libs/platform/src/embedded-postgres/index.js';
import { ChildServer } from './child-server.js';

/** A server that speaks the protocol of AWS KMS: moto's. Keys are in its memory. */
export async function startKms(): Promise<{ endpoint: string; stop(): Promise<void> }> {
  const port = await freePort();
  const dir = await mkdtemp(join(tmpdir(), 'shouwen-test-kms-'));
  const server = await ChildServer.start({
    package: 'python3-moto python3-flask-cors',
    path: '/usr/bin/moto_server',
    args: ['-H', '127.0.0.1', '-p', String(port)],
    port,
    cwd: dir,
  });
  const stop = async () => {
    await server.stop();
    await rm(dir, { recursive: true });
  };
  return { endpoint: `http://127.0.0.1:${port}`, stop };
}
