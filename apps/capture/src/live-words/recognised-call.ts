/*
 * The words of a call that goes on
 *   take    each stream is put in its place in time and given to the recogniser, a tenth of a second at a time; what may not be heard is silent
 *   said    what a side said until it paused is masked, looked at for hints, and told; nothing else of the call leaves this process
 *   late    how long after it was said its words were there
 * A call for which the recogniser is too slow, or that is spoken in what is decoded only afterwards, is let go: what waits is bounded, and no one
 * waits for it. A stream on which another speaks from then on is heard from its beginning.
 */
import { type LiveUtterance, type Speaker, type Turn, type WordHint } from '#contracts';
import { DELAY_MS, LIVE_RATE, LiveMix } from '#capture';
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
const BEGINNING_MS = 300;
/** Where nothing was told, or the agent sent nothing, for so long, something may have been said that was not heard. */
const [UNTOLD_MS, UNSENT_MS] = [2_000, 1_000];
/** What was said so long ago as its sound comes is left out: its words would be late, and those after it, too. */
const MOST_BEHIND_MS = 5_000;

interface Side {
  readonly label: string;
  readonly speaker: Speaker;
  readonly stop: AbortController;
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
  /** It cannot be heard any more. `slow`: the recogniser could not follow, or failed. */
  readonly lost: (why: 'slow' | 'undecoded') => void;
}

export class RecognisedCall {
  readonly #sides = new Map<number, Side>();
  readonly #told = new Set<WordHint>();
  #turns: Turn[] = [];
  #closed = false;
  #understood = true;
  #nowMs = 0;
  #agentSentMs: number | null = null;
  /** Up to here sound came later than it was said, and its words are no sign of a slow recogniser. */
  #keptToMs = 0;
  #order = 0;

  constructor(
    private readonly call: CallToHear,
    private readonly options: HeardCallOptions,
  ) {}

  take({ packets, labels, untilMs, kept }: HeardSound): void {
    // As a session ends its words are no longer of use.
    if (this.#closed || untilMs === Infinity) return;
    const whole = untilMs - DELAY_MS - LATE_MS;
    if (this.#nowMs === 0) this.#understood = whole < BEGINNING_MS;
    else if (untilMs - this.#nowMs > UNTOLD_MS) this.#understood = false;
    const behind = untilMs - this.#nowMs > MOST_BEHIND_MS;
    this.#nowMs = untilMs;
    if (kept) this.#keptToMs = untilMs;
    for (const [stream, label] of labels) {
      if (this.#closed) return;
      const before = this.#sides.get(stream);
      const goesOn = before?.label === label && !behind;
      if (before && !goesOn) this.#shut(stream, before);
      const side = before && goesOn ? before : this.#open(stream, label, whole);
      const own = packets.filter((one) => one.stream === stream);
      if (side.speaker === 'agent') this.#lookForHoles(own);
      // What comes from another process is bytes, and no Buffer any more.
      side.mix.take(own.map((one) => ({ ...one, payload: Buffer.from(one.payload) })));
      for (const { at, undecoded, samples } of side.mix.pieces(whole)) {
        if (undecoded) return this.#lose('undecoded');
        this.#write(side, at, samples);
      }
    }
  }

  /** The words are no longer wanted, and what waits is forgotten. */
  close(): void {
    this.#closed = true;
    for (const [stream, side] of this.#sides) this.#shut(stream, side);
    this.#turns = [];
  }

  #shut(stream: number, { stop, speaker }: Side): void {
    stop.abort();
    this.#sides.delete(stream);
    // What waited is forgotten.
    if (speaker === 'agent') this.#understood = false;
  }

  /** Sound of the agent that was sent and not taken, in a pause or on hold, or that did not come. */
  #lookForHoles(packets: HeardSound['packets']): void {
    for (const { arrivedMs, afterPause } of packets) {
      if (afterPause || arrivedMs - (this.#agentSentMs ?? arrivedMs) > UNSENT_MS) this.#understood = false;
      this.#agentSentMs = arrivedMs;
    }
  }

  #open(stream: number, label: string, fromMs: number): Side {
    const { agentLabel, customerLabels, language } = this.call;
    const speaker = label === agentLabel ? 'agent' : customerLabels.includes(label) ? 'customer' : 'unknown';
    const stop = new AbortController();
    const asked = { language, sampleRate: LIVE_RATE, signal: stop.signal } as const;
    const session = this.options.live.open(asked).then((opened) => (opened.ok ? opened.session : null));
    const mix = new LiveMix(Math.max(0, fromMs));
    const side: Side = { label, speaker, stop, mix, session, fromMs: null, writing: Promise.resolve(), waiting: 0 };
    this.#sides.set(stream, side);
    void this.#read(side);
    return side;
  }

  #write(side: Side, at: number, samples: Int16Array): void {
    side.fromMs ??= (at * 1000) / LIVE_RATE;
    if (side.waiting >= MOST_WAITING) return this.#lose('slow');
    side.waiting += 1;
    side.writing = side.writing
      .then(async () => (await side.session)?.write(samples))
      .then(() => void (side.waiting -= 1));
  }

  async #read(side: Side): Promise<void> {
    const session = await side.session;
    if (side.stop.signal.aborted) return;
    if (!session) return this.#lose('slow');
    for await (const event of session) this.#heard(side, event);
  }

  #heard({ speaker, fromMs, stop }: Side, event: LiveEvent): void {
    if (stop.signal.aborted) return;
    if (event.kind === 'failed') return this.#lose('slow');
    if (event.kind === 'interrupted') return;
    if (event.kind === 'unheard') {
      this.#understood &&= speaker === 'customer';
      return this.#tell(speaker, this.call.language, event.fromMs + (fromMs ?? 0), '', []);
    }
    const { words, language } = event;
    if (words.length === 0) return;
    const heardMs = event.toMs + (fromMs ?? 0);
    this.options.late(this.#nowMs - Math.max(heardMs, this.#keptToMs));
    const later = <T extends { fromMs: number; toMs: number }>(one: T): T => ({
      ...one,
      fromMs: Math.round(one.fromMs + (fromMs ?? 0)),
      toMs: Math.round(one.toMs + (fromMs ?? 0)),
    });
    const fresh = new Set<Turn>();
    const shown: string[] = [];
    for (const turn of mergeTurns([{ speaker, words: words.map(later) }], this.call.language)) {
      const heard = { ...turn, index: this.#turns.length };
      this.#turns.push(heard);
      fresh.add(heard);
      shown.push(withoutSensitive(this.#turns, this.call.language));
    }
    const hints = this.#hints(fresh, speaker === 'agent' ? heardMs : 0);
    // The page is told the language of the utterance; the call is judged in its own.
    this.#tell(speaker, language, event.fromMs + (fromMs ?? 0), shown.join(language === 'zh' ? '' : ' '), hints);
  }

  #hints(news: ReadonlySet<Turn>, agentHeardMs: number): WordHint[] {
    // In the order in which they were said: one side may be heard sooner than the other.
    const turns = this.#turns.toSorted((a, b) => a.fromMs - b.fromMs);
    const fresh = new Set(turns.flatMap((turn, index) => (news.has(turn) ? [index] : [])));
    const items = this.options.judge(
      turns.map((turn, index) => ({ ...turn, index })),
      this.call.language,
    );
    const now = { items, fresh, agentHeardMs, understood: this.#understood };
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

  #lose(why: 'slow' | 'undecoded'): void {
    if (this.#closed) return;
    this.close();
    this.options.lost(why);
  }
}
