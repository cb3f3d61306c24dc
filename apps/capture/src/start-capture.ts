import { hostname } from 'node:os';
import { deserialize, serialize } from 'node:v8';
import { type RecordingSession } from '#capture';
import { type Env, type Logger } from '#platform';
import { figuresOf } from './figures.js';
import { HandingOver } from './handing-over/handing-over.js';
import { type MediaSessions } from './media/media-sessions.js';
import { carryOut } from './media/carry-out.js';
import { openMedia } from './media/open-media.js';
import { randomFresh } from './sip-server/random-fresh.js';
import { SipServer } from './sip-server/sip-server.js';

/** How often administrators' figures are told. */
const REPORT_MS = 5_000;

export interface Capture {
  /** No new session is taken; those that run are ended in order. */
  close(): Promise<void>;
}

/** Puts the SIP server before the media plane. Nothing here waits for the database: a call is answered first. */
export async function startCapture(env: Env, logger: Logger, entry: string): Promise<Capture> {
  const { media, goingOn, ended, stock, standings } = await openMedia(env, logger);
  const handingOver: HandingOver = new HandingOver({
    ...{ entry, logger, goingOn: () => standings.all },
    onInstruction: (instruction) => {
      const standing = standings.all.find(({ session }) => session === instruction.session);
      try {
        carryOut(instruction, standing, media, new Date());
      } catch (error) {
        logger.error({ err: error, instruction: instruction.id }, 'what was asked of a session could not be done');
      }
      handingOver.tell({ carriedOut: instruction.id });
    },
    onReleased: (session) =>
      void media.release(session).catch((error: unknown) => logger.error({ err: error }, 'the spool was not released')),
  });
  standings.listen((standing) => handingOver.tell({ standing }));
  media.handOverTo((session) => handingOver.take(session));
  for (const session of ended) handingOver.take(session);
  const { announcement } = env.capture;
  const sip = await SipServer.open(env.sip, {
    ...{ media, logger, fresh: randomFresh, now: () => new Date() },
    begun: ({ id }) => {
      // Every caller has heard it before the call is offered. Without it, what comes is thrown away unread until someone consents.
      if (announcement) media.consent(id, 'given', new Date(), `announcement ${announcement}`);
      else media.consent(id, 'pending', new Date(), 'nothing was announced');
    },
    kept: (session) => media.keepDialog(session.id, serialize(session).toString('base64')),
  });
  for (const { session, dialog } of goingOn) await goOn(sip, media, session, dialog);
  if (goingOn.length > 0) logger.warn({ sessions: goingOn.length }, 'sessions of a process that was killed go on');
  warnOfBuffer(media, logger);
  const startedAt = new Date();
  const report = () => {
    const figures = figuresOf({ env, startedAt, sip, media, stock, handingOver });
    handingOver.tell({ report: { process: `${hostname()}:${sip.ports.udp}`, figures } });
  };
  const reporting = setInterval(() => sip.faults.survive('report', report), REPORT_MS);
  // At the very first start no key lies ready yet, and without one a call is refused.
  if (stock.ready === 0)
    await stock
      .fill()
      .catch((error: unknown) => logger.error({ err: error }, 'no key lies ready, so calls are refused'));
  return {
    close: async () => {
      clearInterval(reporting);
      await sip.close();
      standings.close();
      await media.stop();
      await Promise.all([handingOver.close(), stock.close()]);
    },
  };
}

/** A session whose signalling was not written yet when the process died cannot be gone on with. */
async function goOn(sip: SipServer, media: MediaSessions, session: string, dialog: string | null): Promise<void> {
  if (dialog === null) await media.close(session, new Date(), 'unknown');
  else sip.restore(deserialize(Buffer.from(dialog, 'base64')) as RecordingSession);
}

function warnOfBuffer({ smallBuffer: bytes }: MediaSessions, logger: Logger): void {
  if (bytes !== null)
    logger.warn({ bytes }, 'the kernel gives sockets less room than a stall of seconds needs: raise net.core.rmem_max');
}
