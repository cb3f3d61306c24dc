import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { type Span } from '#contracts';
import { WorkService } from '#platform';
import { decodePcm, measurePcm, RecordingSpeech, SealRecordingService, soundOf, SPEECH_DETECTOR } from '#recordings';
import { wavFile } from '../../../../test/fixtures/wav.js';
import { UploadDesk } from '../../../../test/support/upload-desk.js';
import { SAMPLE_RATE, speak } from '../../../../test/support/voices/speak.js';
import { addCrosstalk, addNoise, interleaved, scene, type Scene, worstBoundary } from './scene.fixture.js';
import { spansOf } from './spans.rules.js';

/** Sentences without a pause inside, and where each begins. The third is spoken into the second. */
const SENTENCES = [
  { text: 'good morning how may i help you', language: 'en', speaker: 'agent', channel: 0, atMs: 700 },
  { text: 'my new card does not work at all', language: 'en', speaker: 'customer', channel: 1, atMs: 3_800 },
  { text: 'please give me your number', language: 'en', speaker: 'agent', channel: 0, atMs: 5_000 },
  { text: '请问您的卡号是多少', language: 'zh', speaker: 'agent', channel: 0, atMs: 9_000 },
  { text: '我已经说过三遍了', language: 'zh', speaker: 'customer', channel: 1, atMs: 12_300 },
] as const;

let spoken: Int16Array[];
let desk: UploadDesk;

beforeAll(async () => {
  desk = await UploadDesk.open();
  spoken = await Promise.all(SENTENCES.map(async (one) => trimmed(await speak(one.text, one.language, one.speaker))));
});

afterAll(() => desk?.api.stop());

/** The sentence from its first to its last hundredth of a second within 25 dB of its loudest: what is placed is what is heard. */
function trimmed(samples: Int16Array): Int16Array {
  const step = SAMPLE_RATE / 100;
  const loud = Array.from({ length: Math.floor(samples.length / step) }, (_, frame) =>
    Math.hypot(...samples.subarray(frame * step, (frame + 1) * step)),
  );
  const heard = (one: number) => one > Math.max(...loud) * 10 ** (-25 / 20);
  return samples.subarray(loud.findIndex(heard) * step, (loud.findLastIndex(heard) + 1) * step);
}

function conversation(sampleRate: 8_000 | 16_000): { sound: Scene; placed: [Span[], Span[]] } {
  const sound = scene(sampleRate, 16);
  const placed: [Span[], Span[]] = [[], []];
  SENTENCES.forEach(({ channel, atMs }, i) => {
    const words = spoken[i]!;
    placed[channel].push({ fromMs: atMs, toMs: Math.round(atMs + (words.length * 1000) / SAMPLE_RATE) });
    const start = (atMs * sampleRate) / 1000;
    const step = SAMPLE_RATE / sampleRate;
    // Averaged over neighbours, and not picked: the upper octave would fold down into the voice.
    for (let at = 0; (at + 1) * step <= words.length; at += 1) {
      const value = step === 1 ? words[at]! : (words[at * 2]! + words[at * 2 + 1]!) / 2;
      sound.channels[channel]![start + at]! += value * (channel === 0 ? 1 : 0.35);
    }
  });
  return { sound, placed };
}

async function found(sound: Scene, codec: 'pcm_s16le' | 'pcm_mulaw'): Promise<Span[][]> {
  const wav = wavFile({ samples: interleaved(sound), channels: 2, sampleRate: sound.sampleRate, codec });
  const format = soundOf(wav);
  const source = { bytes: Readable.from([wav]), format, durationMs: format.durationMs };
  const asked = { channel: 'all', sampleRate: sound.sampleRate } as const;
  const { output } = decodePcm(source, asked, { allowUnsandboxed: true });
  const { speech } = await measurePcm(output, { channels: 2, sampleRate: sound.sampleRate });
  return speech.channels.map(spansOf);
}

describe('voices', () => {
  it.each([
    [8_000, 'pcm_mulaw'],
    [16_000, 'pcm_s16le'],
  ] as const)('begin and end within 50 ms of where they do, at %i Hz in %s', async (rate, codec) => {
    const { sound, placed } = conversation(rate);
    for (const channel of [0, 1]) addNoise(sound, channel, -58);
    addCrosstalk(sound, 0, -28, 4);
    const spans = await found(sound, codec);
    expect(worstBoundary(spans[0]!, placed[0])).toBeLessThanOrEqual(50);
    expect(worstBoundary(spans[1]!, placed[1])).toBeLessThanOrEqual(50);
  });
});

describe('sealing', () => {
  it('keeps who spoke when, with the seal or not at all, and nothing may change it', async () => {
    const { app, source } = desk.api;
    const { sound, placed } = conversation(8_000);
    const wav = wavFile({ samples: interleaved(sound), channels: 2, sampleRate: 8_000 });
    const metadata = desk.metadata({ agentChannel: 'left' });
    const recordingId = (await desk.upload(metadata, wav)).body.recordingId ?? '';
    const seal = (lease: object) =>
      app.get(SealRecordingService).seal(recordingId, { lease, signal: new AbortController().signal } as never);
    const stored = () => source.manager.findOneBy(RecordingSpeech, { recordingId });

    await expect(seal({ workId: randomUUID(), job: 'seal-recording', token: randomUUID() })).rejects.toThrow(/lease/);
    expect(await stored()).toBeNull();
    const work = new WorkService(source);
    const workId = (await work.open(source.manager, 'seal-recording', recordingId)) ?? '';
    await seal((await work.claim(workId))!);
    const row = await stored();
    expect(row).toMatchObject({ recordingId, detector: SPEECH_DETECTOR });
    row!.channels.forEach((flat, i) => expect(worstBoundary(spansOf(flat), placed[i]!)).toBeLessThanOrEqual(50));
    await expect(source.query('update recording_speech set channels = channels')).rejects.toThrow(/permission denied/);
  });
});
