import { type Transcript } from '#contracts';
import { renameWords } from './rename-words.rules.js';
import { unassignedChannels } from './speakers/doubt-channels.rules.js';

const heard: Transcript = {
  ...{ format: 'shouwen.transcript/1', language: 'en', durationMs: 9000, channels: 2, unreliable: [] },
  engine: { name: 'faster-whisper', version: '1', model: 'whisper-base' },
  turns: (['customer', 'agent'] as const).map((speaker, index) => ({
    ...{ index, speaker, text: `turn ${index}`, fromMs: index * 1000, toMs: index * 1000 + 900, words: [] },
  })),
};
/** Heard while it was not known whose channel is whose: the left one is called the agent's. */
const { transcript } = unassignedChannels(heard);
const renamed = (said: Parameters<typeof renameWords>[0]['said']) => {
  const words = renameWords({ words: new TextEncoder().encode(JSON.stringify(transcript)), language: 'en', said });
  return (
    words && (JSON.parse(new TextDecoder().decode(words.turns)) as Transcript['turns']).map(({ speaker }) => speaker)
  );
};

describe('words that were made while it was not known whose channel is whose', () => {
  it.each([
    ['left', ['customer', 'agent']],
    ['right', ['agent', 'customer']],
  ] as const)('get their speakers once a person says that the agent is on the %s', (agentChannel, speakers) => {
    expect(renamed({ sidesSaid: null, agentChannel, speakers: [null, null] })).toEqual(speakers);
  });

  it('stay unnamed until then', () => {
    expect(renamed({ sidesSaid: null, agentChannel: null, speakers: [null, null] })).toEqual(['unknown', 'unknown']);
  });
});
