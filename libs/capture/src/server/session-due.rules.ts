import { type OwnMethod } from './client-transactions.rules.js';
import { type EndReason } from './effects.js';
import { type RecordingSession } from './recording-session.js';
import { LOST_AFTER_MS, PROBE_AFTER_MS, PROOF_ASKED_AFTER_MS, TIMER_GRACE_MS } from './timing.js';

/**
 * What a session needs that nothing came of. A recording whose sound still comes is never ended for want of signalling: some clients lose
 * an ACK, others never refresh, and one ends a call without a BYE after early media. But who forges an INVITE forges sound, too: what
 * nothing shows to be the client's ends with the time for its ACK.
 *
 * @param heard when its last packet came; null: none yet; undefined: not known
 */
export function dueOf(
  session: RecordingSession,
  at: number,
  heard: number | null | undefined,
): { send: OwnMethod } | { end: EndReason } | null {
  if (!session.answered) return null;
  const sounding = heard !== null && heard !== undefined && at - heard < TIMER_GRACE_MS;
  const given = session.unacknowledged[0];
  if (given && given.until <= at) {
    if (!sounding || !session.proved) return { end: 'unacknowledged' };
    session.unacknowledged.shift();
  }
  if (!session.proved) return at - session.probedAt >= PROOF_ASKED_AFTER_MS ? { send: 'OPTIONS' } : null;
  const { timer } = session;
  if (timer && !sounding && at - session.refreshedAt >= timer.seconds * 1000 + TIMER_GRACE_MS)
    return { end: 'expired' };
  const asked = at - session.probedAt;
  if (timer?.refresher === 'uas' && session.takesUpdate && at - session.refreshedAt >= timer.seconds * 500)
    return asked >= TIMER_GRACE_MS ? { send: 'UPDATE' } : null;
  const silentFor = at - Math.max(session.aliveAt, heard ?? 0);
  if (silentFor >= LOST_AFTER_MS) return { end: 'lost' };
  return silentFor >= PROBE_AFTER_MS && asked >= PROBE_AFTER_MS ? { send: 'OPTIONS' } : null;
}
