import { openAsBlob } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import {
  callListSchema,
  transcriptViewSchema,
  type CallDetail,
  type Language,
  type OutcomeCounts,
  type Transcript,
} from '#contracts';
import { SAMPLE_CALLS } from '../samples/calls.js';
import { metadataOf } from '../samples/metadata.js';
import { type SampleCall } from '../samples/sample-call.js';
import { type SpokenSample, spokenSamples, wordsOf } from '../samples/sounds.js';
import { ApiClient, RefusedError } from './api-client.js';
import { type Misheard, misheardIn } from './misheard.rules.js';
import { SAMPLE_AGENT_STAFF_NUMBER } from './seed/organisation.js';

/** A sample call at the end of its journey. */
export interface SampleResult {
  callId: string;
  sample: string;
  language: Language;
  engine: string | null;
  model: string | null;
  stage: string;
  /** Null where nothing was heard: its words came with it, or it was not recorded. */
  misheard: Misheard | null;
  outcomes: OutcomeCounts;
  points: number | null;
  maxPoints: number | null;
}

export interface SampleRun {
  baseUrl: string;
  password: string;
  say(line: string): void;
  /** Languages that this installation hears from sound; calls in another one bring their words along. */
  hears: readonly Language[];
  samples?: readonly SampleCall[];
}

const WITHIN_MS = 15 * 60 * 1000;
const FINAL = ['scored', 'not_recorded', 'needs_attention'];
const NOTHING: OutcomeCounts = { met: 0, not_met: 0, not_applicable: 0, insufficient: 0 };

/** Sends the samples in as the telephone system would, and follows each to its end. */
export async function runSamples({
  baseUrl,
  password,
  say,
  hears,
  samples = SAMPLE_CALLS,
}: SampleRun): Promise<SampleResult[]> {
  const operator = await ApiClient.signIn(baseUrl, 'admin', password);
  const reader = await ApiClient.signIn(baseUrl, 'quality', password);
  const callIds = await knownSamples(reader);
  const unsent = samples.filter(({ id }) => !callIds.has(id));
  for (const [index, one] of spokenSamples(unsent).entries()) {
    callIds.set(one.sample.id, await send(operator, one, { index, hears }));
    say(`sent ${one.sample.id}, ${(one.durationMs / 1000).toFixed(0)} s`);
  }
  return follow(reader, samples, callIds, say);
}

/** Samples that an earlier run sent in. */
async function knownSamples(reader: ApiClient): Promise<Map<string, string>> {
  const { items } = callListSchema.parse(await reader.json('/api/v1/calls?limit=200'));
  const real = items.filter(({ invented }) => !invented);
  const calls = await Promise.all(real.map(({ callId }) => reader.call(callId)));
  return new Map(
    calls.filter(({ source }) => source === 'samples').map(({ externalId, callId }) => [externalId, callId]),
  );
}

/** The calls of this morning, a quarter of an hour apart. */
async function send(
  operator: ApiClient,
  spoken: SpokenSample,
  { index, hears }: Pick<SampleRun, 'hears'> & { index: number },
): Promise<string> {
  const { sample, audio, durationMs } = spoken;
  const startedAt = new Date(Date.now() - (index + 1) * 15 * 60 * 1000);
  const staffNumber = SAMPLE_AGENT_STAFF_NUMBER[sample.language];
  const about = metadataOf(sample, { startedAt, durationMs, staffNumber });
  const words = hears.includes(sample.language) ? null : wordsOf(spoken);
  return (await operator.take(about, await openAsBlob(audio), words)).callId;
}

async function follow(
  reader: ApiClient,
  samples: readonly SampleCall[],
  callIds: ReadonlyMap<string, string>,
  say: SampleRun['say'],
): Promise<SampleResult[]> {
  const deadline = Date.now() + WITHIN_MS;
  const results: SampleResult[] = [];
  for (const sample of samples) {
    const callId = callIds.get(sample.id) ?? '';
    let call = await reader.call(callId);
    while (!FINAL.includes(call.stage)) {
      if (Date.now() > deadline)
        throw new Error(`${sample.id} is still ${call.stage} after ${WITHIN_MS / 60_000} minutes`);
      await delay(250);
      call = await reader.call(callId);
    }
    say(`${sample.id}: ${call.stage}${call.stageReason ? ` (${call.stageReason})` : ''}`);
    results.push(await resultOf(reader, call, sample));
  }
  return results;
}

async function resultOf(reader: ApiClient, call: CallDetail, sample: SampleCall): Promise<SampleResult> {
  const { callId, stage } = call;
  const language = call.language ?? sample.language;
  // Others may judge the call besides: its points are the main checklist's.
  const scorecard = (await unlessShut(reader.scorecards(callId)))?.find(({ main }) => main);
  const words = stage === 'scored' ? await unlessShut(transcriptOf(reader, callId)) : null;
  const { outcomes = NOTHING, points = null, maxPoints = null } = scorecard ?? {};
  const { name: engine = null, model = null } = words?.engine ?? {};
  const misheard = words && engine !== 'provided' ? compare(sample, words) : null;
  return { callId, sample: sample.id, language, engine, model, stage, misheard, outcomes, points, maxPoints };
}

/** A consent may have been withdrawn, or a call destroyed, since an earlier run: the demonstration goes on without it. */
async function unlessShut<T>(read: Promise<T>): Promise<T | null> {
  return read.catch((error: unknown) => {
    if (error instanceof RefusedError && error.status < 500) return null;
    throw error;
  });
}

const compare = ({ lines, language }: SampleCall, { turns }: Transcript): Misheard =>
  misheardIn(
    lines.map(({ text }) => text),
    turns.map(({ text }) => text),
    language,
  );

async function transcriptOf(reader: ApiClient, callId: string): Promise<Transcript> {
  return transcriptViewSchema.parse(await reader.json(`/api/v1/calls/${callId}/transcript`)).transcript;
}
