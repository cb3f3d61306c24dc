/*
 * Sessions that wait for a person lie together
 *   A segment of the spool holds a minute of every call; one session in it that waits for days would keep it whole. So such a session is written
 *   once more, into a spool of waiting sessions alone, and let go of there.
 *   moved     the last record of a copy: without it, a killed process was copying, and the first spool still has the session
 *   released  as in the first spool
 */
import { bodiesOf, sessionOf, Spool, type FrameKind, type SegmentFrames, type SegmentKeys } from '#capture';
/** Numbers of waiting sessions begin here: those of the first spool never come so far. */
const FIRST = 2_000_000_000;
const SEGMENT_BYTES = 16 * 1024 ** 2;

export interface WaitingOptions {
  readonly directory: string;
  readonly keys: SegmentKeys;
  readonly limitBytes: number;
  readonly onTrouble: (error: unknown) => void;
}

export class WaitingSessions {
  private constructor(
    private readonly spool: Spool,
    private readonly keys: SegmentKeys,
    /** What a former process had moved: sessions by their ids, and where they lie. */
    readonly found: ReadonlyMap<string, EndedSession>,
  ) {}

  static async open({ keys, ...options }: WaitingOptions): Promise<WaitingSessions> {
    const { spool, found } = await Spool.open({ ...options, keys, segmentBytes: SEGMENT_BYTES, firstSession: FIRST });
    const whole = new Map<string, EndedSession>();
    for (const { number, records } of found) {
      const state = sessionOf(records);
      // A process was killed between a copy and letting go of the first, and the next copied it again.
      const twice = state && whole.has(state.session);
      if (state && !twice && records.some(({ kind }) => kind === 'moved'))
        whole.set(state.session, { number, frames: spool.framesOf(number) });
      else await spool.release(number);
    }
    return new WaitingSessions(spool, keys, whole);
  }

  static has(number: number): boolean {
    return number >= FIRST;
  }

  get bytes(): number {
    return this.spool.bytes;
  }

  /** Copies a session, and resolves when the copy would outlive a power cut. null: there is no room, or a piece of it does not open. */
  async take(frames: readonly SegmentFrames[]): Promise<EndedSession | null> {
    const number = this.spool.newSession();
    const copied = await this.copy(number, frames);
    if (!copied || !this.spool.record(number, { kind: 'moved' })) {
      await this.spool.release(number);
      return null;
    }
    await this.spool.durable();
    return { number, frames: this.spool.framesOf(number) };
  }

  release(number: number): Promise<void> {
    return this.spool.release(number);
  }

  close(): Promise<void> {
    return this.spool.close();
  }

  private async copy(number: number, frames: readonly SegmentFrames[]): Promise<boolean> {
    for (const { path, keyId, offsets } of frames) {
      const key = await this.keys.open(keyId);
      if (!key) return false;
      try {
        const places = offsets.map((offset) => ({ offset }));
        for await (const frame of bodiesOf(path, { keyId, key }, places))
          if (!frame || !this.append(frame.kind, number, frame.body)) return false;
      } finally {
        key.fill(0);
      }
    }
    return true;
  }

  private append(kind: FrameKind, number: number, body: Buffer): boolean {
    return this.spool.append(kind, number, body);
  }
}

/** A session that ended, as it lies in the spool. */
export interface EndedSession {
  readonly number: number;
  readonly frames: readonly SegmentFrames[];
}
