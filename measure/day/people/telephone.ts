import { knownLanguage, uploadResultSchema, type UploadMetadata, type UploadResult } from '#contracts';
import { mixedFolder, type MixedFile } from '../../../test/fixtures/mixed-folder.js';
import { synthWav } from '../../../test/fixtures/wav.js';
import { SAMPLE_CALLS } from '../../../tools/samples/calls.js';
import { metadataOf } from '../../../tools/samples/metadata.js';
import { type SampleCall } from '../../../tools/samples/sample-call.js';
import { type Day } from '../day.js';
import { everyWorkday, type Appointment } from '../week.js';
import { readFile } from 'node:fs/promises';

/** Who takes the calls of a language, in turn. */
const AGENTS = { zh: ['3068', '3201'], en: ['3071', '3112'] } as const;
const ANNOUNCED = { state: 'announced', evidence: { kind: 'announcement', reference: 'notice-1' } } as const;

/** The telephone system and the folder of an older recorder: they send in what was recorded, by a token of their own. */
export const telephone: readonly Appointment[] = [
  // Each process has done some work within its first hour, which its last is compared with.
  { at: 'mon 07:55', who: 'telephone', what: 'sends the first calls of all', do: (day) => sendSamples(day, 0, 2) },
  { at: 'mon 20:50', who: 'telephone', what: 'sends the calls of the evening', do: (day) => sendSamples(day, 1, 2) },
  ...everyWorkday('08:45', {
    who: 'telephone',
    what: 'sends the first calls, words with them',
    do: (day) => sendSamples(day, 0),
  }),
  ...everyWorkday('13:10', {
    who: 'telephone',
    what: 'sends the calls of the morning',
    do: (day) => sendSamples(day, 1),
  }),
  {
    at: 'mon 10:20',
    who: 'recorder',
    what: 'sends a folder of every format, hostile files among them',
    do: sendFolder,
  },
  { at: 'mon 10:40', who: 'telephone', what: 'sends a call twice, and other bytes under its name', do: sendAgain },
  { at: 'mon 10:45', who: 'telephone', what: 'sends calls that may not be recorded', do: sendRefused },
];

let turn = 0;

/** Half of the sample dialogues, as calls of the last hour: spoken as tones, their words beside them. */
async function sendSamples(day: Day, half: 0 | 1, most = SAMPLE_CALLS.length): Promise<void> {
  const samples = SAMPLE_CALLS.filter((_, i) => i % 2 === half).slice(0, most);
  for (const [index, sample] of samples.entries()) {
    const agents = AGENTS[sample.language];
    const staffNumber = agents[turn++ % agents.length] ?? agents[0];
    const { words, seconds } = spokenBy(sample);
    const startedAt = new Date(day.clock.now().getTime() - (index + 1) * 10 * 60_000);
    const metadata = metadataOf(sample, { startedAt, durationMs: seconds * 1000, staffNumber });
    const sound = synthWav({ tones: [300 + turn, 900 + turn], seconds, sampleRate: 8_000 });
    const about = { ...metadata, source: 'pbx', externalId: `${sample.id}-${turn}` };
    await send(day, about, sound, { words: [{ field: 'transcript', text: words }], expect: 201 });
  }
}

/** What is said, two seconds a sentence and half a second between. */
function spokenBy({ language, lines }: SampleCall): { words: string; seconds: number } {
  const turns = lines.map(({ speaker, text }, i) => ({ speaker, text, fromMs: i * 2_500, toMs: i * 2_500 + 2_000 }));
  return { words: JSON.stringify({ language, turns }), seconds: Math.ceil(lines.length * 2.5) };
}

/** Some at a time, as tools that send folders do. */
const AT_A_TIME = 4;

async function sendFolder(day: Day): Promise<void> {
  const files = (await mixedFolder(day.out('mixed'))).entries();
  const sender = async (): Promise<void> => {
    for (const [index, file] of files) await sendFile(day, file, index);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, sender));
}

