import { remarkOn } from './hear.js';

describe('what is said about who speaks', () => {
  it('is that the channels seem swapped, whatever else is known', () => {
    expect(remarkOn({ doubted: 'right' })).toMatch(
      /^what agents say is heard on the other channel than --agent right: /,
    );
  });

  it('is nothing where each has a channel', () => {
    expect(remarkOn({})).toBeUndefined();
  });

  it.each([
    ['alike', 'no two voices that can be told apart'],
    ['too_few_times', 'too few times of words'],
    ['too_long', 'longer than two hours'],
    ['not_installed', 'is not installed'],
    ['failed', 'telling its voices apart failed'],
  ] as const)('is why voices are not told apart: %s', (voices, why) => {
    expect(remarkOn({ voices })).toMatch(/^one channel, .*: what depends on the speaker is left open$/);
    expect(remarkOn({ voices })).toContain(why);
  });

  it('is whether two voices in one channel tell the agent', () => {
    const voices = 'told_apart';
    expect(remarkOn({ voices }, ['agent', 'customer'])).toBe(
      'one channel with two voices; their words tell which is the agent',
    );
    expect(remarkOn({ voices }, ['agent', null])).toMatch(/it is not sure which is the agent: /);
  });
});
