import { talksOf, type TalkFacts } from './talks.rules.js';

type State = Parameters<typeof talksOf>[0];
const CUSTOMER = '13800002046';
const PERSONS = new Map([
  ['8001', 'wang'],
  ['8002', 'li'],
  ['8009', 'wang'],
]);

/** Who is told on each stream from when on, seconds; '-' is no one, null a stream that is not there. */
function session(...told: [number, ...(string | null)[]][]): State {
  const plans = told.map(([at, ...who]) => ({
    at: at * 1000,
    streams: who.flatMap((one, mediaIndex) => (one === null ? [] : [{ mediaIndex, label: String(mediaIndex) }])),
    parties: who.flatMap((one, label) => {
      const extension = one === '-' ? null : one;
      const aor = extension && `sip:${extension}@pbx`;
      return one === null ? [] : [{ label: String(label), role: 'unknown' as const, aor, name: null, extension }];
    }),
  }));
  return { beganAt: 0, plans } as unknown as State;
}

const talks = (state: State, facts: Partial<TalkFacts> = {}) =>
  talksOf(state, { personOf: (one) => PERSONS.get(one) ?? null, isHeard: () => true, ...facts }).map((talk) => [
    ...[talk.extension, talk.fromMs / 1000, talk.toMs / 1000, talk.streams.join()],
    talk.parties.map(({ role }) => role[0]).join(''),
  ]);

describe('the talks of a session', () => {
  it('is the whole where one agent is told', () =>
    expect(talks(session([0, CUSTOMER, '8001']))).toEqual([['8001', 0, Infinity, '1,0', 'ac']]));

  it('are cut where another agent is told, each with the customer', () =>
    expect(talks(session([0, CUSTOMER, '8001'], [30, CUSTOMER, '8002'], [60, CUSTOMER, '8001']))).toEqual([
      ['8001', 0, 30, '1,0', 'ac'],
      ['8002', 30, 60, '1,0', 'ac'],
      ['8001', 60, Infinity, '1,0', 'ac'],
    ]));

  it('are cut where the same person goes on at another telephone', () =>
    expect(talks(session([0, CUSTOMER, '8001'], [30, CUSTOMER, '8009'])).map(([who]) => who)).toEqual([
      '8001',
      '8009',
    ]));

  it('overlap where two agents are told at once, each with their own stream alone', () =>
    expect(
      talks(session([0, CUSTOMER, '8001', null], [20, CUSTOMER, '8001', '8002'], [40, CUSTOMER, null, '8002'])),
    ).toEqual([
      ['8001', 0, 40, '1,0', 'ac'],
      ['8002', 20, Infinity, '2,0', 'ac'],
    ]));

  it('have a place for who is not known: from another telephone on, it is no agent that is known', () =>
    expect(talks(session([0, CUSTOMER, '8001'], [30, CUSTOMER, '8777']))).toEqual([
      ['8001', 0, 30, '1,0', 'ac'],
      ['8777', 30, Infinity, '1,0', 'uu'],
    ]));

  it('go on where no one is told for a while, and between two agents that is no one’s', () => {
    const untold = session([0, '-', '-'], [1, CUSTOMER, '8001'], [9, '-', '-'], [11, CUSTOMER, '8001'], [20, '-', '-']);
    expect(talks(untold)).toEqual([['8001', 0, Infinity, '1,0', 'ac']]);
    expect(talks(session([0, CUSTOMER, '8001'], [9, CUSTOMER, '-'], [11, CUSTOMER, '8002']))).toEqual([
      ['8001', 0, 9, '1,0', 'ac'],
      [null, 9, 11, '1,0', 'uu'],
      ['8002', 11, Infinity, '1,0', 'ac'],
    ]);
  });

  it('are not of an agent who was told of and not heard, nor does another get that time', () => {
    const isHeard = (index: number, from: number) => index === 0 || from >= 30_000;
    expect(talks(session([0, CUSTOMER, '8001'], [30, CUSTOMER, '8002']), { isHeard })).toEqual([
      ['8002', 30, Infinity, '1,0', 'ac'],
    ]);
  });

  it.each([
    ['no one of ours is told', session([0, CUSTOMER, '8777'])],
    ['nothing is told', session([0, '-', '-'])],
    ['agents talk to each other', session([0, '8001', '8002'])],
    ['one person is told on two streams', session([0, CUSTOMER, '8001', '8009'])],
  ])('is one of an agent who is not known where %s', (_name, state) => {
    const found = talksOf(state, { personOf: (one) => PERSONS.get(one) ?? null, isHeard: () => true });
    expect(found).toMatchObject([{ fromMs: 0, toMs: Infinity, extension: null }]);
    expect(found[0]!.parties.every(({ role }) => role === 'unknown')).toBe(true);
  });
});
