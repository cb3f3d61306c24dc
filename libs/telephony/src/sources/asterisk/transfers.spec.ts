import { bridge, celOf, hungUp, LINES, moh, TALK, time, toldOf, TRUNK, type Event } from './shapes.fixture.js';

const AGENT = 'PJSIP/101-00000002';
const SECOND = 'PJSIP/101-00000003';
const ASKED = 'PJSIP/103-00000004';

/** The agent holds the customer and dials a colleague, whose telephone rings. */
const ASKS: readonly Event[] = [
  ...TALK,
  [10, 'caller', 'STREAM_BEGIN', moh(true)],
  [11, 'a2', 'CHAN_START', { num: '101', exten: '103' }],
  [11.01, 'b', 'CHAN_START', { num: '103' }],
];
const HANDED = {
  bridge1_id: 'b1',
  channel2_name: SECOND,
  app: 'Dial',
  transferee_channel_name: TRUNK,
  transfer_target_channel_name: SECOND,
};
/** The agent hangs up while it rings: the customer takes the place of the agent's second line. */
const HANDS_OVER: readonly Event[] = [
  ...ASKS,
  [14, 'caller', 'STREAM_END', moh(false)],
  [14, 'caller', 'BRIDGE_EXIT', bridge('b1')],
  [
    14.01,
    'a',
    'ATTENDEDTRANSFER',
    { extra: { ...HANDED, channel2_uniqueid: '1796040011.3', transferee_channel_uniqueid: '1796040000.1' } },
  ],
  [14.02, 'a', 'BRIDGE_EXIT', bridge('b1')],
  [14.03, 'a', 'HANGUP', hungUp()],
  [14.03, 'a', 'CHAN_END'],
  [14.04, 'a2', 'HANGUP', { name: `${SECOND}<ZOMBIE>`, ...hungUp() }],
  [14.04, 'a2', 'CHAN_END'],
];
const ENDS: readonly Event[] = [
  [30, 'b', 'BRIDGE_EXIT', bridge('b2')],
  [30, 'caller', 'BRIDGE_EXIT', bridge('b2')],
  [30.01, 'b', 'HANGUP', hungUp(TRUNK)],
  [30.01, 'b', 'CHAN_END'],
  [30.02, 'caller', 'HANGUP', { app: '', data: '', ...hungUp(TRUNK, 16, 'ANSWER') }],
  [30.02, 'caller', 'CHAN_END'],
];

