import { type Logger } from '#platform';
import { CallWords } from './call-words.js';

function callWords(heard: 'off' | 'chosen') {
  const written: { room: number; ids: readonly string[] }[] = [];
  const errors: unknown[] = [];
  const call = (id: string) => ({ id, personId: id, beganAt: new Date(0), askedAt: new Date(0) });
  const ledger = {
    toHear: async () => ['a', 'b'].map(call),
    hears: async (_: string, room: number, ids: readonly string[]) => void written.push({ room, ids }),
  };
  const listeners = { of: () => [{ id: 'l', key: Buffer.alloc(32), own: true }], send: () => undefined };
  const sessions = { sidesOf: () => ({ agentLabel: '1', customerLabels: ['2'] }), goesOn: () => true };
  const env = { sip: { address: '10.0.0.1', port: 5070 }, capture: { words: { heard }, region: 'CN' } };
  const logger = { error: (error: unknown) => errors.push(error), warn: () => undefined } as unknown as Logger;
  const company = { profile: async () => ({}) };
  const words = new CallWords(
    ...([
      ledger,
      listeners,
      sessions,
      company,
      { now: () => new Date(0) },
      env,
      logger,
    ] as unknown as ConstructorParameters<typeof CallWords>),
  );
  return { words, written, errors };
}

describe('words of calls that go on, as people are told of them', () => {
  it('are said once to be heard of no call where none is to be heard', async () => {
    const { words, written } = callWords('off');
    words.start('');
    expect([await words.look(), await words.look()]).toEqual([[], []]);
    expect(written).toEqual([{ room: 0, ids: [] }]);
  });
});
