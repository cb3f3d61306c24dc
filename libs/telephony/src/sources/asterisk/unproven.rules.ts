import { type AriChannel, type AriEvent } from './ari-events.rules.js';

/** Marks a channel of a call of whose shape no real system's events were seen: who rang, and who spoke, may be told by them otherwise. */
export const UNPROVEN = 'UNPROVEN';

/** Q.931: another answered. */
const ANSWERED_ELSEWHERE = 26;

/**
 * Calls with a Local channel, of which one was parked or led into another bridge than that of two who talk, or picked up from another telephone:
 * a channel takes the place of another and bears its name, two calls meet that no transfer joined, or another answered whom the call did not dial.
 * @param calls by channel
 */
export function unprovenCalls(events: readonly AriEvent[], calls: ReadonlyMap<string, string>): Set<string> {
  const found = new Set<string>();
  const [names, answered] = [new Map<string, string>(), new Set<string>()];
  const joined = events.filter(isJoining).map((event) => new Set(LEGS.map((leg) => calls.get(idOf(event, leg)))));
  for (const { type, channel, bridge, cause } of events) {
    const call = channel && calls.get(channel.id);
    if (channel && call !== undefined) {
      const name = names.get(channel.id) ?? channel.name;
      names.set(channel.id, name);
      if (name !== channel.name || name.startsWith('Local/')) found.add(call);
      if (call !== channel.id && channel.state === 'Up') answered.add(call);
      if (type === 'ChannelDestroyed' && cause === ANSWERED_ELSEWHERE && !answered.has(call)) found.add(call);
    }
    if (type !== 'ChannelEnteredBridge') continue;
    const met = [...new Set(bridge?.channels?.map((id) => calls.get(id)))];
    const isTalk = met.length < 2 || joined.some((one) => met.every((other) => other !== undefined && one.has(other)));
    if (!isTalk || bridge?.bridge_class !== 'basic') for (const one of met) if (one !== undefined) found.add(one);
  }
  return found;
}

const LEGS = ['transferer_first_leg', 'transferer_second_leg', 'transferee', 'transfer_target'];
const idOf = (event: AriEvent, leg: string): string => (event[leg] as AriChannel | undefined)?.id ?? '';
const isJoining = ({ type, result, destination_type: to }: AriEvent): boolean =>
  type === 'BridgeAttendedTransfer' && result === 'Success' && to !== 'threeway' && to !== 'link';
