/*
 * Figures of this process for administrators, every few seconds, by the process that hands over. Numbers, addresses and ids of sessions:
 * nothing of a call's words, and of lists what moved last.
 */
import { type CaptureFigures } from '#contracts';
import { type Env } from '#platform';
import { type HandingOverProcess } from './handing-over/handing-over-process.js';
import { type KeyStock } from './media/key-stock.js';
import { type MediaSessions } from './media/media-sessions.js';
import { WANTED_BUFFER_BYTES } from './media/rtp-sockets.js';
import { type PeerFigures } from './sip-server/sip-figures.js';
import { type SipServer } from './sip-server/sip-server.js';

const [MOST_PEERS, MOST_STREAMS, MOST_LISTED] = [50, 100, 50];

export interface Told {
  readonly env: Pick<Env, 'sip' | 'capture'>;
  readonly startedAt: Date;
  readonly sip: Pick<SipServer, 'figures' | 'faults' | 'ports'>;
  readonly media: Pick<MediaSessions, 'traffic' | 'spoolBytes' | 'bufferBytes'>;
  readonly stock: Pick<KeyStock, 'ready' | 'wanted'>;
  readonly handingOver: Pick<HandingOverProcess, 'unanswered'>;
}

export function figuresOf({ env, startedAt, sip, media, stock, handingOver }: Told): CaptureFigures {
  const { figures, faults, ports } = sip;
  const { traffic } = media;
  return {
    startedAt: startedAt.toISOString(),
    listens: { host: env.sip.host, ...ports },
    listed: env.sip.peers.slice(0, MOST_LISTED),
    sessions: {
      ...{ running: traffic.length, most: env.sip.calls, begun: figures.sessions },
      ...{ waiting: handingOver.unanswered, unread: figures.unread },
    },
    refused: reasons(figures.refused),
    statuses: [...figures.statuses].map(([status, count]) => ({ status, count })),
    dropped: reasons(figures.dropped),
    ended: reasons(figures.ended),
    peers: [...figures.peers]
      .toSorted(([, a], [, b]) => lastSign(b) - lastSign(a))
      .slice(0, MOST_PEERS)
      .map(([address, { sessions, lastInviteAt, lastOptionsAt, lastRefusal }]) => ({
        ...{ address, sessions, lastInviteAt: written(lastInviteAt), lastOptionsAt: written(lastOptionsAt) },
        lastRefusal: lastRefusal && { ...lastRefusal, at: lastRefusal.at.toISOString() },
      })),
    streams: traffic
      .flatMap(({ session, streams }) => [...streams].map(([stream, counts]) => ({ session, stream, ...counts })))
      .slice(-MOST_STREAMS),
    spool: { bytes: media.spoolBytes, limitBytes: env.capture.spoolBytes },
    keys: { ready: stock.ready, wanted: stock.wanted },
    buffer: { bytes: media.bufferBytes, wantedBytes: WANTED_BUFFER_BYTES },
    faults: [...faults.counts.values()].reduce((sum, count) => sum + count, 0),
  };
}

const reasons = (of: ReadonlyMap<string, number>) =>
  [...of].map(([why, count]) => ({ why, count })).toSorted((a, b) => b.count - a.count);

const written = (at: Date | null): string | null => at?.toISOString() ?? null;

const lastSign = ({ lastInviteAt, lastOptionsAt }: PeerFigures): number =>
  Math.max(lastInviteAt?.getTime() ?? 0, lastOptionsAt?.getTime() ?? 0);
