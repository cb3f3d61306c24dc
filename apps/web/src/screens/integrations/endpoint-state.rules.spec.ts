import { describe, expect, it } from '@jest/globals';
import { hostOf, needsPerson, stateOf } from './endpoint-state.rules.js';

const active = { state: 'active', pauseReason: null, failingSince: null, lastDeliveredAt: null } as const;
const then = '2026-03-12T06:02:00Z';

describe('the state of an endpoint', () => {
  it.each([
    ['new', active, false],
    ['well', { ...active, lastDeliveredAt: then }, false],
    ['failing', { ...active, lastDeliveredAt: then, failingSince: then }, true],
    ['paused_by_person', { ...active, state: 'paused', pauseReason: 'by_person', failingSince: then }, false],
    ['paused_gone', { ...active, state: 'paused', pauseReason: 'gone' }, true],
    ['paused_failing', { ...active, state: 'paused', pauseReason: 'failing' }, true],
  ] as const)('%s', (state, endpoint, alarming) => {
    expect(stateOf(endpoint)).toBe(state);
    expect(needsPerson(state)).toBe(alarming);
  });
});

it('shortens an address to its host', () => {
  expect(hostOf('https://hooks.example.com:8443/a?b=c')).toBe('hooks.example.com:8443');
  expect(hostOf('hooks')).toBe('hooks');
});
