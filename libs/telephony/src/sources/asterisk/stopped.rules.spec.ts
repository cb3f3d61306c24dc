import { type Channel, type CelEvent } from './channels.rules.js';
import { stoppedAs } from './stopped.rules.js';

const end = (at: number, source: string) => ({
  type: 'HANGUP',
  at,
  extra: { hangupsource: source, hangupcause: '16' },
});
const channel = (name: string, at: number, source: string) =>
  ({ name, end: end(at, source) }) as unknown as Channel & { end: CelEvent };

describe('a telephone that was not picked up', () => {
  const CALLER = 'PJSIP/trunk-1';
  const came = (phoneAt: number, callerAt: number) =>
    stoppedAs({ events: [] }, channel('PJSIP/2001-2', phoneAt, ''), channel(CALLER, callerAt, CALLER));

  it('stopped with the caller who gave up, or rang out before', () => {
    expect([came(5_120, 5_004), came(5_120, 7_400)]).toEqual(['abandoned', 'no_answer']);
  });

  it('leaves open, where the clock counts whole seconds, which of neighbouring ones it was', () => {
    expect([came(6_000, 6_000), came(6_000, 5_000), came(6_000, 8_000)]).toEqual(['abandoned', undefined, 'no_answer']);
  });
});