describe('a customer who is handed to a telephone that still rings', () => {
  const [call, ...more] = toldOf([
    celOf(LINES, [
      ...HANDS_OVER,
      [18, 'b', 'ANSWER', { app: 'AppDial', data: '(Outgoing Line)' }],
      [18.01, 'b', 'BRIDGE_ENTER', { linked: '1', ...bridge('b2') }],
      [18.02, 'caller', 'BRIDGE_ENTER', { app: 'Dial', data: 'PJSIP/103,15,tT', ...bridge('b2') }],
      ...ENDS,
    ]),
  ]);

  it('is one call', () => {
    expect(more).toEqual([]);
    expect(call).toMatchObject({
      ...{ direction: 'inbound', customer: '+8613800002046', outcome: 'answered', hangupSide: 'customer' },
      ...{ startedAt: time(0), answeredAt: time(3), endedAt: time(30.02) },
    });
  });

  it('has left the first agent at that moment; whether the two spoke of it first is not said', () => {
    expect(call?.legs[0]).toMatchObject({ kind: 'agent', extension: '101', endedAt: time(14.01), transfer: null });
  });

  it('was asked for by a consultation that no one took', () => {
    expect(call?.legs[1]).toMatchObject({ kind: 'consult', extension: '103', endedAt: time(14.01), answeredAt: null });
    expect(call?.legs[1]).toMatchObject({ outcome: null, ringSeconds: null });
  });

  it('was taken by the second one', () => {
    expect(call?.legs.slice(2)).toMatchObject([
      { kind: 'agent', extension: '103', outcome: 'answered', answeredAt: time(18), hangupSide: 'customer' },
    ]);
  });

  it('says as little of how it was passed on by its queue_log', () => {
    const log = `1796040003|1796040000.1|sales|PJSIP/101|CONNECT|3|1796040000.2|3\n1796040014|1796040000.1|sales|PJSIP/101|ATTENDEDTRANSFER|APP|Dial|3|11|1`;
    const cel = celOf(LINES, [...HANDS_OVER, ...ENDS.filter(([, channel]) => channel === 'caller')]);
    expect(toldOf([cel, log])[0]?.legs[0]).toMatchObject({ extension: '101', transfer: null });
    expect(toldOf([log])[0]?.legs.at(-1)).toMatchObject({ extension: '101', transfer: null, endedAt: time(14) });
  });

  it('was not taken by anyone, and gave up', () => {
    const [given] = toldOf([
      celOf(LINES, [
        ...HANDS_OVER,
        [25, 'b', 'HANGUP', { app: 'AppDial', data: '(Outgoing Line)', ...hungUp('', 0) }],
        [25, 'b', 'CHAN_END'],
        [25.01, 'caller', 'HANGUP', { ...hungUp(TRUNK, 0, 'CANCEL') }],
        [25.01, 'caller', 'CHAN_END'],
      ]),
    ]);
    expect(given).toMatchObject({ outcome: 'answered', endedAt: time(25.01), hangupSide: 'customer' });
    expect(given?.legs).toMatchObject([
      { kind: 'agent', extension: '101', endedAt: time(14.01) },
      { kind: 'consult', extension: '103', endedAt: time(14.01), outcome: null },
    ]);
  });
});

