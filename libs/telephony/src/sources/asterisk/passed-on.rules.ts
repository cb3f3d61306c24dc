import { type LegFields, type Statement } from '../../fold/model.js';
import { tellLeg } from '../../fold/tell.rules.js';
import { endedBy, extra, type CelEvent, type Channel } from './channels.rules.js';
import { roleOf } from './house.rules.js';
import { type CallView } from './view.rules.js';

/** Who is passed on is with another within moments, in milliseconds. */
const AT_ONCE = 500;

interface PassedOn {
  event: CelEvent;
  /** Undefined: whether the agent spoke first with whom the customer was passed on to is not told. */
  transfer: LegFields['transfer'] | undefined;
  /** In a conference of three the agent is there still. */
  stayed: boolean;
}

export function passedOn(view: CallView, channel: Channel): PassedOn | null {
  const event = view.events.find(
    ({ type, uniqueid, extra: said }) =>
      (type === 'BLINDTRANSFER' && uniqueid === channel.uniqueid) ||
      (type === 'ATTENDEDTRANSFER' &&
        (uniqueid === channel.uniqueid || said['channel2_uniqueid'] === channel.uniqueid)),
  );
  if (!event) return null;
  if (event.type === 'BLINDTRANSFER')
    return { event, transfer: { kind: 'blind', to: extra(event, 'extension') || null }, stayed: false };
  const named = [event.uniqueid, extra(event, 'channel2_uniqueid')];
  const consult = view.consults.findLast(({ agent, target }) => {
    const before = (target.start?.at ?? 0) <= event.at;
    return named.includes(agent.uniqueid) && before;
  });
  // A telephone that still rang, or a queue, is named by the application that the agent's second line was in.
  const spoke = extra(event, 'app') === '' && (!consult || (consult.target.answer?.at ?? Infinity) <= event.at);
  const still = channel.end === undefined || channel.end.at > event.at + AT_ONCE;
  const stayed = still && view.customer !== undefined && isWith(view, channel, view.customer, event.at + AT_ONCE);
  return { event, transfer: spoke ? { kind: 'attended', to: consult?.number || null } : undefined, stayed };
}

const isWith = ({ bridges }: CallView, a: Channel, b: Channel, at: number): boolean =>
  bridges.peers(a.uniqueid, at).has(b.uniqueid);

/** When this telephone left the customer: at its end, or when it passed the customer on. */
export function endOf(view: CallView, key: string, channel: Channel): Statement[] {
  const passed = passedOn(view, channel);
  const { end } = channel;
  const side = channel.talked && !passed ? sideOf(view, endedBy(channel)) : undefined;
  return [
    ...(passed && !passed.stayed
      ? tellLeg(key, passed.event, { endedAt: passed.event.at, transfer: passed.transfer })
      : []),
    ...(end && !passed ? tellLeg(key, end, { endedAt: end.at, hangupSide: side }) : []),
  ];
}

export function sideOf({ customer, house }: CallView, channel: string | null): 'customer' | 'agent' | undefined {
  if (channel === null) return undefined;
  if (channel === customer?.name) return 'customer';
  return roleOf(house, channel) === 'telephone' ? 'agent' : undefined;
}
