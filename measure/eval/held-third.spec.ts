import { partHeldThird } from './held-third.rules.js';

const dialogues = ['zh', 'en'].flatMap((language) =>
  Array.from({ length: 9 }, (_, at) => ({ id: `${language}-${at}`, language })),
);

describe('the third that is not read', () => {
  it('is a third of each language, the same in any order', () => {
    const { held, readable } = partHeldThird(dialogues);
    expect(held.map(({ language }) => language)).toEqual(['zh', 'zh', 'zh', 'en', 'en', 'en']);
    expect(readable).toHaveLength(12);
    const again = partHeldThird([...dialogues].reverse()).held;
    expect(again.map(({ id }) => id).sort()).toEqual(held.map(({ id }) => id).sort());
    // Fixed for ever: another choice would hold what people have read.
    expect(held.map(({ id }) => id)).toMatchInlineSnapshot(`
     [
       "zh-0",
       "zh-2",
       "zh-8",
       "en-0",
       "en-5",
       "en-7",
     ]
    `);
  });
});
