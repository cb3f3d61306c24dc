/*
 * The words of a call that goes on
 *   take    each stream is put in its place in time and given to the recogniser, a tenth of a second at a time; what may not be heard is silent
 *   said    what a side said until it paused is masked, looked at for hints, and told; nothing else of the call leaves this process
 *   late    how long after it was said its words were there
 * A call for which the recogniser is too slow is let go: what waits is bounded, and no one waits for it.
 */
import { type LiveUtterance, type Turn, type WordHint } from '#contracts';
import { HELD_MS, LIVE_RATE, LiveMix } from '#capture';
import { mergeTurns, type LiveEvent, type LiveSession, type LiveWords } from '#transcripts';
import { type HeardSound } from '../media/ear.js';
import { withoutSensitive } from './hidden-words.rules.js';
import { type CallToHear } from './messages.js';
import { hintsOf, type SoFar } from './word-hints.rules.js';

/** So much later than its fellows a packet may come, besides what all wait for a digit that masks them. */
const LATE_MS = 60;
/** Pieces of a tenth of a second that wait for the recogniser: ten seconds. */
const MOST_WAITING = 100;
/** Who is heard from then on was not heard at the beginning. */
const BEGINNING_MS = 3_000;

interface Side {
  readonly speaker: 'agent' | 'customer';
  readonly mix: LiveMix;
  readonly session: Promise<LiveSession | null>;
  /** Of the first sample that was given to the recogniser. */
  fromMs: number | null;
  writing: Promise<void>;
  waiting: number;
}

export interface HeardCallOptions {
  readonly live: Pick<LiveWords, 'open'>;
  /** Judges the words so far by the items that hints ask. */
  readonly judge: (turns: readonly Turn[], language: CallToHear['language']) => SoFar['items'];
  readonly said: (said: LiveUtterance) => void;
  readonly late: (ms: number) => void;
  /** It cannot be heard any more. */
  readonly lost: () => void;
}

export class HeardCall {
  readonly #sides = new Map<number, Side>();
  readonly #stop = new AbortController();
  readonly #told = new Set<WordHint>();
  #turns: Turn[] = [];
  #understood = true;
  #nowMs = 0;
  #order = 0;

  constructor(
    private readonly call: CallToHear,
    private readonly options: HeardCallOptions,
  ) {}

  take({ packets, labels, untilMs }: HeardSound): void {
    if (this.#stop.signal.aborted) return;
    const whole = untilMs - HELD_MS - LATE_MS;
    if (this.#nowMs === 0) this.#understood = whole < BEGINNING_MS;
    this.#nowMs = untilMs;
    for (const [stream, label] of labels) {
      const side = this.#sides.get(stream) ?? this.#open(stream, label, whole);
      const own = packets.filter((one) => one.stream === stream);
      // What comes from another process is bytes, and no Buffer any more.
      side.mix.take(own.map((one) => ({ ...one, payload: Buffer.from(one.payload) })));
      for (const { at, samples } of side.mix.pieces(whole)) this.#write(side, at, samples);
    }
  }

  /** The words are no longer wanted, and what waits is forgotten. */
  close(): void {
    this.#stop.abort();
    this.#turns = [];
  }

  #open(stream: number, label: string, fromMs: number): Side {
    const speaker = label === this.call.agentLabel ? 'agent' : 'customer';
    const asked = { language: this.call.language, sampleRate: LIVE_RATE, signal: this.#stop.signal } as const;
    const session = this.options.live.open(asked).then((opened) => (opened.ok ? opened.session : null));
    const mix = new LiveMix(Math.max(0, fromMs));
    const side: Side = { speaker, mix, session, fromMs: null, writing: Promise.resolve(), waiting: 0 };
    this.#sides.set(stream, side);
    void this.#read(side);
    return side;
  }

  #write(side: Side, at: number, samples: Int16Array): void {
    side.fromMs ??= (at * 1000) / LIVE_RATE;
    if (side.waiting >= MOST_WAITING) return this.#lose();
    side.waiting += 1;
    side.writing = side.writing
      .then(async () => (await side.session)?.write(samples))
      .then(() => void (side.waiting -= 1));
  }

  async #read(side: Side): Promise<void> {
    const session = await side.session;
    if (!session) return this.#lose();
    for await (const event of session) this.#heard(side, event);
  }

  #heard({ speaker, fromMs }: Side, event: LiveEvent): void {
    if (this.#stop.signal.aborted) return;
    if (event.kind === 'failed') return this.#lose();
    if (event.kind === 'interrupted') return;
    if (event.kind === 'unheard') {
      this.#understood &&= speaker !== 'agent';
      return this.#tell(speaker, this.call.language, event.fromMs + (fromMs ?? 0), '', []);
    }
    const { words, language } = event;
    if (words.length === 0) return;
    this.options.late(this.#nowMs - (event.toMs + (fromMs ?? 0)));
    const fresh = new Set<number>();
    const shown: string[] = [];
    for (const turn of mergeTurns([{ speaker, words }], language)) {
      const index = this.#turns.length;
      const at = { fromMs: Math.round(turn.fromMs + (fromMs ?? 0)), toMs: Math.round(turn.toMs + (fromMs ?? 0)) };
      // Where words lie in time is of no use here.
      this.#turns.push({ ...turn, ...at, index, words: [] });
      fresh.add(index);
      shown.push(withoutSensitive(this.#turns, language));
    }
    const hints = this.#hints(fresh, language);
    this.#tell(speaker, language, event.fromMs + (fromMs ?? 0), shown.join(language === 'zh' ? '' : ' '), hints);
  }

  #hints(fresh: ReadonlySet<number>, language: CallToHear['language']): WordHint[] {
    const items = this.options.judge(this.#turns, language);
    const now = { items, fresh, nowMs: this.#nowMs, understood: this.#understood };
    const hints = hintsOf(now, this.#told);
    for (const hint of hints) this.#told.add(hint);
    return hints;
  }

  #tell(
    speaker: Side['speaker'],
    language: CallToHear['language'],
    fromMs: number,
    text: string,
    hints: WordHint[],
  ): void {
    this.#order = Math.max(this.#order + 1, Math.round(this.#nowMs));
    this.options.said({ order: this.#order, speaker, language, fromMs: Math.round(fromMs), text, hints });
  }

  #lose(): void {
    if (this.#stop.signal.aborted) return;
    this.close();
    this.options.lost();
  }
}
