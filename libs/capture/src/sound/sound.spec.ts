import { type PlacedStream } from '../rtp/placing.rules.js';
import { type StreamParty, type StreamPlan } from '../session/media-plane.js';
import { sessionOf, storedPlan, type SessionRecord } from '../session/session-records.rules.js';
import { channelsOf } from './channels.rules.js';
import { unheardSpans } from './unheard.rules.js';

const told = (...roles: (StreamParty['role'] | null)[]) =>
  roles.map((role, index) => ({ index, party: role && { role } }));

describe('the channels of a recording', () => {
  it.each([
    ['customer and agent', told('customer', 'agent'), { streams: [1, 0], agentChannel: 'left' }],
    ['the agent, and another side', told('agent', 'unknown'), { streams: [0, 1], agentChannel: 'left' }],
    ['the customer, and another side', told('customer', null), { streams: [1, 0], agentChannel: 'left' }],
    ['two who are not told', told('unknown', null), { streams: [0, 1], agentChannel: null }],
    ['two agents', told('agent', 'agent'), { streams: [0, 1], agentChannel: null }],
    ['a mix besides', told('unknown', 'customer', 'agent'), { streams: [2, 1], agentChannel: 'left' }],
    ['a mix, and one who is told', told('unknown', 'unknown', 'agent'), { streams: [0, 1], agentChannel: null }],
    ['one stream', told('agent'), { streams: [0], agentChannel: null }],
    ['none', told(), null],
  ])('are of %s', (_name, streams, expected) => expect(channelsOf(streams)).toEqual(expected));
});

const plan = (mediaIndex: number, state: StreamPlan['state'] = 'recording') =>
  storedPlan({
    ...{ label: String(mediaIndex), mediaIndex, localPort: 30_000, from: null, state, srtp: null },
    payloads: new Map(),
  });

/** A session that began at 1,000,000, whose recording is from 2 s to 60 s at 8 kHz. */
function session(records: SessionRecord[], { gaps = [] as PlacedStream['gaps'], arrived = [] as number[] } = {}) {
  const state = sessionOf([
    { kind: 'opened', session: 's', at: 1_000_000, ports: [] },
    { kind: 'plan', at: 1_000_000, streams: [plan(0), plan(1)], parties: [] },
    { kind: 'consent', at: 1_000_000, state: 'given', why: 'announcement' },
    ...records,
    { kind: 'closed', at: 1_060_000, hangup: 'unknown' },
  ])!;
  const arrivals = arrived.map((arrivedMs) => ({ arrivedMs }) as never);
  const streams = [
    { index: 0, placed: { gaps }, arrivals },
    { index: 1, placed: { gaps: [] }, arrivals: [] },
  ] as never;
  return { state, streams, rate: 8000, extent: { from: 16_000, to: 480_000 } };
}

describe('what a recording does not hold', () => {
  it('is nothing of a call that was taken whole', () => expect(unheardSpans(session([]), [0, 1])).toEqual([]));

  it('is what the client paused, of either side that is heard', () => {
    const records: SessionRecord[] = [
      { kind: 'plan', at: 1_010_000, streams: [plan(0, 'paused'), plan(1)], parties: [] },
      { kind: 'plan', at: 1_015_000, streams: [plan(0), plan(1)], parties: [] },
    ];
    expect(unheardSpans(session(records), [0, 1])).toEqual([{ fromMs: 8000, toMs: 13_000, reason: 'paused' }]);
    expect(unheardSpans(session(records), [1])).toEqual([]);
  });

  it('is what was paused by wish, to the end where no one resumed', () => {
    const paused: SessionRecord = { kind: 'pause', at: 1_050_000, why: 'card data' };
    expect(unheardSpans(session([paused]), [0, 1])).toEqual([{ fromMs: 48_000, toMs: 58_000, reason: 'paused' }]);
  });

  it('is what a digit masks, told as it grew', () => {
    const records: SessionRecord[] = [
      { kind: 'masked', fromMs: 9880, toMs: 10_200 },
      { kind: 'masked', fromMs: 9880, toMs: 10_380 },
    ];
    expect(unheardSpans(session(records), [0, 1])).toEqual([{ fromMs: 7880, toMs: 8380, reason: 'masked' }]);
  });

  it('is what came while consent was taken back', () => {
    const withdrawn: SessionRecord = { kind: 'consent', at: 1_030_000, state: 'withdrawn', why: 'spoken' };
    expect(unheardSpans(session([withdrawn]), [0, 1])).toEqual([{ fromMs: 28_000, toMs: 58_000, reason: 'paused' }]);
  });

  it('is what was lost, and what came to no process', () => {
    const gaps = [{ from: 24_000, to: 28_000 }];
    const records: SessionRecord[] = [{ kind: 'taken_over', at: 1_020_000 }];
    expect(unheardSpans(session(records, { gaps, arrived: [17_000, 18_500, 20_400] }), [0, 1])).toEqual([
      { fromMs: 1000, toMs: 1500, reason: 'lost' },
      { fromMs: 16_500, toMs: 18_400, reason: 'restart' },
    ]);
  });
});
