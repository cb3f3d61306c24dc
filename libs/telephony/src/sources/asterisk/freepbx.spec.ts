import { bridge, celOf, hungUp, time, toldOf, type Event, type Lines } from './shapes.fixture.js';

const TRUNK = 'PJSIP/carrier-0000001d';
const LINES: Lines = {
  caller: [715, 715, TRUNK],
  m1: [721, 715, 'Local/201@from-queue-00000009;1'],
  m2: [722, 715, 'Local/201@from-queue-00000009;2'],
  a: [727, 715, 'PJSIP/201-0000001e'],
  l1: [752, 715, 'Local/202@from-internal-0000000a;1'],
  l2: [754, 715, 'Local/202@from-internal-0000000a;2'],
  b: [761, 715, 'PJSIP/202-0000001f'],
};
const queued = { app: 'AppQueue', data: '(Outgoing Line)' };
const dialled = { app: 'AppDial', data: '(Outgoing Line)' };
const contact = (number: string) => ({
  app: 'Dial',
  data: `PJSIP/${number}/sip:${number}@192.0.2.176:57390,15,HhtrM(auto-blkvm)Ib(func-apply-sipheaders^s^1)`,
});
/** As FreePBX leads a caller through a queue to a member who asks a colleague by a feature code and passes the caller on; its tables have whole seconds. */
const TRANSFERRED: readonly Event[] = [
  [0, 'caller', 'CHAN_START', { num: '13800002046', exten: '507211748905', context: 'from-trunk' }],
  [0.1, 'caller', 'ANSWER', { exten: '401', context: 'ext-queues', app: 'Answer' }],
  [1, 'caller', 'APP_START', { app: 'Queue', data: '401,t,,,,,,,,' }],
  [1, 'm1', 'CHAN_START', { exten: '201', context: 'from-queue' }],
  [1, 'm2', 'CHAN_START', { exten: '201', context: 'from-queue' }],
  [1.5, 'a', 'CHAN_START', { num: '201', context: 'from-internal' }],
  [3, 'a', 'ANSWER', dialled],
  [3, 'm2', 'ANSWER', { ...contact('201'), num: '13800002046', exten: 's' }],
  [3, 'm1', 'ANSWER', { ...queued, num: '507211748905' }],
  [3, 'a', 'BRIDGE_ENTER', bridge('b201')],
  [3, 'm2', 'BRIDGE_ENTER', bridge('b201')],
  [3, 'm1', 'BRIDGE_ENTER', bridge('bext')],
  [3, 'caller', 'BRIDGE_ENTER', bridge('bext')],
  [12, 'l1', 'CHAN_START', { exten: '202', context: 'from-internal' }],
  [12, 'l2', 'CHAN_START', { exten: '202', context: 'from-internal' }],
  [12, 'l1', 'BRIDGE_ENTER', bridge('aside')],
  [12, 'a', 'BRIDGE_EXIT', bridge('b201')],
  [12, 'a', 'BRIDGE_ENTER', bridge('aside')],
  [13, 'b', 'CHAN_START', { num: '202', context: 'from-internal' }],
  [15, 'b', 'ANSWER', dialled],
  [16, 'l2', 'ANSWER', { ...contact('202'), num: '201' }],
  [16, 'l1', 'ANSWER', { num: '202' }],
  [16, 'b', 'BRIDGE_ENTER', bridge('b202')],
  [16, 'l2', 'BRIDGE_ENTER', bridge('b202')],
  [30, 'a', 'BRIDGE_EXIT', bridge('aside')],
  [30, 'l1', 'BRIDGE_EXIT', bridge('aside')],
  [30, 'l1', 'BRIDGE_ENTER', bridge('b201')],
  [
    30,
    'a',
    'ATTENDEDTRANSFER',
    {
      extra: {
        ...{ bridge1_id: 'b201', bridge2_id: 'aside', channel2_uniqueid: '1796040001.727' },
        ...{ transferee_channel_uniqueid: '1796040001.722', transfer_target_channel_uniqueid: 'N/A' },
      },
    },
  ],
  [30, 'a', 'HANGUP', hungUp()],
  [30, 'a', 'CHAN_END'],
  [41, 'b', 'BRIDGE_EXIT', bridge('b202')],
  [41, 'b', 'HANGUP', hungUp(TRUNK)],
  [41, 'm1', 'HANGUP', hungUp(TRUNK)],
  [41, 'm2', 'HANGUP', hungUp(TRUNK)],
  [41, 'caller', 'HANGUP', { app: '', data: '', exten: 'h', ...hungUp(TRUNK, 16, 'ANSWER') }],
  [41, 'caller', 'CHAN_END'],
];
const whole = (text: string): string => text.replace(/T(\d\d:\d\d:\d\d)\.\d+Z/g, ' $1');
const LOG = [
  '1796040001|1796040000.715|401|NONE|ENTERQUEUE||13800002046|1',
  '1796040003|1796040000.715|401|Andrea|CONNECT|2|1796040001.721|2',
  '1796040041|1796040000.715|401|Andrea|COMPLETECALLER|2|38|1',
].join('\n');

