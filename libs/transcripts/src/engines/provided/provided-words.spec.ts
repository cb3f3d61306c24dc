import fc from 'fast-check';
import { ProvidedWordsEngine } from '../provided.engine.js';
import { readProvidedWords } from './read-provided-words.rules.js';

async function take(words: string | Buffer, language: 'zh' | 'en' = 'en', durationMs = 60_000) {
  const channels = [0, 1].map((channel) => ({ channel, speaker: 'unknown' as const, open: () => fail() }));
  const task = { language, durationMs, recordedSampleRate: 8_000, channels, providedWords: Buffer.from(words) };
  return new ProvidedWordsEngine().transcribe(task);
}

function fail(): never {
  throw new Error('provided words need no sound');
}

async function turnsOf(words: string, language?: 'zh' | 'en') {
  const outcome = await take(words, language);
  if (!outcome.ok) throw new Error(outcome.failure.detail);
  return outcome.transcript.turns.map(({ speaker, fromMs, toMs, text }) => [speaker, fromMs, toMs, text]);
}

const json = (turns: object[], language = 'en'): string => JSON.stringify({ language, turns });
const turn = { speaker: 'agent', fromMs: 0, toMs: 1_000, text: 'Hello there' };

const crowd = (speakers: number): string =>
  `WEBVTT\n\n${Array.from({ length: speakers }, (_, at) => `00:01.000 --> 00:02.000\n<v S${at}>Hi\n`).join('\n')}`;
const twoChannels = (left: string, right: string): string =>
  JSON.stringify({ format: 'shouwen.two-channels/1', left, right });

const LENS_TURN = {
  ...{ BeginOffsetMillis: 0, EndOffsetMillis: 2_500, Content: 'Hello, my card ends in [PII].', Id: 'a1' },
  ...{ ParticipantId: 'AGENT', ParticipantRole: 'AGENT', Sentiment: 'NEUTRAL', LoudnessScore: [78.5, 79.1] },
  Redaction: { RedactedTimestamps: [{ BeginOffsetMillis: 1_800, EndOffsetMillis: 2_400 }] },
};

/** After the example in the administrator guide: what is not read is there as well. */
function contactLens(change: object = {}): object {
  const said = (ParticipantId: string, BeginOffsetMillis: number, EndOffsetMillis: number, Content: string) => ({
    ...{ ParticipantId, BeginOffsetMillis, EndOffsetMillis, Content, Id: `${BeginOffsetMillis}` },
  });
  return {
    ...{ Version: '1.1.0', AccountId: '123456789012', Channel: 'VOICE', ContentMetadata: { Output: 'Redacted' } },
    ...{ JobStatus: 'COMPLETED', LanguageCode: 'en-US' },
    Participants: ['CUSTOMER', 'AGENT', 'SYSTEM'].map((id) => ({ ParticipantId: id, ParticipantRole: id })),
    Categories: { MatchedCategories: ['Cancellation'], MatchedDetails: {} },
    ConversationCharacteristics: { TotalConversationDurationMillis: 4_000 },
    Transcript: [
      said('CUSTOMER', 2_600, 3_000, 'Thanks.'),
      LENS_TURN,
      said('SYSTEM', 3_100, 4_000, 'This call is recorded.'),
    ],
    ...change,
  };
}

