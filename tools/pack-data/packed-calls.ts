import { type ScorecardView } from '#contracts';
import { SAMPLE_CALLS } from '../samples/calls.js';
import { metadataOf } from '../samples/metadata.js';
import { SAMPLE_AGENT_STAFF_NUMBER } from '../demo/seed/organisation.js';
import { found, type Seats } from './seats.js';
import { waveHeader } from '#platform/rules';

const RATE = 8000;

/** A steady tone on two channels, as a telephone carries it: small, and everything about it is known. */
function tone(hertz: number, seconds: number): Buffer {
  const frames = RATE * seconds;
  const data = Buffer.alloc(frames * 2);
  for (let frame = 0; frame < frames; frame++)
    data.fill(muLaw(Math.sin((2 * Math.PI * hertz * frame) / RATE) * 12_000), frame * 2, frame * 2 + 2);
  const head = waveHeader({ channels: 2, sampleRate: RATE, dataBytes: data.length, muLaw: true });
  return Buffer.concat([head, data]);
}

/** G.711: sign, three bits of exponent and four of mantissa, all inverted. */
function muLaw(sample: number): number {
  const biased = Math.min(Math.abs(Math.round(sample)), 32_635) + 132;
  const exponent = Math.floor(Math.log2(biased)) - 7;
  const mantissa = (biased >> (exponent + 3)) & 15;
  return ~((sample < 0 ? 128 : 0) | (exponent << 4) | mantissa) & 255;
}

const TURN_MS = 650;
const SECONDS = 8;
const QUARTER_MS = 15 * 60_000;

/** What each call is for, and which of the sample calls its words are. */
const CALLS = {
  held: 'en-model',
  heard: 'zh-model',
  contested: 'en-no-greeting',
  corrected: 'en-deflection',
  reviewed: 'zh-no-greeting',
  destroyed: 'zh-deflection',
} as const;
export type CallPart = keyof typeof CALLS;

export interface PackedCall {
  part: CallPart;
  callId: string;
  legId: string;
  recordingId: string;
  /** The first that was said. */
  words: string;
  points: number | null;
  maxPoints: number | null;
}

/** The calls of a morning, a quarter of an hour apart, with the words of the samples and a tone for their sound; all scored. */
export async function takeCalls(seats: Seats): Promise<Record<CallPart, PackedCall>> {
  const calls: [CallPart, PackedCall][] = [];
  for (const [i, part] of (Object.keys(CALLS) as CallPart[]).entries()) {
    const sample = SAMPLE_CALLS.find(({ id }) => id === CALLS[part])!;
    const startedAt = new Date(Date.now() - (i + 1) * QUARTER_MS);
    const staffNumber = SAMPLE_AGENT_STAFF_NUMBER[sample.language];
    const about = metadataOf(sample, { startedAt, durationMs: SECONDS * 1000, staffNumber });
    const turns = sample.lines.map(({ speaker, text }, at) => ({
      ...{ speaker, text, fromMs: at * TURN_MS, toMs: (at + 1) * TURN_MS - 50 },
    }));
    const words = new Blob([JSON.stringify({ language: sample.language, turns })]);
    const sound = new Blob([new Uint8Array(tone(300 + 40 * i, SECONDS))]);
    const operator = await seats.as('admin');
    const { callId } = await operator.take({ ...about, source: 'packed' }, sound, words);
    calls.push([part, { part, words: sample.lines[0]!.text, ...(await scored(seats, callId)) }]);
  }
  return Object.fromEntries(calls) as Record<CallPart, PackedCall>;
}

/** The card of a call that people are shown. */
export async function cardOf(seats: Seats, callId: string): Promise<ScorecardView> {
  const cards = await (await seats.as('supervisor')).scorecards(callId);
  const card = cards.find(({ checklist, standing }) => checklist.id === 'standard-inbound' && standing !== 'outranked');
  if (!card) throw new Error(`call ${callId} has no scorecard`);
  return card;
}

async function scored(seats: Seats, callId: string): Promise<Omit<PackedCall, 'part' | 'words'>> {
  const reader = await seats.as('supervisor');
  const call = await found(`the score of ${callId}`, async () => {
    const now = await reader.call(callId);
    if (now.stage === 'needs_attention') throw new Error(`call ${callId} needs attention: ${now.stageReason}`);
    return now.stage === 'scored' ? now : undefined;
  });
  const { legId, points, maxPoints } = await cardOf(seats, callId);
  return { callId, legId, recordingId: call.recordings[0]!.recordingId, points, maxPoints };
}
