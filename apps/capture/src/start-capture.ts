import { hostname } from 'node:os';
import { deserialize, serialize } from 'node:v8';
import { type RecordingSession, type SessionState } from '#capture';
import { type Env, type Logger } from '#platform';
import { AriCalls } from './ari/ari-calls.rules.js';
import { AriClient } from './ari/ari-client.js';
import { AriTaps, type AriTap } from './ari/ari-taps.js';
import { CaptureClock } from './capture-clock.js';
import { figuresOf } from './figures.js';
import { HandingOverProcess } from './handing-over/handing-over-process.js';
import { type MediaSessions } from './media/media-sessions.js';
import { carryOut } from './media/carry-out.js';
import { MediaToCome } from './media/media-to-come.js';
import { openMedia } from './media/open-media.js';
import { smallBuffer } from './media/rtp-sockets.js';
import { WaitingSessions } from './media/waiting-sessions.js';
import { randomFresh } from './sip-server/random-fresh.js';
import { untilThere } from './until-there.js';
import { CaptureWatch } from './watch/capture-watch.js';
import { SipServer } from './sip-server/sip-server.js';

/** How often administrators' figures are told. */
const REPORT_MS = 5_000;

export interface Capture {
  /** Resolves when sessions are taken; false: it was closed before. */
  readonly ready: Promise<boolean>;
  /** No new session is taken; those that run are ended in order. */
  close(): Promise<void>;
}

type OpenedMedia = Awaited<ReturnType<typeof openMedia>>;

/**
 * The SIP server answers first, whatever is away; sessions are taken once the keys, and what a former process left, can be read. Nothing here
 * waits for the database.
 */
export async function startCapture(env: Env, logger: Logger, entry: string): Promise<Capture> {
  const [clock, plane, ending] = [new CaptureClock(), new MediaToCome(), new AbortController()];
  const { announcement } = env.capture;
  const begun = ({ id, cameIn = true }: { readonly id: string; readonly cameIn?: boolean }): void => {
    // Every caller has heard it before the call is offered; who was called has not. Without it, what comes is thrown away unread until someone consents.
    if (announcement && cameIn) plane.consent(id, 'given', clock.date(), `announcement ${announcement}`);
    else plane.consent(id, 'pending', clock.date(), 'nothing was announced');
  };
  const sip = await SipServer.open(
    { ...env.sip, starting: true },
    {
      ...{ media: plane, logger, fresh: randomFresh, now: () => clock.date() },
      begun,
      kept: (session) => plane.keepDialog(session.id, serialize(session).toString('base64')),
    },
  );
  const opening = untilThere(
    () => openMedia(env, logger, clock),
    (error) => logger.error({ err: error }, 'keys or spool cannot be opened, so calls are refused; it is tried again'),
    { ended: ending.signal },
  );
  const taking = opening.then(async (opened) => {
    if (!opened) return null;
    const handingOver = handOverOf(opened, { entry, logger, clock });
    if (env.capture.words.heard !== 'off') opened.media.ear.keepBeginnings();
    plane.is(opened.media);
    const calls = env.ari && new AriCalls(env.ari.lines, new URL(env.ari.url).hostname);
    const tapped: AriTap[] = [];
    for (const state of opened.goingOn) {
      const tap = await goOn(sip, opened.media, state, { clock, taps: calls !== undefined });
      if (tap) tapped.push(tap);
    }
    const sessions = opened.goingOn.length;
    if (sessions > 0) logger.warn({ sessions }, 'sessions of a process that was killed go on');
    warnOfBuffer(opened.media, logger);
    // At the very first start no key lies ready yet, and without one a call is refused.
    if (opened.stock.ready === 0) await opened.stock.fill();
    sip.ready();
    const ari =
      env.ari &&
      calls &&
      new AriTaps({
        ...{ ari: new AriClient(env.ari, logger), media: opened.media, calls, address: env.sip.address },
        ...{ fresh: randomFresh, logger, now: () => clock.date(), begun },
        refused: () => sip.figures.count(sip.figures.refused, 'full'),
      });
    // Whatever is wrong with an Asterisk, SIPREC goes on.
    sip.faults.survive('the taps of an Asterisk', () => ari?.start(tapped));
    const watch = new CaptureWatch(
      () => ({ ...opened.health(), refused: sip.figures.refused.get('full') ?? 0 }),
      (watched) => handingOver.send({ watched }),
    );
    const startedAt = clock.date();
    const { media, stock } = opened;
    const report = () => {
      const figures = figuresOf({ env, startedAt, sip, media, stock, handingOver });
      handingOver.send({ report: { process: `${hostname()}:${sip.ports.udp}`, figures } });
    };
    const reporting = setInterval(() => sip.faults.survive('report', report), REPORT_MS);
    return { ...opened, ari, handingOver, watch, reporting };
  });
  return {
    ready: taking.then((one) => one !== null),
    close: async () => {
      ending.abort();
      await sip.close();
      const one = await taking;
      if (!one) return;
      clearInterval(one.reporting);
      one.ari?.close();
      one.watch.close();
      one.standings.close();
      await one.media.stop();
      await one.waiting.close();
      await Promise.all([one.handingOver.close(), one.stock.close()]);
    },
  };
}

