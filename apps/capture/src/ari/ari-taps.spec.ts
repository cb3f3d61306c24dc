import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { deserialize } from 'node:v8';
import { type Logger } from '#platform';
import { MediaSessions } from '../media/media-sessions.js';
import { patient } from '../../../../tools/patience.mjs';
import { AriCalls, type AriChannel, type AriEvent } from './ari-calls.rules.js';
import { AriClient } from './ari-client.js';
import { AriTaps, type AriTap } from './ari-taps.js';
import { StubAsterisk } from './stub-asterisk.fixture.js';

// Node 20, which we allow, has none.
Reflect.deleteProperty(globalThis, 'WebSocket');

const LINE = { id: '1.0', name: 'PJSIP/trunk-00000000', caller: { name: '', number: '13800002046' } };
const FIRST = { id: '1.1', name: 'PJSIP/101-00000001', caller: { name: 'Wang Min', number: '101' } };
const SECOND = { id: '1.2', name: 'PJSIP/103-00000002', caller: { name: 'Chen Bo', number: '103' } };

let directory: string;
let asterisk: StubAsterisk;
let media: MediaSessions;
let taps: AriTaps;
let calls: AriCalls;
let refused: number;
const came: boolean[] = [];
const handedOver = jest.fn();
const logged: unknown[] = [];
const told: string[] = [];
const log = (one: unknown) => void logged.push(one);
const logger = { info: log, error: log, warn: log } as unknown as Logger;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'ari-'));
  asterisk = await StubAsterisk.start();
  [refused, logged.length, told.length, came.length] = [0, 0, 0, 0];
  handedOver.mockReset();
  const keys = {
    take: () => ({ keyId: randomUUID(), key: randomBytes(32) }),
    open: async () => null,
    destroy: async () => undefined,
  };
  ({ media } = await MediaSessions.start({
    spool: { directory, keys, limitBytes: 1e8, segmentBytes: 1e6 },
    sockets: { host: '127.0.0.1', ports: [20_000, 60_000] },
    ...{ calls: 1, now: () => Date.now(), onTrouble: (error) => void logged.push(error) },
  }));
  media.handOverTo(handedOver);
  const plan = media.plan.bind(media);
  jest.spyOn(media, 'plan').mockImplementation(planned(plan));
  jest.spyOn(media, 'close');
  taps = tapsOf();
});
afterEach(async () => {
  taps.close();
  asterisk.close();
  await media.stop();
  rmSync(directory, { recursive: true });
});

const planned =
  (plan: MediaSessions['plan']): MediaSessions['plan'] =>
  (session, streams, parties, at) => {
    told.push([...parties.map(({ extension }) => extension), streams[0]!.state].join(' '));
    plan(session, streams, parties, at);
  };
const tapsOf = () => {
  calls = new AriCalls(['PJSIP/trunk'], 'pbx');
  return new AriTaps({
    ...{ ari: new AriClient(asterisk.access, logger), media, calls, logger },
    ...{ address: '127.0.0.1', fresh: { session: () => randomUUID() }, now: () => new Date() },
    begun: ({ id, cameIn }) => {
      came.push(cameIn);
      media.consent(id, 'given', new Date(), 'announcement A-1');
    },
    refused: () => void (refused += 1),
  });
};
/** @returns opens it */
const shut = (): (() => void) => {
  let open = (): void => undefined;
  asterisk.gate = new Promise((opened) => (open = opened));
  return open;
};
const times = (asked: string): number => asterisk.asked.filter((one) => one === asked).length;
const until = async (is: () => boolean): Promise<void> => {
  for (const end = Date.now() + patient(4000); !is(); await turn())
    if (Date.now() > end) throw new Error(`it never came: ${is}, after ${told} and ${asterisk.asked}`);
};
const enter = (channel: AriChannel, ...channels: string[]): void =>
  asterisk.tell({ type: 'ChannelEnteredBridge', channel, bridge: { id: 'b', channels } });
const isListed = (): boolean => times('GET /bridges') > 0;
const taken = (): number[] =>
  media.traffic.flatMap(({ streams }) => [...streams.values()].map((counts) => counts.taken));
