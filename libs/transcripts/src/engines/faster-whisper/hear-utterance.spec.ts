import { hearUtterance } from './hear-utterance.js';

/** Whether a piece with so much speech, and a second of quiet around it, is asked about its language. */
async function isAsked(speechMs: number): Promise<unknown> {
  const asked: Record<string, unknown>[] = [];
  const put = (question: Record<string, unknown>) => {
    asked.push(question);
    return Promise.resolve({ answer: { heard: { segments: [], cut: false } } });
  };
  const toMs = speechMs + 1_200;
  const utterance = { fromMs: 0, toMs, speechMs, samples: new Int16Array(160), speech: [{ fromMs: 600, toMs }] };
  await hearUtterance({ put }, utterance, { language: 'zh', other: 'en', wallMs: 1_000 });
  return asked[0]?.['check'];
}

it('a short sound is heard in the language of the call, however much quiet is around it', async () => {
  expect(await isAsked(900)).toBe(false);
  expect(await isAsked(1_600)).toBe(true);
});
