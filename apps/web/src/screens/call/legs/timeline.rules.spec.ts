import { describe, expect, it } from '@jest/globals';
import type { Leg } from '#contracts';
import { secondsOf, spansOf, ticksOf, timelineOf } from './timeline.rules.js';
import { tellsMore } from '../rules/chosen-leg.rules.js';

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 12, 6, 0, seconds)).toISOString();

/** An agent's leg of which nothing is told but what is given. */
const leg = (over: Partial<Leg>): Leg =>
  ({
    ...{ legId: 'leg', number: 1, kind: 'agent', outcome: null, extension: null, agent: null, team: null, queue: null },
    ...{ queueSeconds: null, beganAt: null, alertedAt: null, answeredAt: null, endedAt: null, ringSeconds: null },
    ...{ answeredOnRing: null, hangupParty: null, transfer: null, transferredTo: null, consulted: null, holds: null },
    holdSpans: [],
    ...over,
  }) as Leg;

const told = (over: Partial<Leg>) =>
  spansOf(leg(over)).map(({ kind, from, to }) => [
    kind,
    (from - Date.parse(at(0))) / 1000,
    (to - Date.parse(at(0))) / 1000,
  ]);

describe('a leg on the axis', () => {
  it('waits in a queue until it is answered, given up, or as long as is told', () => {
    expect(told({ kind: 'queue', beganAt: at(0), answeredAt: at(12), endedAt: at(90) })).toEqual([['queue', 0, 12]]);
    expect(told({ kind: 'queue', beganAt: at(0), endedAt: at(40) })).toEqual([['queue', 0, 40]]);
    expect(told({ kind: 'queue', beganAt: at(0), queueSeconds: 7 })).toEqual([['queue', 0, 7]]);
    expect(told({ kind: 'ivr', beganAt: at(0), endedAt: at(5) })).toEqual([['menu', 0, 5]]);
  });
  it('rings, talks and holds', () => {
    const holds: Leg['holds'] = [[at(30), at(50)]];
    expect(told({ beganAt: at(2), ringSeconds: 8, answeredAt: at(10), endedAt: at(70), holds })).toEqual([
      ['ring', 2, 10],
      ['talk', 10, 30],
      ['hold', 30, 50],
      ['talk', 50, 70],
    ]);
    expect(told({ alertedAt: at(3), ringSeconds: 20, endedAt: at(23), beganAt: at(3) })).toEqual([['ring', 3, 23]]);
  });
  it('puts the queue of an upload before its ringing', () => {
    expect(told({ queueSeconds: 4, alertedAt: at(4), answeredAt: at(10), ringSeconds: 6, endedAt: at(20) })).toEqual([
      ['queue', 0, 4],
      ['ring', 4, 10],
      ['talk', 10, 20],
    ]);
  });
  it('tells no ringing of an agent who dialled, and nothing of what has one time', () => {
    expect(told({ beganAt: at(0), answeredAt: at(9), endedAt: at(20) })).toEqual([
      ['untold', 0, 9],
      ['talk', 9, 20],
    ]);
    expect(told({ beganAt: at(0), ringSeconds: 0, answeredAt: at(0), endedAt: at(5) })).toEqual([['talk', 0, 5]]);
    expect(told({ answeredAt: at(9) })).toEqual([]);
  });
});

describe('the axis of a call', () => {
  const first = leg({
    ...{ legId: 'first', answeredAt: at(5), endedAt: at(30), transfer: 'blind' },
    transferredTo: { target: '3071', toLegId: 'second', unseen: false },
  });
  const second = leg({
    legId: 'second',
    number: 2,
    beganAt: at(31),
    ringSeconds: 4,
    answeredAt: at(35),
    endedAt: at(60),
  });

  it('runs from the beginning of the call to the last end, and leads from leg to leg', () => {
    const axis = timelineOf({ startedAt: at(0), legs: [first, second] })!;
    expect([axis.from, axis.to]).toEqual([Date.parse(at(0)), Date.parse(at(60))]);
    expect(axis.legs.map(({ passedOn }) => passedOn)).toEqual([{ at: Date.parse(at(30)), row: 1 }, null]);
    expect(secondsOf(axis.legs[1]!.spans, 'ring')).toBe(4);
  });
  it('draws a wait once, in the leg of its queue', () => {
    const queue = leg({ legId: 'queue', kind: 'queue', beganAt: at(1), answeredAt: at(31) });
    const agent = { ...second, queueSeconds: 30 };
    const axis = timelineOf({ startedAt: at(0), legs: [queue, agent] })!;
    expect(axis.legs.map(({ spans }) => spans.map(({ kind }) => kind))).toEqual([['queue'], ['ring', 'talk']]);
    expect(axis.from).toBe(Date.parse(at(0)));
  });
  it('leads nowhere where the next leg is not seen', () => {
    const unseen = { ...first, transferredTo: { target: null, toLegId: null, unseen: true } };
    expect(timelineOf({ startedAt: at(0), legs: [unseen] })!.legs[0]!.passedOn).toEqual({
      at: Date.parse(at(30)),
      row: null,
    });
  });
  it('is none where no leg has two times', () => {
    expect(timelineOf({ startedAt: at(0), legs: [leg({ answeredAt: at(3) })] })).toBeNull();
  });
  it('is shown where it tells more than a simple call', () => {
    expect(tellsMore({ legs: [leg({ queueSeconds: 4 })] })).toBe(false);
    expect(tellsMore({ legs: [leg({ queueSeconds: 4, beganAt: at(4) })] })).toBe(true);
    expect(tellsMore({ legs: [leg({ holds: [[at(1), at(2)]] })] })).toBe(true);
    expect(tellsMore({ legs: [leg({ kind: 'queue' })] })).toBe(true);
    expect(tellsMore({ legs: [first, second] })).toBe(true);
  });
  it('has few marks, on whole steps', () => {
    const marks = ticksOf({ from: 0, to: 125_000 }, 6);
    expect(marks.map((mark) => mark / 1000)).toEqual([0, 30, 60, 90, 120]);
  });
});