const talk = async (): Promise<void> => {
  taps.start([]);
  await until(isListed);
  enter(FIRST, FIRST.id);
  enter(LINE, LINE.id, FIRST.id);
  await until(() => taken().join() === '10,10');
};

describe('a call of an Asterisk', () => {
  it('is tapped as it is bridged: both sides, who speaks, holds, another agent, who hung up', async () => {
    await talk();
    expect([told, came]).toEqual([['13800002046 101 recording'], [false]]);
    expect(asterisk.asked).toEqual(
      expect.arrayContaining(['POST /channels/1.0/snoop', 'POST /channels/externalMedia']),
    );
    asterisk.tell({ type: 'ChannelHold', channel: FIRST });
    await until(() => told.length === 2);
    asterisk.tell({ type: 'ChannelUnhold', channel: FIRST });
    await until(() => told.length === 3);
    enter(SECOND, LINE.id, SECOND.id);
    await until(() => told.length === 4);
    expect(told.slice(1)).toEqual(['13800002046 101 paused', '13800002046 101 recording', '13800002046 103 recording']);
    asterisk.tell({ type: 'ChannelHangupRequest', channel: SECOND });
    asterisk.tell({ type: 'ChannelDestroyed', channel: LINE });
    await until(() => media.traffic.length === 0);
    expect(media.close).toHaveBeenCalledWith(expect.any(String), expect.any(Date), 'agent');
    await until(() => asterisk.asked.filter((one) => one.startsWith('DELETE')).length === 6);
  });

  it('goes on after a kill with the taps that lie in the spool, held if it was; what is left of others is taken down', async () => {
    const kept = jest.spyOn(media, 'keepDialog');
    await talk();
    const { ari, metadata } = deserialize(Buffer.from(kept.mock.lastCall![1], 'base64')) as {
      ari: AriTap;
      metadata: { callIds: string[] };
    };
    // By it the records of the telephone system find the recording.
    expect(metadata.callIds).toEqual([LINE.id]);
    taps.close();
    const [media1, old] = [`shouwen-${ari.session}-media-agent`, 'shouwen-gone-media-agent'];
    asterisk.channels = [LINE, FIRST, ...[media1, old].map((id) => ({ id, name: `UnicastRTP/${id}` }))];
    const bridgeOf = (side: string): string => `shouwen-${ari.session}-bridge-${side}`;
    // It was killed between the two.
    asterisk.bridges = [
      { id: 'b', channels: [LINE.id, FIRST.id] },
      { id: bridgeOf('agent'), channels: ['the snoop', media1!] },
    ];
    asterisk.asked.length = 0;
    taps = tapsOf();
    taps.start([{ ...ari, held: true }]);
    await until(() => told.length === 2);
    expect(told[1]).toBe('13800002046 101 paused');
    await until(() => asterisk.asked.includes(`DELETE /channels/${old}`));
    expect(asterisk.asked.filter((one) => one.includes('snoop') || one === `DELETE /channels/${media1}`)).toEqual([]);
    await until(() => times(`POST /bridges/${bridgeOf('customer')}/addChannel`) === 1);
    expect([times('POST /bridges'), times(`POST /bridges/${bridgeOf('agent')}/addChannel`)]).toEqual([1, 0]);
    asterisk.tell({ type: 'ChannelUnhold', channel: FIRST });
    await until(() => told.length === 3);
    expect(told[2]).toBe('13800002046 101 recording');
  });

  it('is told as it is once it is tapped: another agent and a hold may have come meanwhile', async () => {
    taps.start([]);
    await until(isListed);
    const open = shut();
    enter(FIRST, FIRST.id);
    enter(LINE, LINE.id, FIRST.id);
    await until(() => times('POST /channels/1.0/snoop') === 2);
    enter(SECOND, LINE.id, SECOND.id);
    asterisk.tell({ type: 'ChannelHold', channel: SECOND });
    await until(() => calls.call(LINE.id)?.held === true);
    open();
    await until(() => told.length === 1);
    asterisk.tell({ type: 'ChannelUnhold', channel: SECOND });
    await until(() => told.length === 2);
    expect(told).toEqual(['13800002046 103 paused', '13800002046 103 recording']);
  });

  it('that ends while it is tapped leaves no session, and one that waits alone is tapped as it is spoken with', async () => {
    taps.start([]);
    await until(isListed);
    const open = shut();
    enter(FIRST, FIRST.id);
    enter(LINE, LINE.id, FIRST.id);
    await until(() => times('POST /channels/1.0/snoop') === 2);
    asterisk.tell({ type: 'ChannelLeftBridge', channel: FIRST, bridge: { id: 'b', channels: [LINE.id] } });
    await until(() => calls.talking.length === 0);
    open();
    await until(() => media.traffic.length === 0);
    expect([told, logged.filter((one) => (one as { err?: unknown }).err)]).toEqual([[], []]);
    enter(SECOND, LINE.id, SECOND.id);
    await until(() => taken().join() === '10,10');
    expect(told).toEqual(['13800002046 103 recording']);
  });

  it.each([
    ['tap', /snoop/],
    ['bridge', /bridges/],
  ])(
    'that Asterisk refuses to %s is told once, hands nothing over and is tried again at the next list',
    async (_, what) => {
      asterisk.refuses = what;
      taps.start([]);
      await until(isListed);
      asterisk.channels = [LINE, FIRST];
      asterisk.bridges = [{ id: 'b', channels: [LINE.id, FIRST.id] }];
      asterisk.tell('no event +8613800002046');
      enter(FIRST, FIRST.id);
      enter(LINE, LINE.id, FIRST.id);
      const failures = () => logged.filter((one) => String((one as { err?: unknown }).err).includes('500'));
      await until(() => failures().length === 1 && media.traffic.length === 0);
      asterisk.refuses = null;
      asterisk.asked.length = 0;
      enter(LINE, LINE.id, FIRST.id);
      asterisk.tell({ type: 'ChannelHold', channel: FIRST });
      await until(() => calls.call(LINE.id)?.held === true);
      asterisk.tell({ type: 'ChannelUnhold', channel: FIRST });
      await until(() => calls.call(LINE.id)?.held === false);
      expect([asterisk.asked, failures().length, handedOver.mock.calls]).toEqual([[], 1, []]);
      asterisk.lose();
      await until(() => taken().join() === '10,10');
      // What JSON.parse throws would quote what came.
      const said = logged.map((one) => String((one as { err?: unknown }).err));
      expect(said).toContain('Error: an event of Asterisk: what came is no JSON');
      expect(said.join()).not.toContain('13800002046');
    },
  );

  it('that does not fit is counted once, however much happens in it', async () => {
    await talk();
    const other = { ...LINE, id: '2.0', name: 'PJSIP/trunk-00000009' };
    const event = { type: 'ChannelEnteredBridge', channel: other, bridge: { id: 'c', channels: ['2.0', SECOND.id] } };
    asterisk.tell({ type: 'ChannelCreated', channel: SECOND });
    for (let n = 0; n < 5; n++) asterisk.tell(event);
    asterisk.tell({ type: 'ChannelHold', channel: FIRST });
    await until(() => told.length === 2);
    expect(refused).toBe(1);
  });

  it('is known where its events came while the lists were asked for', async () => {
    const open = shut();
    taps.start([]);
    await until(isListed);
    enter(FIRST, FIRST.id);
    enter(LINE, LINE.id, FIRST.id);
    await until(() => calls.talking.length === 1);
    open();
    await until(() => taken().join() === '10,10');
    expect(times('GET /bridges')).toBe(1);
  });

  it('is found by the lists where its events were lost, once the connection is there again', async () => {
    taps.start([]);
    await until(isListed);
    asterisk.channels = [LINE, FIRST];
    asterisk.bridges = [{ id: 'b', channels: [LINE.id, FIRST.id] }];
    asterisk.lose();
    await until(() => taken().join() === '10,10');
    expect(told).toEqual(['13800002046 101 recording']);
  });
});

