import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalKeyring, markKeyDirectories } from '#platform';
import { type Say } from '../say.js';

/** What a receiver is asked; `report` ends it. */
export type Asked =
  | { readonly open: number; readonly from: number }
  | { readonly stallMs: number }
  | { readonly report: true };

export interface Taken {
  readonly taken: number;
  /** Of one core, from when its ports were open. */
  readonly core: number;
  readonly rssMb: number;
}

/** A stall of the process amid the calls, as a collection of garbage or a neighbour's work makes one. */
const STALL_MS = 2000;

/** Calls of two streams into the media plane, and into bare sockets: packets that are lost, and the share of a core. */
export async function benchCapture({ calls, seconds }: { calls: number; seconds: number }, say: Say): Promise<void> {
  say(
    `${calls} calls of two streams for ${seconds} s, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`,
  );
  const bare = await run('bare', { calls, seconds, stall: false });
  const ours = await run('ours', { calls, seconds, stall: false });
  const stalled = await run('ours', { calls, seconds, stall: true });
  for (const [name, { sent, taken, core, rssMb }] of [
    ['bare sockets', bare],
    ['media plane', ours],
    [`media plane, stalled for ${STALL_MS / 1000} s`, stalled],
  ] as const)
    say(`${name}: ${sent - taken} of ${sent} packets lost, ${core.toFixed(2)} of a core, ${rssMb} MB`);
  say(`media plane ÷ bare sockets: ${(ours.core / bare.core).toFixed(2)} of processor time`);
}

async function run(
  kind: 'ours' | 'bare',
  { calls, seconds, stall }: { calls: number; seconds: number; stall: boolean },
): Promise<Taken & { sent: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'shouwen-bench-capture-'));
  try {
    await markKeyDirectories({ first: join(folder, 'first'), second: join(folder, 'second') }, new Date());
    await LocalKeyring.create(join(folder, 'keyring.json'));
    const child = (name: string, ...args: string[]) => fork(join(import.meta.dirname, name), args);
    const receiver = child('capture-receiver.js', kind, folder);
    await told(receiver);
    const sender = child('rtp-sender.js', String(seconds));
    const { from } = await told<{ from: number }>(sender);
    receiver.send({ open: calls, from } satisfies Asked);
    sender.send(await told<{ ports: number[] }>(receiver));
    const stalling = stall && setTimeout(() => receiver.send({ stallMs: STALL_MS } satisfies Asked), seconds * 500);
    const { sent } = await told<{ sent: number }>(sender);
    if (stalling) clearTimeout(stalling);
    receiver.send({ report: true } satisfies Asked);
    return { sent, ...(await told<Taken>(receiver)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a child says next. @throws where it ends first */
async function told<T>(child: ChildProcess): Promise<T> {
  const ended = once(child, 'exit').then(() => {
    throw new Error('a process of the bench ended early');
  });
  const [message] = (await Promise.race([once(child, 'message'), ended])) as [T];
  ended.catch(() => undefined);
  return message;
}
