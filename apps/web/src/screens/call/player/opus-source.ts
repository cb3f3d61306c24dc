/*
 * Feeds an audio element from a playback that gives out no more than ten seconds ahead of what was heard.
 * Left to itself the element would wait for the end of the file before it begins, which never comes. So the ranges are asked for here, page
 * by page, and handed on in a container that can begin anywhere (WebM through Media Source Extensions).
 *   begin: the head → at the wanted second    go on: while less than AHEAD_MS lies before the playhead    jump: find the page, begin again
 */
import { askBytes, RequestFailure } from '../../../data/http.js';
import { readHead, readPages, timedPackets, type OpusHead, type OpusPacket } from '../rules/ogg-opus.rules.js';
import { join, webmClusters, webmStart } from '../rules/webm.rules.js';

const TYPE = 'audio/webm; codecs="opus"';
const AHEAD_MS = 8000;
const CHUNK_MS = 4000;
const HEAD_BYTES = 2048;
/** How far before the wanted moment a guess may land and still be used. */
const NEAR_MS = 6000;
const TRIES = 3;

export class OpusSource {
  readonly #media = new MediaSource();
  readonly url = URL.createObjectURL(this.#media);
  #buffer: SourceBuffer | null = null;
  #head: OpusHead | null = null;
  #size = 0;
  #run = new AbortController();
  /** Where sound was asked for that has not come yet. */
  #pendingMs: number | null = null;

  constructor(
    private readonly audio: HTMLAudioElement,
    private readonly playback: { audioUrl: string; durationMs: number; fromMs: number; untilMs: number },
    private readonly onFail: (error: unknown) => void,
  ) {
    this.#media.addEventListener('sourceopen', () => void this.#begin(), { once: true });
    audio.addEventListener('seeking', this.#onSeek);
  }

  static supported(): boolean {
    return typeof MediaSource !== 'undefined' && MediaSource.isTypeSupported(TYPE);
  }

  close(): void {
    this.#run.abort();
    this.audio.removeEventListener('seeking', this.#onSeek);
    URL.revokeObjectURL(this.url);
  }

  async #begin(): Promise<void> {
    const { signal } = this.#run;
    try {
      this.#buffer = this.#media.addSourceBuffer(TYPE);
      this.#media.duration = this.playback.durationMs / 1000;
      const bytes = await this.#fetch(0, HEAD_BYTES, signal);
      this.#head = readHead(readPages(bytes).pages[0]?.packets[0]);
      if (!this.#head) throw new RequestFailure('unreadable', null, null);
      await this.#append(webmStart(this.#head), signal);
      if (!signal.aborted) this.#restart(this.playback.fromMs);
    } catch (error) {
      if (!signal.aborted) this.onFail(error);
    }
  }

  readonly #onSeek = (): void => {
    const now = this.audio.currentTime;
    const { buffered } = this.audio;
    for (let i = 0; i < buffered.length; i++) if (buffered.start(i) <= now && now < buffered.end(i)) return;
    // The element is put at its beginning while what belongs there is already on its way.
    const expected = this.#pendingMs !== null && Math.abs(now * 1000 - this.#pendingMs) < 20;
    if (this.#head && !expected) this.#restart(now * 1000);
  };

  #restart(fromMs: number): void {
    this.#run.abort();
    this.#pendingMs = fromMs;
    this.#run = new AbortController();
    const { signal } = this.#run;
    this.#feed(fromMs, signal).catch((error: unknown) => {
      if (!signal.aborted) this.onFail(error);
    });
  }

  /** Runs until the end of the recording, or until a jump or the end of the playback aborts it. */
  async #feed(fromMs: number, signal: AbortSignal): Promise<void> {
    let { at, rest } = await this.#find(fromMs, signal);
    for (;;) {
      const { pages, used } = readPages(rest);
      rest = rest.slice(used);
      const packets = pages.flatMap((page) => timedPackets(page, this.#head!.preSkip));
      // The first two pages carry no sound.
      await this.#append(webmClusters(packets.filter(isSound)), signal);
      if (packets.length > 0) this.#pendingMs = null;
      if (at >= Math.min(this.#size, this.#bytesIn(this.playback.untilMs))) break;
      await this.#untilNeeded(signal);
      const bytes = await this.#fetch(at, at + this.#bytesIn(CHUNK_MS), signal);
      at += bytes.length;
      rest = join([rest, bytes]);
    }
    if (this.#media.readyState === 'open') this.#media.endOfStream();
  }

  /** Where the wanted moment is: guessed by the mean rate, then corrected by the time that the page found there bears. */
  async #find(wantedMs: number, signal: AbortSignal): Promise<{ at: number; rest: Uint8Array<ArrayBuffer> }> {
    let guess = this.#bytesIn(wantedMs - 1500);
    for (let tries = 0; ; tries++) {
      const from = Math.max(0, Math.min(this.#size - 1, guess));
      const rest = await this.#fetch(from, from + this.#bytesIn(CHUNK_MS), signal);
      const page = readPages(rest).pages.find(({ granule, packets }) => granule > 0 && packets.length > 0);
      const foundMs = page ? (timedPackets(page, this.#head!.preSkip)[0]?.ms ?? 0) : wantedMs;
      const tooLate = foundMs > wantedMs && from > 0;
      const tooEarly = foundMs < wantedMs - NEAR_MS;
      if ((!tooLate && !tooEarly) || tries === 5) return { at: from + rest.length, rest };
      guess = from + this.#bytesIn(wantedMs - 1500 - foundMs) - (tooLate ? this.#bytesIn(1000 * tries) : 0);
    }
  }

  async #untilNeeded(signal: AbortSignal): Promise<void> {
    while (this.#aheadMs() >= AHEAD_MS) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      signal.throwIfAborted();
    }
  }

  #aheadMs(): number {
    const { buffered, currentTime } = this.audio;
    for (let i = 0; i < buffered.length; i++) {
      if (buffered.start(i) <= currentTime + 0.1 && currentTime < buffered.end(i)) {
        return (buffered.end(i) - currentTime) * 1000;
      }
    }
    return 0;
  }

  async #append(bytes: Uint8Array<ArrayBuffer>, signal: AbortSignal): Promise<void> {
    const buffer = this.#buffer;
    if (!buffer || bytes.length === 0) return;
    while (buffer.updating)
      await new Promise((resolve) => buffer.addEventListener('updateend', resolve, { once: true }));
    signal.throwIfAborted();
    buffer.appendBuffer(bytes);
    await new Promise((resolve) => buffer.addEventListener('updateend', resolve, { once: true }));
  }

  /** A range cut short is asked for again: the next answer says whether the line was bad or the playback has ended. */
  async #fetch(from: number, to: number, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    for (let tries = 1; ; tries++) {
      try {
        const at = Math.round(this.audio.currentTime * 1000);
        const part = await askBytes(`${this.playback.audioUrl}&at=${at}`, { from, to, signal });
        this.#size = part.size;
        return part.bytes;
      } catch (error) {
        const refused = error instanceof RequestFailure && error.kind !== 'unreachable';
        if (signal.aborted || refused || tries === TRIES) throw error;
        await new Promise((resolve) => setTimeout(resolve, 500 * tries));
      }
    }
  }

  #bytesIn(ms: number): number {
    return Math.ceil((ms / this.playback.durationMs) * this.#size);
  }
}

function isSound({ bytes }: OpusPacket): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 8));
  return start !== 'OpusHead' && start !== 'OpusTags';
}