describe('who speaks with the customer', () => {
  const calls = () => new AriCalls(['PJSIP/trunk'], 'pbx');
  const agentOf = (channels: readonly AriChannel[]) => {
    const one = calls();
    one.list(channels, [{ id: 'b', channels: channels.map(({ id }) => id) }]);
    return one.talking[0]?.parties[1];
  };

  it('is the one telephone in the bridge, and no one where there are two, or where none can be named', () => {
    expect(agentOf([LINE, FIRST])).toMatchObject({
      role: 'agent',
      extension: '101',
      aor: 'sip:101@pbx',
      name: 'Wang Min',
    });
    expect(agentOf([LINE, FIRST, SECOND])).toMatchObject({ role: 'unknown', aor: null, doubt: 'several_senders' });
    expect(agentOf([LINE, { id: '3', name: 'Local/101@agents-00000003;1' }])).toMatchObject({
      role: 'agent',
      aor: null,
    });
    expect(agentOf([LINE, { id: '3', name: 'PJSIP/frank-00000003', caller: { number: '13800001111' } }])).toMatchObject(
      {
        extension: null,
      },
    );
  });

  it('is found in the bridge that the line is in now, and not among what is ours', () => {
    const one = calls();
    one.list([LINE, FIRST, SECOND], [{ id: 'b', channels: [LINE.id, FIRST.id] }]);
    one.note({ type: 'ChannelEnteredBridge', channel: LINE, bridge: { id: 'c', channels: [LINE.id, SECOND.id] } });
    one.note({ type: 'BridgeDestroyed', bridge: { id: 'b' } });
    expect(one.talking[0]?.parties[1].extension).toBe('103');
    const ours = { id: 'shouwen-1-snoop-agent', name: 'Snoop/1.0-00000001' };
    const entered = { type: 'ChannelEnteredBridge', bridge: { id: 'shouwen-1-bridge-agent', channels: [ours.id] } };
    expect([one.note({ ...entered, channel: ours }).size, one.isThere(ours.id)]).toEqual([0, false]);
    one.note({ type: 'ChannelLeftBridge', channel: LINE, bridge: { id: 'c', channels: [SECOND.id] } });
    expect(one.talking).toEqual([]);
  });

  it('was called by the customer where the line was there first; else, or unknown, no announcement counts', () => {
    const [before, after] = ['2026-11-30T12:14:42.164+0000', '2026-11-30T12:14:43.821+0000'];
    const cameIn = (line: Partial<AriChannel>, telephone: Partial<AriChannel>) => {
      const one = calls();
      one.list(
        [
          { ...LINE, ...line },
          { ...FIRST, ...telephone },
        ],
        [{ id: 'b', channels: [LINE.id, FIRST.id] }],
      );
      return one.call(LINE.id)?.cameIn;
    };
    expect(cameIn({ creationtime: before }, { creationtime: after })).toBe(true);
    expect(cameIn({ creationtime: after }, { creationtime: before })).toBe(false);
    expect(cameIn({ creationtime: before }, {})).toBe(false);
    expect(cameIn({}, { creationtime: after })).toBe(false);
    const dialplan = { app_data: '(Outgoing Line)' };
    expect(cameIn({ creationtime: before, dialplan }, { creationtime: after })).toBe(false);
  });

  it('is not asked where two lines outside speak, or where a line waits alone', () => {
    expect(agentOf([LINE, { ...LINE, id: '9', name: 'PJSIP/trunk-00000009' }])).toBeUndefined();
    expect(agentOf([LINE])).toBeUndefined();
  });
});

describe('the events of two calls of a real Asterisk', () => {
  const courseOf = (file: string): string[] => {
    const folder = join(import.meta.dirname, '../../../../libs/telephony/src/sources/asterisk/fixtures/rest-events');
    const calls = new AriCalls(['PJSIP/trunk'], 'pbx');
    const course: string[] = [];
    for (const line of readFileSync(join(folder, file), 'utf8').trim().split('\n')) {
      const event = JSON.parse(line) as AriEvent;
      const concerns = calls.note(event).size > 0;
      if (event.type === 'ChannelDestroyed' && event.channel?.name.startsWith('PJSIP/trunk'))
        return [...course, calls.hungUpBy(event.channel.id)];
      const said = calls.talking.map(({ parties, held }) => `${parties[1].extension}${held ? ' held' : ''}`).join();
      if (concerns && said !== course.at(-1)) course.push(said);
    }
    return course;
  };

  it('say who speaks, holds, transfers and hangs up', () => {
    const transferred = ['', '101', '101 held', '101', '', '103', '', 'agent'];
    expect(courseOf('attended-transfer.jsonl')).toEqual(transferred);
    expect(courseOf('hold.jsonl')).toEqual(['', '101', '101 held', '101', '', 'customer']);
  });
});
