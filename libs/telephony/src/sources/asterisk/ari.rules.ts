/*
 * Events of the Asterisk REST interface, a JSON text on each line, as lines of the channel event log
 *   Both tell the same of channels, in other words. The events do not name the call that a channel was made for: it is the one that dialled it.
 *   Of a channel that neither came in nor was dialled by one that did, as those that carry a copy of the sound away, nothing is said.
 *   A call of a shape that no real system's events were seen of is marked (`unproven.rules.ts`).
 */
import { type UnreadLine } from '../../records/record.rules.js';
import { eventsIn, type AriChannel, type AriEvent } from './ari-events.rules.js';
import { otherHalf } from './channels.rules.js';
import { UNPROVEN, unprovenCalls } from './unproven.rules.js';

/** A line of the channel event log, by its columns. */
interface CelLine {
  readonly line: number;
  readonly cells: Record<string, string>;
}

/**
 * The call that each channel was made for, by the channels that dialled; a channel that came in is its own. The second half of a Local channel
 * is made as one that came in, and belongs to the call that dialled the first.
 */
function callsOf(events: readonly AriEvent[]): Map<string, string> {
  const calls = new Map<string, string>();
  const halves = new Map<string, string>();
  for (const { type, channel, caller, peer } of events) {
    if (type === 'ChannelCreated' && channel) {
      if (otherHalf(channel.name) !== null) halves.set(channel.name, channel.id);
      else if (channel.state === 'Ring') calls.set(channel.id, channel.id);
    }
    const call = caller && calls.get(caller.id);
    if (type !== 'Dial' || !peer || call === undefined) continue;
    for (const id of [peer.id, halves.get(otherHalf(peer.name) ?? '')])
      if (id !== undefined && !calls.has(id)) calls.set(id, call);
  }
  return calls;
}

/** The same as lines of the channel event log, and lines that are no event; null: it is no file of these events. */
export function celOfAri(text: string): { lines: CelLine[]; unread: UnreadLine[] } | null {
  const found = eventsIn(text);
  if (!found) return null;
  const calls = callsOf(found.events);
  const unproven = unprovenCalls(found.events, calls);
  const heard = new Heard();
  const lines = found.events.flatMap((event) => {
    heard.note(event);
    return heard.told(event).flatMap(({ type, of, ...more }): CelLine[] => {
      const linkedid = calls.get(of.id);
      if (linkedid === undefined) return [];
      const { context = '', exten = '', app_name: appname = '', app_data: appdata = '' } = of.dialplan ?? {};
      const { name: cid_name = '', number: cid_num = '' } = of.caller ?? {};
      const cells = {
        ...{ eventtype: type, eventtime: event.timestamp, cid_name, cid_num, exten, context, appname, appdata },
        ...{ channame: of.name, uniqueid: of.id, linkedid, ...more },
      };
      const marked = type === 'CHAN_START' && unproven.has(linkedid) ? [{ ...cells, eventtype: UNPROVEN }] : [];
      return [cells, ...marked].map((one) => ({ line: event.line, cells: one }));
    });
  });
  return { lines, unread: found.unread };
}

interface Told extends Partial<Record<'eventextra' | 'userdeftype' | 'appname' | 'appdata', string>> {
  readonly type: string;
  readonly of: AriChannel;
}

/** What one event needs of those before it. */
class Heard {
  readonly #channels = new Map<string, AriChannel>();
  readonly #bridges = new Map<string, readonly string[]>();
  readonly #hungUpBy = new Map<string, string>();
  readonly #dialled = new Map<string, string>();

  note({ type, channel, bridge, soft, variable, value }: AriEvent): void {
    if (channel) this.#channels.set(channel.id, channel);
    if (type === 'ChannelVarset' && variable === 'DIALSTATUS' && channel) this.#dialled.set(channel.id, String(value));
    // Who asks to be hung up did so for all that were with it; what the system asks is soft.
    if (type === 'ChannelHangupRequest' && channel && soft !== true)
      for (const id of [channel.id, ...this.#with(channel.id)])
        if (!this.#hungUpBy.has(id)) this.#hungUpBy.set(id, channel.name);
    if (bridge?.channels) this.#bridges.set(bridge.id, bridge.channels);
  }

  #with(id: string): string[] {
    const bridged = [...this.#bridges.values()].filter((channels) => channels.includes(id)).flat();
    return bridged.filter((one) => one !== id);
  }

  told(event: AriEvent): Told[] {
    const { type, channel: of, bridge } = event;
    if (type === 'BridgeAttendedTransfer') return attended(event);
    if (!of) return [];
    const bridged = { eventextra: JSON.stringify({ bridge_id: bridge?.id }) };
    switch (type) {
      case 'ChannelCreated':
        return [{ type: 'CHAN_START', of }];
      case 'ChannelStateChange':
        return of.state === 'Up' ? [{ type: 'ANSWER', of }] : [];
      case 'ChannelDialplan':
        return of.dialplan?.app_name === 'Queue' ? [{ type: 'APP_START', of }] : [];
      case 'ChannelEnteredBridge':
        return [{ type: 'BRIDGE_ENTER', of, ...bridged }];
      case 'ChannelLeftBridge':
        return [{ type: 'BRIDGE_EXIT', of, ...bridged }];
      case 'ChannelHold':
        return this.#music('STREAM_BEGIN', of);
      case 'ChannelUnhold':
        return this.#music('STREAM_END', of);
      case 'BridgeBlindTransfer':
        return blind(event, of);
      case 'ChannelDestroyed':
        return [
          { type: 'HANGUP', of, eventextra: this.#end(event, of) },
          { type: 'CHAN_END', of },
        ];
      default:
        return [];
    }
  }

  /** The other side of a hold hears music. */
  #music(type: string, { id }: AriChannel): Told[] {
    const others = this.#with(id).flatMap((other) => this.#channels.get(other) ?? []);
    return others.map((of) => ({ type, of, userdeftype: type.replace('STREAM', 'MOH_STREAM') }));
  }

  #end({ cause }: AriEvent, { id }: AriChannel): string {
    const [hangupsource, dialstatus] = [this.#hungUpBy.get(id) ?? '', this.#dialled.get(id) ?? ''];
    return JSON.stringify({ hangupcause: cause, hangupsource, dialstatus });
  }
}

function attended(event: AriEvent): Told[] {
  const channel = (name: string) => event[name] as AriChannel | undefined;
  const [of, second] = [channel('transferer_first_leg'), channel('transferer_second_leg')];
  if (!of || event['result'] !== 'Success') return [];
  const ids = {
    channel2_uniqueid: second?.id,
    transferee_channel_uniqueid: channel('transferee')?.id,
    transfer_target_channel_uniqueid: channel('transfer_target')?.id,
  };
  const app = event['destination_application'];
  return [{ type: 'ATTENDEDTRANSFER', of, eventextra: JSON.stringify({ ...ids, ...(app ? { app } : {}) }) }];
}

function blind(event: AriEvent, of: AriChannel): Told[] {
  if (event['result'] !== 'Success') return [];
  const [extension, transferee] = [event['exten'], event['transferee'] as AriChannel | undefined];
  const eventextra = JSON.stringify({ extension, transferee_channel_uniqueid: transferee?.id });
  return [{ type: 'BLINDTRANSFER', of, eventextra }];
}
