/*
 * One channel of a call that goes on now
 *   1. `write` takes samples and holds its caller up while more than two seconds wait. The child says of each 32 ms how likely it is speech.
 *   2. A pause closes an utterance. It is asked about before every recording's piece; the answers come in order.
 *   3. All that a session remembers is here, so that a child that dies takes nothing along: the same question goes to the next one.
 * Held at most: 2 s of samples, 15 s of an open utterance, four closed ones, 64 events.
 */
import { joinSamples, type Utterance, UtteranceCutter } from '../chunking/utterances.rules.js';
import type { EngineFailure } from '../engines/engine-failure.js';
import { hearUtterance, type HearingOf } from '../engines/faster-whisper/hear-utterance.js';
import type { WarmWhisper } from '../engines/faster-whisper/warm-whisper.js';
import type { WhisperChild, WhisperChildOptions } from '../engines/faster-whisper/whisper-child.js';
import { DoubleRate } from './double-rate.rules.js';
import { EventQueue } from './event-queue.js';
import type { LiveEvent, LiveOptions } from './live-events.js';
import { LiveSpeech } from './live-speech.rules.js';

const SAMPLE_RATE = 16_000;
const PER_MS = SAMPLE_RATE / 1000;
const WINDOW = 512;
/** A question for so many windows at least (128 ms), and at most. */
const LEAST_WINDOWS = 4;
const MOST_WINDOWS = 62;
const MOST_WAITING = 2_000 * PER_MS;
const MOST_UNHEARD = 4;
const MOST_EVENTS = 64;
/** As for recordings, but closed sooner and cut earlier: people wait for the words. */
const CUTTING = { pauseMs: 700, marginMs: 400, longestMs: 15_000, lookBackMs: 5_000 };
const SPEECH_MS = 30_000;
const HEAR_MS = 60_000;
/** Tries of one question, each by a child of its own. */
const TRIES = 3;
let streams = 0;

export interface LiveSessionOptions {
  child: WhisperChildOptions;
  warm: WarmWhisper;
  hearing: Omit<HearingOf, 'wallMs' | 'signal'>;
}

export class LiveSession implements AsyncIterable<LiveEvent> {
  private readonly stop = new AbortController();
  private readonly events = new EventQueue<LiveEvent>(MOST_EVENTS);
  private readonly speech = new LiveSpeech();
  private readonly cutter = new UtteranceCutter(SAMPLE_RATE, this.speech, CUTTING);
  private readonly stream = `live.${process.pid}.${streams++}`;
  private readonly double: DoubleRate | null;
  private waiting: Int16Array[] = [];
  private undecided: Int16Array = new Int16Array(0);
  private fed = 0;
  private unheard: Promise<void>[] = [];
  private ending = false;
  private pumping: Promise<void> | null = null;

  constructor(
    private readonly options: LiveSessionOptions,
    { sampleRate, signal }: LiveOptions,
  ) {
    this.double = sampleRate === SAMPLE_RATE ? null : new DoubleRate();
    if (signal?.aborted) this.cancel();
    signal?.addEventListener('abort', () => this.cancel(), { once: true });
  }

  /** Milliseconds of sound that it holds, beside the utterance that is open. */
  get heldMs(): number {
    return (lengthOf(this.waiting) + this.undecided.length) / PER_MS;
  }

  /** Takes samples in order; resolves once there is room for more. Nothing is taken after `end`, `cancel`, or a failure. */
  async write(samples: Int16Array): Promise<void> {
    if (this.ending || this.stop.signal.aborted) return;
    this.waiting.push(this.double ? this.double.add(samples) : samples.slice());
    this.pumping ??= this.pump();
    while (lengthOf(this.waiting) > MOST_WAITING && this.pumping !== null) await this.pumping;
  }

  /** No more comes. Resolves when the words of all of it have been told. */
  async end(): Promise<void> {
    await this.pumping;
    this.ending = true;
    await this.pump();
    await Promise.all(this.unheard);
    this.events.end();
  }

  /** The words are no longer wanted. */
  cancel(): void {
    if (this.stop.signal.aborted) return;
    this.stop.abort();
    this.events.end({ drop: true });
    void this.forgetStream();
  }

  [Symbol.asyncIterator](): AsyncIterator<LiveEvent> {
    return this.events[Symbol.asyncIterator]();
  }