describe('words that came with the call', () => {
  it('can be our own JSON', async () => {
    expect(
      await turnsOf(
        json([
          { ...turn, fromMs: 500 },
          { ...turn, speaker: 'customer', toMs: 400 },
        ]),
      ),
    ).toEqual([
      ['customer', 0, 400, 'Hello there'],
      ['agent', 500, 1_000, 'Hello there'],
    ]);
  });

  it('can be a transcript that we exported, and keep their doubts', async () => {
    const first = await take(json([turn]));
    if (!first.ok) throw new Error(first.failure.detail);
    const again = await take(JSON.stringify({ ...first.transcript, unreliable: ['low_confidence'] }));
    expect(again).toEqual({ ok: true, roles: [], transcript: { ...first.transcript, unreliable: ['low_confidence'] } });
  });

  it('can be the verbose JSON of OpenAI, with words beside the segments', async () => {
    const openai = {
      task: 'transcribe',
      language: 'english',
      duration: 3.5,
      segments: [
        { id: 0, start: 0, end: 1.5, text: ' Hello there.', avg_logprob: -0.2 },
        { id: 1, start: 1.5, end: 3.5, text: ' How are you?' },
      ],
      words: [
        { word: 'Hello', start: 0.1, end: 0.5 },
        { word: 'there', start: 0.5, end: 1.4 },
        { word: 'How', start: 1.6, end: 2 },
        { word: 'are', start: 2, end: 2.4 },
        { word: 'you', start: 2.4, end: 3.3 },
      ],
    };
    const outcome = await take(JSON.stringify(openai));
    expect(outcome).toMatchObject({
      ok: true,
      transcript: {
        turns: [
          {
            speaker: 'unknown',
            text: 'Hello there.',
            words: [{ text: 'Hello', fromMs: 100, toMs: 500, fromChar: 0, toChar: 5 }, { fromMs: 500 }],
          },
          {
            words: [
              { text: 'How', fromMs: 1_600 },
              { text: 'are' },
              { text: 'you', fromMs: 2_400, fromChar: 8, toChar: 11 },
            ],
          },
        ],
      },
    });
  });

  it('can be what Contact Lens writes after a call, redacted or not', async () => {
    expect(await turnsOf(JSON.stringify(contactLens()))).toEqual([
      ['agent', 0, 2_500, 'Hello, my card ends in [PII].'],
      ['customer', 2_600, 3_000, 'Thanks.'],
      ['unknown', 3_100, 4_000, 'This call is recorded.'],
    ]);
    const mandarin = contactLens({ LanguageCode: 'zh-CN' });
    expect(await turnsOf(JSON.stringify(mandarin), 'zh')).toHaveLength(3);
  });

  it.each<[string, object, object]>([
    ['a chat', { Channel: 'CHAT' }, { code: 'invalid_shape', at: { path: 'Channel' } }],
    ['an analysis that failed', { JobStatus: 'FAILED' }, { code: 'invalid_shape', at: { path: 'JobStatus' } }],
    ['no transcript', { Transcript: undefined }, { code: 'invalid_shape', at: { path: 'Transcript' } }],
    ['no participants', { Participants: undefined }, { code: 'invalid_shape', at: { path: 'Participants' } }],
    [
      'times that are no numbers',
      { Transcript: [{ ...LENS_TURN, BeginOffsetMillis: '0' }] },
      { code: 'invalid_shape', at: { path: 'Transcript.0.BeginOffsetMillis' } },
    ],
    [
      'a turn that ends before it begins',
      { Transcript: [{ ...LENS_TURN, BeginOffsetMillis: 3_000 }] },
      { code: 'time_runs_backwards', at: { turn: 0 } },
    ],
    [
      'words after the end',
      { Transcript: [{ ...LENS_TURN, EndOffsetMillis: 90_000 }] },
      { code: 'time_beyond_recording', at: { turn: 0 } },
    ],
    ['another language', { LanguageCode: 'zh-CN' }, { code: 'language_mismatch', at: { path: 'language' } }],
    ['a language we lack', { LanguageCode: 'fr-FR' }, { code: 'language_mismatch', at: { path: 'LanguageCode' } }],
    ['nothing said', { Transcript: [] }, { code: 'empty', at: {} }],
  ])('of Contact Lens are refused with the place: %s', async (_what, change, refusal) => {
    expect(await take(JSON.stringify(contactLens(change)))).toMatchObject({
      ok: false,
      failure: { fault: 'caller', code: 'words_refused', refusal },
    });
  });

  it('can be WebVTT with voices', async () => {
    const vtt =
      'WEBVTT - a call\n\nNOTE nothing\n\n1\n00:01.000 --> 00:02.500 align:left\n<v Agent>Hello &amp; welcome\nback</v>\n\n00:00:03.000 --> 00:00:04.000\n<v.loud Customer><i>Hi</i>\n';
    expect(await turnsOf(vtt)).toEqual([
      ['agent', 1_000, 2_500, 'Hello & welcome back'],
      ['customer', 3_000, 4_000, 'Hi'],
    ]);
  });

  it('can be SubRip with names', async () => {
    const srt =
      '\uFEFF1\r\n00:00:01,000 --> 00:00:02,500\r\n客服：您好，\r\n请问有什么可以帮您？\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\n注意：这不是名字\r\n';
    expect(await turnsOf(srt, 'zh')).toEqual([
      ['agent', 1_000, 2_500, '您好，请问有什么可以帮您？'],
      ['unknown', 3_000, 4_000, '注意：这不是名字'],
    ]);
  });

  it('get their times spread over the turn where no better times are known', async () => {
    const outcome = await take(json([{ ...turn, speaker: 'customer', text: '你好，VIP 卡' }], 'zh'), 'zh');
    expect(outcome).toMatchObject({
      transcript: {
        turns: [
          {
            words: [
              { text: '你', fromMs: 0, toMs: 200, fromChar: 0, toChar: 1, confidence: null },
              { text: '好', fromMs: 200, toMs: 400 },
              { text: 'VIP', fromMs: 400, toMs: 800, fromChar: 3, toChar: 6 },
              { text: '卡', fromMs: 800, toMs: 1_000, fromChar: 7, toChar: 8 },
            ],
          },
        ],
      },
    });
  });

  it('whose words are not those of the text lose their word times, not their place', async () => {
    const outcome = await take(json([{ ...turn, words: [{ text: 'there', fromMs: 700, toMs: 900 }] }]));
    expect(outcome).toMatchObject({
      transcript: { turns: [{ words: [{ text: 'Hello', fromMs: 0, confidence: null }, { text: 'there' }] }] },
    });
  });

  it.each<[string, string | Buffer, object]>([
    ['nothing', '  \n', { code: 'empty', at: {} }],
    ['no turns', json([]), { code: 'empty', at: {} }],
    ['bytes that are not UTF-8', Buffer.from('7b2274ff7d', 'hex'), { code: 'not_utf8', at: { byte: 3 } }],
    ['half a character', Buffer.from('WEBVTT\n\n客').subarray(0, -1), { code: 'not_utf8', at: { byte: 10 } }],
    ['far too much', Buffer.alloc(4 * 1024 * 1024 + 1, 'a'), { code: 'too_large', at: { byte: 4 * 1024 * 1024 } }],
    ['broken JSON', '{"turns": [] 1', { code: 'invalid_json', at: { byte: 13, line: 1 } }],
    ['JSON that breaks off', '{"turns":\n[{"text": "a', { code: 'invalid_json', at: { line: 2 } }],
    [
      'more than twelve hours of Mandarin',
      json(Array.from({ length: 26 }, () => ({ ...turn, speaker: 'unknown', text: '一'.repeat(10_000) }))),
      { code: 'too_many_characters', at: {} },
    ],
    [
      'more than twelve hours of English',
      json(Array.from({ length: 76 }, () => ({ ...turn, speaker: 'unknown', text: 'a'.repeat(10_000) }))),
      { code: 'too_many_characters', at: {} },
    ],
    ['one turn without end', json([{ ...turn, text: 'a'.repeat(10_001) }]), { code: 'turn_too_long', at: { turn: 0 } }],
    ['more speakers than a call has', crowd(13), { code: 'too_many_speakers', at: {} }],
    ['a file of one channel that breaks', twoChannels('x', '1'), { code: 'unknown_format', at: { channel: 'left' } }],
    ['JSON of another kind', '{"results": []}', { code: 'unknown_format', at: {} }],
    ['prose', 'Hello there', { code: 'unknown_format', at: {} }],
    [
      'a turn without words',
      json([turn, { ...turn, text: 7 }]),
      { code: 'invalid_shape', at: { path: 'turns.1.text' } },
    ],
    ['half milliseconds', json([{ ...turn, fromMs: 0.5 }]), { code: 'invalid_shape', at: { path: 'turns.0.fromMs' } }],
    [
      'times that run backwards',
      json([turn, { ...turn, fromMs: 9_000, toMs: 8_000 }]),
      { code: 'time_runs_backwards', at: { turn: 1 } },
    ],
    [
      'words after the end',
      json([turn, { ...turn, fromMs: 5_000, toMs: 70_000 }]),
      { code: 'time_beyond_recording', at: { turn: 1 } },
    ],
    [
      'one voice twice at once',
      json([
        { ...turn, toMs: 5_000 },
        { ...turn, fromMs: 2_000, toMs: 6_000 },
      ]),
      { code: 'overlapping_turns', at: { turn: 1 } },
    ],
    ['another language', json([turn], 'zh'), { code: 'language_mismatch', at: { path: 'language' } }],
    ['a broken time', 'WEBVTT\n\n00:01 --> 00:02\nHello', { code: 'invalid_time', at: { line: 3 } }],
    [
      'a cue that ends before it begins',
      'WEBVTT\n\n00:09.000 --> 00:02.000\nHello',
      { code: 'time_runs_backwards', at: { line: 3 } },
    ],
  ])('are refused with the place: %s', async (_what, words, refusal) => {
    expect(await take(words)).toMatchObject({
      ok: false,
      failure: { fault: 'caller', code: 'words_refused', refusal },
    });
  });

  // Each would take minutes if a step of it took as long as the text is, for each of its characters.
  it.each([
    ['brackets without end', `WEBVTT\n\n00:01.000 --> 00:02.000\n${'<'.repeat(2_000_000)}`],
    ['voices without end', `WEBVTT\n\n00:01.000 --> 00:02.000\n${'<v '.repeat(1_000_000)}`],
    ['lines without end', `WEBVTT\n\n00:01.000 --> 00:02.000\n${'好\n'.repeat(900_000)}`],
    ['empty lines after a number', `1${'\n'.repeat(3_000_000)}x`],
    ['quotes that nothing closes', `[${'\\"'.repeat(1_500_000)}`],
  ])('end, however they are made: %s', (_what, text) => {
    expect(readProvidedWords(Buffer.from(text))).toBeDefined();
  });

  it('never make it throw', () => {
    const pieces = fc.constantFrom(
      'WEBVTT',
      '\n',
      '\n\n',
      '1',
      '00:00:01,000',
      ' --> ',
      '<v Agent>',
      '{',
      '}',
      '"turns"',
      ':',
      '[',
      ']',
      '客',
      '&',
      '\0',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const read = readProvidedWords(Buffer.from(parts.join('')));
        expect(read.ok ? read.value.turns.length : read.refusal.code).toBeTruthy();
      }),
      { seed: 5, numRuns: 3_000 },
    );
  });
});
