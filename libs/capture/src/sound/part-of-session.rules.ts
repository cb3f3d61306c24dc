import { placeStream, type Arrival } from '../rtp/placing.rules.js';
import { type HeardSession, type HeardStream } from './heard-session.js';

/**
 * Some of a session's streams from one moment to another, as a session that was no longer: its sound is read from the same place in the spool.
 * @param fromMs since the session began. @param toMs Infinity: to its end
 */
export function partOf(
  session: HeardSession,
  { fromMs, toMs, streams }: { fromMs: number; toMs: number; streams: readonly number[] },
): HeardSession {
  const { rate, extent } = session;
  const [from, to] = [fromMs, toMs].map((ms) => Math.round((ms * rate) / 1000)) as [number, number];
  const parts = session.streams
    .filter(({ index }) => streams.includes(index))
    .map((stream) => withQualityOf(stream, { from, to, rate }));
  const sounding = parts.filter(({ placed }) => placed.at.some((at) => at !== null && at >= from && at < to));
  if (!extent || sounding.length === 0) return { ...session, streams: parts, extent: null };
  // A part begins where it was cut, the first where sound begins.
  const cut = { from: Math.max(extent.from, from), to: Math.min(extent.to, to) };
  return { ...session, streams: parts, extent: cut.from < cut.to ? cut : null };
}

/** Loss and delay of these packets alone. The places of all stay: they are counted in the spool. */
function withQualityOf(
  stream: HeardStream,
  { from, to, rate }: { from: number; to: number; rate: number },
): HeardStream {
  const { arrivals, placed } = stream;
  const within = (arrival: Arrival, i: number): boolean => {
    const at = placed.at[i] ?? Math.round((arrival.arrivedMs * rate) / 1000);
    return at >= from && at < to;
  };
  const mine = arrivals.filter(within);
  if (mine.length === arrivals.length) return stream;
  return { ...stream, placed: { ...placed, quality: placeStream(mine, rate).quality } };
}
