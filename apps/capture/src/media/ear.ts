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
}

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
  #timer: NodeJS.Timeout | undefined;

  /** @param flush has sessions write, and so tell, what they have taken */
  constructor(private readonly flush: () => void) {}

  /** Who is told what is heard. It must not make a packet wait. */
  tell(told: (sound: HeardSound) => void): void {
    this.#told = told;
  }

  /** These, and no others, from now on; to be said again within three seconds. */
  listenTo(sessions: readonly string[], words: readonly string[] = []): void {
    this.#sessions = new Set(sessions);
    this.#words = new Set(words);
    this.#until = performance.now() + WORD_LASTS_MS;
    if (sessions.length > 0) this.#timer ??= setInterval(() => this.#tick(), EVERY_MS);
    else this.#stop();
  }

  hears(session: string): boolean {
    return this.#sessions.has(session) || (this.#words.has(session) && performance.now() <= this.#until);
  }

  hear({ session, intake }: Taking, packets: readonly SpooledPacket[], nowMs: number): void {
    if (!this.hears(session)) return;
    const heard = packets.map((packet) => {
      const { stream, ssrc, timestamp, arrivedMs, afterPause, payload } = packet;
      return { stream, ssrc, timestamp, arrivedMs, afterPause, payload, format: intake.formatOf(packet) };
    });
    this.#told({ session, packets: heard, labels: intake.labels(), untilMs: nowMs });
  }

  close(): void {
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
