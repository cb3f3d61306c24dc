import {
  bridge,
  celOf,
  HOUSE,
  hungUp,
  idOf,
  LINES,
  TALK,
  time,
  toldOf,
  TRUNK,
  type Event,
  type Lines,
} from './shapes.fixture.js';

describe('a group of telephones that ring together', () => {
  const rest: readonly Event[] = [
    [30, 'a', 'HANGUP', hungUp(TRUNK)],
    [30.01, 'caller', 'HANGUP', { app: '', data: '', ...hungUp(TRUNK, 16, 'ANSWER') }],
  ];

  it('is taken by one, and the others were not answered', () => {
    const [call] = toldOf([
      celOf(LINES, [
        ...TALK.slice(0, 2),
        [0.02, 'c', 'CHAN_START', { num: '102' }],
        ...TALK.slice(2, 4),
        [3.015, 'c', 'HANGUP', { app: 'AppDial', data: '(Outgoing Line)', ...hungUp('', 26) }],
        ...TALK.slice(4),
        ...rest,
      ]),
    ]);
    expect(call).toMatchObject({
      direction: 'inbound',
      outcome: 'answered',
      answeredAt: time(3),
      hangupSide: 'customer',
    });
    expect(call?.legs).toMatchObject([
      { extension: '101', outcome: 'answered', ringSeconds: 2.99 },
      { extension: '102', outcome: 'no_answer', endedAt: time(3.015) },
    ]);
  });

  it('that two picked up at once is taken by the one who was connected', () => {
    const [call] = toldOf([
      celOf(LINES, [
        ...TALK.slice(0, 2),
        [0.02, 'c', 'CHAN_START', { num: '102' }],
        ...TALK.slice(2),
        [3.02, 'c', 'ANSWER', { app: 'AppDial', data: '(Outgoing Line)' }],
        [3.04, 'c', 'HANGUP', hungUp('', 26)],
        ...rest,
      ]),
    ]);
    expect(call?.legs).toMatchObject([
      { extension: '101', outcome: 'answered' },
      { extension: '102', outcome: null, answeredAt: null },
    ]);
  });

  const LOCAL: Lines = {
    caller: [1, 1, TRUNK],
    m1: [2, 1, 'Local/101@from-internal-00000001;1'],
    m2: [3, 1, 'Local/101@from-internal-00000001;2'],
    n1: [4, 1, 'Local/FMPR-102@from-internal-00000002;1'],
    n2: [5, 1, 'Local/FMPR-102@from-internal-00000002;2'],
    a: [6, 1, 'PJSIP/101-00000002'],
    c: [7, 1, 'PJSIP/102-00000003'],
    mobile: [8, 1, 'PJSIP/trunk-00000004'],
  };
  const through = (number: string) => ({
    app: 'Dial',
    data: `PJSIP/${number}/sip:${number}@192.0.2.7:5060,20,HhtrIb(f)`,
  });
  const rung: readonly Event[] = [
    [0, 'caller', 'CHAN_START', { num: '13800002046', exten: '600', context: 'from-trunk' }],
    [0.1, 'm1', 'CHAN_START', { exten: '101', context: 'from-internal' }],
    [0.1, 'm2', 'CHAN_START', { exten: '101', context: 'from-internal' }],
    [0.1, 'n1', 'CHAN_START', { exten: 'FMPR-102', context: 'from-internal' }],
    [0.1, 'n2', 'CHAN_START', { exten: 'FMPR-102', context: 'from-internal' }],
    [0.3, 'a', 'CHAN_START', { num: '101', context: 'from-internal' }],
    [0.4, 'c', 'CHAN_START', { num: '102', context: 'from-internal' }],
  ];
  const house = { ...HOUSE, endpoints: [], trunks: [] };

  it('by Local channels, as FreePBX has them, is the same', () => {
    const [call, ...more] = toldOf(
      [
        celOf(LOCAL, [
          ...rung,
          [3, 'a', 'ANSWER', { app: 'AppDial', data: '(Outgoing Line)' }],
          [3.01, 'm2', 'ANSWER', through('101')],
          [3.02, 'm1', 'ANSWER', { app: 'AppDial', data: '(Outgoing Line)' }],
          [
            3.03,
            'caller',
            'ANSWER',
            { app: 'Dial', data: 'Local/101@from-internal&Local/FMPR-102@from-internal,20,tT' },
          ],
          [3.04, 'a', 'BRIDGE_ENTER', bridge('near')],
          [3.04, 'm2', 'BRIDGE_ENTER', bridge('near')],
          [3.05, 'm1', 'BRIDGE_ENTER', bridge('far')],
          [3.05, 'caller', 'BRIDGE_ENTER', bridge('far')],
          [3.06, 'n1', 'HANGUP', { app: 'AppDial', data: '(Outgoing Line)', ...hungUp('', 26) }],
          [3.07, 'c', 'HANGUP', { app: 'AppDial', data: '(Outgoing Line)', ...hungUp('', 26) }],
          [3.08, 'n2', 'HANGUP', { ...through('102'), ...hungUp('', 0, 'CANCEL') }],
          [30, 'a', 'HANGUP', hungUp('PJSIP/101-00000002')],
          [30, 'm2', 'HANGUP', hungUp('PJSIP/101-00000002', 16, 'ANSWER')],
          [30, 'm1', 'HANGUP', hungUp('PJSIP/101-00000002')],
          [30.01, 'caller', 'HANGUP', { app: '', data: '', ...hungUp('PJSIP/101-00000002', 16, 'ANSWER') }],
        ]),
      ],
      house,
    );
    expect(more).toEqual([]);
    expect(call).toMatchObject({ direction: 'inbound', outcome: 'answered', answeredAt: time(3), hangupSide: 'agent' });
    expect(call?.legs).toMatchObject([
      { kind: 'agent', extension: '101', outcome: 'answered', ringSeconds: 2.7, transfer: null },
      { kind: 'agent', extension: '102', outcome: 'no_answer' },
    ]);
  });

  it('that follows an agent to a telephone outside says not whether a person took it', () => {
    const [call] = toldOf([
      celOf(LOCAL, [
        ...rung.filter(([, channel]) => channel !== 'c'),
        [0.5, 'mobile', 'CHAN_START', { num: '', context: 'from-trunk' }],
        [5, 'mobile', 'ANSWER', { num: '13900001111', app: 'AppDial', data: '(Outgoing Line)' }],
        [5.01, 'n2', 'ANSWER', { app: 'Dial', data: 'PJSIP/13900001111@trunk,300,T' }],
        [5.02, 'n1', 'ANSWER', { app: 'AppDial', data: '(Outgoing Line)' }],
        [5.03, 'mobile', 'BRIDGE_ENTER', bridge('near')],
        [5.03, 'n2', 'BRIDGE_ENTER', bridge('near')],
        [5.04, 'n1', 'BRIDGE_ENTER', bridge('far')],
        [5.04, 'caller', 'BRIDGE_ENTER', { app: 'Dial', data: 'Local/101@from-internal&…', ...bridge('far') }],
        [5.05, 'a', 'HANGUP', { app: 'AppDial', data: '(Outgoing Line)', ...hungUp('', 26) }],
        [30, 'caller', 'HANGUP', { app: '', data: '', ...hungUp(TRUNK, 16, 'ANSWER') }],
        [30.01, 'mobile', 'HANGUP', hungUp(TRUNK)],
      ]),
    ]);
    expect(call).toMatchObject({ direction: 'inbound', customer: '+8613800002046', outcome: null });
    expect(call?.legs).toMatchObject([{ kind: 'agent', extension: '101', outcome: 'no_answer' }]);
  });
});

