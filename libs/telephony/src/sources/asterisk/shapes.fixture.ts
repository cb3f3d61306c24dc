import { printed } from '../../fold/printed.rules.js';
import { type HouseKnowledge } from '../knowledge.rules.js';
import { asterisk } from './asterisk.rules.js';
import { OPTIONS, type Told } from './twelve-calls.fixture.js';

/** A channel: the count of its id, that of the call it was made for, and its name. */
export type Lines = Record<string, readonly [id: number, linked: number, name: string]>;
/** Seconds since the call began, a channel, an event, and what differs in it from the line before of that channel. */
export type Event = readonly [
  at: number,
  channel: string,
  type: string,
  more?: Readonly<Record<string, string | object>>,
];

const BEGAN = Date.UTC(2026, 10, 30, 12);

export const idOf = (count: number, at: number): string => `${BEGAN / 1000 + Math.floor(at)}.${count}`;
export const time = (at: number): string => new Date(BEGAN + at * 1000).toISOString();

/** The lines of CEL as `cel_custom.conf.sample` has them; a channel's id has the second in which its first line stands. */
export function celOf(lines: Lines, events: readonly Event[], keep: (event: Event) => boolean = () => true): string {
  const ids = new Map<number, string>();
  for (const [at, channel] of events) {
    const [count = 0] = lines[channel] ?? [];
    if (!ids.has(count)) ids.set(count, idOf(count, at));
  }
  const state = new Map<string, Record<string, string | object>>();
  return events
    .flatMap((event) => {
      const [at, channel, type, more] = event;
      const [count, linked, name] = lines[channel] as [number, number, string];
      const now: Record<string, string | object> = { ...state.get(channel), ...more };
      state.set(channel, { ...now, extra: '', stream: '' });
      const { num = '', exten = 's', context = 'inside', app = '', data = '', stream = '', extra = '' } = now;
      const cells = [type, time(at), '', num, num, '', exten, context, now['name'] ?? name, app, data];
      const call = ids.get(Number(now['linked'] ?? linked)) ?? '';
      const line = [...cells, ids.get(count), call, '', '', stream, extra && JSON.stringify(extra)]
        .map((cell) => `"${String(cell).replaceAll('"', '""')}"`)
        .join(',');
      return keep(event) ? [line] : [];
    })
    .join('\n');
}

/** The calls as they are printed, of files whose names do not matter. */
export function toldOf(files: readonly string[], house: HouseKnowledge = HOUSE, all = false): Told[] {
  const records = files.flatMap((text) => {
    const read = asterisk.read({ name: 'file', text }, OPTIONS);
    if (!read || read.unread.length > 0) throw new Error('it cannot be read');
    return read.records;
  });
  return asterisk.calls(records, OPTIONS, house).map((call) => printed(call, all) as Told);
}

/** What calls of other days have told of the house. */
export const HOUSE: HouseKnowledge = {
  endpoints: ['PJSIP/101', 'PJSIP/102', 'PJSIP/103'],
  trunks: ['PJSIP/trunk'],
  contexts: ['PJSIP/101 inside', 'PJSIP/trunk from-trunk'],
  hearsHolds: ['yes'],
};

export const moh = (on: boolean) => ({ stream: on ? 'MOH_STREAM_BEGIN' : 'MOH_STREAM_END' });
export const bridge = (id: string) => ({ extra: { bridge_id: id, bridge_technology: 'simple_bridge' } });
export const hungUp = (by = '', cause = 16, dialstatus = '') => ({
  extra: { hangupcause: cause, hangupsource: by, dialstatus },
});

const CUSTOMER = '13800002046';
export const TRUNK = 'PJSIP/trunk-00000001';
/** A call that came in and is dialled to a telephone, which took it after three seconds. */
export const TALK: readonly Event[] = [
  [0, 'caller', 'CHAN_START', { num: CUSTOMER, exten: '4001', context: 'from-trunk' }],
  [0.01, 'a', 'CHAN_START', { num: '101' }],
  [3, 'a', 'ANSWER', { app: 'AppDial', data: '(Outgoing Line)' }],
  [3.01, 'caller', 'ANSWER', { app: 'Dial', data: 'PJSIP/101,20,tT' }],
  [3.02, 'a', 'BRIDGE_ENTER', bridge('b1')],
  [3.03, 'caller', 'BRIDGE_ENTER', bridge('b1')],
];
export const LINES: Lines = {
  caller: [1, 1, TRUNK],
  a: [2, 1, 'PJSIP/101-00000002'],
  a2: [3, 3, 'PJSIP/101-00000003'],
  b: [4, 3, 'PJSIP/103-00000004'],
  c: [5, 1, 'PJSIP/102-00000005'],
};