describe('a call through a queue of FreePBX, whose members are Local channels', () => {
  const told = toldOf([whole(celOf(LINES, TRANSFERRED)), LOG], {});

  it('is one call, which came in', () => {
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      ...{ direction: 'inbound', customer: '+8613800002046', queue: '401', outcome: 'answered' },
      ...{ startedAt: time(0), answeredAt: time(3), endedAt: time(41), hangupSide: 'customer' },
    });
    expect(told[0]).not.toHaveProperty('contradictions');
  });

  it('was passed on by the one who took it, and ended with the colleague', () => {
    expect(told[0]?.legs).toMatchObject([
      { kind: 'queue', queue: '401', outcome: 'answered', endedAt: time(3) },
      { kind: 'agent', extension: '201', endedAt: time(30), transfer: { kind: 'attended', to: '202' } },
      { kind: 'consult', extension: '202', outcome: 'answered', answeredAt: time(15), endedAt: time(30) },
      { kind: 'agent', extension: '202', outcome: 'answered', endedAt: time(41), hangupSide: 'customer' },
    ]);
  });
});

describe('a call for two telephones of one number, or of one that is in a call', () => {
  const both: Lines = {
    caller: LINES['caller']!,
    a: [2, 715, 'PJSIP/201-00000002'],
    other: [3, 3, 'PJSIP/carrier-00000003'],
  };

  it('rings a busy member, who is told apart from the call they are in', () => {
    const lines: Lines = { ...both, busy: [4, 3, 'PJSIP/201-00000004'] };
    const told = toldOf(
      [
        celOf(lines, [
          [0, 'caller', 'CHAN_START', { num: '13800002046', exten: '401', context: 'from-trunk' }],
          [0.1, 'a', 'CHAN_START', { num: '201' }],
          [3, 'a', 'ANSWER', queued],
          [3.01, 'caller', 'ANSWER', { app: 'Queue', data: '401,t' }],
          [3.02, 'a', 'BRIDGE_ENTER', bridge('b1')],
          [3.02, 'caller', 'BRIDGE_ENTER', bridge('b1')],
          [8, 'other', 'CHAN_START', { num: '13900001111', exten: '401', context: 'from-trunk' }],
          [8.1, 'other', 'ANSWER', { app: 'Queue', data: '401,t' }],
          [8.2, 'busy', 'CHAN_START', { num: '201' }],
          [8.3, 'busy', 'HANGUP', { ...queued, ...hungUp('PJSIP/201-00000004', 17) }],
          [20, 'other', 'HANGUP', { app: '', data: '', ...hungUp('PJSIP/carrier-00000003', 0, 'CANCEL') }],
          [30, 'a', 'HANGUP', hungUp(TRUNK)],
          [30.01, 'caller', 'HANGUP', { app: '', data: '', ...hungUp(TRUNK, 16) }],
        ]),
      ],
      { trunks: ['PJSIP/carrier'] },
    );
    expect(told).toMatchObject([
      { customer: '+8613800002046', outcome: 'answered', hangupSide: 'customer' },
      { customer: '+8613900001111', outcome: 'abandoned' },
    ]);
    expect(told.map(({ legs }) => legs.filter(({ kind }) => kind === 'agent'))).toMatchObject([
      [{ extension: '201', outcome: 'answered' }],
      [{ extension: '201', outcome: 'busy' }],
    ]);
  });

  it('is answered twice by an agent to whom it comes back', () => {
    const lines: Lines = { ...both, again: [5, 715, 'PJSIP/201-00000005'] };
    const [call, ...more] = toldOf(
      [
        celOf(lines, [
          [0, 'caller', 'CHAN_START', { num: '13800002046', exten: '201', context: 'from-trunk' }],
          [0.1, 'a', 'CHAN_START', { num: '201' }],
          [3, 'a', 'ANSWER', dialled],
          [3.01, 'caller', 'ANSWER', { app: 'Dial', data: 'PJSIP/201,20,tT' }],
          [3.02, 'a', 'BRIDGE_ENTER', bridge('b1')],
          [3.02, 'caller', 'BRIDGE_ENTER', bridge('b1')],
          [10, 'caller', 'BRIDGE_EXIT', { exten: '401', ...bridge('b1') }],
          [10.01, 'a', 'BLINDTRANSFER', { extra: { extension: '401', transferee_channel_uniqueid: '1796040000.715' } }],
          [10.02, 'a', 'HANGUP', hungUp()],
          [10.1, 'again', 'CHAN_START', { num: '201' }],
          [14, 'again', 'ANSWER', queued],
          [14.01, 'caller', 'BRIDGE_ENTER', { app: 'Queue', data: '401,t', ...bridge('b2') }],
          [14.01, 'again', 'BRIDGE_ENTER', bridge('b2')],
          [30, 'again', 'HANGUP', hungUp('PJSIP/201-00000005')],
          [30.01, 'caller', 'HANGUP', { app: '', data: '', ...hungUp('PJSIP/201-00000005', 16) }],
        ]),
      ],
      { trunks: ['PJSIP/carrier'] },
    );
    expect(more).toEqual([]);
    expect(call).toMatchObject({ outcome: 'answered', answeredAt: time(3), queue: null, hangupSide: 'agent' });
    expect(call?.legs.filter(({ kind }) => kind === 'agent')).toMatchObject([
      { extension: '201', answeredAt: time(3), endedAt: time(10.01), transfer: { kind: 'blind', to: '401' } },
      { extension: '201', answeredAt: time(14), endedAt: time(30), hangupSide: 'agent' },
    ]);
  });
});