describe('a consultation', () => {
  const GIVEN_UP: readonly Event[] = [
    ...ASKS,
    [15, 'b', 'HANGUP', { app: 'AppDial', data: '(Outgoing Line)', ...hungUp(SECOND, 0) }],
    [15, 'b', 'CHAN_END'],
    [15.01, 'a2', 'HANGUP', { ...hungUp(SECOND, 0, 'CANCEL') }],
    [15.01, 'a2', 'CHAN_END'],
    [16, 'caller', 'STREAM_END', moh(false)],
    [30, 'a', 'BRIDGE_EXIT', bridge('b1')],
    [30, 'caller', 'BRIDGE_EXIT', bridge('b1')],
    [30.01, 'a', 'HANGUP', hungUp(AGENT)],
    [30.01, 'a', 'CHAN_END'],
    [30.02, 'caller', 'HANGUP', { app: '', data: '', ...hungUp(AGENT, 16, 'ANSWER') }],
    [30.02, 'caller', 'CHAN_END'],
  ];

  it('that was given up while it rang leaves the agent with the customer', () => {
    const [call, ...more] = toldOf([celOf(LINES, GIVEN_UP)]);
    expect(more).toEqual([]);
    expect(call).toMatchObject({ outcome: 'answered', hangupSide: 'agent' });
    expect(call?.legs).toMatchObject([
      { kind: 'agent', extension: '101', transfer: null, holdSpans: [[time(10), time(16)]], hangupSide: 'agent' },
      { kind: 'consult', extension: '103', outcome: 'abandoned', endedAt: time(15) },
    ]);
  });

  it.each([
    ['the beginning of the music', ([at, , type]: Event) => at !== 10 || type !== 'STREAM_BEGIN'],
    ['all music', ([, , type]: Event) => !type.startsWith('STREAM')],
    ['the connection', ([, , type]: Event) => type !== 'BRIDGE_ENTER'],
    ['its own beginning', ([, channel, type]: Event) => channel !== 'a2' || type !== 'CHAN_START'],
    ['the end of the talk', ([, channel, type]: Event) => channel !== 'a' || type !== 'HANGUP'],
  ])('is no call of its own where %s is lost', (_, keep) => {
    expect(toldOf([celOf(LINES, GIVEN_UP, keep)])).toHaveLength(1);
  });

  it('is a call of its own where the telephone was in no other', () => {
    const later = GIVEN_UP.filter(([, channel]) => channel === 'a2' || channel === 'b').map(
      ([at, channel, ...rest]) => [at + 40, channel, ...rest] as Event,
    );
    const told = toldOf([
      celOf(LINES, [...GIVEN_UP.filter(([, channel]) => channel === 'a' || channel === 'caller'), ...later]),
    ]);
    expect(told).toHaveLength(2);
    expect(told[1]).toMatchObject({ direction: 'internal', outcome: 'abandoned' });
  });

  const ASKED_TAKES: readonly Event[] = [
    ...ASKS,
    [13, 'b', 'ANSWER', { app: 'AppDial', data: '(Outgoing Line)' }],
    [13.01, 'a2', 'ANSWER', { app: 'Dial', data: 'PJSIP/103,15,tT' }],
    [13.02, 'b', 'BRIDGE_ENTER', bridge('b2')],
    [13.03, 'a2', 'BRIDGE_ENTER', bridge('b2')],
  ];

  it('that the telephone itself made a conference of says not until when it was one', () => {
    const [call] = toldOf([
      celOf(LINES, [
        ...ASKED_TAKES,
        [20, 'caller', 'STREAM_END', moh(false)],
        [30, 'b', 'HANGUP', hungUp(SECOND)],
        [30, 'a2', 'HANGUP', hungUp(SECOND, 16, 'ANSWER')],
        [30.01, 'a', 'HANGUP', hungUp(AGENT)],
        [30.02, 'caller', 'HANGUP', { app: '', data: '', ...hungUp(AGENT, 16, 'ANSWER') }],
      ]),
    ]);
    expect(call?.legs).toMatchObject([
      { kind: 'agent', extension: '101', endedAt: time(30.01), hangupSide: 'agent', holdSpans: [[time(10), time(20)]] },
      { kind: 'consult', extension: '103', outcome: 'answered', answeredAt: time(13), endedAt: null },
    ]);
  });

  it('that the system made a conference of leaves open how the agent left', () => {
    const [call] = toldOf([
      celOf(LINES, [
        ...ASKED_TAKES,
        [20, 'caller', 'STREAM_END', moh(false)],
        [20, 'b', 'BRIDGE_EXIT', bridge('b2')],
        [20.01, 'b', 'BRIDGE_ENTER', { linked: '1', ...bridge('b1') }],
        [
          20.02,
          'a',
          'ATTENDEDTRANSFER',
          { extra: { bridge1_id: 'b1', bridge2_id: 'b2', channel2_name: SECOND, channel2_uniqueid: '1796040011.3' } },
        ],
        [20.03, 'a2', 'BRIDGE_EXIT', bridge('b2')],
        [20.04, 'a2', 'HANGUP', hungUp('', 16, 'ANSWER')],
        [29, 'b', 'BRIDGE_EXIT', bridge('b1')],
        [29, 'b', 'HANGUP', hungUp(ASKED)],
        [30, 'a', 'BRIDGE_EXIT', bridge('b1')],
        [30, 'caller', 'BRIDGE_EXIT', bridge('b1')],
        [30.01, 'a', 'HANGUP', hungUp(AGENT)],
        [30.02, 'caller', 'HANGUP', { app: '', data: '', ...hungUp(AGENT, 16, 'ANSWER') }],
      ]),
    ]);
    expect(call?.legs[0]).toMatchObject({ kind: 'agent', extension: '101', transfer: null, endedAt: null });
  });
});

