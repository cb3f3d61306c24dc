import type { Transcript, Turn } from '#contracts';
import { nameTranscript } from '../rename-words.rules.js';
import { breathsOf } from './breaths.rules.js';
import { doubtChannels, saidChannels } from './doubt-channels.rules.js';
import { splitVoices } from './split-voices.rules.js';
import { areTwo } from './voices.rules.js';
import { inRoles, whoIsAgent } from './who-is-agent.rules.js';

/** A turn whose words are half a second each, from a time on. */
function turn(index: number, fromMs: number, said: readonly string[], between = ' '): Turn {
  let text = '';
  const words = said.map((word, at) => {
    if (at > 0) text += between;
    const fromChar = text.length;
    text += word;
    const from = fromMs + at * 500;
    return { text: word, fromMs: from, toMs: from + 500, confidence: 0.9, fromChar, toChar: text.length };
  });
  return { index, speaker: 'unknown', fromMs, toMs: fromMs + said.length * 500, text, words };
}
const labelled = (index: number, label: string, text: string): Turn => ({
  ...turn(index, index * 5_000, [text]),
  label,
});

describe('breaths', () => {
  it('end at a pause between words, and where the sound has one though the words have not', () => {
    const turns = [turn(0, 0, ['how', 'are', 'you']), turn(1, 3_000, ['fine', 'thanks'])];
    expect(breathsOf(turns, [0, 1_500, 3_000, 4_000]).map(({ fromMs, toMs }) => [fromMs, toMs])).toEqual([
      [0, 1_500],
      [3_000, 4_000],
    ]);
    const heardApart = breathsOf(turns, [0, 900, 1_150, 1_500, 3_000, 4_000]);
    expect(heardApart.map(({ words }) => words.length)).toEqual([2, 1, 2]);
  });

  it('are cut where they are long, without losing a word', () => {
    const long = [
      turn(
        0,
        0,
        Array.from({ length: 20 }, (_, at) => `w${at}`),
      ),
    ];
    const breaths = breathsOf(long, [0, 10_000]);
    expect(breaths.length).toBe(3);
    for (const { fromMs, toMs } of breaths) expect(toMs - fromMs).toBeLessThanOrEqual(4_000);
    expect(breaths.flatMap(({ words }) => words.map(({ word }) => word))).toEqual(
      Array.from({ length: 20 }, (_, at) => at),
    );
  });
});

describe('turns of two voices', () => {
  const turns = [turn(0, 0, ['Can', 'I', 'help', 'Yes', 'please'])];
  const breaths = [
    { fromMs: 0, toMs: 1_500, words: [0, 1, 2].map((word) => ({ turn: 0, word })) },
    { fromMs: 1_500, toMs: 2_500, words: [3, 4].map((word) => ({ turn: 0, word })) },
  ];

  it('are cut where the voice changes, each word where it is in its text', () => {
    const split = splitVoices(turns, breaths, [0, 1]);
    expect(split.map(({ label, text, fromMs, toMs }) => [label, text, fromMs, toMs])).toEqual([
      ['SPEAKER_00', 'Can I help', 0, 1_500],
      ['SPEAKER_01', 'Yes please', 1_500, 2_500],
    ]);
    for (const { text, words } of split)
      for (const { fromChar, toChar, text: word } of words) expect(text.slice(fromChar, toChar)).toBe(word);
  });

  it('stay whole where one voice speaks', () => {
    expect(splitVoices(turns, breaths, [0, 0]).map(({ text }) => text)).toEqual(['Can I help Yes please']);
  });

  describe('are two people only where', () => {
    /** Breaths of two seconds, with so long a pause before each. */
    const after = (pauseMs: number) =>
      Array.from({ length: 8 }, (_, at) => ({ fromMs: at * (2_000 + pauseMs), toMs: at * (2_000 + pauseMs) + 2_000 }));
    const who = [0, 0, 1, 1, 0, 0, 1, 1];
    const sure = { gap: -2.1, share: 0.4, who };

    it('the voices are apart, and both speak', () => {
      expect(areTwo(sure, after(500))).toBe(true);
      expect(areTwo({ ...sure, gap: -0.4 }, after(500))).toBe(false);
      expect(areTwo({ ...sure, share: 0.07 }, after(500))).toBe(false);
      expect(areTwo({ ...sure, share: 0.93 }, after(500))).toBe(false);
    });

    it('they take turns: one who coughs, or a line that changes once, is no second person', () => {
      expect(areTwo({ ...sure, who: [0, 0, 0, 1, 1, 0, 0, 0] }, after(500))).toBe(false);
      expect(areTwo({ ...sure, who: [0, 0, 0, 0, 1, 1, 1, 1] }, after(500))).toBe(false);
    });

    it('one answers the other: what changes over long silences is one side of a call', () => {
      expect(areTwo(sure, after(1_900))).toBe(true);
      expect(areTwo(sure, after(2_300))).toBe(false);
    });
  });
});

