import { standingAfter, type SessionRecord, type Standing } from '#capture';

/** Without one packet for so long, a line counts as silent. */
const SILENT_MS = 20_000;
const LOOK_MS = 500;

/** What of the media plane ends pauses, and says when sound came last. */
export interface Sessions {
  heard(session: string): Date | null;
  resume(session: string, at: Date, why: string): void;
}

/** How the sessions that run stand, told to those who look on at each change. By the numbers that the spool gives them. */
export class Standings {
  readonly #of = new Map<number, Standing>();
  #told: (standing: Standing) => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;

  /** @param pauseMs how long a pause lasts at the most */
  constructor(private readonly pauseMs: number) {}

  get all(): Standing[] {
    return [...this.#of.values()].filter(({ proved }) => proved);
  }

  /** Told of each change from now on. It must not make a packet wait. */
  listen(told: (standing: Standing) => void): void {
    this.#told = told;
  }

  /** The spool holds one more record of a session: of one that a killed process left, each in its turn. */
  note(number: number, record: SessionRecord): void {
    const standing = standingAfter(this.#of.get(number) ?? null, record, this.pauseMs);
    if (standing) this.#keep(number, standing);
  }

  /** Ends pauses that have lasted long enough, and notices lines from which nothing comes. */
  watch(sessions: Sessions, now: () => number): void {
    this.#timer = setInterval(() => this.look(sessions, now()), LOOK_MS);
  }

  look(sessions: Sessions, now: number): void {
    for (const [number, standing] of this.#of) {
      const { session, beganAt, pauseEndsAt, silentSince } = standing;
      if (pauseEndsAt !== null && now >= pauseEndsAt) sessions.resume(session, new Date(now), 'limit');
      const heardAt = sessions.heard(session)?.getTime() ?? beganAt;
      const since = now - heardAt > SILENT_MS ? heardAt : null;
      if (since !== silentSince) this.#keep(number, { ...(this.#of.get(number) ?? standing), silentSince: since });
    }
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #keep(number: number, standing: Standing): void {
    if (standing.endedAt === null) this.#of.set(number, standing);
    else this.#of.delete(number);
    if (standing.proved) this.#told(standing);
  }
}
