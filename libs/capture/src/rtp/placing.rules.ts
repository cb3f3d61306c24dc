/*
 * Where the packets of a stream lie in time, worked out after the call has ended. While it goes on, `sent-times.rules.ts` and `live-mix.rules.ts`
 * place what is listened to, by arrival and with less care.
 *   1. Packets of one sender (SSRC) whose timestamps go on are a run. Within it the timestamps alone say where a packet lies: loss is silence.
 *   2. A run begins where its quickest packet of the first seconds says: a packet that waited, in the network or for us, moves nothing.
 *   3. A new sender, a codec with another clock, a clock that was set again, and one that stood still while time went on begin a new run. Its sound is never laid over, nor
 *      pushed into, what was placed before: it goes on behind it where both touch, else where it arrived.
 * Whatever order packets came in, and however often, the sound is the same.
 */
import { unwrapped } from './rtp-packet.rules.js';

/** A packet as it came. Of keypad digits, and of what they mask, `samples` is 0: it was sent, and nothing of it is placed. */
export interface Arrival {
  readonly ssrc: number;
  readonly sequence: number;
  readonly timestamp: number;
  /** Milliseconds since the session began. */
  readonly arrivedMs: number;
  /** What it plays, in units of its clock; 0 where nothing of it may be heard. */
  readonly samples: number;
  readonly clockRate: number;
  /** Sound was paused between the packet before it and this one: what is missing there was not lost. */
  readonly afterPause: boolean;
}

/** Loss and delay of a stream. */
export interface StreamQuality {
  readonly packets: number;
  readonly lost: number;
  /** Milliseconds. */
  readonly longestGapMs: number;
  /** The most that RFC 3550's estimate came to, ms. */
  readonly jitterMs: number;
  readonly ssrcs: readonly number[];
}

export interface PlacedStream {
  /** For each arrival: its first sample at `rate`, counted from the session's beginning; null: it came before, or plays nothing. */
  readonly at: readonly (number | null)[];
  /** Spans that were sent and never came, in samples, at least `GAP_TOLD_MS` long. */
  readonly gaps: readonly { from: number; to: number }[];
  readonly quality: StreamQuality;
}

/** The first seconds of a run tell when it began. */
const SETTLING_MS = 10_000;
/** Further ahead of the clock on the wall than this, timestamps were set again. */
const AHEAD_MS = 1000;
/** Our own buffers hold no more: what is later than this stood still at its sender. */
const BEHIND_MS = 20_000;
/** A pause between two packets, after which it is asked whether the sender's clock stood still. */
const QUIET_MS = 200;
const STOOD_STILL_MS = 250;
/** The last moment of a stream may have waited: no more of it than this, and for no longer than a second. */
const [LAST_MOMENT_MS, LAST_LATE_MS] = [500, 1000];
/** Runs that nearly touch go on without a hole between them. */
const TOUCHING_MS = 60;
/** Shorter holes are told by `lost` alone. */
export const GAP_TOLD_MS = 100;

interface Run {
  ssrc: number;
  clockRate: number;
  members: number[];
  ticks: number[];
  sequences: number[];
}

export function placeStream(arrivals: readonly Arrival[], rate: number): PlacedStream {
  const runs = runsOf(arrivals);
  const at = arrivals.map((): number | null => null);
  const gaps: { from: number; to: number }[] = [];
  /** Behind the last sample so far; null: there is none. */
  let end: number | null = null;
  let lost = 0;
  for (const run of runs) {
    const first = least(run.ticks);
    const scale = rate / run.clockRate;
    const anchor = Math.round((anchorMs(run, arrivals, first) * rate) / 1000);
    const begin: number = end !== null && anchor < end + (TOUCHING_MS * rate) / 1000 ? end : anchor;
    const seen = new Set<number>();
    for (const [i, member] of run.members.entries()) {
      const { samples } = arrivals[member] as Arrival;
      const [ticks, sequence] = [run.ticks[i] as number, run.sequences[i] as number];
      if (seen.has(sequence)) continue;
      seen.add(sequence);
      const from = begin + Math.round((ticks - first) * scale);
      if (samples > 0) at[member] = from;
      end = Math.max(end ?? 0, from + Math.round(samples * scale));
    }
    const holes = holesOf(run, arrivals);
    lost += holes.reduce((sum, { packets }) => sum + packets, 0);
    for (const { fromTicks, toTicks } of holes) {
      const [from, to] = [fromTicks, toTicks].map((ticks) => begin + Math.round((ticks - first) * scale));
      gaps.push({ from: from as number, to: to as number });
    }
  }
  const longest = Math.max(0, ...gaps.map(({ from, to }) => to - from));
  const quality = {
    ...{ packets: arrivals.length, lost, longestGapMs: Math.round((longest * 1000) / rate) },
    ...{
      jitterMs: Math.max(0, ...runs.map((run) => jitterOf(run, arrivals))),
      ssrcs: [...new Set(runs.map(({ ssrc }) => ssrc))],
    },
  };
  return { at, gaps: gaps.filter(({ from, to }) => to - from >= (GAP_TOLD_MS * rate) / 1000), quality };
}

/** Of more numbers than `Math.min` can be given at once. */
const least = (numbers: readonly number[]): number => numbers.reduce((low, one) => Math.min(low, one), Infinity);