/** Puts the process that hands over behind the media plane. */
function handOverOf(
  { media, ended, standings, waiting }: OpenedMedia,
  { entry, logger, clock }: { entry: string; logger: Logger; clock: CaptureClock },
): HandingOverProcess {
  const handingOver: HandingOverProcess = new HandingOverProcess({
    ...{ entry, logger, goingOn: () => standings.all },
    onInstruction: (instruction) => {
      const standing = standings.all.find(({ session }) => session === instruction.session);
      try {
        carryOut(instruction, standing, media, clock.date());
      } catch (error) {
        logger.error({ err: error, instruction: instruction.id }, 'what was asked of a session could not be done');
      }
      handingOver.send({ carriedOut: instruction.id });
    },
    setAside: async (session) => {
      const moved = await waiting.take(session.frames);
      if (moved) await media.release(session.number);
      return moved;
    },
    onListenTo: (sessions, hearWordsOf) => media.ear.listenTo(sessions, hearWordsOf),
    onReleased: (session) =>
      void (WaitingSessions.has(session) ? waiting : media)
        .release(session)
        .catch((error: unknown) => logger.error({ err: error }, 'the spool was not released')),
  });
  standings.listen((standing) => handingOver.send({ standing }));
  media.ear.onSound((heard) => handingOver.send({ heard }));
  media.tellKeys((pressed) => handingOver.press(pressed));
  media.handOverTo((session) => handingOver.take(session));
  for (const session of [...ended, ...waiting.found.values()]) handingOver.take(session);
  return handingOver;
}

/** A session whose signalling was not written yet when the process died cannot be gone on with. @returns it, where it is a tap of an Asterisk */
async function goOn(
  sip: SipServer,
  media: MediaSessions,
  { session, dialog, plans }: SessionState,
  { clock, taps }: { clock: CaptureClock; taps: boolean },
): Promise<AriTap | null> {
  const kept = dialog && (deserialize(Buffer.from(dialog, 'base64')) as RecordingSession | { ari: AriTap });
  if (kept && 'ari' in kept && taps)
    return { ...kept.ari, held: plans.at(-1)?.streams.some(({ state }) => state === 'paused') ?? false };
  if (!kept || 'ari' in kept) await media.close(session, clock.date(), 'unknown');
  else sip.restore(kept);
  return null;
}

function warnOfBuffer({ bufferBytes }: MediaSessions, logger: Logger): void {
  const bytes = smallBuffer(bufferBytes);
  if (bytes !== null)
    logger.warn({ bytes }, 'the kernel gives sockets less room than a stall of seconds needs: raise net.core.rmem_max');
}
