import { type CelEvent } from './channels.rules.js';

const TYPES = new Set(['PARK_START', 'PARK_END', 'PICKUP']);
const ROOMS = /^(ConfBridge|MeetMe|Park|ParkedCall|Pickup|PickupChan)$/i;

/**
 * Whether a call was parked, taken from another telephone, or led into a conference. Who spoke with whom, and whose telephone let it ring, is
 * then told by records that were not seen of a real system, so that nothing is said of its agents.
 */
export const unsureShape = (events: readonly CelEvent[]): boolean =>
  events.some(({ type, app }) => TYPES.has(type) || ROOMS.test(app));