describe('a call that a program began', () => {
  const agentFirst = (number: string, status: string): Event[] => [
    [0, 'a', 'CHAN_START', { num: '101', exten: 's' }],
    [4, 'a', 'ANSWER', { app: 'AppDial2', data: '(Outgoing Line)', exten: '' }],
    [4.1, 'out', 'CHAN_START', { num: '', context: 'from-trunk' }],
    ...(status === 'ANSWER'
      ? ([
          [9, 'out', 'ANSWER', { num: number, app: 'AppDial', data: '(Outgoing Line)' }],
          [9.01, 'out', 'BRIDGE_ENTER', bridge('b1')],
          [9.02, 'a', 'BRIDGE_ENTER', { app: 'Dial', data: `PJSIP/${number}@trunk,60`, ...bridge('b1') }],
        ] as Event[])
      : []),
    [
      30,
      'out',
      'HANGUP',
      { num: number, app: 'AppDial', ...hungUp(status === 'ANSWER' ? 'PJSIP/trunk-00000002' : '', 16) },
    ],
    [
      30.01,
      'a',
      'HANGUP',
      { app: '', data: '', ...hungUp(status === 'ANSWER' ? 'PJSIP/trunk-00000002' : '', 16, status) },
    ],
  ];
  const lines: Lines = { a: [1, 1, 'PJSIP/101-00000001'], out: [2, 1, 'PJSIP/trunk-00000002'] };

  it('rings the agent first, and then dials', () => {
    const [call] = toldOf([celOf(lines, agentFirst('13900001111', 'ANSWER'))]);
    expect(call).toMatchObject({
      ...{ direction: 'outbound', customer: '+8613900001111', outcome: 'answered', answeredAt: time(9) },
      ...{ startedAt: time(0), endedAt: time(30), hangupSide: 'customer' },
    });
    expect(call?.legs).toMatchObject([
      { kind: 'agent', extension: '101', ringSeconds: 4, answeredAt: null, endedAt: time(30.01) },
    ]);
  });

  it('of which the agent was not there is no call of a customer', () => {
    const [call] = toldOf([
      celOf(lines, [
        [0, 'a', 'CHAN_START', { num: '101', exten: 's' }],
        [20, 'a', 'HANGUP', { app: 'AppDial2', data: '(Outgoing Line)', ...hungUp('', 0) }],
      ]),
    ]);
    expect(call).toMatchObject({ direction: null, outcome: null, hangupSide: null, customer: null });
  });

  it('rings the customer first: no one called in', () => {
    const [call] = toldOf([
      celOf({ out: [1, 1, TRUNK], a: [2, 1, 'PJSIP/101-00000002'] }, [
        [0, 'out', 'CHAN_START', { num: '', exten: 's', context: 'from-trunk' }],
        [6, 'out', 'ANSWER', { num: '13900001111', app: 'AppDial2', data: '(Outgoing Line)' }],
        [6.1, 'a', 'CHAN_START', { num: '101' }],
        [9, 'a', 'ANSWER', { app: 'AppDial', data: '(Outgoing Line)' }],
        [9.01, 'a', 'BRIDGE_ENTER', bridge('b1')],
        [9.02, 'out', 'BRIDGE_ENTER', { app: 'Dial', data: 'PJSIP/101,60', ...bridge('b1') }],
        [30, 'a', 'HANGUP', hungUp(TRUNK)],
        [30.01, 'out', 'HANGUP', { app: '', data: '', ...hungUp(TRUNK, 16, 'ANSWER') }],
      ]),
    ]);
    expect(call?.['direction']).not.toBe('inbound');
    expect(call).toMatchObject({ outcome: null, hangupSide: null, queue: null });
  });

  it('rings the agent by a Local channel', () => {
    const local: Lines = {
      one: [1, 1, 'Local/101@from-internal-00000001;1'],
      two: [2, 1, 'Local/101@from-internal-00000001;2'],
      a: [3, 1, 'PJSIP/101-00000001'],
      out: [4, 1, 'PJSIP/trunk-00000002'],
    };
    const [call] = toldOf([
      celOf(local, [
        [0, 'one', 'CHAN_START', { exten: '101' }],
        [0, 'two', 'CHAN_START', { exten: '101' }],
        [0.1, 'a', 'CHAN_START', { num: '101' }],
        [4, 'a', 'ANSWER', { app: 'AppDial', data: '(Outgoing Line)' }],
        [4.01, 'two', 'ANSWER', { app: 'Dial', data: 'PJSIP/101,20' }],
        [4.02, 'one', 'ANSWER', { app: 'AppDial2', data: '(Outgoing Line)' }],
        [4.1, 'out', 'CHAN_START', { num: '', context: 'from-trunk' }],
        [9, 'out', 'ANSWER', { num: '13900001111', app: 'AppDial', data: '(Outgoing Line)' }],
        [30, 'out', 'HANGUP', hungUp('PJSIP/trunk-00000002')],
        [30.01, 'one', 'HANGUP', { app: '', data: '', ...hungUp('PJSIP/trunk-00000002', 16, 'ANSWER') }],
        [30.01, 'two', 'HANGUP', hungUp('PJSIP/trunk-00000002', 16, 'ANSWER')],
        [30.02, 'a', 'HANGUP', hungUp('PJSIP/trunk-00000002')],
      ]),
    ]);
    expect(call?.['direction']).not.toBe('inbound');
    expect(call?.legs).toMatchObject([{ kind: 'agent', extension: '101', ringSeconds: 3.9, hangupSide: null }]);
  });
});

describe('the queue_log alone', () => {
  it('takes a consultation in a queue, which it knows by another id, for no call', () => {
    const told = toldOf([
      [
        `1796040003|1796040000.1|1501|NONE|ENTERQUEUE||13800002046|1`,
        `1796040012|1796040000.1|1501|PJSIP/101|CONNECT|9|1796040003.2|8`,
        `1796040090|${idOf(7, 90)}|1509|NONE|ENTERQUEUE||101|1`,
        `1796040091|${idOf(7, 90)}|1501|PJSIP/101|ATTENDEDTRANSFER|APP|Queue|9|79|1`,
        `1796040097|1796040000.1|1509|PJSIP/102|CONNECT|7|1796040090.8|6`,
        `1796040200|1796040000.1|1509|PJSIP/102|COMPLETEAGENT|7|103|1`,
      ].join('\n'),
    ]);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ outcome: 'answered', hangupSide: 'agent' });
  });
});
