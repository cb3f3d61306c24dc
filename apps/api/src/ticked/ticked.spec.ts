import { type TickedAct } from '#contracts';
import { whyNot, type TickedFacts } from './ticked.rules.js';

const scored: TickedFacts = {
  stage: 'scored',
  reached: new Set<TickedAct>(['assign', 'request', 'hold', 'export', 'retry']),
  ...{ recorded: true, scored: true, heard: true },
};

describe('what can be done with a ticked call', () => {
  it.each([
    ['assign', {}, null],
    ['assign', { scored: false, heard: false }, 'not_scored'],
    ['assign', { heard: false }, 'no_sound'],
    ['retry', {}, 'nothing_to_retry'],
    ['retry', { stage: 'needs_attention' }, null],
    ['retry', { stage: 'given_up' }, null],
    ['request', { recorded: false }, 'no_recording'],
    ['hold', { stage: 'destroyed' }, 'destroyed'],
    ['hold', { stage: 'not_recorded' }, null],
    ['export', { stage: 'destroyed' }, null],
    ['export', { reached: new Set<TickedAct>(['hold']) }, 'out_of_reach'],
  ] as const)('%s, where %j', (act, facts, because) => {
    expect(whyNot(act, { ...scored, ...facts })).toBe(because);
  });

  it('is nothing with one that the asker does not see', () => {
    expect(whyNot('export', null)).toBe('not_there');
  });
});
