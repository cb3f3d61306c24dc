import { type CallMeasures, evidenceSchema } from '#contracts';
import { compileLexicon } from '../../lexicons/lexicon.rules.js';
import { buildTranscript, PROFILE, rulebook, UNKNOWN_FACTS } from '../../scoring/call.fixture.js';
import { CallView } from '../../call-view/call-view.rules.js';
import { prepareCheck } from '../index.js';

/** Compiled once: it takes half a second, and no check changes it. */
const LEXICON = compileLexicon(rulebook.lexicons.zh, PROFILE);

const side = { speechMs: 20_000, talkShare: 0.5, rate: null, interruptions: [] };
const MEASURES: CallMeasures = {
  format: 'shouwen.measures/1',
  detector: 'spec/1',
  durationMs: 60_000,
  sides: {
    agent: {
      ...side,
      talkShare: 0.62,
      rate: { perMinute: 250, unit: 'characters' },
      interruptions: [{ fromMs: 4_100, toMs: 5_000 }],
    },
    customer: { ...side, talkShare: 0.38 },
  },
  sidesUnknown: null,
  silences: [
    { fromMs: 10_000, toMs: 14_000 },
    { fromMs: 20_000, toMs: 32_300 },
  ],
  longestSilence: { fromMs: 20_000, toMs: 32_300 },
  talkOver: {
    totalMs: 1_500,
    spans: [
      { fromMs: 4_100, toMs: 5_000, startedBy: 'agent' },
      { fromMs: 9_000, toMs: 9_600, startedBy: null },
    ],
  },
};

function judge(
  check: object,
  measures: CallMeasures | null = MEASURES,
  lines = ['C: 我的卡坏了', 'A: 您好请问', 'C: 是的'],
) {
  const call = new CallView({
    transcript: buildTranscript(lines),
    transcriptVersion: 2,
    facts: UNKNOWN_FACTS,
    profile: PROFILE,
    lexicon: LEXICON,
    lexiconHash: 'spec',
    measures,
  });
  const found = prepareCheck({ kind: 'measure', ...check })(call);
  for (const one of found.evidence) expect(evidenceSchema.parse(one)).toEqual(one);
  return { ...found, said: found.reason ? `insufficient(${found.reason})` : found.outcome };
}

describe('a measure against its bounds', () => {
  it.each([
    [{ measure: 'talkShare', side: 'agent', atMost: 62 }, 'met'],
    [{ measure: 'talkShare', side: 'agent', atMost: 61.9 }, 'not_met'],
    [{ measure: 'talkShare', side: 'customer', atLeast: 38, atMost: 60 }, 'met'],
    [{ measure: 'talkShare', side: 'customer', atLeast: 40 }, 'not_met'],
    [{ measure: 'rate', side: 'agent', atMost: { zh: 260, en: 100 } }, 'met'],
    [{ measure: 'rate', side: 'agent', atMost: { zh: 240, en: 999 } }, 'not_met'],
    [{ measure: 'longestSilence', atMost: 12.3 }, 'met'],
    [{ measure: 'longestSilence', atMost: 12 }, 'not_met'],
    [{ measure: 'silences', atMost: 1 }, 'met'],
    [{ measure: 'silences', fromSeconds: 4, atMost: 1 }, 'not_met'],
    [{ measure: 'talkOver', atMost: 1.5 }, 'met'],
    [{ measure: 'talkOver', side: 'agent', atMost: 0.8 }, 'not_met'],
    [{ measure: 'talkOver', side: 'customer', atMost: 0 }, 'met'],
    [{ measure: 'interruptions', side: 'agent', atMost: 0 }, 'not_met'],
    [{ measure: 'interruptions', side: 'customer', atMost: 0 }, 'met'],
  ])('%j: %s', (check, outcome) => expect(judge(check).said).toBe(outcome));

  it('says the value, what is asked, and where it shows', () => {
    const { explanation, evidence, source } = judge({ measure: 'longestSilence', atMost: 10 });
    expect(explanation).toEqual({
      zh: '最长静默：12.3 秒。要求不超过 10 秒。',
      en: 'The longest silence: 12.3 s. At most 10 s is asked for.',
    });
    expect([source, evidence]).toEqual([
      'rule',
      [
        { kind: 'fact', name: 'longestSilence', value: 12.3, from: 'spec/1' },
        {
          kind: 'fact',
          name: 'longestSilence.seconds',
          value: 12.3,
          from: 'spec/1',
          span: { fromMs: 20_000, toMs: 32_300 },
        },
      ],
    ]);
  });

  it('shows who spoke in by their words, and by the sound where there are none', () => {
    const words = judge({ measure: 'interruptions', side: 'agent', atMost: 0 });
    expect(words.evidence[1]).toMatchObject({ kind: 'words', turn: 1, transcriptVersion: 2, fromMs: 4_000 });
    const none = judge({ measure: 'interruptions', side: 'agent', atMost: 0 }, MEASURES, ['C: 我的卡坏了', 'C: 您好']);
    expect(none.evidence[1]).toMatchObject({ kind: 'fact', span: { fromMs: 4_100, toMs: 5_000 } });
  });

  it('abstains, and asks no person, where nothing was measured', () => {
    const check = { measure: 'talkShare', side: 'agent', atMost: 60 };
    expect(judge(check, null).said).toBe('insufficient(no_fact)');
    const mono = { ...MEASURES, sides: null, sidesUnknown: 'mono' as const, talkOver: null };
    expect(judge(check, mono)).toMatchObject({
      said: 'insufficient(no_fact)',
      explanation: { zh: expect.stringContaining('一个声道') as string },
    });
    expect(judge({ measure: 'talkOver', atMost: 1 }, mono).said).toBe('insufficient(no_fact)');
    expect(judge({ measure: 'longestSilence', atMost: 20 }, mono).said).toBe('met');
    const deaf = { ...mono, sidesUnknown: 'one_way' as const, silences: null, longestSilence: null };
    expect(judge({ measure: 'longestSilence', atMost: 20 }, deaf).said).toBe('insufficient(no_fact)');
    expect(judge({ measure: 'rate', side: 'customer', atMost: 20 })).toMatchObject({ said: 'insufficient(no_fact)' });
  });

  it('judges no rate by words that cannot be relied on', () => {
    const lines = ['?: 我的卡坏了', '?: 您好请问'];
    expect(judge({ measure: 'rate', side: 'agent', atMost: 260 }, MEASURES, lines).said).toBe(
      'insufficient(speakers_unknown)',
    );
  });

  it.each([
    { measure: 'talkShare', atMost: 60 },
    { measure: 'talkShare', side: 'agent' },
    { measure: 'mood', side: 'agent', atMost: 1 },
    { measure: 'silences', fromSeconds: 1, atMost: 1 },
  ])('refuses %j', (check) => expect(() => prepareCheck({ kind: 'measure', ...check })).toThrow());
});
