import { type Asker } from '#people';
import { type JournalService } from '#journal';
import { type Clock } from '#platform';
import { type DataSource } from 'typeorm';
import { ReadingLog } from './reading-log.js';

const reading = { transcriptId: 'words', grantId: 'grant', callId: 'call' };
const by = (rest: Partial<Asker> = {}) => ({ personId: 'lin', sessionId: 'desk', tokenId: null, ...rest }) as Asker;

/** A log whose clock and database the test moves; `written` is what was committed. */
function opened() {
  const written: object[] = [];
  const state = { now: 0, fails: false };
  const transaction = async (run: (tx: object) => Promise<void>) => {
    await Promise.resolve();
    if (state.fails) throw new Error('the database is away');
    await run({ query: async () => {} });
  };
  const append = async (_tx: object, event: string, details: object, about: object) =>
    void written.push({ event, ...details, ...about });
  const clock = { now: () => new Date(state.now) } as Clock;
  const log = new ReadingLog({ transaction } as never as DataSource, { append } as never as JournalService, clock);
  return { log, written, state };
}

describe('writing down who reads', () => {
  it('makes one entry of what a page asks for several times, and answers none before it is committed', async () => {
    const { log, written } = opened();
    await Promise.all([log.note(by(), reading), log.note(by(), reading), log.note(by(), reading)]);
    expect(written).toEqual([
      { event: 'transcript.read', transcriptId: 'words', grantId: 'grant', callId: 'call', actorPersonId: 'lin' },
    ]);
  });

  it('makes another for another person, session, transcript or grant, and after five minutes', async () => {
    const { log, written, state } = opened();
    await log.note(by(), reading);
    await log.note(by({ personId: 'omar' }), reading);
    await log.note(by({ sessionId: 'home' }), reading);
    await log.note(by(), { ...reading, transcriptId: 'corrected' });
    await log.note(by(), { ...reading, grantId: 'other' });
    expect(written).toHaveLength(5);
    state.now = 5 * 60_000;
    await log.note(by(), reading);
    await log.note(by(), reading);
    expect(written).toHaveLength(6);
  });

  it('writes each reading of a token, and what counts by the reading', async () => {
    const { log, written } = opened();
    for (let n = 0; n < 2; n++) await log.note(by({ tokenId: 'token' }), reading);
    for (let n = 0; n < 2; n++) await log.note(by(), reading, true);
    expect(written).toMatchObject([{ tokenId: 'token' }, { tokenId: 'token' }, {}, {}]);
  });

  it('lets no one read where the entry could not be written, and tries again', async () => {
    const { log, written, state } = opened();
    state.fails = true;
    await expect(log.note(by(), reading)).rejects.toThrow('away');
    state.fails = false;
    await log.note(by(), reading);
    expect(written).toHaveLength(1);
  });
});
