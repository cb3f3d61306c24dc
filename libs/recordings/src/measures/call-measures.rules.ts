import {
  type CallMeasures,
  INTERRUPTION,
  RATE_FROM_SPEECH_MS,
  SILENCE_FROM_MS,
  type Side,
  type SideMeasures,
  type SidesUnknown,
  type SoundChecks,
  type Span,
  TALK_OVER_FROM_MS,
  type SpeakingRate,
  type Transcript,
} from '#contracts';
import { type SpeechOfChannels } from './speech-meter.rules.js';
import { lengthMs, overlaps, spansOf, union, without } from './spans.rules.js';

/** How much each side said, from a transcript. */
export interface SpokenCounts {
  unit: SpeakingRate['unit'];
  agent: number;
  customer: number;
}

/** A Han character or a digit is one; so is a word of another script inside a Chinese sentence. */
const ZH = /\p{Script=Han}|\d|(?:(?!\p{Script=Han})\p{L})+/gu;
const EN = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;

/** Counts what makes a speaking rate: characters in Chinese, words in English. null where it is not known who spoke. */
export function countSpoken({ language, turns }: Pick<Transcript, 'language' | 'turns'>): SpokenCounts | null {
  if (turns.some(({ speaker }) => speaker === 'unknown')) return null;
  const counts: SpokenCounts = { unit: language === 'zh' ? 'characters' : 'words', agent: 0, customer: 0 };
  for (const { speaker, text } of turns)
    if (speaker !== 'unknown') counts[speaker] += text.match(language === 'zh' ? ZH : EN)?.length ?? 0;
  return counts;
}

/** A pause between two words of one sentence; a longer one gives the floor away. */
const BREATH_MS = 700;

/** What is measured of one recording of a leg. */
export interface MeasuredRecording {
  speech: SpeechOfChannels;
  durationMs: number;
  agentChannel: 'left' | 'right' | null;
  soundChecks: Pick<SoundChecks, 'findings'> | null;
  /** From the phone system. Empty where it knows of none, and where it tells of none; null: there were some, and it is not known where. */
  holdSpans: readonly Span[] | null;
  /** How much each side said; null until there are words. */
  spoken: SpokenCounts | null;
}

/** Conversation in numbers. @see CallMeasures */
export function callMeasures(recording: MeasuredRecording): CallMeasures {
  const { speech, durationMs, spoken } = recording;
  const sidesUnknown = whyUnknown(recording);
  const holds = union(recording.holdSpans ?? []);
  const channels = speech.channels.map((flat) => without(spansOf(flat), holds));
  const [left = [], right = []] = channels;
  const [agent, customer] = recording.agentChannel === 'right' ? [right, left] : [left, right];
  const quiet = without([{ fromMs: 0, toMs: durationMs }], union([...holds, ...channels.flat()]));
  const silenceIsKnown = sidesUnknown !== 'one_way' && recording.holdSpans !== null;
  return {
    format: 'shouwen.measures/1',
    detector: speech.detector,
    durationMs,
    sides: sidesUnknown
      ? null
      : { agent: side('agent', agent, customer, spoken), customer: side('customer', customer, agent, spoken) },
    sidesUnknown,
    silences: silenceIsKnown ? quiet.filter((span) => lengthMs([span]) >= SILENCE_FROM_MS) : null,
    longestSilence: silenceIsKnown ? longest(quiet) : null,
    talkOver: sidesUnknown ? null : talkOver(agent, customer),
  };
}

function whyUnknown({ speech, agentChannel, soundChecks, holdSpans }: MeasuredRecording): SidesUnknown | null {
  const found = (finding: string) => soundChecks?.findings.some((one) => one.finding === finding) ?? false;
  const stereo = speech.channels.length >= 2;
  if (stereo && found('one_way')) return 'one_way';
  if (holdSpans === null) return 'holds';
  if (!stereo) return 'mono';
  if (found('same_channels')) return 'same_channels';
  return agentChannel ? null : 'unassigned';
}

function side(name: Side, own: readonly Span[], other: readonly Span[], spoken: SpokenCounts | null): SideMeasures {
  const [speechMs, all] = [lengthMs(own), lengthMs(own) + lengthMs(other)];
  const told = spoken !== null && speechMs >= RATE_FROM_SPEECH_MS;
  return {
    speechMs,
    talkShare: all === 0 ? null : Math.round((speechMs / all) * 1000) / 1000,
    rate: told ? { perMinute: Math.round((spoken[name] * 60_000) / speechMs), unit: spoken.unit } : null,
    interruptions: interruptions(own, other),
  };
}

/**
 * Where `own` began while `other` had the floor, and both went on. A speaker who takes a breath keeps the floor: without that, one who was cut off in
 * a comma would be the one who interrupts.
 */
function interruptions(own: readonly Span[], other: readonly Span[]): Span[] {
  return overlaps(floorsOf(own), floorsOf(other))
    .filter(({ both, a, b }) => {
      const atOnce = lengthMs(overlaps(within(own, both), within(other, both)).map((one) => one.both));
      return a.fromMs - b.fromMs >= INTERRUPTION.speakingMs && atOnce >= INTERRUPTION.overlapMs;
    })
    .map(({ both }) => both);
}

/** Stretches of speech with the breaths between them. */
function floorsOf(spans: readonly Span[]): Span[] {
  const floors: Span[] = [];
  for (const span of spans) {
    const last = floors.at(-1);
    if (last && span.fromMs - last.toMs <= BREATH_MS) last.toMs = span.toMs;
    else floors.push({ ...span });
  }
  return floors;
}

const within = (spans: readonly Span[], { fromMs, toMs }: Span): Span[] =>
  spans.filter((span) => span.fromMs < toMs && span.toMs > fromMs);

function talkOver(agent: readonly Span[], customer: readonly Span[]): NonNullable<CallMeasures['talkOver']> {
  const spans = overlaps(agent, customer)
    .filter(({ both }) => lengthMs([both]) >= TALK_OVER_FROM_MS)
    .map(({ both, a, b }) => ({ ...both, startedBy: whoBegan(a.fromMs, b.fromMs) }));
  return { totalMs: lengthMs(spans), spans };
}

/** Who came second. */
function whoBegan(agentFrom: number, customerFrom: number): Side | null {
  if (agentFrom === customerFrom) return null;
  return agentFrom > customerFrom ? 'agent' : 'customer';
}

const longest = (spans: readonly Span[]): Span | null =>
  spans.reduce<Span | null>((most, span) => (most && lengthMs([most]) >= lengthMs([span]) ? most : span), null);
