import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Say } from '../say.js';
import { ratioOf, spreadOf, written } from '../spread.rules.js';
import { longWav, type LongWav } from './long-wav.js';
import { Product } from './product.js';
import { forgetPeak, residentMemory, type ResidentMemory } from './resident-memory.js';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { send } from './send.js';

/** The baseline of ingest: the same bytes, put to a bare server that writes and syncs them. */
class RawPut {
  private constructor(
    private readonly server: ChildProcess,
    private readonly url: string,
  ) {}

  static async start(folder: string): Promise<RawPut> {
    const entry = join(import.meta.dirname, 'raw-put-server.js');
    const server = spawn(process.execPath, [entry, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [port] = (await once(server.stdout!, 'data')) as [Buffer];
    return new RawPut(server, `http://127.0.0.1:${port.toString().trim()}/`);
  }

  /** @returns seconds */
  async put(wav: LongWav): Promise<number> {
    const headers = { 'content-type': 'audio/wav', 'content-length': wav.bytes };
    return (await send({ url: this.url, method: 'PUT', headers, body: wav.chunks() })).seconds;
  }

  async stop(): Promise<void> {
    const gone = once(this.server, 'exit');
    this.server.kill();
    await gone;
  }
}

const ROOT = resolve(import.meta.dirname, '../../../..');
const MB = 1_000_000;

export interface IngestOptions {
  /** Size of the recording, in millions of bytes. */
  megabytes: number;
  rounds: number;
}

interface Round {
  /** MB/s */
  ours: number;
  bare: number;
}

/** Encrypted ingest against a raw PUT of the same bytes, in turns, on one disk. */
export async function benchIngest({ megabytes, rounds: count }: IngestOptions, say: Say): Promise<void> {
  const wav = longWav(megabytes * MB);
  say(`ingest: one recording of ${megabytes} MB (16-bit stereo, 16 kHz), ${count} rounds after a warm-up`);
  say(
    '  ours: POST /api/v1/calls, multipart; hashed, sealed, synced and committed before the answer; API process as shipped',
  );
  say('  bare: PUT of the same bytes to a node:http server of its own that writes and syncs a file on the same disk');
  // In the checkout and not in the system's temporary folder, which may lie in memory.
  await mkdir(join(ROOT, '.data'), { recursive: true, mode: 0o711 });
  const folder = await mkdtemp(join(ROOT, '.data/bench-'));
  // The database server may run as another user, who has to pass through.
  await chmod(folder, 0o711);
  const interrupted = untilInterrupted();
  const running: { stop(): Promise<void> }[] = [];
  try {
    const raw = await RawPut.start(folder);
    running.push(raw);
    const product = await Product.start(join(folder, 'product'), ROOT);
    running.push(product);
    // An interruption leaves no process and no file behind either.
    await Promise.race([measure(product, raw, { wav, count, say }), interrupted]);
  } finally {
    for (const one of running) await one.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function untilInterrupted(): Promise<never> {
  const signal = await new Promise((done) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, done);
  });
  throw new Error(`stopped by ${String(signal)}`);
}

interface Course {
  wav: LongWav;
  count: number;
  say: Say;
}

async function measure(product: Product, raw: RawPut, { wav, count, say }: Course): Promise<void> {
  const idle = await residentMemory(product.apiPid);
  await forgetPeak(product.apiPid);
  const rounds: Round[] = [];
  for (let round = 0; round <= count; round += 1) {
    const one = await playRound(product, raw, wav, round % 2 === 0);
    say(
      `  ${round === 0 ? 'warm-up' : `round ${round}`}: ours ${one.ours.toFixed(0)} MB/s, bare ${one.bare.toFixed(0)} MB/s`,
    );
    if (round > 0) rounds.push(one);
  }
  report(rounds, idle, await residentMemory(product.apiPid), say);
}

/** The two take turns in going first, for the first finds the disk's cache emptier. */
async function playRound(product: Product, raw: RawPut, wav: LongWav, oursFirst: boolean): Promise<Round> {
  const rate = (seconds: number): number => wav.bytes / MB / seconds;
  const early = oursFirst ? rate(await product.upload(wav)) : 0;
  const bare = rate(await raw.put(wav));
  return { ours: oursFirst ? early : rate(await product.upload(wav)), bare };
}

function report(rounds: readonly Round[], idle: ResidentMemory | null, after: ResidentMemory | null, say: Say): void {
  say(`  ours ${written(spreadOf(rounds.map(({ ours }) => ours)), 0)} MB/s, median and range`);
  say(`  bare ${written(spreadOf(rounds.map(({ bare }) => bare)), 0)} MB/s`);
  say(`ingest ratio ${written(ratioOf(rounds), 2)}   good 0.75, aim 0.95`);
  if (!idle || !after) return say('memory not measured: this system has no /proc');
  const growth = (after.peak - idle.now).toFixed(0);
  say(
    `API memory +${growth} MiB: ${idle.now.toFixed(0)} MiB resident before the first upload, at most ${after.peak.toFixed(0)} MiB   aim +32 or less`,
  );
}