describe('who of two is the agent', () => {
  it('is told by offer and company, not by who speaks first', () => {
    const turns = [
      labelled(0, 'SPEAKER_00', '喂，你好。'),
      labelled(1, 'SPEAKER_01', '您好，绿谷银行，请问有什么可以帮您？'),
      labelled(2, 'SPEAKER_00', '我的卡丢了。'),
    ];
    expect(whoIsAgent(turns, 'zh', { names: ['绿谷银行'], direction: 'inbound' })).toEqual(['customer', 'agent']);
    expect(inRoles(turns, ['customer', 'agent']).map(({ speaker }) => speaker)).toEqual([
      'customer',
      'agent',
      'customer',
    ]);
    const english = [
      labelled(0, 'SPEAKER_00', 'Green Valley Bank, how can I help you?'),
      labelled(1, 'SPEAKER_01', 'I lost my card.'),
    ];
    expect(whoIsAgent(english, 'en', { names: ['Green Valley Bank'], direction: 'inbound' })).toEqual([
      'agent',
      'customer',
    ]);
  });

  it('is left open where the signs are few, or both show them', () => {
    const few = [labelled(0, 'SPEAKER_00', 'Hello?'), labelled(1, 'SPEAKER_01', 'Hello, is Susan there?')];
    expect(whoIsAgent(few, 'en', { names: [], direction: 'inbound' })).toEqual([null, null]);
    const both = [
      labelled(
        0,
        'SPEAKER_00',
        'Green Valley Bank, how can I help you? Calls are recorded. Anything else I can help with?',
      ),
      labelled(1, 'SPEAKER_01', 'Thank you for calling, how may I help you?'),
    ];
    expect(whoIsAgent(both, 'en', { names: ['Green Valley Bank'], direction: 'internal' })).toEqual([null, null]);
    expect(inRoles(both, [null, null]).every(({ speaker }) => speaker === 'unknown')).toBe(true);
  });

  it('takes a weak sign only from the one who answered the call', () => {
    const weak = [labelled(0, 'SPEAKER_00', 'Sorry about that.'), labelled(1, 'SPEAKER_01', 'Hello?')];
    expect(whoIsAgent(weak, 'en', { names: [], direction: 'inbound' })).toEqual(['agent', 'customer']);
    expect(whoIsAgent(weak, 'en', { names: [], direction: 'outbound' })).toEqual([null, null]);
    expect(whoIsAgent(weak, 'en', { names: [], direction: 'internal' })).toEqual([null, null]);
  });
});

describe('two channels', () => {
  const said = (speaker: 'agent' | 'customer', index: number, text: string): Turn => ({
    ...turn(index, index * 5_000, [text]),
    speaker,
  });
  const transcript = (turns: Turn[]): Transcript => ({
    ...{ format: 'shouwen.transcript/1', language: 'zh', durationMs: 60_000, channels: 2, unreliable: [] },
    ...{ engine: { name: 'faster-whisper', version: '1', model: 'whisper-base' }, turns },
  });
  const inbound = { names: [], direction: 'inbound' as const };
  const swapped = transcript([
    said('customer', 0, '您好，请问有什么可以帮您？'),
    said('agent', 1, '我的卡丢了。'),
    said('customer', 2, '我帮您查一下，请稍等。'),
  ]);

  it('are doubted where the customer says what agents say: no speaker is named, and a person is asked', () => {
    const doubted = doubtChannels(swapped, 'right', inbound);
    expect(doubted).toMatchObject({ agentChannel: null, roles: [null, null], transcript: { doubted: 'right' } });
    expect(doubted?.transcript.turns.map(({ speaker, label }) => [speaker, label])).toEqual([
      ['unknown', 'left'],
      ['unknown', 'right'],
      ['unknown', 'left'],
    ]);
  });

  it('are believed where nothing speaks against it, or too little', () => {
    const turns = swapped.turns.map(
      (one) => ({ ...one, speaker: one.speaker === 'agent' ? 'customer' : 'agent' }) as Turn,
    );
    expect(doubtChannels(transcript(turns), 'right', inbound)).toBeNull();
    const little = transcript([said('customer', 0, '你好。'), said('agent', 1, '你好，我打错了。')]);
    expect(doubtChannels(little, 'right', inbound)).toBeNull();
  });

  it('are as a person said, when the words get their names and when they are heard again', () => {
    const { transcript: asked } = doubtChannels(swapped, 'right', inbound)!;
    const named = nameTranscript(asked, 'zh', ['agent', 'customer']);
    expect(named).toMatchObject({ agentChannel: 'left', transcript: { named: 'person' } });
    expect(named?.transcript.turns.map(({ speaker }) => speaker)).toEqual(['agent', 'customer', 'agent']);
    const heardAnew = { ...swapped, turns: named!.transcript.turns };
    expect(saidChannels(heardAnew, 'left')).toMatchObject({
      roles: ['agent', 'customer'],
      transcript: { named: 'person', turns: [{ label: 'left' }, { label: 'right' }, { label: 'left' }] },
    });
  });
});
