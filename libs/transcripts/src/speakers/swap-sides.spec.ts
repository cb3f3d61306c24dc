import type { Speaker, Transcript } from '#contracts';
import { setAgentChannel, swapSides } from './swap-sides.rules.js';
import { unassignedChannels } from './doubt-channels.rules.js';

const words = (...speakers: Speaker[]): Transcript => ({
  ...{ format: 'shouwen.transcript/1', language: 'en', durationMs: 9000, channels: 2, unreliable: [] },
  engine: { name: 'faster-whisper', version: '1', model: 'whisper-base' },
  turns: speakers.map((speaker, index) => ({
    ...{ index, speaker, text: `turn ${index}`, fromMs: index * 1000, toMs: index * 1000 + 900, words: [] },
  })),
});
const sidesOf = (found: ReturnType<typeof swapSides>) =>
  found && {
    agentChannel: found.agentChannel,
    turns: found.transcript.turns.map(({ speaker, label }) => `${speaker} ${label}`),
    named: found.transcript.named,
  };

describe('sides that were sent the wrong way round', () => {
  it('give every turn the other speaker, and the agent the other channel', () => {
    const swapped = swapSides(words('agent', 'customer', 'agent'), 'left');
    expect(sidesOf(swapped)).toEqual({
      ...{ agentChannel: 'right', named: 'person' },
      turns: ['customer left', 'agent right', 'customer left'],
    });
    // Once more, and all is as before.
    expect(sidesOf(swapSides(swapped!.transcript, 'right'))).toMatchObject({
      ...{ agentChannel: 'left', turns: ['agent left', 'customer right', 'agent left'] },
    });
  });

  it('that were in doubt are the other way round than they were sent', () => {
    const { transcript } = unassignedChannels(words('agent', 'customer'));
    const swapped = swapSides({ ...transcript, doubted: 'left' }, null);
    expect(sidesOf(swapped)).toMatchObject({ agentChannel: 'right', turns: ['customer left', 'agent right'] });
    expect(swapped?.transcript.doubted).toBeUndefined();
    expect(swapped?.roles).toEqual(['customer', 'agent']);
  });

  it('are none where it was never said whose channel is whose, or there is one', () => {
    expect(swapSides(unassignedChannels(words('agent', 'customer')).transcript, null)).toBeNull();
    expect(swapSides({ ...words('agent', 'customer'), channels: 1 }, 'left')).toBeNull();
  });

  it('that were never said are named by the channel that a person says', () => {
    const { transcript } = unassignedChannels(words('agent', 'customer'));
    expect(sidesOf(setAgentChannel({ ...transcript, doubted: 'left' }, 'right'))).toEqual({
      ...{ agentChannel: 'right', named: 'person', turns: ['customer left', 'agent right'] },
    });
    expect(setAgentChannel({ ...transcript, doubted: 'left' }, 'left')?.transcript.doubted).toBeUndefined();
    // A turn that no channel labels keeps its speaker where the sides are as they were sent.
    const [first, ...rest] = transcript.turns;
    const { label: _, ...unlabelled } = first!;
    const mixed = { ...transcript, doubted: 'left', turns: [{ ...unlabelled, speaker: 'agent' }, ...rest] } as const;
    expect(sidesOf(setAgentChannel({ ...mixed, turns: [...mixed.turns] }, 'left'))?.turns[0]).toMatch(/^agent/);
    expect(sidesOf(setAgentChannel({ ...mixed, turns: [...mixed.turns] }, 'right'))?.turns[0]).toMatch(/^customer/);
    // Labels of another tool are no channels, and words without labels say nothing of them.
    expect(setAgentChannel(words('agent', 'customer'), 'left')).toBeNull();
  });
});