describe('a call that was parked', () => {
  it('and taken back says nothing of its agents', () => {
    const lines: Lines = { ...LINES, back: [800, 800, 'PJSIP/202-00000020'] };
    const [call, ...more] = toldOf(
      [
        celOf(lines, [
          [0, 'caller', 'CHAN_START', { num: '13800002046', exten: '201', context: 'from-trunk' }],
          [0.1, 'a', 'CHAN_START', { num: '201' }],
          [3, 'a', 'ANSWER', dialled],
          [3.02, 'a', 'BRIDGE_ENTER', bridge('b1')],
          [3.02, 'caller', 'BRIDGE_ENTER', { app: 'Dial', data: 'PJSIP/201,20', ...bridge('b1') }],
          [10, 'caller', 'BRIDGE_EXIT', bridge('b1')],
          [10, 'caller', 'PARK_START', { extra: { parker_dial_string: 'PJSIP/201', parking_lot: 'default' } }],
          [10.01, 'a', 'HANGUP', hungUp()],
          [20, 'back', 'CHAN_START', { num: '202', exten: '701', context: 'from-internal' }],
          [20.1, 'back', 'ANSWER', { app: 'ParkedCall', data: 'default,701' }],
          [20.2, 'caller', 'PARK_END', { extra: { reason: 'ParkedCallUnparked' } }],
          [20.3, 'back', 'BRIDGE_ENTER', { linked: '715', ...bridge('b2') }],
          [20.3, 'caller', 'BRIDGE_ENTER', bridge('b2')],
          [40, 'back', 'HANGUP', hungUp('PJSIP/202-00000020')],
          [40.01, 'caller', 'HANGUP', { app: '', data: '', ...hungUp('PJSIP/202-00000020', 16) }],
        ]),
      ],
      { trunks: ['PJSIP/carrier'] },
    );
    expect(more).toEqual([]);
    expect(call).toMatchObject({ direction: 'inbound', startedAt: time(0), endedAt: time(40.01) });
    expect(call).toMatchObject({ outcome: null, hangupSide: null, legs: [] });
  });
});
