import { LISTENING_RATE, type LiveSound } from '#contracts';

/** So much waits before the first piece is played: a piece that comes a little late leaves no hole. */
const LEAD_S = 0.25;
/** More than this waits only after a stall: then what is oldest is left out, so that one hears what is said now. */
const MOST_AHEAD_S = 1.5;
/** Loudness below which a piece counts as silent, of 32768. */
const SILENT = 40;

/** Plays pieces of sound one after the other, as they come. */
export class LiveSpeaker {
  readonly #context = new AudioContext({ sampleRate: LISTENING_RATE });
  readonly #gain = this.#context.createGain();
  #next = 0;

  constructor(volume: number) {
    this.#gain.connect(this.#context.destination);
    this.volume = volume;
    // A browser that waits for a click has had it: a person asked to listen.
    void this.#context.resume();
  }

  /** 0 to 1. */
  set volume(volume: number) {
    this.#gain.gain.value = volume;
  }

  /** @returns whether anything is to be heard in it */
  play({ pcm }: Pick<LiveSound, 'pcm'>): boolean {
    const samples = new Int16Array(pcm);
    const buffer = this.#context.createBuffer(1, samples.length, LISTENING_RATE);
    const channel = buffer.getChannelData(0);
    let loudest = 0;
    for (let i = 0; i < samples.length; i++) {
      const sample = samples[i] ?? 0;
      channel[i] = sample / 32768;
      loudest = Math.max(loudest, Math.abs(sample));
    }
    const now = this.#context.currentTime;
    if (this.#next - now > MOST_AHEAD_S) return loudest > SILENT;
    if (this.#next < now) this.#next = now + LEAD_S;
    const source = this.#context.createBufferSource();
    source.buffer = buffer;
    source.connect(this.#gain);
    source.start(this.#next);
    this.#next += buffer.duration;
    return loudest > SILENT;
  }

  close(): void {
    void this.#context.close();
  }
}
