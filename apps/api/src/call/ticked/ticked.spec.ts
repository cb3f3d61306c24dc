import { type TickedAct } from '#contracts';
import { whyNot, type TickedFacts } from './ticked.rules.js';

const scored: TickedFacts = {
  stage: 'scored',
  reached: new Set<TickedAct>([
    'assign',
    'request',
    'hold',
    'export',
    'retry',
    'swap',
    'side',
    'language',
    'set_aside',
  ]),
  ...{ recorded: true, scored: true, heard: true },
  ...{ own: false, twoChannels: true, sidesKnown: true, sidesOpen: false, waitsWhole: true },
};

describe('what can be done with a ticked call', () => {
  it.each([
    ['assign', {}, null],
    ['swap', {}, null],
    ['swap', { own: true }, 'own_call'],
    ['swap', { twoChannels: false, sidesKnown: false }, 'one_channel'],
    ['swap', { sidesKnown: false }, 'sides_unknown'],
    ['side', { sidesOpen: true }, null],
    ['side', {}, 'sides_known'],
    ['side', { own: true, sidesOpen: true }, 'own_call'],
    ['side', { twoChannels: false }, 'one_channel'],
    ['language', {}, null],
    ['language', { recorded: false }, 'no_recording'],
    ['set_aside', {}, null],
    ['set_aside', { waitsWhole: false }, 'does_not_wait'],
    ['set_aside', { own: true }, 'own_call'],
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