  private async pump(): Promise<void> {
    // Not before `pumping` is set: the writer waits for it.
    await Promise.resolve();
    for (let batch = this.take(); batch && !this.stop.signal.aborted; batch = this.take()) await this.listen(batch);
    if (this.ending) {
      this.speech.end();
      for (const utterance of [...this.feed(), ...this.cutter.finish()]) await this.close(utterance);
      await this.forgetStream();
    }
    this.pumping = null;
  }

  /** Whole windows that wait, so that the child keeps none; the last one filled up with silence. */
  private take(): Int16Array | null {
    const there = lengthOf(this.waiting);
    const windows = this.ending ? Math.ceil(there / WINDOW) : Math.floor(there / WINDOW);
    if (windows === 0 || (windows < LEAST_WINDOWS && !this.ending)) return null;
    const length = Math.min(windows, MOST_WINDOWS) * WINDOW;
    const all = joinSamples(this.waiting);
    const batch = new Int16Array(length);
    batch.set(all.subarray(0, length));
    this.waiting = all.length > length ? [all.slice(length)] : [];
    return batch;
  }

  private async listen(batch: Int16Array): Promise<void> {
    const found = await this.tried(async (child) => {
      const question = { do: 'speech', stream: this.stream, end: false };
      const reply = await child.put(question, bytesOf(batch), SPEECH_MS, this.stop.signal);
      return 'failure' in reply ? reply.failure : (reply.answer['speech'] as number[]);
    });
    if (this.stop.signal.aborted) return;
    if ('code' in found) {
      await this.events.add({ kind: 'failed', atMs: this.cutter.heardMs(), failure: found });
      this.stop.abort();
      return this.events.end();
    }
    this.speech.add(found);
    this.undecided = joinSamples([this.undecided, batch]);
    for (const utterance of this.feed()) await this.close(utterance);
  }

  /** Gives the cutter what is decided. */
  private feed(): Utterance[] {
    const decided = Math.min(this.undecided.length, this.speech.decidedMs * PER_MS - this.fed);
    const closed = this.cutter.add(this.undecided.subarray(0, decided));
    this.undecided = this.undecided.slice(decided);
    this.fed += decided;
    return closed;
  }

  /** Has it heard after those before it; held up while too many wait. */
  private async close(utterance: Utterance): Promise<void> {
    const heard = this.hear(utterance, this.unheard.at(-1));
    this.unheard.push(heard);
    void heard.then(() => (this.unheard = this.unheard.filter((one) => one !== heard)));
    while (this.unheard.length >= MOST_UNHEARD) await this.unheard[0];
  }

  private async hear(utterance: Utterance, before: Promise<void> | undefined): Promise<void> {
    const { hearing } = this.options;
    const how = { ...hearing, now: true, wallMs: HEAR_MS, signal: this.stop.signal } as const;
    const [words] = await Promise.all([this.tried((child) => hearUtterance(child, utterance, how)), before]);
    if (this.stop.signal.aborted) return;
    const { fromMs, toMs } = utterance;
    if ('code' in words) return this.events.add({ kind: 'unheard', fromMs, toMs, failure: words });
    const other = words.some(({ language }) => language === hearing.other) ? hearing.other : undefined;
    await this.events.add({ kind: 'utterance', fromMs, toMs, language: other ?? hearing.language, words });
  }

  /** Asks a child, and where it ended the next one; that it did is told. */
  private async tried<T>(ask: (child: WhisperChild) => Promise<T | EngineFailure>): Promise<T | EngineFailure> {
    const { child, warm } = this.options;
    for (let left = TRIES; ; left -= 1) {
      const answer = await warm.use(child, ask);
      if (!isFailure(answer) || answer.code === 'aborted' || answer.code === 'engine_missing' || left === 1)
        return answer;
      await this.events.add({ kind: 'interrupted', atMs: this.cutter.heardMs(), failure: answer });
    }
  }

  private async forgetStream(): Promise<void> {
    const question = { do: 'speech', stream: this.stream, end: true };
    await this.options.warm.use(this.options.child, (child) => child.put(question, Buffer.alloc(0), SPEECH_MS));
  }
}

const isFailure = (answer: unknown): answer is EngineFailure =>
  typeof answer === 'object' && answer !== null && 'fault' in answer;
const lengthOf = (pieces: readonly Int16Array[]): number => pieces.reduce((sum, piece) => sum + piece.length, 0);
const bytesOf = ({ buffer, byteOffset, byteLength }: Int16Array): Buffer => Buffer.from(buffer, byteOffset, byteLength);
