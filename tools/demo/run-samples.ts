import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { callListSchema, type CallDetail, type OutcomeCounts } from '#contracts';
import { SAMPLE_CALLS } from '../samples/calls.js';
import { metadataOf } from '../samples/metadata.js';
import { type SampleCall } from '../samples/sample-call.js';
import { speakSamples, type SpokenSample } from '../samples/speak.js';
import { ApiClient } from './api-client.js';
import { SAMPLE_AGENT_STAFF_NUMBER } from './seed/organisation.js';

/** A sample call at the end of its journey. */
export interface SampleResult {
  callId: string;
  sample: string;
  language: string;
  engine: string | null;
  stage: string;
  outcomes: OutcomeCounts;
  points: number | null;
  maxPoints: number | null;
}

const WITHIN_MS = 15 * 60 * 1000;
const FINAL = ['scored', 'not_recorded', 'needs_attention'];
const NOTHING: OutcomeCounts = { met: 0, not_met: 0, not_applicable: 0, insufficient: 0 };

/** Speaks the samples, sends them in as the telephone system would, and follows each to its end. The spoken files are removed. */
export async function runSamples(
  baseUrl: string,
  password: string,
  say: (line: string) => void,
  samples: readonly SampleCall[] = SAMPLE_CALLS,
): Promise<SampleResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'shouwen-samples-'));
  try {
    const operator = await ApiClient.signIn(baseUrl, 'admin', password);
    const reader = await ApiClient.signIn(baseUrl, 'quality', password);
    const callIds = await knownSamples(reader);
    const unsent = samples.filter(({ id }) => !callIds.has(id));
    if (unsent.length > 0) say('speaking the sample calls');
    for (const [index, one] of (await speakSamples(folder, unsent)).entries()) {
      callIds.set(one.sample.id, await send(operator, one, index));
      say(`sent ${one.sample.id}, ${(one.durationMs / 1000).toFixed(0)} s`);
    }
    const inOrder = samples.map(({ id }) => ({ sample: id, callId: callIds.get(id) ?? '' }));
    return await follow(reader, inOrder, say);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Samples that an earlier run sent in. They are not spoken again: the synthesiser never says a thing twice in the same bytes. */
async function knownSamples(reader: ApiClient): Promise<Map<string, string>> {
  const { items } = callListSchema.parse(await reader.json('/api/v1/calls?limit=200'));
  const calls = await Promise.all(items.map(({ callId }) => reader.call(callId)));
  return new Map(
    calls.filter(({ source }) => source === 'samples').map(({ externalId, callId }) => [externalId, callId]),
  );
}

/** The calls of this morning, a quarter of an hour apart. */
async function send(
  operator: ApiClient,
  { sample, audio, words, durationMs }: SpokenSample,
  index: number,
): Promise<string> {
  const startedAt = new Date(Date.now() - (index + 1) * 15 * 60 * 1000);
  const staffNumber = SAMPLE_AGENT_STAFF_NUMBER[sample.language];
  const { callId } = await operator.take(metadataOf(sample, { startedAt, durationMs, staffNumber }), audio, words);
  return callId;
}

async function follow(
  reader: ApiClient,
  ids: { callId: string; sample: string }[],
  say: (line: string) => void,
): Promise<SampleResult[]> {
  const deadline = Date.now() + WITHIN_MS;
  const results: SampleResult[] = [];
  for (const { callId, sample } of ids) {
    let call = await reader.call(callId);
    while (!FINAL.includes(call.stage)) {
      if (Date.now() > deadline)
        throw new Error(`${sample} is still ${call.stage} after ${WITHIN_MS / 60_000} minutes`);
      await delay(250);
      call = await reader.call(callId);
    }
    say(`${sample}: ${call.stage}${call.stageReason ? ` (${call.stageReason})` : ''}`);
    results.push(await resultOf(reader, call, sample));
  }
  return results;
}

async function resultOf(reader: ApiClient, call: CallDetail, sample: string): Promise<SampleResult> {
  const { callId, language, stage } = call;
  // Others may judge the call besides: its points are the main checklist's.
  const scorecard = (await reader.scorecards(callId)).find(({ main }) => main);
  const engine = stage === 'scored' ? await engineOf(reader, callId) : null;
  const { outcomes = NOTHING, points = null, maxPoints = null } = scorecard ?? {};
  return { callId, sample, language, engine, stage, outcomes, points, maxPoints };
}

async function engineOf(reader: ApiClient, callId: string): Promise<string> {
  const view = (await reader.json(`/api/v1/calls/${callId}/transcript`)) as {
    transcript: { engine: { name: string } };
  };
  return view.transcript.engine.name;
}
