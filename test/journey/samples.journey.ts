import { callListSchema, type ItemResult, type ScorecardView } from '#contracts';
import { runSamples, type SampleResult } from '../../tools/demo/run-samples.js';
import { SAMPLE_CALLS } from '../../tools/samples/calls.js';
import { type SampleCall } from '../../tools/samples/sample-call.js';
import { PASSWORD, Product } from '../support/product.js';
import { hasRecogniser } from '../support/recogniser.js';
import { heardOnce } from '../support/run-recogniser.js';
import { DEEP } from '../support/deep.js';

/** As on a fresh machine; where Python or PyPI is missing, the words come along with the samples. */
const hears = hasRecogniser();
/**
 * Hearing is what takes long: an ordinary run hears a short call of each language, the English one as the screens' tests hear it, and a deep run
 * all. The others are as quick as their words.
 */
const isHeard = ({ id }: SampleCall): boolean => hears && (DEEP || ['en-deflection', 'zh-no-greeting'].includes(id));
const agents = { en: 0, zh: 0 };
for (const { language } of SAMPLE_CALLS) agents[language] += 1;

let product: Product;
let results: SampleResult[];
const cards = new Map<string, ScorecardView>();

beforeAll(async () => {
  product = await Product.start(await heardOnce());
  const run = { baseUrl: product.baseUrl, password: PASSWORD, say: () => undefined };
  const heard = await runSamples({ ...run, hears: ['en', 'zh'], samples: SAMPLE_CALLS.filter(isHeard) });
  results = [
    ...heard,
    ...(await runSamples({ ...run, hears: [], samples: SAMPLE_CALLS.filter((one) => !isHeard(one)) })),
  ];
  const quality = await product.signIn('quality');
  for (const { callId, sample } of results) {
    const card = (await quality.scorecards(callId)).find(({ main }) => main);
    if (card) cards.set(sample, card);
  }
}, 300_000);
afterAll(() => product?.stop());

const result = (sample: string) => results.find((r) => r.sample === sample);
const outcome = (sample: string, itemId: string): ItemResult['outcome'] | undefined =>
  cards.get(sample)?.items.find((item) => item.itemId === itemId)?.outcome;

describe('the sample calls', () => {
  it.each(SAMPLE_CALLS.map(({ id, kind }) => [id, kind]))('%s ends where it should', (id, kind) => {
    expect(result(id)?.stage).toBe(kind === 'consent_declined' ? 'not_recorded' : 'scored');
  });

  it('are heard from their sound in both languages, and mostly heard right', () => {
    for (const { id, kind } of SAMPLE_CALLS.filter(({ kind }) => kind !== 'consent_declined')) {
      const { engine, misheard } = result(id)!;
      const heard = isHeard(SAMPLE_CALLS.find((one) => one.id === id)!);
      expect([id, engine]).toEqual([id, heard ? 'faster-whisper' : 'provided']);
      if (misheard) expect([kind, misheard.wrong / misheard.units < 0.15]).toEqual([kind, true]);
      else expect(heard).toBe(false);
    }
  });

  it.each(
    SAMPLE_CALLS.filter(({ kind }) => kind !== 'consent_declined').flatMap(({ id, expected }) =>
      Object.entries(expected).map(([itemId, wanted]) => [id, itemId, wanted] as const),
    ),
  )('%s: %s is %s, as any listener would say', (id, itemId, wanted) => {
    expect(outcome(id, itemId)).toBe(wanted);
  });

  it('score a model call above one without greeting and one that deflects', () => {
    const share = (sample: string) => {
      const { points, maxPoints } = result(sample) ?? {};
      return points && maxPoints ? points / maxPoints : 0;
    };
    for (const { id, language, kind } of SAMPLE_CALLS.filter(({ id }) => /no-greeting|deflection/.test(id)))
      expect([id, kind, share(`${language}-model`) - share(id) > 0.1]).toEqual([id, kind, true]);
  });

  it('give evidence for every point, in the recording', () => {
    for (const [sample, { items }] of cards) {
      for (const item of items) {
        if (item.outcome === 'met' || item.outcome === 'not_met')
          expect([sample, item.itemId, item.evidence.length]).not.toContain(0);
        for (const { at, quote } of item.evidence) {
          if (at.kind !== 'words') continue;
          expect(at.toMs).toBeGreaterThan(at.fromMs);
          expect(quote?.length).toBe(at.toChar - at.fromChar);
        }
      }
    }
  });

  it('leave no byte of the call that was declined', async () => {
    const { callId } = result('zh-declined') ?? {};
    expect(await product.count('recording where call_id = $1', callId)).toBe(0);
  });

  it('are found again, not sent again, by the next run', async () => {
    const before = await product.count('recording');
    const { baseUrl } = product;
    const again = await runSamples({ baseUrl, password: PASSWORD, say: () => undefined, hears: ['en', 'zh'] });
    expect(new Set(again.map(({ callId }) => callId))).toEqual(new Set(results.map(({ callId }) => callId)));
    expect(await product.count('recording')).toBe(before);
  });

  it('are told without a score by the next run where one was shut meanwhile', async () => {
    const supervisor = await product.signIn('supervisor');
    const send = (path: string, body: object) =>
      supervisor.request(`/api/v1/${path}`, {
        ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
      });
    expect((await send('auth/step-up', { password: PASSWORD })).status).toBe(204);
    const shut = result('en-fifth-ring')!;
    const changes = { consent: { state: 'withdrawn' } };
    const reason = 'The caller took the consent back.';
    expect((await send(`calls/${shut.callId}/corrections`, { reason, changes })).status).toBe(200);
    const { baseUrl } = product;
    const again = await runSamples({ baseUrl, password: PASSWORD, say: () => undefined, hears: ['en', 'zh'] });
    expect(again.find(({ sample }) => sample === 'en-fifth-ring')).toMatchObject({ engine: null, points: null });
    expect(again.find(({ sample }) => sample === 'en-deflection')?.points).not.toBeNull();
  });

  it("are seen by their agents and their team's supervisor only", async () => {
    const seen = async (username: string) => {
      const list = callListSchema.parse(await (await product.signIn(username)).json('/api/v1/calls'));
      return list.items.length;
    };
    expect(await seen('supervisor')).toBe(SAMPLE_CALLS.length);
    expect(await seen('supervisor2')).toBe(0);
    expect(await seen('agent')).toBe(agents.zh);
    expect(await seen('agent2')).toBe(agents.en);
    expect(await seen('agent3')).toBe(0);
  });
});
