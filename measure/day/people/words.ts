import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TranscriptView, type UploadMetadata, type WordsSent } from '#contracts';
import { wavFile } from '../../../test/fixtures/wav.js';
import { type Day } from '../day.js';
import { ROOT } from '../place/tool.js';
import { type Appointment } from '../week.js';
import { callOf, send, type WordsPart } from './telephone.js';

/** Words as other tools write them come with calls: channels or names tell who speaks; else a person is asked. */
export const words: readonly Appointment[] = [
  { at: 'mon 13:40', who: 'recogniser', what: 'sends calls with words that other tools wrote', do: sendAll },
  {
    at: 'mon 13:45',
    who: 'supervisor',
    what: 'says who the speakers are where the file does not tell',
    do: nameSpeakers,
  },
  { at: 'mon 13:50', who: 'supervisor', what: 'reads them, and each turn has its speaker', do: readAll },
];

/** When each side speaks in the fixtures of twenty seconds, in milliseconds. */
const AGENT_SPEAKS = [400, 3_100, 3_200, 4_900, 9_900, 13_600, 15_400, 19_000];
const CUSTOMER_SPEAKS = [5_600, 9_200, 14_100, 15_000];
const NAMED = { SPEAKER_01: 'agent', SPEAKER_00: 'customer' } as const;

/** Hers alone: what legal asks for by agent and day stays as small as it was. */
const NEWCOMER = '3301';

interface Came {
  /** Of `test/fixtures/provided-words`, or what is sent itself. */
  file: string | readonly WordsPart[];
  channels: 1 | 2;
  speakers?: UploadMetadata['speakers'];
  /** Whether the answer asks who speaks; undefined: it cannot use the words. */
  asks: boolean | undefined;
}

const srt = (from: number, text: string): string => `1\n00:00:0${from},000 --> 00:00:0${from + 2},000\n${text}\n`;
const EACH_SIDE: readonly WordsPart[] = [
  { field: 'transcriptLeft', text: srt(1, 'Good morning, Green Valley Bank, Susan speaking.') },
  { field: 'transcriptRight', text: srt(5, 'Hi, I was charged twice for the same transfer.') },
];

const CAME: readonly Came[] = [
  { file: 'openai-whisper-20250625.json', channels: 2, asks: false },
  { file: 'openai-whisper-20250625.srt', channels: 2, asks: false },
  { file: 'openai-whisper-20250625.vtt', channels: 2, asks: false },
  { file: 'whisperx-3.8.6.json', channels: 2, asks: false },
  { file: 'whisperx-3.8.6.diarized.json', channels: 1, asks: true },
  { file: 'whisper-ctranslate2-0.5.8.diarized.json', channels: 1, speakers: NAMED, asks: false },
  { file: 'whisper-ctranslate2-0.5.8.diarized.vtt', channels: 1, asks: true },
  { file: 'whisper.cpp-0100afcd.full.json', channels: 2, asks: false },
  { file: 'webvtt-py-0.6.0.voices.vtt', channels: 1, asks: false },
  { file: 'srt-3.5.3.named.srt', channels: 1, asks: false },
  { file: EACH_SIDE, channels: 2, asks: false },
  { file: [{ field: 'transcript', text: '{"segments": 7}' }], channels: 1, asks: undefined },
];

async function sendAll(day: Day): Promise<void> {
  for (const [index, one] of CAME.entries()) {
    const externalId = idOf(index);
    const about = {
      ...callOf(day, { externalId, language: 'en', region: 'US', legs: [{ staffNumber: NEWCOMER, holdSpans: [] }] }),
      ...(one.channels === 2 && { agentChannel: 'left' as const }),
      ...(one.speakers && { speakers: one.speakers }),
    };
    const { answer } = await send(day, about, spokenSound(one.channels), { words: await partsOf(one), expect: 201 });
    const asks = asked(answer?.words ?? null);
    if (asks !== one.asks) throw new Error(`${nameOf(one)}: the answer is ${JSON.stringify(answer?.words)}`);
    day.notes.set(`speakers of ${externalId}`, String(answer?.words?.usable === true && answer.words.speakers.length));
  }
}

/** The first who speaks is the agent, who greets. */
async function nameSpeakers(day: Day): Promise<void> {
  for (const [index, { asks }] of CAME.entries()) {
    if (asks !== true) continue;
    const { callId, recordingId } = takenAs(day, index);
    const count = Number(day.note(`speakers of ${idOf(index)}`));
    const roles = Array.from({ length: count }, (_, i) => (i === 0 ? 'agent' : 'customer'));
    await day.seat('supervisor').ask('PUT', `/calls/${callId}/speakers`, { body: { recordingId, roles } });
  }
}

async function readAll(day: Day): Promise<void> {
  const seat = day.seat('supervisor');
  for (const [index, one] of CAME.entries()) {
    const { callId } = takenAs(day, index);
    const { stage, stageReason } = await seat.ask<{ stage: string; stageReason: string | null }>(
      'GET',
      `/calls/${callId}`,
    );
    if (one.asks === undefined) {
      if (stageReason === 'provided_words_rejected') continue;
      throw new Error(`words that cannot be used left the call ${stage} (${stageReason})`);
    }
    const { transcript } = await seat.ask<TranscriptView>('GET', `/calls/${callId}/transcript`);
    const said = new Set(transcript.turns.map(({ speaker }) => speaker));
    if (!said.has('agent') || !said.has('customer') || said.has('unknown'))
      throw new Error(`${nameOf(one)}: its speakers are ${[...said].join(', ')}`);
    await seat.ask('GET', `/calls/${callId}/scorecards`);
  }
}

const idOf = (index: number): string => `words-${index}`;
const nameOf = ({ file }: Came): string =>
  typeof file === 'string' ? file : file.map(({ field }) => field).join(', ');
const asked = (sent: WordsSent | null): boolean | undefined => (sent?.usable === true ? sent.ask : undefined);

function takenAs(day: Day, index: number) {
  const found = day.calls.find(({ externalId }) => externalId === idOf(index));
  if (!found) throw new Error(`${idOf(index)} was not taken`);
  return found;
}

async function partsOf({ file }: Came): Promise<readonly WordsPart[]> {
  if (typeof file !== 'string') return file;
  return [{ field: 'transcript', text: await readFile(join(ROOT, 'test/fixtures/provided-words', file), 'utf8') }];
}

/** A tone wherever a person speaks, on the channel of their side. */
function spokenSound(channels: 1 | 2): Buffer {
  const [rate, seconds] = [8_000, 20];
  const samples = new Int16Array(rate * seconds * channels);
  for (let frame = 0; frame < rate * seconds; frame += 1) {
    const ms = (frame * 1000) / rate;
    const loud = [AGENT_SPEAKS, CUSTOMER_SPEAKS].map((spans) => spans.findIndex((edge) => edge > ms) % 2 === 1);
    const wave = Math.round(Math.sin((2 * Math.PI * 440 * frame) / rate) * 12_000);
    for (let channel = 0; channel < channels; channel += 1)
      samples[frame * channels + channel] = (channels === 2 ? loud[channel] : loud.includes(true)) ? wave : 0;
  }
  return wavFile({ samples, channels, sampleRate: rate });
}
