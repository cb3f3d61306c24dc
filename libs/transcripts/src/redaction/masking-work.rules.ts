import { type SensitiveKind, type Transcript } from '#contracts';
import { mergeSpans, type SpanMs } from '#recordings/rules';
import { findSpans } from './find-spans.rules.js';
import { maskTranscript } from './mask-transcript.rules.js';
import { openSpans, type SpansJson } from './spans-json.rules.js';
import { answered, countKinds, keepingCodes, soundSpans, uncutSpans, type CodeAnswer } from './spans-of-sound.rules.js';

/** What masking a recording asks of its words. Words are the transcript's JSON, as it is sealed. */
export interface MaskingWork {
  /** Looks words through again: what older rules found and people said of it stays. */
  look: {
    asks: { words: Uint8Array; before: SpansJson | null; answers: readonly CodeAnswer[] };
    answer: { spans: SpansJson; found: Partial<Record<SensitiveKind, number>> };
  };
  /** Where a copy is silent. */
  silent: { asks: { spans: SpansJson; durationMs: number }; answer: SpanMs[] };
  /** Where a code is heard, in any version of the words, that no cut has silenced. */
  uncut: { asks: { spans: readonly SpansJson[]; cut: readonly SpanMs[]; durationMs: number }; answer: SpanMs[] };
  /** The words with their card codes hidden, as JSON. */
  without_codes: { asks: { words: Uint8Array; spans: SpansJson }; answer: Uint8Array };
}

export type MaskingQuestion = { [Do in keyof MaskingWork]: { do: Do; of: MaskingWork[Do]['asks'] } }[keyof MaskingWork];
export type MaskingAnswer = MaskingWork[keyof MaskingWork]['answer'];

/** In words, card codes alone: people with a right to the original may read what else is sensitive. */
const CODES_ONLY = { mode: 'highlight', kinds: [] } as const;

const open = (words: Uint8Array): Transcript => JSON.parse(new TextDecoder().decode(words)) as Transcript;

const WORK: { [Do in keyof MaskingWork]: (of: MaskingWork[Do]['asks']) => MaskingWork[Do]['answer'] } = {
  look({ words, before, answers }) {
    const spans = answered(keepingCodes(findSpans(open(words)), before === null ? [] : openSpans(before)), answers);
    return { spans: JSON.stringify(spans), found: countKinds(spans) };
  },
  silent: ({ spans, durationMs }) => soundSpans(openSpans(spans), durationMs),
  uncut: ({ spans, cut, durationMs }) =>
    mergeSpans(spans.flatMap((one) => uncutSpans(openSpans(one), cut, durationMs))),
  without_codes: ({ words, spans }) =>
    new TextEncoder().encode(JSON.stringify(maskTranscript(open(words), openSpans(spans), CODES_ONLY))),
};

export function maskingWork(question: MaskingQuestion): MaskingAnswer {
  const work = WORK[question.do] as (of: MaskingQuestion['of']) => MaskingAnswer;
  return work(question.of);
}