async function sendFile(day: Day, { path, name, channels, expect, kind }: MixedFile, index: number): Promise<void> {
  // Two are left to the recogniser, which takes a while; for Mandarin a bare machine has none, and says so.
  const language = index < 2 ? 'en' : 'zh';
  const about = callOf(day, { externalId: `folder-${index}`, source: 'recorder', language });
  const metadata = { ...about, ...(channels === 2 && { agentChannel: 'left' as const }) };
  const { code } = await send(day, metadata, await readFile(path), { expect: expect.status, name });
  if (expect.code !== undefined && code !== expect.code)
    throw new Error(`${kind} ${name}: ${code}, not ${expect.code}`);
}

async function sendAgain(day: Day): Promise<void> {
  const about = callOf(day, { externalId: 'twice-1', source: 'pbx' });
  const sound = synthWav({ tones: [500, 700], seconds: 3 });
  const both = { ...about, agentChannel: 'left' as const };
  await send(day, both, sound, { expect: 201 });
  await send(day, both, sound, { expect: 200 });
  await send(day, both, synthWav({ tones: [501, 700], seconds: 3 }), { expect: 409 });
}

/** The customer was not told of the recording, or said no: nothing of the sound may be kept. */
async function sendRefused(day: Day): Promise<void> {
  const sound = synthWav({ tones: [420, 640], seconds: 2 });
  const declined = { state: 'declined', evidence: { kind: 'keypad', reference: 'key-2' } } as const;
  const about = callOf(day, { externalId: 'declined-1', source: 'pbx', consent: declined });
  await send(day, about, sound, { expect: 201 });
  await send(day, callOf(day, { externalId: 'private-1', source: 'pbx', classification: 'private' }), sound, {
    expect: 201,
  });
}

export const callOf = (day: Day, change: Partial<UploadMetadata> & { externalId: string }): UploadMetadata => ({
  source: 'pbx',
  direction: 'inbound',
  classification: 'business',
  startedAt: new Date(day.clock.now().getTime() - 5 * 60_000).toISOString(),
  language: 'zh',
  region: 'CN',
  consent: ANNOUNCED,
  customer: {},
  legs: [{ staffNumber: change.language === 'en' ? '3071' : '3068', holdSpans: [] }],
  ...change,
});

/** Words that come with a call, as a file of their own. */
export interface WordsPart {
  field: 'transcript' | 'transcriptLeft' | 'transcriptRight';
  text: string;
}

interface Sent {
  expect: number;
  words?: readonly WordsPart[];
  name?: string;
}

/** @returns the code of a refusal, or what the product says of what it took */
export async function send(
  day: Day,
  about: UploadMetadata,
  sound: Buffer,
  { expect, words = [], name = 'call.wav' }: Sent,
): Promise<{ code?: string; answer?: UploadResult }> {
  const form = new FormData();
  form.append('metadata', JSON.stringify(about));
  form.append('audio', new Blob([new Uint8Array(sound)]), name);
  for (const { field, text } of words) form.append(field, new Blob([text]), 'words');
  const came = await day.telephone(form);
  const said = (await came.json()) as { code?: string };
  if (came.status !== expect)
    throw new Error(`${about.externalId} (${name}): ${came.status} ${JSON.stringify(said).slice(0, 300)}`);
  if (!came.ok) return { ...(said.code !== undefined && { code: said.code }) };
  const answer = uploadResultSchema.parse(said);
  const { callId, recordingId, duplicate } = answer;
  const { externalId } = about;
  const language = knownLanguage(about.language) ?? 'zh';
  const staffNumber = about.legs[0]?.staffNumber ?? '';
  const spoken = answer.words?.usable === true;
  if (!duplicate) day.calls.push({ callId, recordingId, externalId, staffNumber, language, spoken });
  return { answer };
}
