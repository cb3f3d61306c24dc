import { readFileSync } from 'node:fs';
import { type SpeakerRole } from '#contracts';
import { ProvidedWordsEngine } from '../provided.engine.js';
import { type ChannelSpeech } from './channel-speech.rules.js';

/** What real tools wrote: the file's name bears the tool and its version. See the README beside the files. */
const FOLDER = new URL('../../../../../test/fixtures/provided-words/', import.meta.url);
const read = (name: string): Buffer => readFileSync(new URL(name, FOLDER));

const AGENT_ON_LEFT: ChannelSpeech = {
  agentChannel: 'left',
  channels: [
    [400, 3_100, 3_200, 4_900, 9_900, 13_600, 15_400, 19_000],
    [5_600, 9_200, 14_100, 15_000],
  ],
};
const CONVERSATION = [
  'agent: Good morning, Green Valley Bank, Susan speaking.',
  'agent: How can I help you today?',
  'customer: Hi, I was charged $4.50 twice for the same transfer.',
  "agent: I'm sorry about that. I'll look into it for you.",
  'customer: Thank you.',
  'agent: The fee will be back in your account by Friday.',
];

interface Around {
  roles?: (SpeakerRole | null)[];
  speech?: ChannelSpeech | null;
  language?: 'zh' | 'en';
  durationMs?: number;
}

async function take(bytes: Buffer, { roles = [], speech = null, language = 'en', durationMs = 20_000 }: Around = {}) {
  const channels = [0, 1].map((channel) => ({
    channel,
    speaker: 'unknown' as const,
    open: () => {
      throw new Error('provided words need no sound');
    },
  }));
  const task = { language, durationMs, recordedSampleRate: 8_000, channels, providedWords: bytes };
  const outcome = await new ProvidedWordsEngine().transcribe({ ...task, speakers: { roles, speech } });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  const said = outcome.transcript.turns.map(({ speaker, label, text }) => `${label ?? speaker}: ${text}`);
  return { ...outcome, said, named: outcome.transcript.turns.map(({ speaker, text }) => `${speaker}: ${text}`) };
}

describe('words that other tools wrote, with a channel for each side', () => {
  it.each([
    ['openai-whisper-20250625.json'],
    ['openai-whisper-20250625.words.json'],
    ['openai-whisper-20250625.vtt'],
    ['openai-whisper-20250625.srt'],
    ['openai-whisper-20250625.highlighted.vtt'],
    ['whisper-ctranslate2-0.5.8.json'],
    ['openai-3.57.0.verbose.json'],
    ['whisper.cpp-0100afcd.json'],
    ['whisper.cpp-0100afcd.full.json'],
    ['whisper.cpp-0100afcd.diarized.json'],
    ['whisper.cpp-0100afcd.diarized.vtt'],
    ['whisper.cpp-0100afcd.diarized.srt'],
    ['whisper-ctranslate2-0.5.8.diarized.json'],
    ['webvtt-py-0.6.0.voices.vtt'],
    ['srt-3.5.3.named.srt'],
  ])('%s: each turn has its speaker', async (name) => {
    const { named, transcript } = await take(read(name), { speech: AGENT_ON_LEFT });
    expect(named).toEqual(CONVERSATION);
    expect(transcript.turns.flatMap(({ words }) => words).length).toBeGreaterThan(35);
  });

  it('cut where the speaker changes within a segment, if the words have times', async () => {
    const { named } = await take(read('whisperx-3.8.6.json'), { speech: AGENT_ON_LEFT });
    expect(named.slice(-3)).toEqual(CONVERSATION.slice(-3));
  });

  it('stay unknown where both sides are heard and the words have no times', async () => {
    const both = '1\n00:00:14,100 --> 00:00:19,000\nThank you. The fee will be back.\n';
    const even = { ...AGENT_ON_LEFT, channels: [[14_100, 16_000] as const, [14_100, 16_000] as const] as const };
    expect((await take(Buffer.from(both), { speech: even })).named).toEqual([
      'unknown: Thank you. The fee will be back.',
    ]);
  });

  it('come in a file for each channel, which says who speaks', async () => {
    const left = '1\n00:00:00,400 --> 00:00:03,100\nGood morning.\n';
    const right = 'WEBVTT\n\n00:05.600 --> 00:09.200\nHi.\n';
    const both = Buffer.from(JSON.stringify({ format: 'shouwen.two-channels/1', left, right }));
    expect((await take(both, { speech: AGENT_ON_LEFT })).named).toEqual(['agent: Good morning.', 'customer: Hi.']);
    const alone = await take(both);
    expect(alone.said).toEqual(['left: Good morning.', 'right: Hi.']);
    expect(alone.roles).toEqual([null, null]);
  });
});

