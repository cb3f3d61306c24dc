import { otherHalf, type Channel } from './channels.rules.js';
import { roleOf } from './house.rules.js';
import { type CallView } from './view.rules.js';

/**
 * The leg that the queue_log means by the channel of a member. Where members are Local channels, it is the telephone that the Local channel
 * led to. Null: the channel log is there, and does not tell which.
 */
export function memberLeg({ channels, bridges, dialled, house }: CallView, uniqueid: string): string | null {
  if (channels.length === 0) return uniqueid;
  const rung = channels.find((channel) => channel.uniqueid === uniqueid);
  if (!rung) return uniqueid;
  if (otherHalf(rung.name) === null) return uniqueid;
  const reached = dialled.filter(
    (channel) =>
      roleOf(house, channel.name) === 'telephone' &&
      answeredTogether(channel, rung) &&
      bridges.joined(uniqueid, channel.uniqueid) !== null,
  );
  return reached.length === 1 ? (reached[0]?.uniqueid ?? null) : null;
}

/** A Local channel is picked up by the telephone behind it, in milliseconds. */
const AT_ONCE = 1000;
const answeredTogether = (a: Channel, b: Channel): boolean =>
  a.answer !== undefined && b.answer !== undefined && Math.abs(a.answer.at - b.answer.at) <= AT_ONCE;
