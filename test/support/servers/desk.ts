import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AddressInfo } from 'node:net';
import { TEST_MODELS } from '../recogniser.js';
import { readProcessFacts } from '../../../libs/platform/src/embedded-postgres/process-facts.js';
import { startCeph, stopLeftCeph, type S3Address } from './ceph.js';
import { startKms } from './kms.js';
import { startRecogniser } from './recogniser.js';

/** How a test process finds the desk. */
export const DESK_VARIABLE = 'SHOUWEN_TEST_DESK';

/** Servers that take long to start and are shared by a whole run, started when a test first asks. */
const STARTERS = {
  s3: async () => {
    await removeLeftovers();
    return startCeph();
  },
  kms: async () => {
    const { endpoint, stop } = await startKms();
    return { address: { endpoint }, stop };
  },
  recogniser: () => startRecogniser(TEST_MODELS, folder),
};

export interface DeskAddresses {
  s3: S3Address;
  kms: { endpoint: string };
  recogniser: { modelsDir: string };
}

type Running = { address: object; stop(): Promise<void> };

const started = new Map<string, Promise<Running>>();
let desk: Server | undefined;
let folder: string;

/** Opens the desk, in the process that outlives every test file. @param at the run's folder */
export async function openDesk(at: string): Promise<void> {
  folder = at;
  desk = createServer((request, answer) => {
    const name = request.url?.slice(1) as keyof typeof STARTERS;
    const running = started.get(name) ?? STARTERS[name]();
    started.set(name, running);
    running.then(
      ({ address }) => answer.end(JSON.stringify(address)),
      (error: unknown) => answer.writeHead(500).end(error instanceof Error ? error.message : String(error)),
    );
  });
  desk.listen(0, '127.0.0.1');
  await once(desk, 'listening');
  process.env[DESK_VARIABLE] = `http://127.0.0.1:${(desk.address() as AddressInfo).port}`;
}

/** Closes it and ends every server that it started. */
export async function closeDesk(): Promise<void> {
  desk?.closeAllConnections();
  desk?.close();
  const running = await Promise.allSettled(started.values());
  await Promise.all(running.flatMap((one) => (one.status === 'fulfilled' ? [one.value.stop()] : [])));
}

/** A server of the run, started if need be. @throws with what is missing on this machine */
export async function serverOf<Name extends keyof DeskAddresses>(name: Name): Promise<DeskAddresses[Name]> {
  const answer = await fetch(`${process.env[DESK_VARIABLE]}/${name}`);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`The tests' ${name} server did not start: ${text}`);
  return JSON.parse(text) as DeskAddresses[Name];
}

const FOLDER = /^shouwen-test-ceph-(\d+)-/;

// A run that was killed could not end its Ceph. A folder bears the pid of its run, so that a concurrent run keeps its own.
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = FOLDER.exec(name)?.[1];
    if (pid === undefined || (await readProcessFacts(Number(pid)))) continue;
    await stopLeftCeph(join(tmpdir(), name));
  }
}
