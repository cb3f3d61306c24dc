import type { CallMeasures, Side, Span } from '#contracts';
import { INTERRUPTION, SILENCE_FROM_MS } from '#contracts';

/** One turn's sound, one channel, from its first to its last loud hundredth of a second. */
export interface SpokenTurn {
  speaker: Side;
  samples: Int16Array;
}

export interface PlacedTurn extends Span {
  speaker: Side;
  /** Where in it the voice is heard, without its pauses. */
  voiced: Span[];
}

/** How a turn follows the one before: milliseconds between them; where it is negative, both speak. */
const BEFORE_TURN = [300, -2_000, 300, 5_000, -450, 300, 9_000, -1_200];
/** A turn is never cut off by more than this share of it: a speaker who is interrupted has said something. */
const MOST_CUT = 0.5;
const FRAME_MS = 10;
/** Breaths up to this are speech, as the measures have it. */
const BREATH_MS = 250;
/** What is this much quieter than the loudest is no longer the voice, dB. */
const HEARD_DB = 25;
/** The line's own noise, root mean square of 32,768. */
const NOISE = 45;

/** Loudness of each hundredth of a second, and whether that is within 25 dB of the loudest. */
function heardFrames(samples: Int16Array, sampleRate: number): boolean[] {
  const step = (sampleRate * FRAME_MS) / 1000;
  const loud = Array.from({ length: Math.floor(samples.length / step) }, (_, frame) =>
    Math.hypot(...samples.subarray(frame * step, (frame + 1) * step)),
  );
  const most = Math.max(...loud) * 10 ** (-HEARD_DB / 20);
  return loud.map((one) => one > most);
}

/** The sound from the first to the last hundredth of a second in which the voice is heard: what is placed is what is heard. */
export function trimmed(samples: Int16Array, sampleRate: number): Int16Array {
  const step = (sampleRate * FRAME_MS) / 1000;
  const heard = heardFrames(samples, sampleRate);
  return samples.subarray(heard.indexOf(true) * step, (heard.lastIndexOf(true) + 1) * step);
}

function voicedIn(samples: Int16Array, sampleRate: number, startMs: number): Span[] {
  const spans: Span[] = [];
  for (const [frame, isHeard] of heardFrames(samples, sampleRate).entries()) {
    const fromMs = startMs + frame * FRAME_MS;
    const last = spans.at(-1);
    if (isHeard && last && fromMs - last.toMs <= BREATH_MS) last.toMs = fromMs + FRAME_MS;
    else if (isHeard) spans.push({ fromMs, toMs: fromMs + FRAME_MS });
  }
  return spans;
}

/** Lays turns one after the other with overlaps and long pauses; the customer left, the agent right. */
export function relay(turns: readonly SpokenTurn[], sampleRate: number): { samples: Int16Array; placed: PlacedTurn[] } {
  const toMs = (count: number): number => Math.round((count * 1000) / sampleRate);
  const placed: PlacedTurn[] = [];
  let reached = 1_000;
  turns.forEach(({ speaker, samples }, at) => {
    const last = placed.at(-1);
    const wanted = last?.speaker === speaker ? 300 : (BEFORE_TURN[at % BEFORE_TURN.length] ?? 0);
    const least = last ? -MOST_CUT * Math.min(last.toMs - last.fromMs, toMs(samples.length)) : 0;
    const fromMs = Math.round(reached + Math.max(wanted, least));
    const voiced = voicedIn(samples, sampleRate, fromMs);
    placed.push({ speaker, fromMs, toMs: fromMs + toMs(samples.length), voiced });
    reached = Math.max(reached, fromMs + toMs(samples.length));
  });
  const length = Math.ceil(((reached + 1_000) * sampleRate) / 1000);
  const samples = noise(length * 2);
  turns.forEach((turn, index) => {
    const start = Math.round(((placed[index]?.fromMs ?? 0) * sampleRate) / 1000);
    const channel = turn.speaker === 'agent' ? 1 : 0;
    turn.samples.forEach((value, at) => {
      const place = (start + at) * 2 + channel;
      samples[place] = Math.max(-32_768, Math.min(32_767, (samples[place] ?? 0) + value));
    });
  });
  return { samples, placed };
}

/** The same in every run (xorshift32). */
function noise(length: number): Int16Array {
  const made = new Int16Array(length);
  let state = 7;
  for (let at = 0; at < length; at += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    made[at] = Math.round(((state >>> 0) / 2 ** 31 - 1) * NOISE * Math.sqrt(3));
  }
  return made;
}

/** What is true of turns that were laid, as the product defines it: a turn has the floor to its end, and both speak where both voices are heard. */
export function truthOf(placed: readonly PlacedTurn[]): { interruptions: Record<Side, Span[]>; silences: Span[] } {
  const of = (side: Side): Span[] =>
    placed
      .filter(({ speaker }) => speaker === side)
      .flatMap((own) =>
        placed
          .filter(({ speaker, fromMs }) => speaker !== side && own.fromMs - fromMs >= INTERRUPTION.speakingMs)
          .filter((other) => atOnceMs(own, other) >= INTERRUPTION.overlapMs)
          .map((other) => ({ fromMs: own.fromMs, toMs: Math.min(own.toMs, other.toMs) })),
      );
  const silences: Span[] = [];
  let reached: number | null = null;
  for (const { fromMs, toMs } of [...placed].sort((a, b) => a.fromMs - b.fromMs)) {
    if (reached !== null && fromMs - reached >= SILENCE_FROM_MS) silences.push({ fromMs: reached, toMs: fromMs });
    reached = Math.max(reached ?? 0, toMs);
  }
  return { interruptions: { agent: of('agent'), customer: of('customer') }, silences };
}

function atOnceMs(one: PlacedTurn, other: PlacedTurn): number {
  const shared = one.voiced.flatMap((a) =>
    other.voiced.map((b) => Math.max(0, Math.min(a.toMs, b.toMs) - Math.max(a.fromMs, b.fromMs))),
  );
  return shared.reduce((sum, ms) => sum + ms, 0);
}

export interface Agreement {
  /** There, and found. */
  both: number;
  /** There, and not found. */
  missed: number;
  /** Found, and not there. */
  invented: number;
  /** How far the starts and ends of what was found are from the true ones, ms. */
  offMs: number[];
}

/** Which true stretches were found, each once: the first found one that overlaps is it. */
export function agreement(truth: readonly Span[], found: readonly Span[]): Agreement {
  const left = [...found];
  const offMs: number[] = [];
  for (const one of truth) {
    const at = left.findIndex(({ fromMs, toMs }) => fromMs < one.toMs && toMs > one.fromMs);
    const [match] = at < 0 ? [] : left.splice(at, 1);
    if (match) offMs.push(Math.abs(match.fromMs - one.fromMs), Math.abs(match.toMs - one.toMs));
  }
  const both = offMs.length / 2;
  return { both, missed: truth.length - both, invented: left.length, offMs };
}

/** Interruptions by either side, and silences: the true ones against those that the product measures. */
export function measuresAgree(placed: readonly PlacedTurn[], measures: CallMeasures) {
  const truth = truthOf(placed);
  return {
    interruptions: (['agent', 'customer'] as const).map((side) =>
      agreement(truth.interruptions[side], measures.sides?.[side].interruptions ?? []),
    ),
    silences: [agreement(truth.silences, measures.silences ?? [])],
  };
}
