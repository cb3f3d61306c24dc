import { hearUtterance } from './hear-utterance.js';

/** How sure words in the other language must be of a piece with so much speech, and quiet around it. */
async function wantedOf(speechMs: number): Promise<unknown> {
  const asked: Record<string, unknown>[] = [];
  const put = (question: Record<string, unknown>) => {
    asked.push(question);
    return Promise.resolve({ answer: { heard: { segments: [], cut: false } } });
  };
  const toMs = speechMs + 1_200;
  const utterance = { fromMs: 0, toMs, speechMs, samples: new Int16Array(160), speech: [{ fromMs: 600, toMs }] };
  await hearUtterance({ put }, utterance, { language: 'zh', other: 'en', wallMs: 1_000 });
  return asked[0]?.['otherSureness'];
}

it('a short sound is in the other language only where its words are sure, however much quiet is around it', async () => {
  expect(await wantedOf(900)).toBe(0.85);
  expect(await wantedOf(1_600)).toBeUndefined();
});
