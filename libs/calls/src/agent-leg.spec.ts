import { agentLeg, directionOf } from './agent-leg.js';
import { type Call } from './call.entity.js';
import { type Leg } from './leg.entity.js';

const leg = (given: Partial<Leg>) => ({ id: 'l', personId: 'p', teamId: 't', ...given }) as Leg;

it('takes a leg of a known agent, and no other', () => {
  expect(agentLeg(leg({})).personId).toBe('p');
  expect(() => agentLeg(leg({ personId: null }))).toThrow(RangeError);
  expect(() => agentLeg(leg({ teamId: null }))).toThrow(RangeError);
});

it('takes a call with a direction, and no other', () => {
  expect(directionOf({ id: 'c', direction: 'inbound' } as Call)).toBe('inbound');
  expect(() => directionOf({ id: 'c', direction: null } as Call)).toThrow(RangeError);
});
