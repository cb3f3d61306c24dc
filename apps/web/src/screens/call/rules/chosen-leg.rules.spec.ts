import { describe, expect, it } from '@jest/globals';
import type { CallDetail } from '#contracts';
import { filtersFrom } from '../../calls/filters.rules.js';
import { isHeard, legOf, requestOf, spokeFor } from './chosen-leg.rules.js';

const agent = {} as NonNullable<CallDetail['agent']>;
const call = (
  stage: CallDetail['stage'],
  agents: boolean[],
  recorded: number[],
  numbers = agents.map((_, at) => at + 1),
) => ({
  stage,
  legs: agents.map((known, at) => ({ legId: `leg ${at}`, number: numbers[at]!, agent: known ? agent : null })),
  recordings: recorded.map((at) => ({ legId: `leg ${at}` }) as CallDetail['recordings'][number]),
});

describe('the leg that is looked at', () => {
  it('is the one of the address, by its number in the call', () => {
    expect(legOf(call('scored', [true, true], [0, 1], [1, 3]), '3')).toBe(1);
    expect(legOf(call('scored', [true, true], [0, 1], [1, 3]), '2')).toBe(0);
  });
  it('is the first that was recorded, else the first whose agent is known', () => {
    expect(legOf(call('scored', [false, true, true], [2]), null)).toBe(2);
    expect(legOf(call('ended', [false, true], []), null)).toBe(1);
    expect(legOf(call('ended', [false], []), null)).toBe(0);
  });
});

it('a leg is heard where it was recorded, or where a recording may come', () => {
  expect(isHeard(call('scored', [false, true, true], [2]), 2)).toBe(true);
  expect(isHeard(call('scored', [false, true, true], [2]), 1)).toBe(false);
  expect(isHeard(call('known', [true], []), 0)).toBe(true);
  expect(isHeard(call('ended', [true], []), 0)).toBe(false);
});

it('a queue speaks for no time', () => {
  const times = { answeredAt: '2026-03-12T06:00:00Z', endedAt: '2026-03-12T06:01:00Z' };
  expect(spokeFor({ ...times, kind: 'agent' })).toBe(60_000);
  expect(spokeFor({ ...times, kind: 'queue' })).toBeNull();
  expect(spokeFor({ ...times, answeredAt: null, kind: 'agent' })).toBeNull();
});

it('asks for the recordings of this call with this agent, whatever day it was', () => {
  const [callId, agentId] = ['0199c0de-0000-7000-8000-000000000001', '0199c0de-0000-7000-8000-000000000002'];
  const { searchParams } = new URL(requestOf(callId, agentId), 'http://here');
  expect(filtersFrom(searchParams)).toEqual({ call: callId, agent: agentId });
});
