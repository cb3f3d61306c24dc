import { join } from 'node:path';
import { FileKeyStore, openKeyProvider, type Env, type Logger } from '#platform';
import { type CaptureClock } from '../capture-clock.js';
import { KeyStock } from './key-stock.js';
import { MediaSessions } from './media-sessions.js';
import { Standings } from './standings.js';
import { WaitingSessions } from './waiting-sessions.js';

/** At the most a minute's sound of 250 calls. */
const SEGMENT_BYTES = 256 * 1024 ** 2;

/** Opens the media plane with what a former process left, and with keys that lie ready. @throws while the key store cannot be read */
export async function openMedia(env: Env, logger: Logger, clock: CaptureClock) {
  const keyProvider = await openKeyProvider(env);
  const onRepair = ({ error, ...repair }: { error?: unknown }) =>
    logger.warn({ ...repair, err: error }, 'a copy of a key was lost or damaged');
  const keys = new FileKeyStore({ first: env.keyDir, second: env.keyCopyDir, keyProvider, onRepair });
  const { spoolDir, spoolBytes } = env.capture;
  const segmentBytes = Math.min(SEGMENT_BYTES, Math.ceil(spoolBytes / 8));
  const stock = await KeyStock.open({
    ...{ keys, directory: spoolDir, size: Math.ceil(spoolBytes / segmentBytes) + 2 },
    onTrouble: (error) => logger.error({ err: error }, 'no key could be made for the spool; it is tried again'),
  });
  let diskFailedAt: number | null = null;
  const onTrouble = (error: unknown, doing: string): void => {
    if (isOfDisk(error)) diskFailedAt = Date.now();
    logger.error({ err: error }, `${doing}: capturing goes on`);
  };
  const waiting = await WaitingSessions.open({
    ...{ directory: join(spoolDir, 'waiting'), keys: stock, limitBytes: spoolBytes },
    onTrouble: (error) => onTrouble(error, 'the spool of waiting sessions'),
  });
  const standings = new Standings(env.capture.pauseMs);
  const started = await MediaSessions.start({
    spool: {
      ...{ directory: join(spoolDir, 'spool'), keys: stock, limitBytes: spoolBytes, segmentBytes },
      beside: () => waiting.bytes,
      onRecord: (session, record) => standings.note(session, record),
    },
    sockets: { host: env.sip.host, ports: env.sip.rtpPorts },
    calls: env.sip.calls,
    now: () => clock.now(),
    onIdle: () => clock.set(),
    moved: new Set(waiting.found.keys()),
    onTrouble,
  }).catch(async (error: unknown) => {
    await stock.close();
    throw error;
  });
  void stock.fill();
  standings.watch(started.media, () => clock.now());
  const { media } = started;
  const health = () => ({
    spoolShare: (media.spoolBytes + waiting.bytes) / spoolBytes,
    keysReady: stock.ready,
    diskFailedAt,
  });
  return { ...started, waiting, stock, standings, health };
}

const isOfDisk = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'ENOENT'].includes((error as NodeJS.ErrnoException | null)?.code ?? '');