function runsOf(arrivals: readonly Arrival[]): Run[] {
  const runs: Run[] = [];
  const latest = new Map<string, Run & { anchor: number; lastMs: number }>();
  /** The clock that each sender's sound goes by at this moment. */
  const clocks = new Map<number, number>();
  for (const [index, arrival] of arrivals.entries()) {
    const { ssrc, clockRate, timestamp, sequence, arrivedMs } = arrival;
    const name = `${ssrc}/${clockRate}`;
    // Another codec's clock says nothing of this one: sound between two of its packets lies between them.
    const changed = arrival.samples > 0 && (clocks.get(ssrc) ?? clockRate) !== clockRate;
    if (arrival.samples > 0) clocks.set(ssrc, clockRate);
    const run = changed ? undefined : latest.get(name);
    const ticks = run ? unwrapped(timestamp, run.ticks.at(-1) as number, 32) : timestamp;
    const lateMs = run ? arrivedMs - (run.anchor + (ticks * 1000) / clockRate) : 0;
    const quiet = run !== undefined && arrivedMs - run.lastMs > QUIET_MS;
    const stoodStill = quiet && lateMs > STOOD_STILL_MS && staysLate(arrivals, index, ticks, run.anchor, lateMs);
    if (!run || lateMs < -AHEAD_MS || lateMs > BEHIND_MS || stoodStill) {
      const anchor = arrivedMs - (timestamp * 1000) / clockRate;
      const begun = {
        ssrc,
        clockRate,
        members: [index],
        ticks: [timestamp],
        sequences: [sequence],
        anchor,
        lastMs: arrivedMs,
      };
      latest.set(name, begun);
      runs.push(begun);
      continue;
    }
    run.anchor += Math.min(0, lateMs);
    run.lastMs = arrivedMs;
    run.members.push(index);
    run.ticks.push(ticks);
    run.sequences.push(unwrapped(sequence, run.sequences.at(-1) as number, 16));
  }
  return runs;
}

/**
 * Whether every packet from then on is late, for as long as one may be: what had only waited, or was sent by a machine that was busy for seconds,
 * ends in time again. Of the last moment of a stream that cannot be told: where it is little late, its timestamps hold.
 */
function staysLate(
  arrivals: readonly Arrival[],
  from: number,
  fromTicks: number,
  anchor: number,
  lateMs: number,
): boolean {
  const { ssrc, clockRate, arrivedMs } = arrivals[from] as Arrival;
  let lastMs = arrivedMs;
  for (let i = from; i < arrivals.length; i++) {
    const next = arrivals[i] as Arrival;
    // Asked of all senders: one that is silent from then on would have the others' packets read to the end.
    if (next.arrivedMs > arrivedMs + BEHIND_MS) break;
    if (next.ssrc !== ssrc || next.clockRate !== clockRate) continue;
    const ticks = unwrapped(next.timestamp, fromTicks, 32);
    lastMs = next.arrivedMs;
    if (lastMs - (anchor + (ticks * 1000) / clockRate) <= STOOD_STILL_MS) return false;
  }
  return lateMs > LAST_LATE_MS || lastMs - arrivedMs > LAST_MOMENT_MS;
}

/** When the tick `first` of a run was sent, by the packet that was quickest. */
function anchorMs({ members, ticks, clockRate }: Run, arrivals: readonly Arrival[], first: number): number {
  let [earliest, began] = [Infinity, Infinity];
  for (const [i, member] of members.entries()) {
    const { arrivedMs } = arrivals[member] as Arrival;
    began = Math.min(began, arrivedMs);
    if (arrivedMs > began + SETTLING_MS) break;
    earliest = Math.min(earliest, arrivedMs - (((ticks[i] as number) - first) * 1000) / clockRate);
  }
  return Math.max(0, earliest);
}

/** What is missing between the packets of a run, in the order of their numbers; not across a pause. */
function holesOf({ members, ticks, sequences }: Run, arrivals: readonly Arrival[]) {
  const order = members.map((_, i) => i).sort((a, b) => (sequences[a] as number) - (sequences[b] as number));
  const holes: { packets: number; fromTicks: number; toTicks: number }[] = [];
  for (let i = 1; i < order.length; i++) {
    const [before, after] = [order[i - 1] as number, order[i] as number];
    const packets = (sequences[after] as number) - (sequences[before] as number) - 1;
    const next = arrivals[members[after] as number] as Arrival;
    if (packets <= 0 || next.afterPause) continue;
    const fromTicks = (ticks[before] as number) + (arrivals[members[before] as number] as Arrival).samples;
    holes.push({ packets, fromTicks, toTicks: Math.max(fromTicks, ticks[after] as number) });
  }
  return holes;
}

/** RFC 3550 §6.4.1, in ms. */
function jitterOf({ members, ticks, clockRate }: Run, arrivals: readonly Arrival[]): number {
  let [jitter, most] = [0, 0];
  let before: number | null = null;
  for (const [i, member] of members.entries()) {
    const transit = (arrivals[member] as Arrival).arrivedMs - ((ticks[i] as number) * 1000) / clockRate;
    if (before !== null) jitter += (Math.abs(transit - before) - jitter) / 16;
    before = transit;
    most = Math.max(most, jitter);
  }
  return Math.round(most * 10) / 10;
}
