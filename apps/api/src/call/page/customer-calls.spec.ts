import { type CustomerCall } from '#contracts';
import { reachedLater } from './customer-calls.query.js';

type Given = Pick<CustomerCall, 'direction' | 'became'>;

/** Newest first, an hour apart. */
const after = (...calls: Given[]) =>
  reachedLater(
    calls.map((call, at) => ({
      ...{
        callId: `call ${at}`,
        startedAt: new Date(Date.UTC(2026, 2, 12, 12 - at)).toISOString(),
        stage: 'ended' as const,
      },
      ...{ agents: [], queues: [], promises: [], here: false },
      ...call,
    })),
  ).map(({ reachedBy }) => reachedBy && [reachedBy.callId, reachedBy.direction]);

describe('a call that reached no one', () => {
  it('tells the next call in which the customer was called back, or got through', () => {
    const missed: Given = { direction: 'inbound', became: 'missed' };
    expect(after({ direction: 'outbound', became: 'answered' }, missed)).toEqual([null, ['call 0', 'outbound']]);
    expect(after({ direction: 'inbound', became: 'answered' }, missed)).toEqual([null, ['call 0', 'inbound']]);
    expect(
      after({ direction: 'outbound', became: 'answered' }, { direction: 'outbound', became: 'answered' }, missed),
    ).toEqual([null, null, ['call 1', 'outbound']]);
  });
  it('tells none where no later call spoke with the customer, or what became of it is not known', () => {
    expect(after({ direction: 'outbound', became: 'missed' }, { direction: 'inbound', became: 'abandoned' })).toEqual([
      null,
      null,
    ]);
    expect(after({ direction: 'outbound', became: 'answered' }, { direction: 'inbound', became: 'unknown' })).toEqual([
      null,
      null,
    ]);
    expect(after({ direction: 'inbound', became: 'missed' }, { direction: 'outbound', became: 'answered' })).toEqual([
      null,
      null,
    ]);
  });
});