describe('words that other tools wrote, of one channel', () => {
  it.each([
    ['whisperx-3.8.6.diarized.json', 'SPEAKER_01', 'SPEAKER_00'],
    ['whisper-ctranslate2-0.5.8.diarized.json', 'SPEAKER_01', 'SPEAKER_00'],
    ['whisper-ctranslate2-0.5.8.diarized.vtt', 'SPEAKER_01', 'SPEAKER_00'],
    ['whisper-ctranslate2-0.5.8.diarized.srt', 'SPEAKER_01', 'SPEAKER_00'],
    ['openai-3.57.0.diarized.json', 'A', 'B'],
    ['whisper.cpp-0100afcd.diarized.json', 'Speaker 0', 'Speaker 1'],
    ['whisper.cpp-0100afcd.diarized.vtt', 'Speaker0', 'Speaker1'],
    ['whisper.cpp-0100afcd.diarized.srt', 'speaker 0', 'speaker 1'],
  ])('%s: its labels are asked about, and answered once', async (name, first, second) => {
    const asked = await take(read(name));
    const expected = CONVERSATION.map((line) => line.replace(/^agent/, first).replace(/^customer/, second));
    // WhisperX joins sentences of one speaker into a segment.
    expect(asked.said.join(' ').replaceAll(`${first}: How`, 'How').replaceAll(`${first}: The`, 'The')).toBe(
      expected.join(' ').replaceAll(`${first}: How`, 'How').replaceAll(`${first}: The`, 'The'),
    );
    expect(asked.roles).toEqual([null, null]);
    expect(new Set(asked.transcript.turns.map(({ speaker }) => speaker))).toEqual(new Set(['unknown']));
    const answered = await take(read(name), { roles: ['agent', 'customer'] });
    expect(answered.named.filter((line) => line.startsWith('customer'))).toEqual([CONVERSATION[2], CONVERSATION[4]]);
    expect(answered.named.some((line) => line.startsWith('unknown'))).toBe(false);
  });

  it('that WhisperX could not align keep their place between their neighbours', async () => {
    const { transcript } = await take(read('whisperx-3.8.6.diarized.json'));
    const charge = transcript.turns.flatMap(({ words }) => words).find(({ text }) => text === '$4.50');
    expect(charge).toMatchObject({ fromMs: 7_020, toMs: 7_400, confidence: null });
  });

  it('in Mandarin are heard character by character', async () => {
    const zh = { language: 'zh' as const, durationMs: 13_000 };
    const { said } = await take(read('whisperx-3.8.6.zh.diarized.json'), zh);
    expect(said).toEqual([
      'SPEAKER_00: 您好，绿谷银行，工号三零七一。',
      'SPEAKER_01: 你好，我的转账被扣了两次手续费。',
      'SPEAKER_00: 非常抱歉，我马上为您核实。',
    ]);
    expect((await take(read('whisperx-3.8.6.zh.diarized.srt'), zh)).said).toEqual(said);
    expect((await take(Buffer.from('1\n00:00:01,000 --> 00:00:02,000\n说话人1：您好。\n'), zh)).said).toEqual([
      '说话人1: 您好。',
    ]);
  });

  it('of a third speaker can be said to be neither side', async () => {
    const { transcript } = await take(read('openai-3.57.0.diarized.json'), { roles: ['agent', 'other'] });
    expect(transcript.turns[2]).toMatchObject({ speaker: 'unknown', label: 'B', other: true });
  });

  it('of plain Whisper name no speaker, and nothing is asked', async () => {
    const { roles, named } = await take(read('openai-whisper-20250625.json'));
    expect([roles, named[0]]).toEqual([[], 'unknown: Good morning, Green Valley Bank, Susan speaking.']);
  });

  it('may be the segments alone, with a last one that is as long as the window', async () => {
    const segments = [{ id: 1, start: 0, end: 30, text: ' Hello.', words: null }];
    expect((await take(Buffer.from(JSON.stringify(segments)))).named).toEqual(['unknown: Hello.']);
  });
});
