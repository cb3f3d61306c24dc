import { type PayloadFormat, type SpooledPacket, type TakenPacket } from '#capture';

/** What a session took since it was last told, masked as it is recorded. */
export interface HeardSound {
  readonly session: string;
  /** `afterPause`: what its stream sent before it was not taken. */
  readonly packets: readonly (TakenPacket & Pick<SpooledPacket, 'afterPause'>)[];
  /** Of its streams, by their number. */
  readonly labels: ReadonlyMap<number, string>;
  /** Nothing more comes of what was sent before, milliseconds since the session began; Infinity: nothing comes at all. */
  readonly untilMs: number;
  /** It was taken before its words were asked for: of no use to who listens in. */
  readonly kept: boolean;
}

/** Sound of a session's first seconds waits for its words to be asked for: what a greeting is missing from has to be heard from the beginning. */
const BEGINNING_MS = 5_000;
/** What is said goes out so often while someone listens in. */
const EVERY_MS = 100;
/** A word that sessions are listened to lasts so long: who asks is asked again, and one that died leaves no ear open. */
const WORD_LASTS_MS = 3000;

interface Taking {
  readonly session: string;
  readonly intake: {
    formatOf(packet: Pick<SpooledPacket, 'stream' | 'payloadType'>): PayloadFormat | null;
    labels(): ReadonlyMap<number, string>;
  };
}

/** Sessions that people listen in on. While there are none, nothing is done for it. */
export class Ear {
  #sessions: ReadonlySet<string> = new Set();
  /** Whose words alone are heard: what is said twice a second is soon enough for them. */
  #words: ReadonlySet<string> = new Set();
  #until = 0;
  #told: (sound: HeardSound) => void = () => undefined;
  /** In memory alone, by session; null: no words are heard here. */
  #beginnings: Map<string, readonly HeardSound[]> | null = null;
  #timer: NodeJS.Timeout | undefined;

  /** @param flush has sessions write, and so tell, what they have taken */
  constructor(private readonly flush: () => void) {}

  /** Who is told what is heard. It must not make a packet wait. */
  onSound(told: (sound: HeardSound) => void): void {
    this.#told = told;
  }

  /** Words of calls may be heard: sound of their first seconds is kept until then. */
  keepBeginnings(): void {
    this.#beginnings ??= new Map();
  }

  /** These, and no others, from now on; to be said again within three seconds. */
  listenTo(sessions: readonly string[], words: readonly string[] = []): void {
    this.#sessions = new Set(sessions);
    this.#words = new Set(words);
    this.#until = performance.now() + WORD_LASTS_MS;
    if (sessions.length > 0) this.#timer ??= setInterval(() => this.#tick(), EVERY_MS);
    else this.#stop();
  }

  /** @param nowMs since the session began */
  hears(session: string, nowMs: number): boolean {
    return this.#sessions.has(session) || this.#hearsWords(session) || this.#keeps(session, nowMs);
  }

  #beginningOf(session: string): readonly HeardSound[] {
    return this.#beginnings?.get(session) ?? [];
  }

  #hearsWords(session: string): boolean {
    return this.#words.has(session) && performance.now() <= this.#until;
  }

  #keeps(session: string, nowMs: number): boolean {
    if (this.#beginnings && nowMs <= BEGINNING_MS) return true;
    this.forget(session);
    return false;
  }

  hear({ session, intake }: Taking, packets: readonly SpooledPacket[], nowMs: number): void {
    if (!this.hears(session, nowMs)) return;
    const heard = packets.map((packet) => {
      const { stream, ssrc, timestamp, arrivedMs, afterPause, payload } = packet;
      return { stream, ssrc, timestamp, arrivedMs, afterPause, payload, format: intake.formatOf(packet) };
    });
    const sound = { session, packets: heard, labels: intake.labels(), untilMs: nowMs, kept: false };
    const words = this.#hearsWords(session);
    if (words) {
      for (const before of this.#beginningOf(session)) this.#told({ ...before, kept: true });
      this.forget(session);
    } else if (this.#keeps(session, nowMs)) this.#beginnings?.set(session, [...this.#beginningOf(session), sound]);
    if (words || this.#sessions.has(session)) this.#told(sound);
  }

  /** Nothing of it may be heard any more. */
  forget(session: string): void {
    this.#beginnings?.delete(session);
  }

  close(): void {
    this.#beginnings?.clear();
    [this.#sessions, this.#words] = [new Set(), new Set()];
    this.#stop();
  }

  #tick(): void {
    if (performance.now() > this.#until) return this.close();
    this.flush();
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
