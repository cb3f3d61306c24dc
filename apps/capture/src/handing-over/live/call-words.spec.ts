import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Logger } from '#platform';
import { CallWords } from './call-words.js';

/** Has room for two calls, says of one what is too long to be sent, and cannot hear it any more. */
const CHILD = `
process.send({ room: 2, lateMs: [1900, 2800, null] });
process.on('disconnect', () => process.exit(0));
process.on('message', ({ hear }) => {
  if (!hear?.some(({ session }) => session === 'a')) return;
  const said = { order: 1, speaker: 'agent', language: 'zh', fromMs: 0, text: '长'.repeat(5000), hints: [] };
  process.send({ session: 'a', said });
  process.send({ lost: 'a' });
});
`;

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

  it('are not said to be heard of a call that cannot be heard any more, and too long an utterance ends nothing', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'call-words-'));
    const entry = join(directory, 'child.cjs');
    writeFileSync(entry, CHILD);
    const { words, written, errors } = callWords('chosen');
    words.start(entry);
    const heard = async (calls: number): Promise<void> => {
      while ((await words.look()).length !== calls) await new Promise((resolve) => setImmediate(resolve));
    };
    await heard(2);
    await heard(1);
    expect(words.figures).toEqual({ calls: 2, lateMs: [1900, 2800, null] });
    await words.close();
    rmSync(directory, { recursive: true });
    expect(written.at(-1)).toEqual({ room: 2, ids: ['b'] });
    expect(errors[0]).toMatchObject({ err: { name: 'RangeError' } });
  });
});
