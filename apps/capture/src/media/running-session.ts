import { randomUUID } from 'node:crypto';
import { type Socket } from 'node:dgram';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { SessionPackets, type SessionRecord, type SessionState } from '#capture';

/** A session that runs, as the media plane holds it. */
export interface Running {
  readonly session: string;
  readonly number: number;
  readonly beganAt: number;
  readonly intake: SessionPackets;
  /** By the index of their stream. */
  readonly sockets: Socket[];
  /** Roll-overs of SRTP that the spool knows, by stream and sender. */
  readonly eras: Map<string, number>;
  /** Its client is who it says. */
  proved: boolean;
  /** It ended, maybe while a port of it was being bound: that is let go again. */
  closed: boolean;
}

export const newRunning = (session: string, number: number, beganAt: number): Running => ({
  ...{ session, number, beganAt, intake: new SessionPackets() },
  ...{ sockets: [], eras: new Map(), proved: false, closed: false },
});

/** As the process before it left it in the spool; its sockets are still to be bound. */
export function restoreRunning(
  number: number,
  { session, beganAt, plans, srtp, consent, pauses, proved }: SessionState,
): Running {
  const running = newRunning(session, number, beganAt);
  for (const { streams } of plans) running.intake.plan(streams, srtp);
  const last = consent.at(-1);
  if (last) running.intake.consent(last.state);
  running.intake.pause(pauses.at(-1)?.to === null);
  if (proved) prove(running);
  return running;
}

export function prove(running: Running): void {
  running.proved = true;
  running.intake.prove();
}

/** Its ports, and those that are still being bound. */
export function releasePorts(running: Running): void {
  running.closed = true;
  for (const socket of running.sockets.splice(0)) socket.close();
}

/** So many rounds of reading, at most, are left to a session that has ended. */
const MOST_ROUNDS = 64;
/** The message that ends a session may overtake the last frames on their way: so long they are still taken. */
const OVERTAKEN_MS = 40;

/** Sessions that are about to end: what is on its way, or was received and a busy process had not read yet, belongs to them. */
export class EndingSessions {
  readonly #ending = new Set<Promise<void>>();

  /** Lets its ports go once nothing that came before is left in them: the message that ends a session may be read before sound that came earlier. */
  async end(running: Running): Promise<void> {
    running.closed = true;
    const ending = new Promise<void>((over) => setTimeout(over, OVERTAKEN_MS))
      .then(() => readRest(running.intake))
      .then(() => releasePorts(running));
    this.#ending.add(ending);
    await ending;
    this.#ending.delete(ending);
  }

  /** What was begun here is over, and what follows from it as well. */
  async all(): Promise<void> {
    await Promise.all(this.#ending);
  }
}

/** A socket is read 32 packets at a time, beside others that wait: two rounds, and then as long as packets come. */
async function readRest(intake: SessionPackets): Promise<void> {
  let before = intake.cameIn;
  for (let round = 0; round < MOST_ROUNDS && (round < 2 || intake.cameIn > before); round++) {
    before = intake.cameIn;
    await turnOfTheLoop();
  }
}

/** The roll-over counter of SRTP is nowhere in a packet: a process that did not see it must be told. */
export function srtpNews({ intake, eras }: Running): SessionRecord[] {
  return [...intake.srtpProgress()].flatMap(([stream, progress]) => {
    const news = progress.filter(({ ssrc, index }) => eras.get(`${stream}/${ssrc}`) !== Math.floor(index / 65536));
    for (const { ssrc, index } of news) eras.set(`${stream}/${ssrc}`, Math.floor(index / 65536));
    return news.length > 0 ? [{ kind: 'srtp' as const, stream, progress }] : [];
  });
}

/** A key that answers the consent question; it is stored nowhere. */
export interface KeyOfSession {
  readonly id: string;
  readonly session: string;
  /** Of its stream, as it was pressed. */
  readonly label: string;
  readonly key: string;
}

/** Keys that were pressed while consent was pending, each with an id of its own: one may be told twice. */
export const pressedKeys = ({ intake, session }: Running, nowMs: number): KeyOfSession[] =>
  intake.keys(nowMs).map((pressed) => ({ id: randomUUID(), session, ...pressed }));
