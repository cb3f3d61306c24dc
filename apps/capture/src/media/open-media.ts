import { join } from 'node:path';
import { FileKeyStore, openKeyProvider, type Env, type Logger } from '#platform';
import { KeyStock } from './key-stock.js';
import { MediaSessions } from './media-sessions.js';
import { Standings } from './standings.js';

/** At the most a minute's sound of 250 calls. */
const SEGMENT_BYTES = 256 * 1024 ** 2;

/** Of the clock on the wall when the process began, and from then on never back. */
const now = (): number => performance.timeOrigin + performance.now();

/** Opens the media plane with what a former process left, and with keys that lie ready. @throws while the key store cannot be read */
export async function openMedia(env: Env, logger: Logger) {
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
  const standings = new Standings(env.capture.pauseMs);
  const started = await MediaSessions.start({
    spool: {
      ...{ directory: join(spoolDir, 'spool'), keys: stock, limitBytes: spoolBytes, segmentBytes },
      onRecord: (session, record) => standings.note(session, record),
    },
    sockets: { host: env.sip.host, ports: env.sip.rtpPorts },
    calls: env.sip.calls,
    now,
    onTrouble: (error, doing) => logger.error({ err: error }, `${doing}: capturing goes on`),
  });
  void stock.fill();
  standings.watch(started.media, now);
  return { ...started, stock, standings };
}
