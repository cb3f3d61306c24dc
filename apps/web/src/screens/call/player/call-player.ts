import { playsRoutes, PLAYBACK_RATES, type HoldSpan, type OpenPlayRequest, type Play } from '#contracts';
import { send } from '../../../data/api.js';
import { RequestFailure } from '../../../data/http.js';
import { noteUse } from '../../../data/use.js';
import { HeardReport } from './heard-report.js';
import { OpusSource } from './opus-source.js';

export interface PlayerState {
  /** `idle`: no playback is open yet; it opens with the first press of play, so that looking is not journalled as listening. */
  phase: 'idle' | 'opening' | 'ready' | 'failed';
  playing: boolean;
  rate: number;
  skipHolds: boolean;
  play: Play | null;
  /** Why the sound stopped; null with `failed` when the sound itself did not arrive. */
  failure: unknown;
}

export const RATES = PLAYBACK_RATES;

export interface PlayerSubject {
  callId: string;
  recordingId: string;
  durationMs: number;
  holds: HoldSpan[];
  purpose: OpenPlayRequest['purpose'];
  /** The right by which the playback is opened, where it is not that to the call: a best call. */
  open?: () => Promise<Play>;
  /** Nothing past this is fetched. */
  untilMs?: number;
  /** Of one's own legal request, where nothing else lets one listen. Read at each opening: it may be given while the page is open. */
  grantId: string | null;
  /** Does what may take a fresh proof of identity; undefined when it was not given. */
  attempt: <T>(action: () => Promise<T>) => Promise<T | undefined>;
}

/**
 * Plays one recording through an audio element. Outside React, because its clock moves far more often than anything that is drawn.
 * Protocol: open a playback → stream its address → tell what was heard → close it.
 */
export class CallPlayer {
  readonly #audio = new Audio();
  readonly #listeners = new Set<() => void>();
  readonly #tickers = new Set<() => void>();
  #state: PlayerState = { phase: 'idle', playing: false, rate: 1, skipHolds: true, play: null, failure: null };
  #wantedMs: number;
  #heard: HeardReport | null = null;
  #source: OpusSource | null = null;
  #frame = 0;
  #disposed = false;

