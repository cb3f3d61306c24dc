import { threadId } from 'node:worker_threads';
import { KeptThread } from './kept-thread.js';
import { runInThread } from './run-in-thread.js';
import { type ThreadWork } from './thread-work.js';

interface Question {
  text: string;
}
interface Said {
  said: string;
  threadId: number;
  asked?: number;
}

/** Real threads, which lie beside this name as a compiled program's do. */
const work = (name: string, over: Partial<ThreadWork<Question, Said>> = {}): ThreadWork<Question, Said> => ({
  name,
  beside: new URL('../../../../test/fixtures/threads/asks.js', import.meta.url).href,
  inPlace: ({ text }) => ({ said: `${text} in place`, threadId }),
  wallMs: 20_000,
  memoryMb: 64,
  ...over,
});

describe('a thread that lives for one question', () => {
  const once = (text: string, over: Partial<ThreadWork<Question, Said>> = {}, signal?: AbortSignal) =>
    runInThread(work('once', over), { text }, signal);

  it('answers from elsewhere', async () => {
    const { said, threadId: where } = await once('hello');
    expect(said).toBe('HELLO');
    expect(where).not.toBe(threadId);
  });

  it.each([
    ['dies', {}, 'failed'],
    ['leaves', {}, 'failed'],
    ['hangs', { wallMs: 50 }, 'late'],
  ])('that %s is told without a word of what it was asked', async (text, over, why) => {
    const failure: Error = await once(text, over).then(fail, (error: Error) => error);
    expect(failure).toMatchObject({ why });
    expect(failure.message).not.toContain(text);
  });

  it('stops when the caller no longer wants the answer, also before it began', async () => {
    const stop = new AbortController();
    const asked = once('hangs', {}, stop.signal);
    stop.abort();
    await expect(asked).rejects.toMatchObject({ why: 'aborted' });
    await expect(once('hangs', {}, stop.signal)).rejects.toMatchObject({ why: 'aborted' });
  });

  it('is not needed by sources', async () => {
    expect(await once('hello', { beside: import.meta.url })).toEqual({ said: 'hello in place', threadId });
  });
});

describe('a thread that is kept', () => {
  let thread: KeptThread<Question, Said>;
  const ask = (text: string) => thread.ask({ text });
  beforeEach(() => (thread = new KeptThread(work('kept'))));
  afterEach(() => thread.close());

  it('answers one question after the other', async () => {
    const answers = [ask('one'), ask('two'), ask('three')];
    expect(thread.waiting).toBe(2);
    const said = await Promise.all(answers);
    expect(said.map((one) => [one.said, one.asked])).toEqual([
      ['ONE', 1],
      ['TWO', 2],
      ['THREE', 3],
    ]);
    expect(new Set(said.map((one) => one.threadId)).size).toBe(1);
  });

  it('stays after a question that it cannot answer, and is started again after one that it dies over', async () => {
    const [failed, next, died, last] = [ask('fails'), ask('next'), ask('dies'), ask('last')];
    await expect(failed).rejects.toMatchObject({ why: 'failed' });
    expect((await next).asked).toBe(2);
    await expect(died).rejects.toMatchObject({ why: 'failed' });
    expect((await last).asked).toBe(1);
  });

  it('gives up a question that takes too long', async () => {
    thread = new KeptThread(work('kept', { wallMs: 50 }));
    await expect(ask('hangs')).rejects.toMatchObject({ why: 'late' });
  });

  it('gives up what it was asked when it is closed, and starts no other', async () => {
    const over = [ask('hangs'), ask('next')].map((one) => one.then(fail, (error: Error) => error));
    await thread.close();
    expect(await Promise.all(over)).toMatchObject([{ why: 'failed' }, { why: 'failed' }]);
    await expect(ask('one')).rejects.toMatchObject({ why: 'failed' });
  });
});

function fail(): never {
  throw new Error('it answered');
}
