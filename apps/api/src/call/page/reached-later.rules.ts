import { type CustomerCall } from '#contracts';

/** What an inbound call comes to that reached no person. */
const UNREACHED: readonly CustomerCall['became'][] = ['missed', 'abandoned', 'busy', 'failed'];

/**
 * Says of each call that reached no one which later call of the customer did: they were called back, or got through.
 * @param calls of one customer, newest first
 */
export function reachedLater(calls: readonly Omit<CustomerCall, 'reachedBy'>[]): CustomerCall[] {
  let reached: CustomerCall['reachedBy'] = null;
  const told: CustomerCall[] = [];
  for (const call of calls) {
    const missed = call.direction === 'inbound' && UNREACHED.includes(call.became);
    told.push({ ...call, reachedBy: missed ? reached : null });
    const { callId, startedAt, direction } = call;
    if (call.became === 'answered' && direction !== 'internal') reached = { callId, startedAt, direction };
  }
  return told;
}
