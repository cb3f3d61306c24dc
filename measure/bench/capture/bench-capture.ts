import { fork, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, constants, loadavg, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalKeyring, markKeyDirectories } from '#platform';
import { type Say } from '../say.js';
import { answersOf, sippIsHere } from './sipp-answers.js';

/** What a receiver is asked; `report` ends it. */
export type Asked =
  | { readonly open: number; readonly from: number }
  | { readonly stallMs: number }
  | { readonly report: true };

export interface Taken {
  readonly taken: number;
  /** By the kernel, for want of room. */
  readonly dropped: number;
  /** From when its ports were open. */
  readonly cpuSeconds: number;
  readonly rssMb: number;
}

interface Run {
  readonly kind: 'ours' | 'bare';
  readonly sealed?: true;
  /** The process stands still for 2 s amid the calls, as a collection of garbage or a neighbour's work makes it, and once more. */
  readonly stalled?: true;
  /** As many busy programmes at nice 10 as there are cores, as a recogniser is. */
  readonly beside?: true;
}

const STALL_MS = 2000;
const RUNS: [string, Run][] = [
  ['bare sockets', { kind: 'bare' }],
  ['media plane', { kind: 'ours' }],
  ['media plane, SRTP', { kind: 'ours', sealed: true }],
  ['media plane, stalled for 2 s twice, beside a busy job at nice 10', { kind: 'ours', stalled: true, beside: true }],
  ['the same with SRTP', { kind: 'ours', sealed: true, stalled: true, beside: true }],
];

/** Calls of two streams into the media plane, and into bare sockets: packets that are lost, and the share of a core. */
export async function benchCapture({ calls, seconds }: { calls: number; seconds: number }, say: Say): Promise<void> {
  const load = loadavg()[0]?.toFixed(1);
  say(`${calls} calls of two streams for ${seconds} s, ${availableParallelism()} cores, load ${load}`);
  for (const [name, run] of RUNS) {
    const { sent, taken, dropped, cpuSeconds, rssMb, lateMs } = await measure(run, { calls, seconds });
    const lost = `${sent - taken} of ${sent} packets lost (${dropped} in the kernel)`;
    const core = `${(cpuSeconds / seconds).toFixed(2)} of a core, ${((cpuSeconds * 1e6) / taken).toFixed(1)} µs a packet`;
    say(`${name}: ${lost}, ${core}, ${rssMb} MB; the sender was late by ${(lateMs / 1000).toFixed(2)} s at most`);
  }
  if (!sippIsHere())
    return say('SIPp is not here (Debian: sip-tester), so how soon an INVITE is answered was not measured');
  await withReceiver({ kind: 'ours' }, async (_, { sip }) => {
    const { ours, echo } = await answersOf(sip!);
    say(
      `200 OK after ${ours.toFixed(2)} ms, by SIPp's own echo after ${echo.toFixed(2)} ms: ${(ours / echo).toFixed(2)} (median)`,
    );
  });
}

async function measure(
  run: Run,
  { calls, seconds }: { calls: number; seconds: number },
): Promise<Taken & { sent: number; lateMs: number }> {
  const key = run.sealed && randomBytes(30).toString('hex');
  return withReceiver({ ...run, key }, async (receiver) => {
    const sender = child('rtp-sender.js', String(seconds), ...(key ? [key] : []));
    const { from } = await told<{ from: number }>(sender);
    receiver.send({ open: calls, from } satisfies Asked);
    sender.send(await told<{ ports: number[] }>(receiver));
    const jobs = Array.from({ length: run.beside ? availableParallelism() : 0 }, busy);
    const stalls = (run.stalled ? [0.3, 0.6] : []).map((share) =>
      setTimeout(() => receiver.send({ stallMs: STALL_MS } satisfies Asked), seconds * share * 1000),
    );
    try {
      const sent = await told<{ sent: number; lateMs: number }>(sender);
      receiver.send({ report: true } satisfies Asked);
      return { ...sent, ...(await told<Taken>(receiver)) };
    } finally {
      for (const stall of stalls) clearTimeout(stall);
      for (const job of jobs) job.kill('SIGKILL');
    }
  });
}

async function withReceiver<T>(
  { kind, key }: Pick<Run, 'kind'> & { key?: string | undefined },
  work: (receiver: ChildProcess, said: { sip?: number }) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'shouwen-bench-capture-'));
  await markKeyDirectories({ first: join(folder, 'first'), second: join(folder, 'second') }, new Date());
  await LocalKeyring.create(join(folder, 'keyring.json'));
  const receiver = child('capture-receiver.js', kind, folder, ...(key ? [key] : []));
  try {
    return await work(receiver, await told(receiver));
  } finally {
    receiver.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
}

const child = (name: string, ...args: string[]) => fork(join(import.meta.dirname, name), args);

function busy(): ChildProcess {
  // It ends by itself where the bench was killed.
  const loop = 'for (const bench = process.ppid; process.ppid === bench;) for (let i = 0; i < 1e8; i++);';
  const job = spawn(process.execPath, ['-e', loop], { stdio: 'ignore' });
  setPriority(job.pid!, constants.priority.PRIORITY_BELOW_NORMAL);
  return job;
}

/** What a child says next. @throws where it ends first */
async function told<T>(one: ChildProcess): Promise<T> {
  const ended = once(one, 'exit').then(() => {
    throw new Error('a process of the bench ended early');
  });
  const [message] = (await Promise.race([once(one, 'message'), ended])) as [T];
  ended.catch(() => undefined);
  return message;
}
