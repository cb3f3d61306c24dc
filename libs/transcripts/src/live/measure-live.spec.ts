import { measureLive, roomIn } from './measure-live.js';

/** @param late by the number of the session: so late are its words, ms; null: none come */
const hearing = (late: (session: number) => number | null) => {
  let opened = 0;
  return {
    open: async () => {
      const ms = late(++opened);
      const said = ms === null ? [] : [{ kind: 'utterance', words: ['好'], toMs: -ms }];
      const session = { write: async () => undefined, end: async () => undefined };
      return {
        ok: true,
        session: Object.assign(session, {
          [Symbol.asyncIterator]: async function* () {
            yield* said;
          },
        }),
      };
    },
  } as unknown as Parameters<typeof measureLive>[0];
};
const SIDE = [new Int16Array(8)];

describe('how many calls at once are heard in time', () => {
  it('is tried until one more is late, and how late is told', async () => {
    // The first session warms up, the second is one call, the third and fourth are two.
    const found = await measureLive(
      hearing((session) => (session > 2 ? 9_000 : 100)),
      SIDE,
      8,
    );
    expect(found.map((ms) => Math.floor(ms / 9_000))).toEqual([0, 1]);
    expect(roomIn(found)).toBe(1);
  });

  it('is none where nothing is heard, and no more than was asked', async () => {
    expect(
      await measureLive(
        hearing(() => null),
        SIDE,
        8,
      ),
    ).toEqual([Infinity]);
    expect(roomIn([Infinity])).toBe(0);
    expect(
      await measureLive(
        hearing(() => 0),
        SIDE,
        2,
      ),
    ).toHaveLength(2);
  });
});