  constructor(
    readonly subject: PlayerSubject,
    startMs: number,
  ) {
    this.#wantedMs = startMs;
    this.#audio.preload = 'auto';
    this.#audio.addEventListener('loadedmetadata', this.#settle);
    this.#audio.addEventListener('timeupdate', this.#follow);
    this.#audio.addEventListener('waiting', this.#starve);
    this.#audio.addEventListener('play', () => this.#change({ playing: true }));
    this.#audio.addEventListener('pause', this.#rest);
    this.#audio.addEventListener('ended', this.#rest);
    this.#audio.addEventListener('error', () => this.#fail(null));
    addEventListener('pagehide', this.#leave);
  }

  readonly getState = (): PlayerState => this.#state;
  readonly subscribe = (listener: () => void) => follow(this.#listeners, listener);
  /** Called for every move of the playhead. */
  readonly onTick = (ticker: () => void) => follow(this.#tickers, ticker);

  get ms(): number {
    return this.#audio.readyState > 0 ? this.#audio.currentTime * 1000 : this.#wantedMs;
  }

  async play(): Promise<void> {
    if (this.#state.phase === 'opening') return;
    if (!OpusSource.supported()) return this.#fail(new RequestFailure('unplayable', null, null));
    if (this.#state.phase !== 'ready' && !(await this.#open())) return;
    if (this.ms >= this.subject.durationMs - 50) this.seek(0);
    await this.#audio.play().catch((error: unknown) => this.#onRefusedToPlay(error));
  }

  pause(): void {
    this.#audio.pause();
  }

  toggle(): void {
    if (this.#state.playing) this.pause();
    else void this.play();
  }

  seek(ms: number): void {
    this.#heard?.advance(this.ms, this.#state.rate);
    this.#wantedMs = Math.min(this.subject.durationMs, Math.max(0, ms));
    if (this.#audio.readyState > 0) this.#audio.currentTime = this.#wantedMs / 1000;
    this.#heard?.jump(this.#wantedMs);
    this.#tick();
  }

  /** Plays from a second before, so that the words are not met in mid-breath. */
  playFrom(ms: number): void {
    this.seek(ms - 1000);
    void this.play();
  }

  changeRate(steps: number): void {
    const at = RATES.findIndex((rate) => rate === this.#state.rate);
    const rate = RATES[Math.min(RATES.length - 1, Math.max(0, at + steps))] ?? 1;
    this.#audio.playbackRate = rate;
    this.#change({ rate });
  }

  toggleSkipHolds(): void {
    this.#change({ skipHolds: !this.#state.skipHolds });
  }

  /** Ends the playback: nothing more is fetched, and the server learns what was heard. */
  dispose(): void {
    this.#disposed = true;
    removeEventListener('pagehide', this.#leave);
    cancelAnimationFrame(this.#frame);
    this.#audio.pause();
    this.#silence();
    this.#heard?.close();
    this.#heard = null;
  }

  async #open(): Promise<boolean> {
    this.#change({ phase: 'opening', failure: null });
    try {
      const { callId, recordingId, purpose, grantId, attempt } = this.subject;
      const body = { recordingId, purpose, ...(grantId !== null && { grantId }) };
      const play = await attempt(this.subject.open ?? (() => send(playsRoutes.open, { callId, body })));
      if (!play) {
        this.#change({ phase: 'idle' });
        return false;
      }
      // The page was left, or another moment was chosen, while the playback was being opened.
      if (this.#disposed) {
        void send(playsRoutes.close, { playId: play.playId, keepalive: true }).catch(() => undefined);
        return false;
      }
      this.#wantedMs = this.ms;
      this.#heard?.close();
      this.#heard = new HeardReport(play.playId, (error) => this.#fail(error));
      this.#heard.jump(this.#wantedMs);
      this.#change({ phase: 'ready', play });
      this.#load(play.audioUrl);
      return true;
    } catch (error) {
      this.#change({ phase: 'failed', failure: error });
      return false;
    }
  }

  #load(audioUrl: string): void {
    const { durationMs } = this.subject;
    this.#source?.close();
    const playback = { audioUrl, durationMs, fromMs: this.#wantedMs, untilMs: this.subject.untilMs ?? durationMs };
    this.#source = new OpusSource(this.#audio, playback, (error) => this.#fail(error));
    this.#audio.src = this.#source.url;
  }

  #silence(): void {
    this.#source?.close();
    this.#source = null;
    this.#audio.removeAttribute('src');
    this.#audio.load();
  }

  /** Loading again resets the speed and the place; both are put back. */
  readonly #settle = (): void => {
    this.#audio.currentTime = this.#wantedMs / 1000;
    this.#audio.playbackRate = this.#state.rate;
  };

  readonly #follow = (): void => {
    if (this.#audio.paused) return;
    noteUse();
    this.#heard?.advance(this.ms, this.#state.rate);
    const hold = this.#state.skipHolds
      ? this.subject.holds.find((h) => this.ms >= h.fromMs && this.ms < h.toMs - 250)
      : undefined;
    if (hold) this.seek(hold.toMs);
    if (this.#frame === 0) this.#animate();
  };

  readonly #animate = (): void => {
    this.#tick();
    this.#frame = this.#audio.paused ? 0 : requestAnimationFrame(this.#animate);
  };

  readonly #rest = (): void => {
    this.#heard?.advance(this.ms, this.#state.rate);
    void this.#heard?.tell();
    this.#change({ playing: false });
    this.#tick();
  };

  /** More is given out once it is known what was heard. */
  readonly #starve = (): void => {
    if (this.#audio.seeking) return;
    this.#heard?.advance(this.ms, this.#state.rate);
    void this.#heard?.tell();
  };

  readonly #leave = (): void => void this.#heard?.tell({ keepalive: true });

  #fail(error: unknown): void {
    if (this.#state.phase !== 'ready') return;
    const at = this.ms;
    this.#audio.pause();
    this.#silence();
    this.#wantedMs = at;
    this.#change({ phase: 'failed', playing: false, failure: error });
  }

  /** `AbortError` only says that pause came before the sound did. */
  #onRefusedToPlay(error: unknown): void {
    if (!(error instanceof DOMException && error.name === 'AbortError')) this.#fail(null);
  }

  #change(change: Partial<PlayerState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  #tick(): void {
    for (const ticker of this.#tickers) ticker();
  }
}

function follow(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