describe('a customer who is passed on without asking', () => {
  const passed = (extension: string): readonly Event[] => [
    ...TALK,
    [10, 'caller', 'BRIDGE_EXIT', { exten: extension, context: 'inside', ...bridge('b1') }],
    [
      10.01,
      'a',
      'BLINDTRANSFER',
      { extra: { extension, context: 'inside', transferee_channel_uniqueid: '1796040000.1' } },
    ],
    [10.02, 'a', 'BRIDGE_EXIT', bridge('b1')],
    [10.03, 'a', 'HANGUP', hungUp()],
    [10.03, 'a', 'CHAN_END'],
  ];
  const gone: readonly Event[] = [
    [40, 'caller', 'HANGUP', { app: '', data: '', ...hungUp(TRUNK, 16) }],
    [40, 'caller', 'CHAN_END'],
  ];
  const first = { kind: 'agent', extension: '101', endedAt: time(10.01) };

  it('to a mailbox has been answered, and who ended it is not said', () => {
    const [call] = toldOf([
      celOf(LINES, [
        ...passed('*103'),
        [11, 'caller', 'STREAM_BEGIN', { app: 'VoiceMail', data: '103@default,u', stream: 'FILE_STREAM_BEGIN' }],
        ...gone,
      ]),
    ]);
    expect(call).toMatchObject({ outcome: 'answered', hangupSide: null, endedAt: time(40) });
    expect(call?.legs).toMatchObject([{ ...first, transfer: { kind: 'blind', to: '*103' } }]);
  });

  it('to a number outside is with no one of the company any more', () => {
    const lines = { ...LINES, out: [6, 1, 'PJSIP/trunk-00000006'] as const };
    const [call] = toldOf([
      celOf(lines, [
        ...passed('12025550143'),
        [10.1, 'out', 'CHAN_START', { num: '', context: 'from-trunk' }],
        [15, 'out', 'ANSWER', { num: '12025550143', app: 'AppDial', data: '(Outgoing Line)' }],
        [15.01, 'out', 'BRIDGE_ENTER', bridge('b3')],
        [15.02, 'caller', 'BRIDGE_ENTER', { app: 'Dial', data: 'PJSIP/12025550143@trunk', ...bridge('b3') }],
        [39.9, 'out', 'HANGUP', hungUp(TRUNK)],
        ...gone,
      ]),
    ]);
    expect(call).toMatchObject({
      direction: 'inbound',
      outcome: 'answered',
      hangupSide: 'customer',
      endedAt: time(40),
    });
    expect(call?.legs).toMatchObject([{ ...first, transfer: { kind: 'blind', to: '12025550143' } }]);
  });

  it('to a queue waits there, and no queue was dialled', () => {
    const queue = { app: 'Queue', data: 'sales,tT,,,60' };
    const [call] = toldOf([
      celOf(LINES, [
        ...passed('600'),
        [10.1, 'caller', 'STREAM_BEGIN', { ...queue, ...moh(true) }],
        [10.2, 'c', 'CHAN_START', { num: '102' }],
        [14, 'c', 'ANSWER', { app: 'AppQueue', data: '(Outgoing Line)' }],
        [14.01, 'caller', 'STREAM_END', moh(false)],
        [14.02, 'c', 'BRIDGE_ENTER', bridge('b4')],
        [14.03, 'caller', 'BRIDGE_ENTER', bridge('b4')],
        [39.9, 'c', 'HANGUP', hungUp(TRUNK)],
        ...gone,
      ]),
      `1796040010|1796040000.1|sales|NONE|ENTERQUEUE||13800002046|1\n1796040014|1796040000.1|sales|PJSIP/102|CONNECT|4|1796040010.5|4\n1796040040|1796040000.1|sales|PJSIP/102|COMPLETECALLER|4|26|1`,
    ]);
    expect(call).toMatchObject({ queue: null, outcome: 'answered', answeredAt: time(3), hangupSide: 'customer' });
    expect(call?.legs).toMatchObject([
      { ...first, transfer: { kind: 'blind', to: '600' } },
      { kind: 'queue', queue: 'sales', extension: '600', outcome: 'answered', endedAt: time(14) },
      { kind: 'agent', extension: '102', outcome: 'answered', hangupSide: 'customer' },
    ]);
  });
});
