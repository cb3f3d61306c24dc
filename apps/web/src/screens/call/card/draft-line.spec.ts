import { mock } from 'node:test';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ReviewRevision, SavedDraft } from '#contracts';
import { DraftLine, type DraftToSend, type Kept } from './draft-line.js';

/** A server as far as drafts go: it answers when the test says so. */
class Server {
  readonly asked: { draft: SavedDraft; answer(revision: number): void; fail(why: Error): void }[] = [];
  save = (draft: SavedDraft): Promise<ReviewRevision> =>
    new Promise((resolve, reject) =>
      this.asked.push({ draft, answer: (revision) => resolve({ revision }), fail: reject }),
    );
  /** What was asked for, in its order: note and revision. */
  get seen() {
    return this.asked.map(({ draft }) => [draft.answers[0]?.note ?? '', draft.revision]);
  }
}

const GONE = new Error('no answer');
const REFUSED = new Error('draft_elsewhere');
const draft = (note?: string): DraftToSend => ({
  ...{ legId: 'leg', checklistId: 'small', basedOn: 'card', promises: [] },
  answers: note === undefined ? [] : [{ itemId: 'greeting', outcome: 'met', places: [], note }],
});

let server: Server;
let told: Kept[];
const begin = (revision: number) =>
  new DraftLine(
    revision,
    server.save,
    (kept) => told.push(kept),
    (error) => error === GONE,
  );
/** Time goes on, and what was asked and answered meanwhile is seen to. */
const pass = async (ms: number) => {
  mock.timers.tick(ms);
  await new Promise((done) => setImmediate(done));
  mock.timers.tick(0);
  await new Promise((done) => setImmediate(done));
};
const said = () => told.map(({ state }) => state);

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout'] });
  [server, told] = [new Server(), []];
});
afterEach(() => mock.timers.reset());

describe('the savings of a draft', () => {
  it('wait for a pause, so that what is typed letter by letter is saved once', async () => {
    const line = begin(0);
    for (const note of ['H', 'He', 'He did']) {
      line.put(draft(note));
      await pass(300);
    }
    expect(server.seen).toEqual([]);
    await pass(700);
    expect(server.seen).toEqual([['He did', 0]]);
  });

  it('go one after the other, each on the revision that the one before it got, and end with what was typed last', async () => {
    const line = begin(7);
    line.put(draft('first'));
    await pass(700);
    for (const note of ['second', 'third']) {
      line.put(draft(note));
      await pass(5_000);
    }
    expect(server.seen).toEqual([['first', 7]]);
    server.asked[0]!.answer(20);
    await pass(0);
    expect(server.seen).toEqual([
      ['first', 7],
      ['third', 20],
    ]);
    server.asked[1]!.answer(21);
    await pass(60_000);
    expect(server.seen).toHaveLength(2);
    expect(said()).toEqual(['saving', 'saved', 'saving', 'saved']);
  });

  it('are tried again as they were where no server answered, and what was typed meanwhile comes after', async () => {
    const line = begin(0);
    line.put(draft('first'));
    await pass(700);
    server.asked[0]!.fail(GONE);
    await pass(0);
    expect(told.at(-1)).toEqual({ state: 'failed', error: GONE });
    line.put(draft('second'));
    await pass(700);
    expect(server.seen).toEqual([
      ['first', 0],
      ['first', 0],
    ]);
    server.asked[1]!.fail(GONE);
    await pass(0);
    await pass(5_000);
    server.asked[2]!.answer(3);
    await pass(0);
    expect(server.seen.slice(2)).toEqual([
      ['first', 0],
      ['second', 3],
    ]);
  });

  it('tell a conflict and do not try it again; what is typed next is tried', async () => {
    const line = begin(4);
    line.put(draft('mine'));
    await pass(700);
    server.asked[0]!.fail(REFUSED);
    await pass(60_000);
    expect(server.seen).toEqual([['mine', 4]]);
    expect(told.at(-1)).toEqual({ state: 'failed', error: REFUSED });
    line.put(draft('mine, too'));
    await pass(700);
    expect(server.seen.at(-1)).toEqual(['mine, too', 4]);
  });

  it('throw the draft away with its last answer, and ask for nothing where there was none', async () => {
    const none = begin(0);
    none.put(draft('typed'));
    none.put(draft());
    await pass(60_000);
    expect(server.seen).toEqual([]);
    const line = begin(5);
    line.put(draft());
    await pass(700);
    server.asked[0]!.answer(0);
    await pass(0);
    expect([server.seen, said().at(-1)]).toEqual([[['', 5]], 'none']);
  });

  it('are sent at once where the screen is left, and are over where it is published', async () => {
    const left = begin(0);
    left.put(draft('left'));
    left.flush();
    await pass(0);
    expect(server.seen).toEqual([['left', 0]]);
    const published = begin(0);
    published.put(draft('published'));
    published.end();
    left.end();
    server.asked[0]!.answer(1);
    await pass(60_000);
    expect(server.seen).toHaveLength(1);
    expect(said()).toEqual(['saving']);
  });
});
